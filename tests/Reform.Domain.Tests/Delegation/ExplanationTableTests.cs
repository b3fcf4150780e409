using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;
using Reform.Testing;

namespace Reform.Domain.Tests.Delegation;

/// <summary>The table of a chain of three grants in docs/guides/delegation.md is what the library says, in both languages.</summary>
public sealed class ExplanationTableTests
{
    private static readonly Dictionary<string, BilingualText> Names = new(StringComparer.Ordinal)
    {
        ["assembly"] = new("Quốc hội", "the National Assembly"),
        ["province"] = new("UBND tỉnh", "the People's Committee of the province"),
        ["commune"] = new("UBND xã A", "the People's Committee of commune A"),
        ["chair"] = new("Chủ tịch UBND xã A", "the Chair of commune A"),
    };

    private static readonly Grant Devolved = Make("1", GrantKind.Devolution, "assembly", "province", null, "100/2025/QH15", new LocalDate(2025, 7, 1), null);
    private static readonly Grant Decentralised = Make("2", GrantKind.Decentralization, "province", "commune", "1", "12/2025/QĐ-UBND", new LocalDate(2025, 9, 1), null);
    private static readonly Grant Mandated =
        Make("3", GrantKind.Mandate, "commune", "chair", "2", "34/QĐ-UBND", new LocalDate(2026, 1, 1), new LocalDate(2027, 1, 1));

    [Fact]
    public void A_yes_over_three_grants_reads_as_the_guide_shows() => Shown(
        new AuthorityRegister([Permit(null)], [Devolved, Decentralised, Mandated]).Check(new AuthorityQuestion("chair", "permit", new LocalDate(2026, 6, 15))),
        ["holds_by_law", "granted", "granted", "granted", "interpretation_onward_mandate"]);

    [Fact]
    public void A_no_over_three_grants_reads_as_the_guide_shows() => Shown(
        new AuthorityRegister([Permit(null)], [Devolved, Decentralised, Mandated], [new GrantEvent.Revoked("1", new LocalDate(2026, 5, 1), new LocalDate(2026, 5, 4))])
            .Check(new AuthorityQuestion("chair", "permit", new LocalDate(2026, 6, 15))),
        ["grantor_lost_power", "grantor_lost_power", "revoked"]);

    private static void Shown(AuthorityDecision decision, string[] codes)
    {
        string guide = File.ReadAllText(Repository.PathOf("docs", "guides", "delegation.md"));
        ValueList<Reason> reasons = decision.Explain(Names.GetValueOrDefault);
        Assert.Equal(codes, reasons.Select(r => r.Code));
        foreach (Reason reason in reasons)
        {
            Assert.Contains("| `" + reason.Code + "` | " + reason.Sentence.Vietnamese + " | " + reason.Sentence.English + " |", guide, StringComparison.Ordinal);
        }
    }

    private static Power Permit(LocalDate? until) => new(
        "permit", new BilingualText("Cấp phép", "Issue of a permit"),
        [new HolderRule("assembly", new Validity(null, until), new LegalBasis(new BilingualText("Điều 1 luật mẫu", "sample law, Art. 1")))]);

    private static Grant Make(string id, GrantKind kind, string from, string to, string? parent, string number, LocalDate first, LocalDate? end) => new()
    {
        Id = id,
        Kind = kind,
        PowerId = "permit",
        GrantorId = from,
        GranteeId = to,
        ParentId = parent,
        Validity = new Validity(first, end),
        AllowsOnward = true,
        Instrument = new Instrument(number, first, new BilingualText("Văn bản mẫu", "Sample document")),
    };
}
