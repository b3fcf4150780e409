using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The instruments that rules over case files rest on, each with the dates on which it binds; docs/sources.md has them all.</summary>
internal static class CaseLaw
{
    /// <summary>Replies to questions and petitions (trả lời phê bình, chất vấn, báo cáo, kiến nghị), in the catalogue of procedures.</summary>
    public const string Replies = "PTY-QRY";

    /// <summary>The official transfer of Party activities (chuyển sinh hoạt đảng chính thức), in the catalogue of procedures.</summary>
    public const string OfficialTransfer = "PTY-TRO";

    private static readonly LocalDate Online = new(2025, 7, 9);
    private static readonly LocalDate NewOneStop = new(2025, 7, 1);

    /// <summary>An article of Regulation 338-QĐ/TW, from its first day on.</summary>
    public static InForce PartyProcedures(string article) => new(new Validity(Online, null), LegalBasis.PartyProcedures(article));

    /// <summary>Before Regulation 338-QĐ/TW: what it says follows from the programme.</summary>
    public static InForce BeforePartyProcedures(BilingualText words) => new(new Validity(null, Online), Programme(words));

    /// <summary>A clause of Regulation 294-QĐ/TW, while it was in force.</summary>
    public static InForce Charter(string clause) => new(
        new Validity(NewOneStop, new LocalDate(2026, 4, 8)),
        new LegalBasis(new BilingualText("Quy định 294-QĐ/TW, khoản " + clause, "Regulation 294-QĐ/TW, " + clause)));

    /// <summary>A clause of Regulation 294-QĐ/TW while it was in force; before and after it, the words of the programme.</summary>
    public static IEnumerable<InForce> CharterOr(string clause, BilingualText words) => Within(Charter(clause), words);

    /// <summary>A section of Guidance 06-HD/TW, while it was in force.</summary>
    public static InForce Guidance06(string section) => new(
        new Validity(new LocalDate(2025, 6, 9), new LocalDate(2026, 5, 19)),
        new LegalBasis(new BilingualText("Hướng dẫn 06-HD/TW, mục " + section, "Guidance 06-HD/TW, section " + section)));

    /// <summary>The same; before and after it, the words of the programme.</summary>
    public static IEnumerable<InForce> Guidance06Or(string section, BilingualText words) => Within(Guidance06(section), words);

    /// <summary>The one-stop mechanism of the State: Decree 61/2018/NĐ-CP, and Decree 118/2025/NĐ-CP after it.</summary>
    public static IEnumerable<InForce> OneStop(LocalDate? until = null) =>
    [
        new(new Validity(new LocalDate(2018, 6, 21), NewOneStop), Decree("61/2018/NĐ-CP")),
        new(new Validity(NewOneStop, until), Decree("118/2025/NĐ-CP")),
    ];

    /// <summary>The slip: the appointed date by the one-stop mechanism; the official time of receipt also by Regulation 338-QĐ/TW.</summary>
    public static IEnumerable<InForce> Slip => [.. OneStop(Online), new(new Validity(Online, null), And(Decree("118/2025/NĐ-CP"), LegalBasis.PartyProcedures("14(1)")))];

    /// <summary>The end of a period by the Civil Code, whichever version of it.</summary>
    public static InForce CivilPeriods => new(default, LegalBasis.CivilCode("148"));

    /// <summary>Filing periods: Regulation 294-QĐ/TW while it was in force, beside it "one month" of the Charter; before and after it, the words of the programme.</summary>
    public static IEnumerable<InForce> FilingPeriods => Within(
        Charter("8.2.1, 8.2.3") with
        {
            Basis = And(Charter("8.2.1, 8.2.3").Basis, new LegalBasis(new BilingualText("Điều 39(7) Điều lệ Đảng (2011)", "Party Charter (2011), Art. 39(7)"))),
        },
        ProgrammeWords.ManyReadings);

    /// <summary>Words of the programme, which hold on every date.</summary>
    public static InForce Always(BilingualText words) => new(default, Programme(words));

    /// <summary>That a choice of Reform fills what the law leaves open.</summary>
    public static LegalBasis Policy(string vietnamese, string english) => new(new BilingualText("Chính sách: " + vietnamese, "Policy: " + english));

    private static InForce[] Within(InForce law, BilingualText words) =>
    [
        new(new Validity(null, law.Validity.From), Programme(words)), law, new(new Validity(law.Validity.To, null), Programme(words)),
    ];

    private static LegalBasis And(LegalBasis first, LegalBasis second) => new(new BilingualText(
        first.Citation.Vietnamese + "; " + second.Citation.Vietnamese, first.Citation.English + "; " + second.Citation.English));

    private static LegalBasis Programme(BilingualText words) => LegalBasis.Programme72(words.Vietnamese, words.English);

    private static LegalBasis Decree(string number) => new(new BilingualText("Nghị định " + number, "Decree " + number));
}

/// <summary>A law and the dates on which it binds.</summary>
internal sealed record InForce(Validity Validity, LegalBasis Basis);

/// <summary>Words of the programme, as docs/coverage.md has them.</summary>
internal static class ProgrammeWords
{
    public static readonly BilingualText StandardProcesses = new("chuẩn hóa các quy trình nghiệp vụ", "standardised work processes");
    public static readonly BilingualText Discipline = new("kỷ luật, kỷ cương", "discipline and order");
    public static readonly BilingualText ServingMembers = new("phục vụ tốt nhu cầu của cán bộ, đảng viên", "serving officials and members well");
    public static readonly BilingualText EmptyDesks = new("bàn làm việc trống trơn", "empty desks");
    public static readonly BilingualText NoCorruption = new("chống tham nhũng, tiêu cực", "against corruption and misconduct");
    public static readonly BilingualText Sound = new("khoa học", "sound and orderly");
    public static readonly BilingualText ManyReadings = new("nhiều cách hiểu khác nhau", "read in many ways");
    public static readonly BilingualText HandlingCases = new("giải quyết các hồ sơ công việc", "handling of cases");
    public static readonly BilingualText Pilots = new("đề xuất được thí điểm", "proposes pilots, which Central has to allow");
    public static readonly BilingualText EveryStep = new("nâng cao chất lượng xử lý từng khâu", "better handling of every step");
}
