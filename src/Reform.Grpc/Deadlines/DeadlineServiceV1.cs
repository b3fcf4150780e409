using Grpc.Core;
using NodaTime;
using Reform.Deadlines.V1;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Grpc.Rpc;
using Deadline = Reform.Domain.Deadlines.Deadline;
using DeadlineTerms = Reform.Domain.Deadlines.DeadlineTerms;
using StartOneofCase = Reform.Deadlines.V1.CompareDeadlinesRequest.StartOneofCase;

namespace Reform.Grpc.Deadlines;

/// <summary>The service that tells by when something is due.</summary>
internal sealed class DeadlineServiceV1(DeadlineQuestions questions) : DeadlineService.DeadlineServiceBase
{
    private const int MostItems = 1000;
    private const int MostExplainedItems = 100;
    private const int MostAlternatives = 20;

    public override Task<ComputeDeadlineResponse> ComputeDeadline(ComputeDeadlineRequest request, ServerCallContext context)
    {
        var mapping = new DeadlineMapping(RequestFields.Language(request.LanguageCode), request.IncludeExplanation);
        return Task.FromResult(new ComputeDeadlineResponse { Deadline = Compute(request.Question, mapping) });
    }

    public override Task<BatchComputeDeadlinesResponse> BatchComputeDeadlines(BatchComputeDeadlinesRequest request, ServerCallContext context)
    {
        var mapping = new DeadlineMapping(RequestFields.Language(request.LanguageCode), request.IncludeExplanation);
        RequestFields.AtMost("items", request.Items.Count, request.IncludeExplanation ? MostExplainedItems : MostItems);
        var response = new BatchComputeDeadlinesResponse();
        foreach (BatchItem item in request.Items)
        {
            var outcome = new BatchOutcome { CorrelationId = item.CorrelationId };
            try
            {
                outcome.Deadline = Compute(item.Question, mapping);
            }
            catch (RpcException refusal)
            {
                outcome.Error = refusal.GetRpcStatus();
            }

            response.Outcomes.Add(outcome);
        }

        return Task.FromResult(response);
    }

    public override async Task StreamDeadlines(
        IAsyncStreamReader<StreamDeadlinesRequest> requestStream, IServerStreamWriter<StreamDeadlinesResponse> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            await responseStream.WriteAsync(Outcome(requestStream.Current), context.CancellationToken);
        }
    }

    public override Task<ExplainDeadlineResponse> ExplainDeadline(ExplainDeadlineRequest request, ServerCallContext context)
    {
        var mapping = new DeadlineMapping(RequestFields.Language(request.LanguageCode), explain: true);
        (Deadline deadline, LocalDateTime? asOf, LocalDateTime? deliveredAt) = questions.Answer(request.Question);
        var response = new ExplainDeadlineResponse { Deadline = mapping.ToProto(deadline, asOf, deliveredAt) };
        if (deadline.Direction == CountDirection.Forward)
        {
            response.Suspensions.AddRange(deadline.Ledger().Select(mapping.ToProto));
        }

        if (deadline.HasDue)
        {
            LocalDate first = LocalDate.Min(deadline.ReceivedOn, deadline.DueDate);
            LocalDate last = LocalDate.Max(deadline.ReceivedOn, deadline.DueDate);
            response.OpenQuestions.AddRange(mapping.Reasons(deadline.Calendar.OpenQuestionsBetween(first, last)));
        }

        return Task.FromResult(response);
    }

    public override Task<RecomputeDeadlineResponse> RecomputeDeadline(RecomputeDeadlineRequest request, ServerCallContext context)
    {
        var mapping = new DeadlineMapping(RequestFields.Language(request.LanguageCode), request.IncludeExplanation);
        WorkCalendar later = questions.Calendar("later_calendar", request.LaterCalendar);
        (Deadline before, LocalDateTime? asOf, LocalDateTime? deliveredAt) = questions.Answer(request.Question);
        DeadlineChange change = before.Recompute(later);
        return Task.FromResult(new RecomputeDeadlineResponse
        {
            Before = mapping.ToProto(change.Before, asOf, deliveredAt),
            After = mapping.ToProto(change.After, asOf, deliveredAt),
            Moved = change.HasMoved,
            AfterStands = change.Before.Terms.Policy.Calendar == Domain.Deadlines.CalendarPolicy.FollowsCalendar,
            ChangedDays = { change.DifferentDays.Select(mapping.ToProto) },
            Explanation = { mapping.Reasons(change.Explain()) },
        });
    }

    public override Task<CompareDeadlinesResponse> CompareDeadlines(CompareDeadlinesRequest request, ServerCallContext context)
    {
        var mapping = new DeadlineMapping(RequestFields.Language(request.LanguageCode), request.IncludeExplanation);
        if (request.Alternatives.Count == 0)
        {
            throw Refusal.RequiredField("alternatives");
        }

        RequestFields.AtMost("alternatives", request.Alternatives.Count, MostAlternatives);
        DeadlineComparison comparison = request.StartCase switch
        {
            StartOneofCase.ReceivedOn => Compare(request, CivilTimes.RequiredDate("received_on", request.ReceivedOn)),
            StartOneofCase.ReceivedAt => Compare(request, CivilTimes.RequiredMoment("received_at", request.ReceivedAt)),
            _ => throw Refusal.RequiredField("received_on"),
        };
        var response = new CompareDeadlinesResponse();
        foreach (DeadlineAlternative alternative in comparison.Alternatives)
        {
            var compared = new ComparedDeadline
            {
                Label = alternative.Label,
                Deadline = mapping.ToProto(alternative.Deadline),
                Differences = { mapping.Reasons(alternative.Differences) },
            };
            if (alternative.DaysLater is int daysLater)
            {
                compared.DaysLater = daysLater;
            }

            response.Alternatives.Add(compared);
        }

        return Task.FromResult(response);
    }

    private DeadlineComparison Compare(CompareDeadlinesRequest request, LocalDate received) => DeadlineComparison.Of(
        received, Alternatives(request, "received_on", (terms, calendar) => terms.From(received, calendar)));

    private DeadlineComparison Compare(CompareDeadlinesRequest request, LocalDateTime received) => DeadlineComparison.Of(
        received, Alternatives(request, "received_at", (terms, calendar) => terms.From(received, calendar)));

    // Each is counted once before it is compared, so that a refusal names the alternative.
    private List<(string Label, DeadlineTerms Terms, WorkCalendar Calendar)> Alternatives(
        CompareDeadlinesRequest request, string startField, Func<DeadlineTerms, WorkCalendar, Deadline> count)
    {
        var read = new List<(string, DeadlineTerms, WorkCalendar)>();
        for (int i = 0; i < request.Alternatives.Count; i++)
        {
            string field = RequestFields.At("alternatives", i);
            (DeadlineTerms terms, WorkCalendar calendar) = questions.Alternative(field, request.Alternatives[i]);
            DeadlineQuestions.Guarded(field + ".terms", startField, () => count(terms, calendar));
            read.Add((request.Alternatives[i].Label, terms, calendar));
        }

        return read;
    }

    private StreamDeadlinesResponse Outcome(StreamDeadlinesRequest request)
    {
        var response = new StreamDeadlinesResponse { CorrelationId = request.CorrelationId };
        try
        {
            response.Deadline = Compute(request.Question, new DeadlineMapping(RequestFields.Language(request.LanguageCode), request.IncludeExplanation));
        }
        catch (RpcException refusal)
        {
            response.Error = refusal.GetRpcStatus();
        }

        return response;
    }

    private Reform.Deadlines.V1.Deadline Compute(DeadlineQuestion? question, DeadlineMapping mapping)
    {
        (Deadline deadline, LocalDateTime? asOf, LocalDateTime? deliveredAt) = questions.Answer(question);
        try
        {
            return mapping.ToProto(deadline, asOf, deliveredAt);
        }
        catch (CalendarRangeException e)
        {
            throw Refusal.CalendarRange(e);
        }
    }
}
