using System.Globalization;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;

namespace Reform.Benchmarks;

/// <summary>
/// Facts of made-up cases without end, the same on every machine: one adoption case replayed from its events, each copy with dates, units
/// and conduct of its own. About one in seven breaks something.
/// </summary>
internal sealed class SyntheticCases
{
    private const int Units = 200;
    private static readonly string[] UnitIds = [.. Enumerable.Range(0, Units).Select(u => "unit-" + u.ToString(CultureInfo.InvariantCulture))];
    private readonly Random random = new(72);
    private readonly CaseFacts pattern;
    private int number;

    public SyntheticCases(LocalDateTime now)
    {
        var at = new LocalDate(2026, 3, 2);
        CaseEvent[] events =
        [
            new CaseReceived(CaseTime.On(at), "ST-ADOPT", "ward", "R-1"), new CompletenessChecked(CaseTime.On(at), true),
            .. Enumerable.Range(1, 5).SelectMany(s => (CaseEvent[])[new StepStarted(CaseTime.On(at.PlusDays(2 * s)), s), new StepFinished(CaseTime.On(at.PlusDays(1 + (2 * s))), s)]),
            new CaseDecided(CaseTime.On(at.PlusDays(12))), new PartyNotified(CaseTime.On(at.PlusDays(13)), NoticeSubject.Result, "R-1"),
            new ResultReturned(CaseTime.On(at.PlusDays(14))), new SatisfactionAnswered(CaseTime.On(at.PlusDays(15)), 5),
        ];
        var file = CaseFile.From("H-1", events.Select((e, i) => new Recorded<CaseEvent>(i.ToString(CultureInfo.InvariantCulture), e, Instant.FromUnixTimeSeconds(i))));
        pattern = CaseFacts.Of(file, CaseTerms.Of(ProcedureCatalogue.Vietnam.Find("ST-ADOPT")!.Versions[0], WorkCalendar.VietnamStateAgencies), now) with
        {
            System = OrganizationSystem.State,
            DecidedBy = "official-7",
        };
    }

    /// <summary>The next cases.</summary>
    public CaseFacts[] Next(int count)
    {
        var cases = new CaseFacts[count];
        for (int i = 0; i < count; i++)
        {
            LocalDate received = new LocalDate(2025, 7, 1).PlusDays(random.Next(300));
            int limit = random.Next(5, 45), took = OneIn(20) ? limit + random.Next(1, 20) : random.Next(1, limit + 1);
            bool isOpen = OneIn(8);
            string unit = UnitIds[random.Next(Units)];
            LocalDate due = received.PlusDays(limit), ended = received.PlusDays(took);
            bool isLate = took > limit;
            cases[i] = pattern with
            {
                CaseId = (++number).ToString("D8", CultureInfo.InvariantCulture),
                UnitId = unit,
                HolderUnitId = unit,
                ReceivedOn = received,
                AppointedOn = due,
                ComputedDueOn = due,
                DueOn = due,
                SlipDueOn = due,
                AppointmentDiffers = false,
                Timeliness = isOpen ? (isLate ? Timeliness.PendingOverdue : Timeliness.PendingWithin) : isLate ? Timeliness.Late : took < limit ? Timeliness.Early : Timeliness.OnTime,
                WorkingDaysLate = isLate ? took - limit : 0,
                WorkingDaysSinceDue = isLate ? took - limit : 0,
                State = isOpen ? CaseState.InProgress : pattern.State,
                Outcome = isOpen ? null : pattern.Outcome,
                EndedOn = isOpen ? null : ended,
                ReturnedOn = isOpen ? null : ended,
                ResultNotifiedOn = isOpen || OneIn(50) ? null : ended,
                WorkingDaysUsed = took,
                CalendarDays = took,
                SupplementRequests = OneIn(60) ? 2 : OneIn(5) ? 1 : 0,
                Suspensions = OneIn(10) ? 1 : 0,
                SuspensionsWithoutGround = OneIn(200) ? 1 : 0,
                AskedForPaper = OneIn(100),
                VotesBelowThreshold = OneIn(500) ? 1 : 0,
            };
        }

        return cases;
    }

    private bool OneIn(int many) => random.Next(many) == 0;
}
