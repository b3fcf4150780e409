using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>One row of the rules about signing forms: for whom it holds, and which ways it allows.</summary>
/// <param name="System">The system.</param>
/// <param name="Basis">On what the signature rests.</param>
/// <param name="IsCollective">Whether the signer's body is a collective; null: either.</param>
/// <param name="Rank">The signer's rank.</param>
/// <param name="Mode">How the signer holds the title.</param>
/// <param name="Variants">The ways that are allowed; none: nobody of this kind may sign so.</param>
/// <param name="Validity">The dates for which the rule holds.</param>
/// <param name="Law">The law.</param>
internal sealed record SigningRule(
    OrganizationSystem System,
    SigningBasis Basis,
    bool? IsCollective,
    TitleRank Rank,
    AppointmentMode Mode,
    ValueList<(ValueList<SigningForm> Forms, SealOwner Seal)> Variants,
    Validity Validity,
    LegalBasis Law)
{
    /// <summary>Whether it holds only where the working regulations let a standing order be passed to a deputy.</summary>
    public bool NeedsPassing { get; init; }

    public bool AppliesTo(SigningQuestion question) =>
        System == question.Body.System() && Basis == question.Basis && (IsCollective is null || IsCollective == question.Body.IsCollective())
        && Rank == question.Title.Rank() && Mode == question.Mode && Validity.Contains(question.On);
}
