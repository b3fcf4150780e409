using System.Globalization;
using NodaTime;

namespace Reform.Benchmarks.Rivals;

/// <summary>The cases that every engine judges: the same on every machine, each rule holding for about its part of them.</summary>
public sealed class RivalWork
{
    public const int Rules = 12;

    private ulong state = 20250630;

    public RivalWork(int count)
    {
        Departments = [.. Enumerable.Range(1, 20).Select(d => "PB-" + d.ToString("000", CultureInfo.InvariantCulture))];
        Channels = ["DIRECT", "ONLINE", "POST"];
        Cases = new RivalCase<LocalDate>[count];
        string[] persons = [.. Enumerable.Range(1, 2000).Select(p => "CB-" + p.ToString("00000", CultureInfo.InvariantCulture))];
        string[] strangers = ["PB-900", "PB-901", "PB-902", "PB-903", "PB-904"];
        for (int i = 0; i < count; i++)
        {
            LocalDate received = AsOf.PlusDays(-1 - (int)(365 * Next()));
            LocalDate deadline = received.PlusDays(5 + (int)(40 * Next()));
            LocalDate? accepted = Holds(0.0334) ? null : received.PlusDays(Holds(0.2069) ? 4 + (int)(5 * Next()) : (int)(4 * Next()));
            LocalDate? completed = null;
            if (Holds(0.70))
            {
                completed = Holds(0.2662) ? deadline.PlusDays(1 + (int)(20 * Next())) : deadline.PlusDays(-(int)(5 * Next()));
            }
            else if (Holds(0.305))
            {
                deadline = AsOf.PlusDays((int)(30 * Next()));
            }

            string? responsible = Holds(0.0303) ? null : persons[(int)(persons.Length * Next())];
            string? approver = Holds(0.0197) ? responsible : Holds(0.05) ? null : persons[(int)(persons.Length * Next())];
            bool isExtended = Holds(0.15);
            int stepCount = 1 + (int)(8 * Next());
            var steps = new List<RivalStep<LocalDate>>(stepCount);
            for (int rest = stepCount; rest > 0; rest--)
            {
                LocalDate due = received.PlusDays(1 + (int)(20 * Next()));
                LocalDate? ended = Holds(0.08) ? null : Holds(0.4425) ? due.PlusDays(1 + (int)(6 * Next())) : due.PlusDays(-(int)(4 * Next()));
                steps.Add(new() { DueOn = due, EndedOn = ended });
            }

            Cases[i] = new()
            {
                Id = i,
                Department = Holds(0.047) ? strangers[(int)(strangers.Length * Next())] : Departments[(int)(Departments.Length * Next())],
                Channel = Holds(0.03) ? "FAX" : Channels[(int)(Channels.Length * Next())],
                Status = completed is not null || Holds(0.034) ? "CLOSED" : "OPEN",
                ReceiptNumber = Holds(0.02) ? null : "BN-" + i.ToString("0000000", CultureInfo.InvariantCulture),
                Responsible = responsible,
                Approver = approver,
                IsExtended = isExtended,
                ExtensionReason = isExtended && Holds(0.8) ? "R" : null,
                ReceivedOn = received,
                AcceptedOn = accepted,
                Deadline = deadline,
                CompletedOn = completed,
                Steps = steps,
            };
            StepCount += steps.Count;
        }

        // Each kind of cases lies together, as it would if there were no other.
        CasesDateOnly = [.. Cases.Select(Converted)];
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
    }

    public static LocalDate AsOf { get; } = new(2025, 6, 30);

    public RivalCase<LocalDate>[] Cases { get; }

    public RivalCase<DateOnly>[] CasesDateOnly { get; }

    public int StepCount { get; }

    public string[] Departments { get; }

    public string[] Channels { get; }

    /// <summary>A hash of findings that does not depend on their order.</summary>
    public static ulong HashOf(ReadOnlySpan<Finding> findings)
    {
        ulong sum = 0;
        foreach (Finding finding in findings)
        {
            sum += Mixed(((ulong)finding.Case * 64) + (ulong)finding.Rule);
        }

        return sum;
    }

    private static RivalCase<DateOnly> Converted(RivalCase<LocalDate> given) => new()
    {
        Id = given.Id,
        Department = given.Department,
        Channel = given.Channel,
        Status = given.Status,
        ReceiptNumber = given.ReceiptNumber,
        Responsible = given.Responsible,
        Approver = given.Approver,
        IsExtended = given.IsExtended,
        ExtensionReason = given.ExtensionReason,
        ReceivedOn = given.ReceivedOn.ToDateOnly(),
        AcceptedOn = given.AcceptedOn?.ToDateOnly(),
        Deadline = given.Deadline.ToDateOnly(),
        CompletedOn = given.CompletedOn?.ToDateOnly(),
        Steps = [.. given.Steps.Select(s => new RivalStep<DateOnly> { DueOn = s.DueOn.ToDateOnly(), EndedOn = s.EndedOn?.ToDateOnly() })],
    };

    private bool Holds(double part) => Next() < part;

    // splitmix64, its upper 53 bits as a fraction.
    private double Next()
    {
        state += 0x9E3779B97F4A7C15;
        return (Mixed(state) >> 11) * (1.0 / (1UL << 53));
    }

    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
