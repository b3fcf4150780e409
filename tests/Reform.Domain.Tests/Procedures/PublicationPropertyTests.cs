using CsCheck;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Tests.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Procedures;

/// <summary>Random postings over 90 days in two times, against a reference that walks day by day.</summary>
public sealed class PublicationPropertyTests
{
    private const int Days = 90;
    private static readonly LocalDate First = new(2025, 6, 1);
    private static readonly LocalDate Effect = new(2025, 7, 1);
    private static readonly string[] Units = ["u", "w"];

    private static readonly ProcedureCatalogue Procedures = new(
        [],
        [new Procedure("P", BilingualText.Same("P"), OrganizationSystem.Party, [Version(new Validity(null, Effect)), Version(new Validity(Effect, null))])]);

    private static readonly OrganizationRegister Organization = new(
        [TestOrganizations.Unit("u"), TestOrganizations.Unit("w", from: new LocalDate(2025, 7, 14), to: new LocalDate(2025, 8, 20))], []);

    private static readonly Gen<Recorded<Publication>> Postings =
        from version in Gen.Int[1, 2]
        from unit in Gen.Int[0, 1]
        from start in Gen.Int[0, Days]
        from length in Gen.Int[1, 60]
        from open in Gen.Int[0, 4]
        from recorded in Gen.Int[0, Days]
        select new Recorded<Publication>(
            "",
            new Publication("", "P", version, Units[unit], PublicationChannel.Website, new Validity(
                open == 0 ? null : First.PlusDays(start), open == 1 ? null : First.PlusDays(start + length))),
            MomentOf(recorded));

    private static readonly Gen<PublicationRecords> Records =
        from postings in Postings.List[0, 6]
        from applies in Gen.Int[0, 3].List[2, 2]
        select new PublicationRecords
        {
            Publications = postings.Select((p, i) => Named(p, i)).ToValueList(),
            Applications = Units.SelectMany((u, i) => Applications(u, applies[i])).ToValueList(),
            Rules = [new PublicationRule(TimeLimit.WorkingDays(5), LegalBasis.Citing("x"), default)],
        };

    [Fact]
    public void A_cell_is_what_a_walk_through_the_days_finds() => Gen.Select(Records, Gen.Int[0, Days]).Sample((records, day) =>
    {
        LocalDate on = First.PlusDays(day);
        PublicationMatrix matrix = Matrix(new PublicationRegister(records, Procedures), on);
        Assert.Equal(2, matrix.Cells.Count);
        foreach (PublicationCell cell in matrix.Cells)
        {
            Assert.Equal(Walk(records, cell.UnitId, on), cell.State);
        }

        PublicationCoverage coverage = matrix.Coverage;
        Assert.Equal(2, coverage.Published + coverage.Missing + coverage.Pending + coverage.Unknown + coverage.NotApplicable);
    });

    [Fact]
    public void What_is_recorded_later_changes_no_earlier_answer() => Gen.Select(Records, Postings.List[1, 4], Gen.Int[0, Days], Gen.Int[0, Days])
        .Sample((records, more, day, known) =>
        {
            Instant moment = MomentOf(known);
            IEnumerable<Recorded<Publication>> later = more.Select((p, i) => Named(p, 100 + i) with { RecordedAt = moment + Duration.FromDays(1 + i) });
            PublicationRecords extended = records with { Publications = [.. records.Publications, .. later] };
            LocalDate on = First.PlusDays(day);

            Assert.Equal(
                Matrix(new PublicationRegister(records, Procedures).AsKnownAt(moment), on),
                Matrix(new PublicationRegister(extended, Procedures).AsKnownAt(moment), on));
        });

    [Fact]
    public void What_is_posted_later_changes_no_earlier_date() => Gen.Select(Records, Postings.List[1, 4], Gen.Int[0, Days])
        .Sample((records, more, day) =>
        {
            LocalDate on = First.PlusDays(day);
            IEnumerable<Recorded<Publication>> later = more.Select((p, i) => Named(p, 100 + i))
                .Select(p => p with { Fact = p.Fact! with { Posted = new Validity(on.PlusDays(1), null) } });
            PublicationRecords extended = records with { Publications = [.. records.Publications, .. later] };

            Assert.Equal(Matrix(new PublicationRegister(records, Procedures), on), Matrix(new PublicationRegister(extended, Procedures), on));
        });

    private static PublicationState Walk(PublicationRecords records, string unit, LocalDate on)
    {
        if (unit == "w" && (on < new LocalDate(2025, 7, 14) || on >= new LocalDate(2025, 8, 20)))
        {
            return PublicationState.NotApplicable;
        }

        bool[] statements = [.. records.Applications.Select(a => a.Fact!).Where(a => a.UnitId == unit).Select(a => a.Applies)];
        if (statements.Distinct().Count() != 1)
        {
            return PublicationState.Unknown;
        }

        if (!statements[0])
        {
            return PublicationState.NotApplicable;
        }

        int version = on < Effect ? 1 : 2;
        Publication[] own = [.. records.Publications.Select(r => r.Fact!).Where(p => p.UnitId == unit && p.Version == version)];
        bool isPosted = own.Any(p => (p.Posted.From ?? on) <= on && (p.Posted.To ?? LocalDate.MaxIsoValue) > on);

        // In effect for the unit; the first version has no recorded start, and neither has unit u.
        LocalDate? effect = version == 2 ? (unit == "w" ? new LocalDate(2025, 7, 14) : Effect) : unit == "w" ? new LocalDate(2025, 7, 14) : null;
        if (effect is not LocalDate start)
        {
            return isPosted ? PublicationState.PublishedTimeUnknown : PublicationState.Unknown;
        }

        LocalDate due = start;
        for (int left = 5; left > 0;)
        {
            due = due.PlusDays(1);
            left -= WorkCalendar.VietnamStateAgencies.IsWorkingDay(due) ? 1 : 0;
        }

        if (!isPosted)
        {
            return on <= due ? PublicationState.Pending : PublicationState.Missing;
        }

        for (LocalDate day = First; day <= on; day = day.PlusDays(1))
        {
            if (own.Any(p => p.Posted.From == day))
            {
                if (day <= due)
                {
                    return PublicationState.PublishedInTime;
                }

                return own.Any(p => p.Posted.From is null) ? PublicationState.PublishedTimeUnknown : PublicationState.PublishedLate;
            }
        }

        return PublicationState.PublishedTimeUnknown;
    }

    private static PublicationMatrix Matrix(PublicationRegister register, LocalDate on) =>
        register.MatrixOn(on, Units, ["P"], Organization, WorkCalendar.VietnamStateAgencies);

    private static Recorded<Publication> Named(Recorded<Publication> record, int number)
    {
        string id = "p" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return record with { Id = id, Fact = record.Fact! with { Id = id } };
    }

    // 0: not said; 1: applies; 2: does not; 3: both are said.
    private static IEnumerable<Recorded<ProcedureApplication>> Applications(string unit, int which)
    {
        if ((which & 1) != 0)
        {
            yield return new(unit + "+", new ProcedureApplication(unit + "+", "P", unit, true, default), Instant.MinValue);
        }

        if ((which & 2) != 0)
        {
            yield return new(unit + "-", new ProcedureApplication(unit + "-", "P", unit, false, default), Instant.MinValue);
        }
    }

    private static Instant MomentOf(int day) => First.PlusDays(day).AtMidnight().InUtc().ToInstant();

    private static ProcedureVersion Version(Validity validity) => new(validity, "f", "r", "u", "d", "x");
}
