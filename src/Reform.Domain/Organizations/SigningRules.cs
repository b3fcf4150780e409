using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>Whether a signing form, or a signature, is right (kết luận về thể thức ký).</summary>
public enum SigningVerdict
{
    /// <summary>The law that was read does not settle it, or a fact is missing (chưa xác định).</summary>
    Unknown = 0,

    /// <summary>It is allowed (đúng).</summary>
    Valid = 1,

    /// <summary>It is not allowed (sai).</summary>
    Invalid = 2,
}

/// <summary>Whether a signing form is right, and why.</summary>
/// <param name="Verdict">The answer.</param>
/// <param name="Variant">The way that it is signed in, when it is allowed; otherwise null.</param>
/// <param name="Reasons">Why it is not allowed or not settled; empty when it is allowed.</param>
public sealed record SigningJudgement(SigningVerdict Verdict, SigningVariant? Variant, ValueList<Reason> Reasons);

/// <summary>
/// The rules about signing forms, by system, kind of body, signer, basis and date (quy định về thể thức ký): Decree 30/2020/NĐ-CP Art. 13 for
/// the State, Guidance 36-HD/VPTW of 2018 and Regulation 399-QĐ/TW with Guidance 05-HD/VPTW of 2026 for the Party.
/// </summary>
/// <remarks>What these do not settle is said to be unknown: acting heads in the Party, the Front, dates before the first of them.</remarks>
public static class SigningRules
{
    private static readonly ReasonKind NoRuleKind = new(
        "signing_rule_not_known",
        "Chưa có căn cứ để xác định cách ký của {title} thuộc {body} vào ngày {on}",
        "No rule that was read settles how the {title} of a body of the kind {body} signs on {on}");

    private static readonly ReasonKind NoneAllowedKind = new(
        "no_right_to_sign", "{title} thuộc {body} không được ký trong trường hợp này", "The {title} of a body of the kind {body} may not sign in this case");

    private static readonly ReasonKind PassingKind = new(
        "passing_not_allowed", "Quy chế làm việc không cho phép giao cấp phó ký thừa lệnh", "The working regulations do not let a deputy sign by order");

    private static readonly ReasonKind PassingUnknownKind = new(
        "passing_not_known",
        "Chưa biết quy chế làm việc có cho phép giao cấp phó ký thừa lệnh hay không",
        "It is not known whether the working regulations let a deputy sign by order");

    private static readonly ReasonKind NotCollectiveKind = new(
        "not_a_collective_body",
        "{body} làm việc theo chế độ thủ trưởng, không ký thay mặt tập thể",
        "A body of the kind {body} is under one head and signs on behalf of no collective");

    private static readonly ReasonKind CollectiveSignsKind = new(
        "collective_signs_on_behalf",
        "{body} làm việc theo chế độ tập thể: mọi văn bản ký thay mặt (T/M), không ký thay (K/T)",
        "A body of the kind {body} is a collective: it signs on behalf (T/M), nobody signs for the head (K/T)");

    private static readonly ReasonKind NotInPartyKind = new(
        "mandate_form_not_in_party",
        "Văn bản của Đảng không dùng T/U; người được giao ký dùng T/L",
        "Documents of the Party do not use T/U; who is authorised signs T/L");

    private static readonly ReasonKind MismatchKind = new(
        "form_mismatch", "Ký {used}; phải ký {expected}", "Signed {used}; has to be signed {expected}");

    private static readonly BilingualText Alone = new("trực tiếp bằng chức vụ", "with the title alone");

    /// <summary>Which ways of signing are allowed.</summary>
    /// <param name="question">Who signs, on what, when.</param>
    /// <returns>The ways that are allowed, each with its law; none, or not settled, is an answer.</returns>
    public static SigningAnswer Allowed(SigningQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        bool isCollective = question.Body.IsCollective();
        if (question.Basis == SigningBasis.CollectiveDecision && !isCollective && LawOf(question) is LegalBasis law)
        {
            return new SigningAnswer(question, [], true, [NotCollectiveKind.Because(law, ("body", question.Body.Name()))]);
        }

        if (SigningLaw.Rules.FirstOrDefault(r => r.AppliesTo(question)) is not SigningRule rule)
        {
            return new SigningAnswer(question, [], false, [NoRuleKind.Because(
                null, ("title", question.Title.Name()), ("body", question.Body.Name()), ("on", question.On))]);
        }

        if (rule.NeedsPassing && question.MayPassToDeputy is not true)
        {
            bool isKnown = question.MayPassToDeputy is false;
            return new SigningAnswer(question, [], isKnown, [(isKnown ? PassingKind : PassingUnknownKind).Because(rule.Law)]);
        }

        ValueList<SigningVariant> variants = rule.Variants.Select(v => new SigningVariant(v.Forms, v.Seal, rule.Law)).ToValueList();
        ValueList<Reason> reasons = variants.Count > 0 ? []
            : question.Body.System() == OrganizationSystem.Party && isCollective ? [CollectiveSignsKind.Because(rule.Law, ("body", question.Body.Name()))]
            : [NoneAllowedKind.Because(rule.Law, ("title", question.Title.Name()), ("body", question.Body.Name()))];
        return new SigningAnswer(question, variants, true, reasons);
    }

    /// <summary>Whether forms are allowed.</summary>
    /// <param name="question">Who signs, on what, when.</param>
    /// <param name="forms">The forms that were used, in the order of the lines; empty for the title alone.</param>
    /// <returns>The judgement.</returns>
    public static SigningJudgement Judge(SigningQuestion question, ValueList<SigningForm> forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        SigningAnswer answer = Allowed(question);
        if (answer.Variants.FirstOrDefault(v => v.Forms.Equals(forms)) is SigningVariant used)
        {
            return new SigningJudgement(SigningVerdict.Valid, used, []);
        }

        List<Reason> reasons = [.. NeverInParty(question, forms)];
        if (answer.Expected is SigningVariant expected)
        {
            reasons.Insert(0, MismatchKind.Because(
                expected.Basis, ("used", Written(forms, question.Body.System())), ("expected", Expected(answer, question.Body.System()))));
        }

        bool isInvalid = answer.IsSettled || reasons.Count > 0;
        SigningVerdict verdict = isInvalid ? SigningVerdict.Invalid : SigningVerdict.Unknown;
        return new SigningJudgement(verdict, null, [.. reasons, .. answer.Reasons.Where(r => !reasons.Contains(r))]);
    }

    // Excluded whatever else is open.
    private static IEnumerable<Reason> NeverInParty(SigningQuestion question, ValueList<SigningForm> forms)
    {
        if (question.Body.System() != OrganizationSystem.Party || LawOf(question) is not LegalBasis law)
        {
            yield break;
        }

        if (forms.Contains(SigningForm.ByMandate))
        {
            yield return NotInPartyKind.Because(law);
        }

        if (forms.Contains(SigningForm.ForHead) && question.Body.IsCollective())
        {
            yield return CollectiveSignsKind.Because(law, ("body", question.Body.Name()));
        }
    }

    private static LegalBasis? LawOf(SigningQuestion question) => question.Body.System() switch
    {
        OrganizationSystem.State when SigningLaw.StateDates.Contains(question.On) => SigningLaw.Decree30,
        OrganizationSystem.Party when SigningLaw.PartyDates2018.Contains(question.On) => SigningLaw.Guidance36,
        OrganizationSystem.Party when SigningLaw.PartyDates2026.Contains(question.On) => SigningLaw.Guidance05,
        _ => null,
    };

    private static BilingualText Expected(SigningAnswer answer, OrganizationSystem system)
    {
        List<BilingualText> all = [.. answer.Variants.Select(v => Written(v.Forms, system))];
        return new BilingualText(string.Join(" / ", all.Select(t => t.Vietnamese)), string.Join(" / ", all.Select(t => t.English)));
    }

    private static BilingualText Written(ValueList<SigningForm> forms, OrganizationSystem system) => forms.Count == 0
        ? Alone
        : BilingualText.Same(string.Join(", ", forms.Select(f => SigningBlock.MarkOf(f, system))));
}
