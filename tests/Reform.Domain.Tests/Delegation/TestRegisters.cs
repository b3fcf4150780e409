using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Delegation;

/// <summary>Small synthetic registers of one power, "permit".</summary>
internal static class TestRegisters
{
    public static LocalDate NewYear { get; } = new(2026, 1, 1);

    public static Validity Year2026 { get; } = new(NewYear, NewYear.PlusYears(1));

    public static AuthorityRegister HeldBy(string holder, params Grant[] grants) => HeldBy(holder, default, grants);

    public static AuthorityRegister HeldBy(string holder, Validity validity, params Grant[] grants) => new(
        [
            new Power(
                "permit", new BilingualText("Cấp phép", "Issue of a permit"),
                [new PowerHolder(holder, validity, LegalBasis.LocalGovernment("14"))])
        ],
        grants);

    public static Grant Grant(
        string from,
        string to,
        GrantKind kind = GrantKind.Mandate,
        Validity validity = default,
        bool onward = false,
        GrantScope? scope = null) => new(
            from + ">" + to, kind, "permit", from, to, validity, onward, scope ?? GrantScope.Everything,
            new Instrument("1-QĐ/" + from, new LocalDate(2025, 12, 15), new BilingualText("Quyết định giao quyền", "Decision to grant")));

    public static AuthorityDecision Ask(
        this AuthorityRegister register, string actor, LocalDate on, string territory = "X", string procedure = "P1") =>
        register.Check(new AuthorityQuestion(actor, "permit", on, territory, procedure));
}
