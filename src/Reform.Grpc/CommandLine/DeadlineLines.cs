using System.Buffers;
using System.Globalization;
using System.Text.Unicode;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Values;
using Reform.Grpc.Calendars;

namespace Reform.Grpc.CommandLine;

/// <summary>Answers lines that are deadlines to be computed, by the default policy on the calendar of state agencies.</summary>
internal static class DeadlineLines
{
    private const int MostAnswer = 128;

    /// <summary>{"id","due_kind","due","provisional"}.</summary>
    public static void Answer(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        DeadlineLine question = DeadlineLine.Read(line);
        Deadline deadline = Compute(question);
        (string kind, string due) = deadline.DueKind == DueKind.Instant
            ? ("instant", LocalDateTimePattern.GeneralIso.Format(deadline.DueAt))
            : ("date", LocalDatePattern.Iso.Format(deadline.DueDate));
        string provisional = deadline.IsProvisional ? "true" : "false";
        output.Write("{\"id\":"u8);
        output.Write(line[question.Id]);
        Utf8.TryWrite(
            output.GetSpan(MostAnswer),
            CultureInfo.InvariantCulture,
            $",\"due_kind\":\"{kind}\",\"due\":\"{due}\",\"provisional\":{provisional}}}",
            out int written);
        output.Advance(written);
    }

    private static Deadline Compute(in DeadlineLine question)
    {
        WorkCalendar calendar = WorkCalendar.VietnamStateAgencies;
        try
        {
            return question.Suspensions.Count == 0 && question.Extensions.Count == 0
                ? question.Limit.From(question.Received, calendar)
                : new DeadlineTerms(question.Limit) { Suspensions = question.Suspensions, Extensions = question.Extensions }
                    .From(question.Received, calendar);
        }
        catch (InvalidTermsException e)
        {
            throw new BadLineException(e.Field, e.Reason.Sentence.Vietnamese, e.Reason.Sentence.English);
        }
        catch (CalendarRangeException e)
        {
            BilingualText why = CalendarRangeText.Of(e);
            throw new BadLineException("calendar", why.Vietnamese, why.English);
        }
    }
}
