using NodaTime;
using NodaTime.Text;
using Reform.Domain.Deadlines;
using Reform.Domain.Inspections;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Inspections;

/// <summary>Records of one year: a plan, two inspections, what followed. The units are made up.</summary>
internal static class InspectionWorld
{
    public static readonly Validity Year = new(new LocalDate(2024, 1, 1), new LocalDate(2025, 1, 1));

    public static readonly InspectionPlan Plan = new("KH-1", "inspection", Year, TimeLimit.WorkingDays(15), TimeLimit.WorkingDays(10))
    {
        ApprovedOn = new LocalDate(2024, 5, 20),
        CoordinatorIds = ["office"],
        Selections =
        [
            new("ward-a", SelectionReason.Risk) { Note = new BilingualText("12 vi phạm quá hạn", "12 breaches of limits") },
            new("ward-b", SelectionReason.Random) { Seed = "2024/1" },
        ],
    };

    public static readonly Inspection OfWardA = new("KT-1", "KH-1", "ward-a", new LocalDate(2024, 6, 3))
    {
        EndedOn = new LocalDate(2024, 6, 14),
        Inspectors = [new("cb-1", "inspection"), new("cb-2", "office")],
    };

    public static readonly Inspection OfWardB = new("KT-2", "KH-1", "ward-b", new LocalDate(2024, 7, 1)) { EndedOn = new LocalDate(2024, 7, 5), Inspectors = [new("cb-1", "inspection")] };

    public static InspectionRecords Records { get; } = new()
    {
        Plans = [In(Plan, "p")],
        Inspections = [In(OfWardA, "i1"), In(OfWardB, "i2")],
        Conclusions = [In(new InspectionConclusion("KL-1", "KT-1", Day("2024-07-05"), InspectionRating.Good), "c1")],
        Commendations = [In(new Commendation("BD-1", "ward-a", Day("2024-07-19"), "KT-1"), "k1")],
        Reminders = [In(new Reminder("NN-1", "ward-b", ReminderKind.Reminder, Day("2024-08-01"), Day("2024-09-30"), new BilingualText("niêm yết thủ tục", "post the procedures")) { InspectionId = "KT-2" }, "r1")],
        Shortcomings =
        [
            In(new Shortcoming("TT-1", "ward-b", Day("2023-11-01"), Day("2024-03-01"), new BilingualText("chưa niêm yết", "not posted")), "s1"),
            In(new Shortcoming("TT-2", "ward-b", Day("2024-10-01"), Day("2025-03-01"), new BilingualText("chậm báo cáo", "reports late")), "s2"),
        ],
        Practices = [In(new GoodPractice("CL-1", "hong-bang", new BilingualText("bàn làm việc trống trơn", "the empty desk"), Day("2024-10-28"), "báo chí, 28-10-2024") { RecommendedOn = Day("2024-11-15") }, "g1")],
        Replications = [In(new Replication("NR-1", "CL-1", "ward-a", Day("2025-02-03")), "n1")],
    };

    public static InspectionRegister Register(Func<InspectionRecords, InspectionRecords>? change = null) => new((change ?? (r => r))(Records));

    public static Recorded<T> In<T>(T fact, string id)
        where T : class => new(id, fact, Instant.FromUnixTimeSeconds(1));

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
