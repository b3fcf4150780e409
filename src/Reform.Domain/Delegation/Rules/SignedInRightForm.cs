using Reform.Domain.Explanations;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;


/// <summary>The form, its marks and the seal are those that the law of the date allows (đúng thể thức ký); see <see cref="SigningRules"/>.</summary>
public sealed class SignedInRightForm() : ComplianceRule<SignatureFacts>(
    "CR-DLG-14", Severity.Error, DelegationTitles.WrongForm, DelegationLaw.Signing)
{
    private static readonly ReasonKind Breach = new(
        "signed_in_wrong_form", "Văn bản {document} ký ngày {on} sai thể thức: {why}", "{document} was signed in the wrong form on {on}: {why}");

    /// <inheritdoc/>
    protected override IEnumerable<Fact<SignatureFacts>> Needs =>
    [
        new("signing_rule", new BilingualText("quy định về thể thức ký", "a rule about the form"), Where(s => s.Form == SigningVerdict.Invalid || !s.LacksRule)),
        new(
            "passing",
            new BilingualText("quy chế làm việc có cho giao cấp phó ký thừa lệnh không", "whether the working regulations let a deputy sign by order"),
            Where(s => s.Form == SigningVerdict.Invalid || !s.LacksPassing)),
        new("allocation", new BilingualText("phân công lĩnh vực cho người ký", "the allocation of work to the signer"), Where(s => s.Form == SigningVerdict.Invalid || !s.LacksAllocation)),
        new("on_behalf_of", new BilingualText("cơ quan được ký thay", "the body for which it was signed"), Where(s => s.Form == SigningVerdict.Invalid || !s.LacksSealOwner)),
    ];

    /// <inheritdoc/>
    protected override Specification<SignatureFacts> Requires => Where(s => s.Form == SigningVerdict.Valid);

    /// <inheritdoc/>
    protected override Reason Because(SignatureFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var why = new BilingualText(subject.WhyVietnamese ?? DelegationTitles.WrongForm.Vietnamese, subject.WhyEnglish ?? DelegationTitles.WrongForm.English);
        return Breach.Because(Info.Basis, ("document", subject.DocumentId), ("on", subject.SignedOn), ("why", why));
    }
}
