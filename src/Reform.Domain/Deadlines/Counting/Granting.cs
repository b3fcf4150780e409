using Reform.Domain.Explanations;
using Reform.Domain.Legal;

namespace Reform.Domain.Deadlines;

/// <summary>Decides on one more extension.</summary>
internal static class Granting
{
    private static readonly ReasonKind WithinCap = new(
        "extension_within_cap", "Được gia hạn {amount} {unit}: trong giới hạn cho phép", "An extension of {amount} {unit} is within what is allowed");

    private static readonly ReasonKind NoCap = new(
        "extension_without_cap",
        "Không có quy định giới hạn nào được nêu đối với việc gia hạn {amount} {unit}",
        "No limit is stated that would forbid an extension of {amount} {unit}");

    public static ExtensionDecision Of(in Deadline deadline, Extension extension)
    {
        DeadlineTerms terms = deadline.Terms;
        DeadlineTerms extended = terms with { Extensions = [.. terms.Extensions, extension] };
        if (deadline.Direction == CountDirection.Backward)
        {
            throw InvalidTermsException.Backward("extensions", new Values.BilingualText("gia hạn", "extensions"));
        }

        if (terms.ExtensionCap?.Forbids(extension, terms.Extensions.Count, deadline.HasDue ? deadline.DueDate : null) is Reason refusal)
        {
            return new ExtensionDecision(extension, isGranted: false, deadline, refusal);
        }

        LegalBasis? basis = terms.ExtensionCap?.Basis ?? extension.Basis;
        Reason reason = (terms.ExtensionCap is null ? NoCap : WithinCap).Because(
            basis, ("amount", extension.Length.Amount), ("unit", TimeUnits.NameOf(extension.Length.Unit)));
        return new ExtensionDecision(extension, isGranted: true, deadline.On(extended, deadline.Calendar), reason);
    }
}
