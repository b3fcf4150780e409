using NodaTime;
using Reform.Calendars.V1;
using Reform.Deadlines.V1;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Grpc.Calendars;
using Reform.Grpc.Rpc;
using Bound = Reform.Domain.Deadlines.Bound;
using Deadline = Reform.Domain.Deadlines.Deadline;
using DeadlineTerms = Reform.Domain.Deadlines.DeadlineTerms;
using ProtoBound = Reform.Deadlines.V1.Bound;
using StartOneofCase = Reform.Deadlines.V1.DeadlineQuestion.StartOneofCase;

namespace Reform.Grpc.Deadlines;

/// <summary>Answers the questions of the contract; whatever is wrong with one is a refusal that names the field.</summary>
internal sealed class DeadlineQuestions(CalendarSelections calendars)
{
    private const string Question = "question";

    /// <summary>The deadline that a question asks for, and the moments at which it is looked at.</summary>
    public (Deadline Deadline, LocalDateTime? AsOf, LocalDateTime? DeliveredAt) Answer(DeadlineQuestion? question)
    {
        if (question is null)
        {
            throw Refusal.RequiredField(Question);
        }

        WorkCalendar calendar = calendars.Of(Question + ".calendar", question.Calendar);
        DeadlineTerms terms = TermsMapping.FromProto(Question + ".terms", question.Terms);
        LocalDateTime? asOf = question.AsOf is null ? null : CivilTimes.RequiredMoment(Question + ".as_of", question.AsOf);
        if (asOf is null && question.DeliveredAt is not null)
        {
            throw Refusal.InvalidField(Question + ".delivered_at", "chỉ dùng cùng as_of", "is only read beside as_of");
        }

        LocalDateTime? delivered = question.DeliveredAt is null ? null : CivilTimes.RequiredMoment(Question + ".delivered_at", question.DeliveredAt);
        if (question.Bound != ProtoBound.Unspecified && question.StartCase != StartOneofCase.BeforeDate)
        {
            throw Refusal.InvalidField(Question + ".bound", "chỉ dùng cùng before_date", "is only read beside before_date");
        }

        return (Count(question, terms, calendar), asOf, delivered);
    }

    /// <summary>The other calendar of a question that is asked twice.</summary>
    public WorkCalendar Calendar(string field, CalendarSelection? selection) => calendars.Of(field, selection);

    /// <summary>The deadline of one alternative of a comparison.</summary>
    public (DeadlineTerms Terms, WorkCalendar Calendar) Alternative(string field, Alternative alternative) =>
        (TermsMapping.FromProto(field + ".terms", alternative.Terms), calendars.Of(field + ".calendar", alternative.Calendar));

    /// <summary>Counts; a date alone where a moment is needed, and an extension that is forbidden, are refused.</summary>
    public static Deadline Guarded(string termsField, string startField, Func<Deadline> count)
    {
        try
        {
            return count();
        }
        catch (InvalidTermsException e)
        {
            string field = e.Field is "received" or "day" ? startField : e.Field == "unit" ? termsField + ".limit.unit" : termsField + "." + e.Field;
            throw Refusal.InvalidField(field, e.Reason.Sentence.Vietnamese, e.Reason.Sentence.English);
        }
        catch (CalendarRangeException e)
        {
            throw Refusal.CalendarRange(e);
        }
    }

    private static Deadline Count(DeadlineQuestion question, DeadlineTerms terms, WorkCalendar calendar)
    {
        const string Terms = Question + ".terms";
        switch (question.StartCase)
        {
            case StartOneofCase.ReceivedOn:
                LocalDate received = CivilTimes.RequiredDate(Question + ".received_on", question.ReceivedOn);
                return Guarded(Terms, Question + ".received_on", () => terms.From(received, calendar));
            case StartOneofCase.ReceivedAt:
                LocalDateTime receivedAt = CivilTimes.RequiredMoment(Question + ".received_at", question.ReceivedAt);
                return Guarded(Terms, Question + ".received_at", () => terms.From(receivedAt, calendar));
            case StartOneofCase.BeforeDate:
                LocalDate day = CivilTimes.RequiredDate(Question + ".before_date", question.BeforeDate);
                Bound bound = BoundOf(question.Bound);
                return Guarded(Terms, Question + ".before_date", () => terms.Before(day, calendar, bound));
            case StartOneofCase.BeforeTime:
                LocalDateTime moment = CivilTimes.RequiredMoment(Question + ".before_time", question.BeforeTime);
                return Guarded(Terms, Question + ".before_time", () => terms.Before(moment, calendar));
            default:
                throw Refusal.RequiredField(Question + ".received_on");
        }
    }

    private static Bound BoundOf(ProtoBound bound) => bound switch
    {
        ProtoBound.Unspecified or ProtoBound.Exclusive => Bound.Exclusive,
        ProtoBound.Inclusive => Bound.Inclusive,
        _ => throw Refusal.InvalidField(Question + ".bound", "không có lựa chọn này", "there is no such choice"),
    };
}
