using NodaTime;
using Reform.Domain.Organizations;
using Reform.Domain.Scoring;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Scoring.V1;

namespace Reform.Grpc.Scoring;

/// <summary>Publishes results, and rates anew.</summary>
internal sealed class ResultEdits(FactEdits edits)
{
    public Task<P.PublishResultResponse> Publish(P.PublishResultRequest request, Mutation mutation)
    {
        ScoringKey key = ScoringMapping.Key(request.Unit, request.Period);
        string decidedBy = ResourceName.In(ResourceName.Units, "decided_by", request.DecidedBy);
        LocalDate on = ScoringMapping.Date("decided_on", request.DecidedOn);
        BilingualText? reason = RecordMapping.Text("reason", request.Reason);
        RatingLevel? chosen = RecordMapping.Optional<RatingLevel>("level", request.Level);
        return edits.Do(
            mutation,
            state =>
            {
                KeptUnit kept = state.Scoring.Of(key);
                ScoringEdits.CheckEtag(kept.Versions.LastOrDefault()?.Etag, request.Etag, request.Unit);
                if (kept.History is null && reason is not null)
                {
                    throw Refusal.InvalidField("reason", "kết quả đầu tiên không có lý do đánh giá lại", "the first version has no reason of a re-rating");
                }

                CheckOrder(state, key, on);
                P.ScoreResult result = Result(state.Scoring, key, kept, request, chosen);
                result.Version = kept.Versions.Count + 1;
                result.DecidedBy = ResourceName.Of(ResourceName.Units, decidedBy);
                result.Reason = reason is null ? null : RecordMapping.ToProto(reason);
                var entries = new RegisterEntries();
                string list = ScoringKinds.Result.List;
                entries.Add(list, RegisterEntries.NewId(list), result, null, "", f => f == "on" ? "decided_on" : ScoringMapping.Told(f));
                return entries;
            },
            (after, entries) => new P.PublishResultResponse
            {
                Result = ScoringWriting.ToProto(after.Scoring.Of(key).Versions[^1]),
                Record = FactEdits.Info(entries, after, mutation),
                Revision = after.Revision,
            });
    }

    private static P.ScoreResult Result(ScoringBook scoring, ScoringKey key, KeptUnit kept, P.PublishResultRequest request, RatingLevel? chosen)
    {
        UnitMeasures unit = kept.Measures?.Fact ?? throw RegisterRefusal.NotFound("unit", request.Unit);
        CriteriaSet set = ScoringMapping.Answer(() => scoring.SetFor(unit.Group, ScoringMapping.Period("period", key.PeriodId)));
        UnitScore score = scoring.Score(set, unit, key.PeriodId);
        if (score.Index is null)
        {
            string leaves = string.Join(", ", score.UnknownLeaves.Select(l => l.LeafId));
            throw Conflict("score_incomplete", "chưa tính được điểm: " + leaves, "the score is not known: " + leaves);
        }

        // The rank among those whose measures are there now.
        int rank = Ranks.Of(scoring.UnitsOf(unit.Group, key.PeriodId).Select(u => scoring.Score(set, u, key.PeriodId))).Single(r => r.UnitId == key.UnitId).Rank;
        RatingLevel computed = set.Levels.Classify(LevelFacts.Of(score, unit)).Level;
        if (chosen is RatingLevel level && !MayBeChosen(computed, level))
        {
            throw Refusal.InvalidField(
                "level", "chỉ ứng viên xuất sắc được quyết định 'xuất sắc' hoặc 'tốt', và đơn vị không xác định được mức được quyết định mức dưới 'xuất sắc'",
                "only a candidate for excellence is decided to be excellent or good, and one that is not determined to be of a level below excellent");
        }

        return new P.ScoreResult
        {
            Unit = ResourceName.Of(ResourceName.Units, key.UnitId),
            Period = key.PeriodId,
            Score = ScoringWriting.ToProto(scoring, set, unit, score, key.PeriodId, rank, Language.Vietnamese),
            Level = ScoringWriting.ToProto(chosen ?? computed),
            DecidedOn = request.DecidedOn,
        };
    }

    // People decide where the rules do not: between the places that the cap leaves, and where no rule matches.
    private static bool MayBeChosen(RatingLevel computed, RatingLevel chosen) => computed switch
    {
        RatingLevel.ExcellentCandidate => chosen is RatingLevel.Excellent or RatingLevel.Good,
        RatingLevel.Indeterminate => chosen is RatingLevel.NotCompleted or RatingLevel.Completed or RatingLevel.Good,
        _ => false,
    };

    // Lower before upper: those directly below it on that day that are evaluated in the period have their result by then.
    private static void CheckOrder(RegisterState state, ScoringKey key, LocalDate on)
    {
        OrganizationRegister units = state.Organization;
        if (on < RatingOrder.InForceFrom || !units.Covers(on) || units.FindUnit(key.UnitId) is null)
        {
            return;
        }

        IEnumerable<KeyValuePair<string, KeptUnit>> evaluated = state.Scoring.Periods.GetValueOrDefault(key.PeriodId)?.Units.Where(u => u.Value.Measures is not null) ?? [];
        string[] waiting = [.. evaluated.Select(u => u.Key).Where(id =>
            state.Scoring.Of(key with { UnitId = id }).History?.AsOf(on) is null && units.FindUnit(id) is not null && units.ParentOf(id, on) == key.UnitId)];
        if (waiting.Length > 0)
        {
            string names = string.Join(", ", waiting);
            throw Conflict(
                "rated_out_of_order", "đơn vị cấp dưới chưa được xếp loại: " + names, "units below it are not rated yet: " + names);
        }
    }

    private static global::Grpc.Core.RpcException Conflict(string code, string vietnamese, string english) =>
        RegisterRefusal.Conflict([(code, "unit", new BilingualText(vietnamese, english))]);
}
