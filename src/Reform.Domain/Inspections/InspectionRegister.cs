using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>Inspections and what follows from them, as it was recorded (ghi nhận kiểm tra, giám sát).</summary>
public sealed record InspectionRecords
{
    /// <summary>The plans.</summary>
    public ValueList<Recorded<InspectionPlan>> Plans { get; init; } = [];

    /// <summary>The inspections.</summary>
    public ValueList<Recorded<Inspection>> Inspections { get; init; } = [];

    /// <summary>Their conclusions, one each.</summary>
    public ValueList<Recorded<InspectionConclusion>> Conclusions { get; init; } = [];

    /// <summary>The proposals to commend.</summary>
    public ValueList<Recorded<Commendation>> Commendations { get; init; } = [];

    /// <summary>The reminders and criticisms.</summary>
    public ValueList<Recorded<Reminder>> Reminders { get; init; } = [];

    /// <summary>What was confirmed to be mended.</summary>
    public ValueList<Recorded<RemedyConfirmation>> Confirmations { get; init; } = [];

    /// <summary>The shortcomings.</summary>
    public ValueList<Recorded<Shortcoming>> Shortcomings { get; init; } = [];

    /// <summary>What was fixed of them.</summary>
    public ValueList<Recorded<ShortcomingFix>> Fixes { get; init; } = [];

    /// <summary>The good practices.</summary>
    public ValueList<Recorded<GoodPractice>> Practices { get; init; } = [];

    /// <summary>Who took them over.</summary>
    public ValueList<Recorded<Replication>> Replications { get; init; } = [];
}

/// <summary>The register of inspections, recognition and shortcomings (sổ kiểm tra, khen, nhắc và tồn tại); immutable, shared; as known at any moment.</summary>
public sealed class InspectionRegister
{
    /// <summary>Creates a register.</summary>
    /// <param name="records">The records.</param>
    /// <exception cref="RecordInputException">
    /// They contradict each other; every problem is listed. Codes beside the general ones: unknown_plan, unknown_inspection, unknown_reminder,
    /// unknown_shortcoming, unknown_practice, before_beginning, ends_before_beginning, due_before_issued, concluded_twice, another_unit,
    /// confirmed_by_itself, confirmed_twice, fixed_twice, replicates_itself, open_period, seed_without_draw.
    /// </exception>
    public InspectionRegister(InspectionRecords records)
        : this(records, null) => new InspectionChecks(records).ThrowIfAny();

    private InspectionRegister(InspectionRecords records, Instant? knownAt)
    {
        ArgumentNullException.ThrowIfNull(records);
        AllRecords = records;
        KnownAt = knownAt;
        Plans = Standing(records.Plans, p => p.Id);
        Inspections = Standing(records.Inspections, i => i.Id);
        Conclusions = Standing(records.Conclusions, c => c.Id);
        Commendations = Standing(records.Commendations, c => c.Id);
        Reminders = Standing(records.Reminders, r => r.Id);
        Confirmations = Standing(records.Confirmations, c => c.Id);
        Shortcomings = Standing(records.Shortcomings, s => s.Id);
        Fixes = Standing(records.Fixes, f => f.Id);
        Practices = Standing(records.Practices, p => p.Id);
        Replications = Standing(records.Replications, r => r.Id);
    }

    /// <summary>Every record, those that were corrected too.</summary>
    public InspectionRecords AllRecords { get; }

    /// <summary>The moment of record that this register shows; null: everything that is recorded.</summary>
    public Instant? KnownAt { get; }

    /// <summary>The plans that stand, by their identifiers; so all lists.</summary>
    public ValueList<InspectionPlan> Plans { get; }

    /// <summary>The inspections.</summary>
    public ValueList<Inspection> Inspections { get; }

    /// <summary>The conclusions.</summary>
    public ValueList<InspectionConclusion> Conclusions { get; }

    /// <summary>The proposals to commend.</summary>
    public ValueList<Commendation> Commendations { get; }

    /// <summary>The reminders and criticisms.</summary>
    public ValueList<Reminder> Reminders { get; }

    /// <summary>What was confirmed to be mended.</summary>
    public ValueList<RemedyConfirmation> Confirmations { get; }

    /// <summary>The shortcomings.</summary>
    public ValueList<Shortcoming> Shortcomings { get; }

    /// <summary>What was fixed of them.</summary>
    public ValueList<ShortcomingFix> Fixes { get; }

    /// <summary>The good practices.</summary>
    public ValueList<GoodPractice> Practices { get; }

    /// <summary>Who took them over.</summary>
    public ValueList<Replication> Replications { get; }

    /// <summary>The register as it stood at a moment.</summary>
    /// <param name="knownAt">The moment.</param>
    /// <returns>A register that answers the same questions.</returns>
    public InspectionRegister AsKnownAt(Instant knownAt) => new(AllRecords, knownAt);

    /// <summary>When the work at a unit last ended, by a date (lần kiểm tra gần nhất).</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="on">The date.</param>
    /// <returns>The day; null: it was not inspected by then.</returns>
    public LocalDate? LastInspectedOn(string unitId, LocalDate on) => Inspections
        .Where(i => string.Equals(i.UnitId, unitId, StringComparison.Ordinal) && i.EndedOn <= on).Max(i => i.EndedOn);

    /// <summary>The shortcomings of a unit that are open on a date (tồn tại chưa khắc phục).</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="on">The date; what was fixed on it is fixed.</param>
    /// <returns>The shortcomings found by that date and not fixed by it.</returns>
    public ValueList<Shortcoming> OpenShortcomings(string unitId, LocalDate on) => Shortcomings
        .Where(s => string.Equals(s.UnitId, unitId, StringComparison.Ordinal) && s.FoundOn <= on
            && !Fixes.Any(f => string.Equals(f.ShortcomingId, s.Id, StringComparison.Ordinal) && f.On <= on)).ToValueList();

    /// <summary>Whether every shortcoming that was found before a period was fixed by a date: the condition of the top level of a rating.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="foundBefore">The first day of the period.</param>
    /// <param name="on">The date.</param>
    /// <returns>True also when there was none.</returns>
    public bool AllFixed(string unitId, LocalDate foundBefore, LocalDate on) => !OpenShortcomings(unitId, on).Any(s => s.FoundOn < foundBefore);

    /// <summary>Practices that were recommended to others, with who took them over by a date (cách làm hay để nhân rộng).</summary>
    /// <param name="on">The date.</param>
    /// <returns>The practices, by their identifiers.</returns>
    public ValueList<PracticeSpread> PracticesToCopy(LocalDate on) => Practices.Where(p => p.RecommendedOn <= on)
        .Select(p => new PracticeSpread(p, Replications
            .Where(r => string.Equals(r.PracticeId, p.Id, StringComparison.Ordinal) && r.On <= on).OrderBy(r => r.On).ThenBy(r => r.UnitId, StringComparer.Ordinal).ToValueList()))
        .ToValueList();

    private ValueList<T> Standing<T>(ValueList<Recorded<T>> records, Func<T, string> id)
        where T : class => Recorded.StandingAt(records, KnownAt ?? Instant.MaxValue).Select(r => r.Fact!).OrderBy(id, StringComparer.Ordinal).ToValueList();
}

/// <summary>A practice and who took it over (kết quả nhân rộng).</summary>
/// <param name="Practice">The practice.</param>
/// <param name="Replications">Who took it over, in order of date.</param>
public sealed record PracticeSpread(GoodPractice Practice, ValueList<Replication> Replications);
