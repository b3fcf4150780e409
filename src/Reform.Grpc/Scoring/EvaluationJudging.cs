using NodaTime;
using Reform.Domain.Compliance;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Scoring;
using Reform.Grpc.Compliance;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Scoring;

/// <summary>Judges evaluations by the rules over them: for an answer, and for the findings that are kept, which follow whatever is recorded.</summary>
internal sealed class EvaluationJudging(RuleBooks books, BrokenRuleLog log, IClock clock)
{
    private readonly FindingSearch<CriteriaSetFacts> sets = new(books.Over<CriteriaSetFacts>());
    private readonly FindingSearch<EvaluationFacts> evaluations = new(books.Over<EvaluationFacts>());
    private readonly FindingSearch<RatingFacts> ratings = new(books.Over<RatingFacts>());
    private readonly FindingSearch<PeerGroupFacts> groups = new(books.Over<PeerGroupFacts>());
    private readonly FindingSearch<ScoreTrendFacts> trends = new(books.Over<ScoreTrendFacts>());

    /// <summary>Whether a rule over evaluations has a code.</summary>
    public bool Finds(string code) => new RuleBook[] { sets.Book, evaluations.Book, ratings.Book, groups.Book, trends.Book }.Any(b => b.Codes.Any(c => c.Code == code));

    /// <summary>Judges what is recorded, for an answer; nothing is stored.</summary>
    /// <param name="state">The registers.</param>
    /// <param name="unit">The unit that answers; null: all.</param>
    /// <param name="period">The period; null: all.</param>
    /// <param name="on">The date of judgement.</param>
    /// <param name="all">Whether what is kept, or does not apply, is wanted too.</param>
    public SubjectJudging Judge(RegisterState state, string? unit, string? period, LocalDate on, bool all)
    {
        var subjects = new EvaluationSubjects(state, on);
        ScoringPeriod[] periods = [.. state.Scoring.Periods.Values.Where(p => period is null || p.Period.Id == period)];
        var found = new SubjectJudging(books, log, unit, all);
        found.Judge(period is null ? Named(subjects.Sets(), sets) : []);
        found.Judge(periods.SelectMany(p => Named(subjects.Evaluations(p, u => unit is null || u == unit), evaluations)));
        found.Judge(periods.SelectMany(p => Named(subjects.Ratings(p), ratings)));
        found.Judge(periods.SelectMany(p => Named(subjects.Groups(p), groups)));
        found.Judge(periods.SelectMany(p => Named(subjects.Trends(p), trends)));
        return found;
    }

    /// <summary>Brings the findings up to date with what was just recorded, as of today, inside the transaction that is under way.</summary>
    public Task Follow(ReformDbContext db, FindingLedger ledger, RegisterState before, RegisterState after, CancellationToken cancellation)
    {
        LocalDate today = clock.TodayInVietnam();
        return Judge(db, ledger, Scope.Of(before.Scoring, after.Scoring), new EvaluationSubjects(before, today), new EvaluationSubjects(after, today), after.Organization, today, cancellation);
    }

    /// <summary>Brings all findings of a unit (null: of everything) up to date, as of today, inside the transaction that is under way.</summary>
    public Task JudgeAll(ReformDbContext db, FindingLedger ledger, RegisterState state, string? unit, CancellationToken cancellation)
    {
        LocalDate today = clock.TodayInVietnam();
        var subjects = new EvaluationSubjects(state, today);
        return Judge(db, ledger, Scope.Everything(state.Scoring, unit), subjects, subjects, state.Organization, today, cancellation);
    }

    private async Task Judge(
        ReformDbContext db, FindingLedger ledger, Scope scope, EvaluationSubjects before, EvaluationSubjects after, OrganizationRegister organization, LocalDate today,
        CancellationToken cancellation)
    {
        async Task Of<T>(FindingSearch<T> search, IEnumerable<T> earlier, IEnumerable<T> now)
        {
            RuleSubject<T> kind = search.Book.Subject;
            T[] subjects = [.. now.Where(s => scope.UnitId is null || kind.UnitOf(s) == scope.UnitId)];
            string[] ids = [.. earlier.Where(s => scope.UnitId is null || kind.UnitOf(s) == scope.UnitId).Select(kind.IdOf).Concat(subjects.Select(kind.IdOf)).Distinct(StringComparer.Ordinal)];
            if (ids.Length > 0)
            {
                await ledger.Judge(db, search, subjects, today, ids, cancellation, organization);
            }
        }

        await Of(sets, [], scope.HasSets ? after.Sets() : []);
        await Of(evaluations, scope.Periods.SelectMany(p => before.Evaluations(p.Before, p.IsTouched)), scope.Periods.SelectMany(p => after.Evaluations(p.After, p.IsTouched)));
        await Of(ratings, scope.Decided.SelectMany(p => before.Ratings(p.Before)), scope.Decided.SelectMany(p => after.Ratings(p.After)));
        await Of(groups, scope.Decided.SelectMany(p => before.Groups(p.Before)), scope.Decided.SelectMany(p => after.Groups(p.After)));
        await Of(trends, scope.Shown.SelectMany(p => before.Trends(p.Before)), scope.Shown.SelectMany(p => after.Trends(p.After)));
    }

    private static IEnumerable<(T, string)> Named<T>(IEnumerable<T> subjects, FindingSearch<T> search) =>
        subjects.Select(s => (s, FindingMapping.SubjectName(search.Book.Kind, search.Book.Subject.IdOf(s))));

    /// <summary>What has to be judged.</summary>
    /// <param name="UnitId">Only what this unit answers for; null: everything.</param>
    /// <param name="HasSets">The criteria sets.</param>
    /// <param name="Periods">The evaluations of these periods.</param>
    /// <param name="Decided">Ratings and groups of these periods.</param>
    /// <param name="Shown">Comparisons that were shown of these periods.</param>
    private sealed record Scope(
        string? UnitId, bool HasSets, IReadOnlyList<PeriodChange> Periods, IReadOnlyList<PeriodChange> Decided, IReadOnlyList<PeriodChange> Shown)
    {
        public static Scope Everything(ScoringBook book, string? unit)
        {
            PeriodChange[] all = [.. book.Periods.Values.Select(p => new PeriodChange(p, p, _ => true))];
            return new Scope(unit, true, all, all, all);
        }

        public static Scope Of(ScoringBook before, ScoringBook after)
        {
            PeriodChange[] all =
            [
                .. after.Periods.Values.Select(p => PeriodChange.Of(before.Periods.GetValueOrDefault(p.Period.Id) ?? new ScoringPeriod(p.Period), p)),
            ];
            HashSet<string> decided = [.. all.Where(c => c.IsDecidedAnew).Select(c => c.After.Period.Id)];
            bool hasSets = !ReferenceEquals(before.Sets, after.Sets);
            return new Scope(
                null, hasSets, [.. all.Where(c => !ReferenceEquals(c.Before, c.After))],
                [.. all.Where(c => decided.Contains(c.After.Period.Id) || (c.After.Period.Before() is EvaluationPeriod earlier && decided.Contains(earlier.Id)))],
                [.. all.Where(c => hasSets || !ReferenceEquals(c.Before.Shown, c.After.Shown))]);
        }
    }

    /// <summary>A period before and after something was recorded; what was not touched is the same object.</summary>
    private sealed record PeriodChange(ScoringPeriod Before, ScoringPeriod After, Func<string, bool> IsTouched)
    {
        /// <summary>Whether anything that ratings or groups follow from is another.</summary>
        public bool IsDecidedAnew => !ReferenceEquals(Before.Ratings, After.Ratings) || !ReferenceEquals(Before.Rounds, After.Rounds)
            || (!ReferenceEquals(Before.Units, After.Units) && After.Units.Any(u => IsTouched(u.Key)
                && !(ReferenceEquals(Before.Units.GetValueOrDefault(u.Key)?.History, u.Value.History)
                    && Before.Units.GetValueOrDefault(u.Key)?.Measures?.Fact.Group == u.Value.Measures?.Fact.Group)));

        public static PeriodChange Of(ScoringPeriod before, ScoringPeriod after)
        {
            bool isWhole = !ReferenceEquals(before.Rounds, after.Rounds) || !ReferenceEquals(before.Shown, after.Shown);
            return new PeriodChange(
                before, after, u => isWhole || !ReferenceEquals(before.Units.GetValueOrDefault(u), after.Units.GetValueOrDefault(u)));
        }
    }
}
