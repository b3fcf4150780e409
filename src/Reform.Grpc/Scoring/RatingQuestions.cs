using System.Globalization;
using NodaTime;
using Reform.Domain.Scoring;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Scoring.V1;

namespace Reform.Grpc.Scoring;

/// <summary>What ratings put before people: the cap on excellence, the bound of a head, comparisons, lists. Nothing is decided here.</summary>
internal sealed class RatingQuestions(FactLists lists, EvaluationJudging judging, IClock clock)
{
    private const int MostTieBreaks = 100;

    public async Task<P.ProposeExcellenceResponse> Excellence(P.ProposeExcellenceRequest request, CancellationToken cancellation)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string group = ScoringMapping.Group("group", request.Group);
        EvaluationPeriod period = ScoringMapping.Period("period", request.Period);
        CapBase? capBase = RecordMapping.Optional<CapBase>("base", request.Base);
        Fraction? share = ScoringMapping.OptionalNumber("share", request.Share);
        if (share is Fraction given && (given.Sign < 0 || given > 1))
        {
            throw Refusal.InvalidField("share", "phải từ 0 đến 1", "must be from 0 to 1");
        }

        RequestFields.AtMost("tie_breaks", request.TieBreaks.Count, MostTieBreaks);
        RegisterState state = await lists.At(request.KnownAt, cancellation);
        ScoringBook scoring = state.Scoring;
        CriteriaSet set = ScoringMapping.Answer(() => scoring.SetFor(group, period));
        for (int i = 0; i < request.TieBreaks.Count; i++)
        {
            if (set.Tree.FindLeaf(request.TieBreaks[i]) is null)
            {
                throw RegisterRefusal.NotFound(RequestFields.At("tie_breaks", i), Refusal.Cut(request.TieBreaks[i]));
            }
        }

        var cap = new ExcellenceCap(share ?? set.Cap.Share, capBase ?? set.Cap.Base);
        var levels = scoring.UnitsOf(group, period.Id).Select(u => (Unit: u, Score: scoring.Score(set, u, period.Id)))
            .ToLookup(u => set.Levels.Classify(LevelFacts.Of(u.Score, u.Unit)).Level);
        ValueList<CapCandidate> candidates = levels[RatingLevel.ExcellentCandidate].Select(u => new CapCandidate(
            u.Unit.UnitId, u.Score.Index!.Value, request.TieBreaks.Select(t => u.Score.Find(t)?.Points ?? Fraction.Zero).ToValueList())).ToValueList();
        int good = levels[RatingLevel.Good].Count();
        int others = levels.Sum(l => l.Count()) - candidates.Count - good;
        CapResult result = cap.Apply(candidates, good, others);
        return new P.ProposeExcellenceResponse
        {
            Base = (P.CapBase)((int)cap.Base + 1),
            Share = ScoringWriting.Text(cap.Share),
            Candidates = candidates.Count,
            Good = good,
            Others = others,
            Seats = result.Seats,
            Excellent = { result.Selected.Select(Unit) },
            Demoted = { result.Demoted.Select(Unit) },
            Undecided = { result.Undecided.Select(Unit) },
            UndecidedSeats = result.SeatsUndecided,
            Indeterminate = { levels[RatingLevel.Indeterminate].Select(u => Unit(u.Unit.UnitId)) },
            Reasons = { result.Why.Select(r => ReasonMapping.ToProto(r, language)) },
            Readings =
            {
                Enum.GetValues<CapBase>().Select(b => new P.CapReading
                {
                    Base = (P.CapBase)((int)b + 1), Seats = new ExcellenceCap(cap.Share, b).Seats(candidates.Count, good, others),
                }),
            },
            Revision = state.Revision,
        };
    }

    public async Task<P.ProposeHeadRatingResponse> Head(P.ProposeHeadRatingRequest request, CancellationToken cancellation)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        ScoringKey key = ScoringMapping.Key(request.Unit, request.Period);
        RatingLevel proposed = RecordMapping.Required<RatingLevel>("level", request.Level);
        if (proposed == RatingLevel.Indeterminate)
        {
            throw Refusal.InvalidField("level", "phải là một mức xác định", "must be a level that is determined");
        }

        LocalDate asOf = RequestFields.Date("as_of", request.AsOf) ?? clock.TodayInVietnam();
        RegisterState state = await lists.At(request.KnownAt, cancellation);
        HeadRating rating = HeadRating.Of(state.Scoring.Of(key).History?.AsOf(asOf)?.Level, proposed);
        return new P.ProposeHeadRatingResponse
        {
            Level = rating.Level is RatingLevel level ? ScoringWriting.ToProto(level) : P.RatingLevel.Unspecified,
            Reason = ReasonMapping.ToProto(rating.Why, language),
            Revision = state.Revision,
        };
    }

    public async Task<P.CompareResultsResponse> Compare(P.CompareResultsRequest request, CancellationToken cancellation)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string unit = ResourceName.In(ResourceName.Units, "unit", request.Unit);
        EvaluationPeriod earlier = ScoringMapping.Period("earlier_period", request.EarlierPeriod);
        EvaluationPeriod later = ScoringMapping.Period("later_period", request.LaterPeriod);
        if (later.From <= earlier.From || later.IsYear != earlier.IsYear)
        {
            throw Refusal.InvalidField("later_period", "phải là kỳ cùng loại và sau kỳ mốc", "must be a period of the same kind, after the baseline");
        }

        LocalDate asOf = RequestFields.Date("as_of", request.AsOf) ?? clock.TodayInVietnam();
        RegisterState state = await lists.At(request.KnownAt, cancellation);
        ScoringBook scoring = state.Scoring;
        (CriteriaSet Set, UnitScore Score) Of(EvaluationPeriod period, string field)
        {
            UnitScore score = scoring.Of(new ScoringKey(unit, period.Id)).History?.AsOf(asOf)?.Score ?? throw RegisterRefusal.NotFound(field, period.Id);
            return (ScoringMapping.Answer(() => scoring.SetFor(score.Group, period)), score);
        }

        (CriteriaSet firstSet, UnitScore first) = Of(earlier, "earlier_period");
        (CriteriaSet secondSet, UnitScore second) = Of(later, "later_period");
        var comparison = ScoreComparison.Of(firstSet, first, secondSet, second);
        return comparison.Change is not Fraction change
            ? throw RegisterRefusal.Conflict([(comparison.Why.Code, "later_period", comparison.Why.Sentence)])
            : new P.CompareResultsResponse
            {
                Earlier = ScoringWriting.Text(first.Index),
                Later = ScoringWriting.Text(second.Index),
                Change = ScoringWriting.Text(change),
                Reason = ReasonMapping.ToProto(comparison.Why, language),
                Leaves =
                {
                    comparison.Leaves.Select(l => new P.LeafChange
                    {
                        Leaf = l.LeafId, Earlier = ScoringWriting.Text(l.Earlier), Later = ScoringWriting.Text(l.Later), Change = ScoringWriting.Text(l.Change),
                    }),
                },
                Revision = state.Revision,
            };
    }

    public async Task<P.ListRatingEntriesResponse> Entries(P.ListRatingEntriesRequest request, CancellationToken cancellation)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string? unit = FactLists.UnitOf(request.Parent);
        EvaluationPeriod period = ScoringMapping.Period("period", request.Period);
        LocalDate asOf = RequestFields.Date("as_of", request.AsOf) ?? clock.TodayInVietnam();
        int list = (int)request.List is >= 0 and <= 3 ? (int)request.List : throw Refusal.InvalidField("list", "không có giá trị này", "there is no such value");
        ListPage page = await lists.Page(request, cancellation);
        Dictionary<string, (string UnitId, string? PositionId)> subjects = new(StringComparer.Ordinal);
        var ratings = RatingLists.Of(RatingsOf(page.State, period, unit, asOf, subjects));
        ValueList<RatingListEntry> wanted = list switch
        {
            0 => throw Refusal.RequiredField("list"),
            1 => ratings.Commend,
            2 => ratings.Remind,
            _ => ratings.ForDecision,
        };
        (List<P.RatingListEntry> items, string next) = page.Cut(wanted, e => new P.RatingListEntry
        {
            Subject = (P.RatingSubject)((int)e.Subject + 1),
            Unit = Unit(subjects[e.SubjectId].UnitId),
            Position = ResourceName.OfOptional(ResourceName.Positions, subjects[e.SubjectId].PositionId),
            Reason = ReasonMapping.ToProto(e.Why, language),
        });
        return new P.ListRatingEntriesResponse { Entries = { items }, NextPageToken = next, Revision = page.State.Revision };
    }

    public async Task<P.EvaluateScoringResponse> Evaluate(P.EvaluateScoringRequest request, CancellationToken cancellation)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string? unit = FactLists.UnitOf(request.Parent);
        string? period = request.Period.Length == 0 ? null : ScoringMapping.Period("period", request.Period).Id;
        LocalDate on = RequestFields.Date("on", request.On) ?? clock.TodayInVietnam();
        ListPage page = await lists.Page(request, cancellation);
        Compliance.SubjectJudging found = judging.Judge(page.State, unit, period, on, request.IncludePassed);
        (List<Reform.Compliance.V1.SubjectJudgement> items, string next) = page.Cut(found.Judged, j => Compliance.SubjectJudging.ToProto(j, language));
        return new P.EvaluateScoringResponse { Judgements = { items }, NextPageToken = next, Revision = page.State.Revision, BrokenRules = { found.Broken } };
    }

    // Each subject that was rated in the last period, with the period before; one that was not rated then is indeterminate.
    private static ValueList<SubjectRatings> RatingsOf(
        RegisterState state, EvaluationPeriod period, string? unit, LocalDate asOf, Dictionary<string, (string UnitId, string? PositionId)> subjects)
    {
        var facts = new EvaluationSubjects(state, asOf);
        ScoringPeriod? last = state.Scoring.Periods.GetValueOrDefault(period.Id);
        EvaluationPeriod? before = period.Before();
        ScoringPeriod? earlier = before is null ? null : state.Scoring.Periods.GetValueOrDefault(before.Id);
        var then = (earlier is null ? [] : facts.RecordsOf(earlier)).ToDictionary(r => (r.Subject, r.UnitId), r => r.Level);
        return (last is null ? [] : facts.RecordsOf(last)).Where(r => unit is null || r.UnitId == unit)
            .OrderBy(r => r.UnitId, StringComparer.Ordinal).ThenBy(r => r.Subject).Select(r =>
            {
                string id = r.UnitId + "/" + ((int)r.Subject).ToString(CultureInfo.InvariantCulture);
                subjects[id] = (r.UnitId, last!.Ratings.Values.FirstOrDefault(o => o.UnitId == r.UnitId && o.Subject == r.Subject)?.PositionId);
                PeriodRating now = new(period.Id, r.Level);
                return new SubjectRatings(id, r.Subject, before is null
                    ? [now]
                    : [new PeriodRating(before.Id, then.GetValueOrDefault((r.Subject, r.UnitId), RatingLevel.Indeterminate)), now]);
            }).ToValueList();
    }

    private static string Unit(string id) => ResourceName.Of(ResourceName.Units, id);
}
