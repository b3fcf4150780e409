using Grpc.Core;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Grpc.Calendars;
using Reform.Grpc.Catalogs;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Procedures.V1;
using ReviewItem = Reform.Domain.Procedures.ReviewItem;
using ReviewState = Reform.Domain.Procedures.ReviewState;
using ReviewVerdict = Reform.Domain.Procedures.ReviewVerdict;

namespace Reform.Grpc.Procedures;

/// <summary>The service that keeps review rounds and verdicts, and tells what was not reviewed or carried out.</summary>
internal sealed class ReviewServiceV1(FactEdits edits, FactLists lists, CalendarSelections calendars, IClock clock) : ReviewService.ReviewServiceBase
{
    public override Task<CreateReviewRoundResponse> CreateReviewRound(CreateReviewRoundRequest request, ServerCallContext context) => edits.Create(
        ProcedureKinds.Round, request.ReviewRoundId, request.ReviewRound, Mutation.Of(request, context),
        (o, r, v) => new CreateReviewRoundResponse { ReviewRound = o, Record = r, Revision = v });

    public override Task<CorrectReviewRoundResponse> CorrectReviewRound(CorrectReviewRoundRequest request, ServerCallContext context) => edits.Correct(
        ProcedureKinds.Round, request.Name, request.Etag, request.ReviewRound, request.StruckOut, Mutation.Of(request, context),
        (o, r, v) => new CorrectReviewRoundResponse { ReviewRound = o, Record = r, Revision = v });

    public override Task<CreateReviewVerdictResponse> CreateReviewVerdict(CreateReviewVerdictRequest request, ServerCallContext context) => edits.Create(
        ProcedureKinds.Verdict, request.ReviewVerdictId, request.ReviewVerdict, Mutation.Of(request, context),
        (o, r, v) => new CreateReviewVerdictResponse { ReviewVerdict = o, Record = r, Revision = v });

    public override Task<CorrectReviewVerdictResponse> CorrectReviewVerdict(CorrectReviewVerdictRequest request, ServerCallContext context) => edits.Correct(
        ProcedureKinds.Verdict, request.Name, request.Etag, request.ReviewVerdict, request.StruckOut, Mutation.Of(request, context),
        (o, r, v) => new CorrectReviewVerdictResponse { ReviewVerdict = o, Record = r, Revision = v });

    public override async Task<GetReviewRoundResponse> GetReviewRound(GetReviewRoundRequest request, ServerCallContext context)
    {
        (Reform.Procedures.V1.ReviewRound fact, long revision) = await lists.Get(ProcedureKinds.Round, request.Name, request.KnownAt, context.CancellationToken);
        return new GetReviewRoundResponse { ReviewRound = fact, Revision = revision };
    }

    public override async Task<ListReviewRoundsResponse> ListReviewRounds(ListReviewRoundsRequest request, ServerCallContext context)
    {
        ListPage page = await lists.Page(request, context.CancellationToken);
        var response = new ListReviewRoundsResponse { Revision = page.State.Revision };
        (List<Reform.Procedures.V1.ReviewRound> items, response.NextPageToken) = page.Cut(
            [.. ProcedureKinds.Round.Standing(page.State).OrderBy(r => r.Fact!.Id, StringComparer.Ordinal)], ProcedureKinds.Round.ToProto);
        response.ReviewRounds.AddRange(items);
        return response;
    }

    public override async Task<GetReviewVerdictResponse> GetReviewVerdict(GetReviewVerdictRequest request, ServerCallContext context)
    {
        (Reform.Procedures.V1.ReviewVerdict fact, long revision) = await lists.Get(ProcedureKinds.Verdict, request.Name, request.KnownAt, context.CancellationToken);
        return new GetReviewVerdictResponse { ReviewVerdict = fact, Revision = revision };
    }

    public override async Task<ListReviewVerdictsResponse> ListReviewVerdicts(ListReviewVerdictsRequest request, ServerCallContext context)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        string? round = ResourceName.InOptional(ProcedureKinds.ReviewRounds, "round", request.Round);
        ListPage page = await lists.Page(request, context.CancellationToken);
        if (round is not null)
        {
            RequireRound(page.State, round, request.Round);
        }

        List<Recorded<ReviewVerdict>> all = [.. ProcedureKinds.Verdict.Standing(page.State)
            .Where(v => (unit is null || v.Fact!.UnitId == unit) && (round is null || v.Fact!.RoundId == round))
            .OrderBy(v => v.Fact!.Id, StringComparer.Ordinal)];
        var response = new ListReviewVerdictsResponse { Revision = page.State.Revision };
        (List<Reform.Procedures.V1.ReviewVerdict> items, response.NextPageToken) = page.Cut(all, ProcedureKinds.Verdict.ToProto);
        response.ReviewVerdicts.AddRange(items);
        return response;
    }

    public override async Task<ListReviewItemsResponse> ListReviewItems(ListReviewItemsRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string round = ResourceName.In(ProcedureKinds.ReviewRounds, "round", request.Round);
        string? unit = FactLists.UnitOf(request.Parent);
        LocalDate on = RequestFields.Date("on", request.On) ?? clock.TodayInVietnam();
        WorkCalendar calendar = request.Calendar.Length == 0 ? CalendarCatalogue.BuiltIn : calendars.Get("calendar", request.Calendar);
        ReviewState? wanted = RecordMapping.Optional<ReviewState>("state", request.State);
        ListPage page = await lists.Page(request, context.CancellationToken);
        RequireRound(page.State, round, request.Round);
        ReviewReport report = page.State.Procedures.Reviews.ReportOn(round, on, calendar);
        Dictionary<string, string> etags = ProcedureKinds.Verdict.Standing(page.State).ToDictionary(r => r.Fact!.Id, r => r.Id, StringComparer.Ordinal);
        List<ReviewItem> all = [.. report.Items.Where(i => (unit is null || i.UnitId == unit) && (wanted is null || i.State == wanted))];
        var response = new ListReviewItemsResponse { Revision = page.State.Revision };
        (List<Reform.Procedures.V1.ReviewItem> items, response.NextPageToken) = page.Cut(all, i => ReviewMapping.ToProto(i, v => etags[v.Id], language));
        response.Items.AddRange(items);
        // Whoever asks for one unit is not told what the others decided.
        response.Disagreements.AddRange(unit is null ? ProcedureMapping.ToProto(report.Disagreements, language) : []);
        return response;
    }

    public override async Task<ListReviewRecordsResponse> ListReviewRecords(ListReviewRecordsRequest request, ServerCallContext context)
    {
        ListPage page = await lists.Page(request, context.CancellationToken);
        IEnumerable<HistoryItem> all = FactLists.History(ProcedureKinds.Round, page.State, _ => true)
            .Concat(FactLists.History(ProcedureKinds.Verdict, page.State, _ => true));
        var response = new ListReviewRecordsResponse { Revision = page.State.Revision };
        (List<ReviewRecord> records, response.NextPageToken) = await lists.Cut(
            page, all, i => i.Fact is Reform.Procedures.V1.ReviewRound round
                ? new ReviewRecord { Info = i.Info, ReviewRound = round, Standing = i.IsStanding }
                : new ReviewRecord { Info = i.Info, ReviewVerdict = (Reform.Procedures.V1.ReviewVerdict)i.Fact, Standing = i.IsStanding },
            r => r.Info, context.CancellationToken);
        response.Records.AddRange(records);
        return response;
    }

    private static void RequireRound(RegisterState state, string id, string name)
    {
        if (ProcedureKinds.Round.Latest(state, id)?.Fact is null)
        {
            throw RegisterRefusal.NotFound("round", name);
        }
    }
}
