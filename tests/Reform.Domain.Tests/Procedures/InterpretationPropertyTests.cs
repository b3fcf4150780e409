using CsCheck;
using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Procedures;

/// <summary>Random questions and answers about one limit, in two times, against the definition written out.</summary>
public sealed class InterpretationPropertyTests
{
    private const int Days = 60;
    private static readonly LocalDate First = new(2025, 7, 1);
    private static readonly InterpretationSubject Subject = new("PTY-DSCC", "DSCC-FILE");

    private static readonly TextReading[] Readings =
    [
        new("a", BilingualText.Same("a")),
        new("b", BilingualText.Same("b")) { Limit = TimeLimit.WorkingDays(30) },
        new("c", BilingualText.Same("c")) { Limit = TimeLimit.CalendarDays(30) },
    ];

    private static readonly Gen<Recorded<Interpretation>> Answers =
        from start in Gen.Int[0, Days]
        from length in Gen.Int[1, 40]
        from level in Gen.Int[0, 3]
        from reading in Gen.Int[0, 2]
        from recorded in Gen.Int[0, Days]
        select new Recorded<Interpretation>(
            "",
            new Interpretation(
                "", Subject, "x", LegalBasis.Citing("x"), First, new Validity(First.PlusDays(start), First.PlusDays(start + length)), Readings[reading])
            {
                IssuerLevel = level == 3 ? null : (OrganizationLevel)level,
            },
            MomentOf(recorded));

    private static readonly Gen<InterpretationRecords> Records =
        from isAsked in Gen.Bool
        from answers in Answers.List[0, 5]
        select new InterpretationRecords
        {
            Questions = isAsked ? [new("q", new InterpretationQuestion("q", Subject, BilingualText.Same("?"), First, [Readings[0], Readings[1]]), MomentOf(0))] : [],
            Interpretations = answers.Select(Named).ToValueList(),
        };

    [Fact]
    public void The_reading_is_that_of_the_definition() => Gen.Select(Records, Gen.Int[0, Days]).Sample((records, day) =>
    {
        LocalDate on = First.PlusDays(day);
        InterpretedLimit read = Read(new InterpretationRegister(records, ProcedureCatalogue.Vietnam), on);
        (InterpretationStanding standing, string[] readings) = Define(records, on);

        Assert.Equal(standing, read.Standing);
        Assert.Equal(readings, read.Readings.Select(r => r.Reading?.Id ?? "").Order(StringComparer.Ordinal));
        Assert.Equal(readings.Length == 1, read.Settled is not null);
        Assert.All(read.Readings, r => Assert.NotNull(r.ToDeadlineTerms()));
    });

    [Fact]
    public void What_is_recorded_later_changes_no_earlier_answer() => Gen.Select(Records, Answers.List[1, 3], Gen.Int[0, Days], Gen.Int[0, Days])
        .Sample((records, more, day, known) =>
        {
            Instant moment = MomentOf(known);
            IEnumerable<Recorded<Interpretation>> later = more.Select((a, i) => Named(a, 50 + i) with { RecordedAt = moment + Duration.Epsilon });
            InterpretationRecords extended = records with { Interpretations = [.. records.Interpretations, .. later] };
            LocalDate on = First.PlusDays(day);

            Assert.Equal(
                Read(new InterpretationRegister(records, ProcedureCatalogue.Vietnam).AsKnownAt(moment), on),
                Read(new InterpretationRegister(extended, ProcedureCatalogue.Vietnam).AsKnownAt(moment), on));
        });

    private static (InterpretationStanding Standing, string[] Readings) Define(InterpretationRecords records, LocalDate on)
    {
        Interpretation[] inForce = [.. records.Interpretations.Select(r => r.Fact!).Where(i => i.Validity.From <= on && on < i.Validity.To)];
        string[] all = Ids(inForce);
        if (inForce.Length == 0)
        {
            return records.Questions.Count > 0 ? (InterpretationStanding.OpenQuestion, ["a", "b"]) : (InterpretationStanding.AsWritten, [""]);
        }

        if (all.Length == 1)
        {
            return (InterpretationStanding.Interpreted, all);
        }

        string[] highest = inForce.Any(i => i.IssuerLevel is null) ? all
            : Ids(inForce.Where(i => inForce.All(o => i.IssuerLevel <= o.IssuerLevel)));
        return highest.Length == 1 ? (InterpretationStanding.HigherRankPrevails, highest) : (InterpretationStanding.Conflicting, all);
    }

    private static string[] Ids(IEnumerable<Interpretation> interpretations) =>
        [.. interpretations.Select(i => i.Reading.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static InterpretedLimit Read(InterpretationRegister register, LocalDate on) =>
        register.Read("PTY-DSCC", ProcedureCatalogue.Vietnam.Find("PTY-DSCC")!.InForceOn(on)!, "DSCC-FILE", on);

    private static Recorded<Interpretation> Named(Recorded<Interpretation> record, int number)
    {
        string id = "i" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return record with { Id = id, Fact = record.Fact! with { Id = id } };
    }

    private static Instant MomentOf(int day) => First.PlusDays(day).AtMidnight().InUtc().ToInstant();
}
