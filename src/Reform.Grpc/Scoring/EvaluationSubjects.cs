using System.Globalization;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Scoring;
using Reform.Domain.Values;
using Reform.Grpc.Registers;

namespace Reform.Grpc.Scoring;

/// <summary>What is recorded about evaluations as the facts that rules judge, as it stands on a date.</summary>
/// <param name="state">The registers.</param>
/// <param name="on">The date.</param>
internal sealed class EvaluationSubjects(RegisterState state, LocalDate on)
{
    private readonly EvaluationEvidence evidence = new(state, on);

    private ScoringBook Book => state.Scoring;

    /// <summary>The criteria that are meant for a group in a period; null: none is in force.</summary>
    public static CriteriaSet? SetFor(ScoringBook book, string? group, EvaluationPeriod period)
    {
        try
        {
            return group is null ? null : book.SetFor(group, period);
        }
        catch (RecordInputException)
        {
            return null;
        }
    }

    /// <summary>The units of a period of which anything is recorded, or that a round asks for, each with its round.</summary>
    public static IEnumerable<(string UnitId, EvaluationRound? Round)> UnitsOf(ScoringPeriod period)
    {
        var asked = new Dictionary<string, EvaluationRound>(StringComparer.Ordinal);
        foreach (EvaluationRound round in period.Rounds.Values)
        {
            foreach (string unit in round.Units)
            {
                asked.TryAdd(unit, round);
            }
        }

        return period.Units.Keys.Concat(asked.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(u => (
            u, asked.GetValueOrDefault(u) ?? period.Rounds.Values.FirstOrDefault(r => r.Group == period.Units[u].Measures?.Fact.Group)));
    }

    /// <summary>The criteria sets, as the rule over them has them.</summary>
    public IEnumerable<CriteriaSetFacts> Sets() => Book.Sets.Select(s => CriteriaSetFacts.Of(
        s.Set.Set.Id + "/" + s.Set.Set.Version.ToString(CultureInfo.InvariantCulture), null, s.Set.Set.Effective.From, s.Set.Set.Tree.Criteria));

    /// <summary>The evaluations of a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="isWanted">Which units.</param>
    public IEnumerable<EvaluationFacts> Evaluations(ScoringPeriod period, Func<string, bool> isWanted)
    {
        ILookup<string, ShownResult> shown = period.Shown.Values.ToLookup(s => s.UnitId, StringComparer.Ordinal);
        return UnitsOf(period).Where(u => isWanted(u.UnitId)).Select(u =>
        {
            KeptUnit kept = period.Units.GetValueOrDefault(u.UnitId) ?? KeptUnit.Nothing;
            Appraisal? appraisal = kept.AppraisalOn(on)?.Fact;
            CriteriaSet? set = SetFor(Book, kept.Measures?.Fact.Group ?? u.Round?.Group, period.Period);
            return new EvaluationDossier(period.Period, u.UnitId)
            {
                Set = set,
                SelfScoreDueOn = u.Round?.SelfScoreDueOn,
                ResultDueOn = u.Round?.ResultDueOn,
                Appraisal = appraisal,
                Formalism = evidence.Of(period.Period, u.UnitId, kept, appraisal, set),
                Decided = kept.History,
                Shown = shown[u.UnitId].ToValueList(),
            }.FactsOn(on, FormalismThresholds.Default);
        });
    }

    /// <summary>The ratings of a period: the results of units, and those of their heads and Party organisations.</summary>
    public IEnumerable<RatingFacts> Ratings(ScoringPeriod period) => RatingFacts.Of(
        period.Period, RecordsOf(period),
        period.Period.Before() is EvaluationPeriod before && Book.Periods.GetValueOrDefault(before.Id) is ScoringPeriod earlier ? RecordsOf(earlier) : []);

    /// <summary>The groups of a period in which anybody has a result. Until all of them have one the numbers are not known.</summary>
    public IEnumerable<PeerGroupFacts> Groups(ScoringPeriod period)
    {
        ILookup<string, (ResultVersion Version, RatingLevel Computed)> decided = period.Units.Values
            .Where(u => u.History?.AsOf(on) is not null)
            .Select(u => (Version: u.History!.AsOf(on)!, Of: u))
            .Select(u => (u.Version, Computed: (RatingLevel)((int)u.Of.Versions[u.Version.Number - 1].Fact.Score.Level - 1)))
            .ToLookup(u => u.Version.Score.Group, StringComparer.Ordinal);
        foreach (IGrouping<string, (ResultVersion Version, RatingLevel Computed)> group in decided.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            EvaluationRound? round = period.Rounds.Values.FirstOrDefault(r => r.Group == group.Key);
            string?[] deciders = [.. group.Select(v => v.Version.DecidedBy).Distinct(StringComparer.Ordinal)];
            HashSet<string> rated = [.. group.Select(v => v.Version.Score.UnitId)];
            bool isWhole = Book.UnitsOf(group.Key, period.Period.Id).Select(u => u.UnitId).Concat(round?.Units ?? []).All(rated.Contains);
            var facts = PeerGroupFacts.Of(
                period.Period.Id + "/" + group.Key, deciders.Length == 1 ? deciders[0] : null, group.Max(v => v.Version.On),
                group.Select(v => v.Version.Level).ToValueList(),
                group.Count(v => v is { Version.Level: RatingLevel.Good, Computed: RatingLevel.ExcellentCandidate }),
                SetFor(Book, group.Key, period.Period)?.Cap.Base ?? CapBase.AfterDemotion, round?.IsOutstanding ?? false);
            yield return isWhole ? facts : facts with { Excellent = null, BaseSize = null };
        }
    }

    /// <summary>The comparisons with earlier periods that were seen to be shown.</summary>
    public IEnumerable<ScoreTrendFacts> Trends(ScoringPeriod period) => period.Shown.Values.Where(s => s.ComparedWith is not null && s.SeenOn <= on).Select(s =>
    {
        CriteriaSet? now = SetOf(s.UnitId, s.Period);
        CriteriaSet? then = SetOf(s.UnitId, s.ComparedWith!);
        return new ScoreTrendFacts
        {
            Id = s.Id,
            UnitId = s.UnitId,
            ComparedOn = s.SeenOn,
            SetsMatch = now is null || then is null ? null : now.IsComparableWith(then),
        };
    });

    /// <summary>What was decided in a period by the date.</summary>
    public ValueList<RatingRecord> RecordsOf(ScoringPeriod period)
    {
        IEnumerable<RatingRecord> collectives = period.Units.Where(u => u.Value.History?.AsOf(on) is not null).Select(u =>
        {
            ResultVersion version = u.Value.History!.AsOf(on)!;
            return new RatingRecord(
                period.Period.Id + "/" + u.Key, RatingSubject.Collective, u.Key, SuperiorOf(u.Key, version.On), version.On, version.Level)
            {
                FirstDecidedOn = u.Value.History.Versions[0].On,
                HasReformCriterion = true,
            };
        });
        IEnumerable<RatingRecord> others = period.Ratings.Values.Where(r => r.DecidedOn <= on)
            .OrderBy(r => r.UnitId, StringComparer.Ordinal).ThenBy(r => r.Subject)
            .Select(r => new RatingRecord(
                period.Period.Id + "/" + r.UnitId + (r.Subject == RatingSubject.Head ? "/head" : "/party_organization"), r.Subject, r.UnitId, null, r.DecidedOn, r.Level)
            {
                HasReformCriterion = r.ReformWeight is Fraction weight ? weight.Sign > 0 : null,
            });
        return [.. collectives, .. others];
    }

    private CriteriaSet? SetOf(string unitId, EvaluationPeriod period)
    {
        ScoringPeriod? kept = Book.Periods.GetValueOrDefault(period.Id);
        string? group = kept?.Units.GetValueOrDefault(unitId)?.Measures?.Fact.Group
            ?? kept?.Rounds.Values.FirstOrDefault(r => r.Units.Contains(unitId, StringComparer.Ordinal))?.Group;
        return SetFor(Book, group, period);
    }

    private string? SuperiorOf(string unitId, LocalDate day)
    {
        OrganizationRegister units = state.Organization;
        return units.FindUnit(unitId) is not null && units.Covers(day) ? units.ParentOf(unitId, day) : null;
    }
}
