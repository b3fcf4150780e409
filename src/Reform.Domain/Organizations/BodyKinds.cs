using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>What holds for every body of a kind (đặc điểm của từng loại tổ chức).</summary>
public static class BodyKinds
{
    private sealed record Traits(OrganizationSystem System, bool IsCollective, string Word, BilingualText Name);

    private static readonly Dictionary<BodyKind, Traits> All = new()
    {
        [BodyKind.CentralCommittee] = Party(true, "central_committee", "Ban Chấp hành Trung ương", "Central Committee"),
        [BodyKind.PoliticalBureau] = Party(true, "political_bureau", "Bộ Chính trị", "Political Bureau"),
        [BodyKind.Secretariat] = Party(true, "secretariat", "Ban Bí thư", "Secretariat"),
        [BodyKind.PartyOrganization] = Party(true, "party_organization", "đảng bộ", "Party organisation"),
        [BodyKind.PartyCommittee] = Party(true, "party_committee", "cấp ủy, đảng ủy", "Party committee"),
        [BodyKind.StandingBoard] = Party(true, "standing_board", "ban thường vụ", "standing board"),
        [BodyKind.StandingMembers] = Party(true, "standing_members", "thường trực cấp ủy", "standing members"),
        [BodyKind.PartyCell] = Party(true, "party_cell", "chi bộ", "Party cell"),
        [BodyKind.CellCommittee] = Party(true, "cell_committee", "chi ủy", "cell committee"),
        [BodyKind.InspectionCommission] = Party(true, "inspection_commission", "ủy ban kiểm tra", "inspection commission"),
        [BodyKind.PartyCaucus] = Party(true, "party_caucus", "ban cán sự đảng, đảng đoàn", "Party civil-affairs committee, Party delegation"),
        [BodyKind.CommitteeOffice] = Party(false, "committee_office", "văn phòng cấp ủy", "committee office"),
        [BodyKind.OrganizationCommission] = Party(false, "organization_commission", "ban tổ chức", "organisation commission"),
        [BodyKind.AdvisoryBody] = Party(false, "advisory_body", "cơ quan tham mưu, giúp việc", "advisory body"),
        [BodyKind.NationalAssembly] = State(true, "national_assembly", "Quốc hội", "National Assembly"),
        [BodyKind.Government] = State(true, "government", "Chính phủ", "Government"),
        [BodyKind.Ministry] = State(false, "ministry", "bộ, cơ quan ngang bộ", "ministry"),
        [BodyKind.PeoplesCouncil] = State(true, "peoples_council", "hội đồng nhân dân", "People's Council"),
        [BodyKind.PeoplesCommittee] = State(true, "peoples_committee", "ủy ban nhân dân", "People's Committee"),
        [BodyKind.SpecializedAgency] = State(false, "specialized_agency", "cơ quan chuyên môn", "specialised agency"),
        [BodyKind.OtherAdministrativeBody] = State(false, "other_administrative_body", "tổ chức hành chính khác", "other administrative body"),
        [BodyKind.Division] = State(false, "division", "phòng, đơn vị thuộc cơ quan", "division"),
        [BodyKind.PublicServiceUnit] = State(false, "public_service_unit", "đơn vị sự nghiệp công lập", "public-service unit"),
        [BodyKind.FatherlandFront] = Front("fatherland_front", "ủy ban Mặt trận Tổ quốc", "committee of the Fatherland Front"),
        [BodyKind.MassOrganization] = Front("mass_organization", "ban chấp hành đoàn thể", "executive committee of a mass organisation"),
        [BodyKind.MilitaryCommittee] = Party(true, "military_committee", "đảng ủy quân sự", "military Party committee"),
    };

    internal static IReadOnlyDictionary<string, BodyKind> ByWord { get; } = All.ToDictionary(t => t.Value.Word, t => t.Key, StringComparer.Ordinal);

    /// <summary>The system to which bodies of a kind belong.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The system.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is no defined kind.</exception>
    public static OrganizationSystem System(this BodyKind kind) => Of(kind).System;

    /// <summary>Whether bodies of a kind decide as a collective, by vote (làm việc theo chế độ tập thể).</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>True for a collective; false for a body under one head (chế độ thủ trưởng).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is no defined kind.</exception>
    public static bool IsCollective(this BodyKind kind) => Of(kind).IsCollective;

    /// <summary>What a kind is called.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The name, without a capital unless it is a proper name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is no defined kind.</exception>
    public static BilingualText Name(this BodyKind kind) => Of(kind).Name;

    internal static string Word(this BodyKind kind) => Of(kind).Word;

    private static Traits Of(BodyKind kind) =>
        All.TryGetValue(kind, out Traits? traits) ? traits : throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of body.");

    private static Traits Party(bool collective, string word, string vietnamese, string english) =>
        new(OrganizationSystem.Party, collective, word, new BilingualText(vietnamese, english));

    private static Traits State(bool collective, string word, string vietnamese, string english) =>
        new(OrganizationSystem.State, collective, word, new BilingualText(vietnamese, english));

    private static Traits Front(string word, string vietnamese, string english) =>
        new(OrganizationSystem.Front, true, word, new BilingualText(vietnamese, english));
}
