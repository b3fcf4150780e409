using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Delegation;

/// <summary>Small synthetic registers of one power, "permit".</summary>
internal static class TestRegisters
{
    public static LocalDate NewYear { get; } = new(2026, 1, 1);

    public static LocalDate June15 { get; } = new(2026, 6, 15);

    public static Validity Year2026 { get; } = new(NewYear, NewYear.PlusYears(1));

    public static Power Permit { get; } = HeldBy("chair", default(Validity));

    public static Power HeldBy(string holder, Validity validity) =>
        new("permit", new BilingualText("Cấp phép", "Issue of a permit"), [new HolderRule(holder, validity, LegalBasis.LocalGovernment("14"))]);

    public static AuthorityRegister HeldBy(string holder, params Grant[] grants) => new([HeldBy(holder, default(Validity))], grants);

    public static AuthorityRegister After(this Grant grant, params GrantEvent[] events) => new([Permit], [grant], events);

    public static Grant Grant(
        string from,
        string to,
        GrantKind kind = GrantKind.Mandate,
        Validity validity = default,
        bool onward = false,
        GrantScope? scope = null,
        Grant? parent = null) => new()
        {
            Id = from + ">" + to,
            Kind = kind,
            PowerId = "permit",
            GrantorId = from,
            GranteeId = to,
            ParentId = parent?.Id,
            Validity = validity,
            AllowsOnward = onward,
            Scope = scope ?? GrantScope.Everything,
            Instrument = new Instrument("1-QĐ/" + from, new LocalDate(2025, 12, 15), new BilingualText("Quyết định giao quyền", "Decision to grant")),
        };

    public static AuthorityDecision Ask(this AuthorityRegister register, string actor, LocalDate on, AuthorityCase? about = null) =>
        register.Check(new AuthorityQuestion(actor, "permit", on) { Case = about ?? AuthorityCase.Unstated });

    public static AuthorityCase In(string territory, string? subject = null) => new() { Territories = [territory], Subject = subject };
}
