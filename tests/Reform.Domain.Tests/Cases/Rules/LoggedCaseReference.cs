using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Delegation;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Cases.Rules;

/// <summary>
/// What each rule says of a case in <see cref="RuleWorld.Full"/>, read from its events as the law reads: slowly, and without any of the facts that
/// rules ask.
/// </summary>
internal static class LoggedCaseReference
{
    private static readonly string[] Steps = ["receive", "check", "decide"];

    // When the laws on mandates began.
    private static readonly LocalDate Since2016 = new(2016, 1, 1);
    private static readonly LocalDate Since2025 = new(2025, 3, 1);

    // The calendar of the world: Monday to Friday, no holidays, January to April 2026.
    private static readonly LocalDate FirstKnown = new(2026, 1, 1);
    private static readonly LocalDate LastKnown = new(2026, 4, 30);

    public static Verdict Of(string code, LoggedCase c)
    {
        bool hasProcedure = c.ProcedureCode == "P";
        string[] done = [.. c.Events.Select(e => e.Activity).OfType<string>()];
        int nameless = c.Events.Count(e => e.Activity is null);
        bool allTimed = c.Events.All(e => e.Time is not null);
        LocalDate[] dates = [.. c.Events.Select(e => e.Time?.Date).OfType<LocalDate>()];
        LocalDate? due = ComputedDue(c) ?? c.Deadline?.Date;
        switch (code)
        {
            case "CR-CAS-01":
                return Since(new LocalDate(2018, 6, 21), c, dates)
                    ?? (c.UnreadableTimes.Contains("receipt") || c.UnreadableTimes.Contains("deadline") ? Verdict.Unknown : Kept(c.Receipt is not null && c.Deadline is not null));
            case "CR-CAS-03":
                return !hasProcedure ? Verdict.NotApplicable
                    : c.Receipt is null || c.Deadline is null || ComputedDue(c) is not LocalDate right ? Verdict.Unknown
                    : Kept(c.Deadline.Date == right);
            case "CR-CAS-04":
                int asked = done.Count(a => a == "supplement");
                return Since(new LocalDate(2025, 7, 9), c, dates) ?? (asked > 1 ? Verdict.Fail : asked + nameless > 1 ? Verdict.Unknown : Verdict.Pass);
            case "CR-CAS-05":
                return !IsOpen(c) ? Verdict.NotApplicable : due is null ? Verdict.Unknown : Kept(RuleWorld.Mapping.AsOf <= due);
            case "CR-CAS-06":
                return IsOpen(c) ? Verdict.NotApplicable : c.End is null || due is null ? Verdict.Unknown : Kept(c.End.Date <= due);
            case "CR-CAS-09":
                return Since(new LocalDate(2025, 7, 9), c, dates) ?? (c.Outcome != "no" ? Verdict.NotApplicable : Kept(c.OutcomeReason is not null));
            case "CR-CAS-12":
                return Decision(c) is not LoggedEvent decision ? Verdict.NotApplicable
                    : decision.Resource is null || c.Requester is null ? Verdict.Unknown
                    : Kept(decision.Resource != c.Requester);
            case "CR-CAS-15":
                int[] places = [.. Steps.Select(s => Array.IndexOf(done, s)).Where(p => p >= 0)];
                return !hasProcedure ? Verdict.NotApplicable
                    : nameless > 0 ? Verdict.Unknown
                    : Kept(places.SequenceEqual(places.Order()) && (IsOpen(c) || places.Length == Steps.Length));
            case "CR-CAS-27":
                return !hasProcedure ? Verdict.NotApplicable
                    : Steps.Any(s => done.Count(a => a == s) > 1) ? Verdict.Fail
                    : nameless > 0 ? Verdict.Unknown
                    : Verdict.Pass;
            case "CR-CAS-28":
                return !hasProcedure ? Verdict.NotApplicable
                    : done.Any(a => !Steps.Contains(a) && a != "supplement") ? Verdict.Fail
                    : nameless > 0 ? Verdict.Unknown
                    : Verdict.Pass;
            case "CR-CAS-29":
                LoggedEvent[] checks = [.. c.Events.Where(e => e.Activity == "check")], decisions = [.. c.Events.Where(e => e.Activity == "decide")];
                return !hasProcedure || checks.Length == 0 || decisions.Length == 0 ? Verdict.NotApplicable
                    : checks.Any(one => one.Resource is not null && decisions.Any(other => other.Resource == one.Resource)) ? Verdict.Fail
                    : nameless > 0 || checks.Concat(decisions).Any(e => e.Resource is null) ? Verdict.Unknown
                    : Verdict.Pass;
            case "CR-CAS-30":
                return Kept(c.Responsible is not null);
            case "CR-CAS-31":
                return IsOpen(c) ? Verdict.NotApplicable
                    : c.End is null ? Verdict.Unknown
                    : dates.Any(d => d > c.End.Date) ? Verdict.Fail
                    : allTimed ? Verdict.Pass : Verdict.Unknown;
            case "CR-CAS-32":
                return c.Events.Select(e => e.Resource).Append(c.Responsible).Any(who => string.Equals(who, "test", StringComparison.OrdinalIgnoreCase)) ? Verdict.Fail
                    : c.Events.All(e => e.Resource is not null) ? Verdict.Pass : Verdict.Unknown;
            case "CR-CAS-33":
                return IsOpen(c) ? Verdict.NotApplicable : c.End is null || c.Receipt is null ? Verdict.Unknown : Kept(!IsEarlier(c.End, c.Receipt));
            case "CR-CAS-34":
                return c.PlannedEnd is null && !c.UnreadableTimes.Contains("planned_end") ? Verdict.NotApplicable
                    : c.PlannedEnd is null || c.Deadline is null ? Verdict.Unknown
                    : Kept(c.PlannedEnd.Date <= c.Deadline.Date);
            case "CR-CAS-35":
                CaseTime[] timed = [.. c.Events.Select(e => e.Time).OfType<CaseTime>()];
                return Enumerable.Range(1, Math.Max(timed.Length - 1, 0)).Any(i => IsEarlier(timed[i], timed[i - 1])) ? Verdict.Fail
                    : allTimed || c.Events.Count < 2 ? Verdict.Pass : Verdict.Unknown;
            case "CR-CAS-36":
                return c.Receipt is null ? Verdict.Unknown
                    : c.Events.Any(e => e.Time is not null && IsEarlier(e.Time, c.Receipt)) ? Verdict.Fail
                    : allTimed ? Verdict.Pass : Verdict.Unknown;
            case "CR-CAS-37":
                return Kept(c.UnitId is not null);
            case "CR-PRC-01":
                return Kept(hasProcedure);
            case "CR-DLG-03":
                return Authority(c, Since2016, AuthorityBreak.GrantExpired);
            case "CR-DLG-04":
                return Authority(c, Since2016, AuthorityBreak.GrantNotYetInForce);
            case "CR-DLG-05":
                return Authority(c, Since2025, AuthorityBreak.OutOfScope);
            case "CR-DLG-06":
                return Authority(c, Since2016, AuthorityBreak.GrantorLackedPower);
            case "CR-DLG-07":
                return Authority(c, Since2016, AuthorityBreak.SubdelegationForbidden);
            case "CR-DLG-24":
                return Authority(c, Since2025, AuthorityBreak.NoGrant);
            default:
                throw new ArgumentException("There is no such rule.", nameof(code));
        }
    }

    private static Verdict Kept(bool isKept) => isKept ? Verdict.Pass : Verdict.Fail;

    private static bool IsOpen(LoggedCase c) => c.End is null && !c.UnreadableTimes.Contains("end");

    private static LoggedEvent? Decision(LoggedCase c) => c.ProcedureCode == "P" ? c.Events.FirstOrDefault(e => e.Activity == "decide") : null;

    // Null: the law binds on the day by which the case is judged.
    private static Verdict? Since(LocalDate from, LoggedCase c, LocalDate[] dates) =>
        (c.Receipt?.Date ?? (dates.Length == 0 ? null : dates.Min())) is not LocalDate day ? Verdict.Unknown
        : day < from ? Verdict.NotApplicable
        : null;

    private static bool IsEarlier(CaseTime one, CaseTime other)
    {
        bool bothHaveClocks = one.Clock is LocalTime a && a >= new LocalTime(0, 0, 1) && other.Clock is LocalTime b && b >= new LocalTime(0, 0, 1);
        return one.Date < other.Date || (one.Date == other.Date && bothHaveClocks && one.Instant < other.Instant);
    }

    // Five working days after the day of receipt, of cases received since 1 February 2026.
    private static LocalDate? ComputedDue(LoggedCase c)
    {
        if (c.ProcedureCode != "P" || c.Receipt?.Date is not LocalDate day || day < new LocalDate(2026, 2, 1) || day < FirstKnown || day > LastKnown)
        {
            return null;
        }

        for (int counted = 0; counted < 5;)
        {
            day = day.PlusDays(1);
            if (day > LastKnown)
            {
                return null;
            }

            counted += day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }

    private static Verdict Authority(LoggedCase c, LocalDate law, AuthorityBreak cause)
    {
        if (Decision(c) is not LoggedEvent decision || decision.Time?.Date < law)
        {
            return Verdict.NotApplicable;
        }

        if (decision is not { Position: string actor, Time: CaseTime time } || c.Territory is not string territory)
        {
            return Verdict.Unknown;
        }

        AuthorityDecision answer = RuleWorld.Authority.Check(new AuthorityQuestion(actor, "power", time.Date)
        {
            Case = new AuthorityCase { Subject = "P", Territories = ValueList.Create<string>([territory]) },
        });
        return answer.Verdict == AuthorityVerdict.Competent ? Verdict.Pass : Kept(answer.Break != cause);
    }
}
