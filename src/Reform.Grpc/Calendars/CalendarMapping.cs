using Google.Protobuf.Collections;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Values;
using Reform.Grpc.Rpc;
using CalendarOverlay = Reform.Domain.Calendars.CalendarOverlay;
using DayKind = Reform.Domain.Calendars.DayKind;
using LocalClosure = Reform.Domain.Calendars.LocalClosure;
using LunarDate = Reform.Domain.Calendars.LunarDate;
using OfficeSession = Reform.Domain.Calendars.OfficeSession;
using ProtoCalendar = Reform.Calendars.V1.Calendar;
using ProtoClosure = Reform.Calendars.V1.LocalClosure;
using ProtoDay = Reform.Calendars.V1.Day;
using ProtoKind = Reform.Calendars.V1.DayKind;
using ProtoLunarDate = Reform.Calendars.V1.LunarDate;
using ProtoOverlay = Reform.Calendars.V1.CalendarOverlay;
using ProtoSession = Reform.Calendars.V1.OfficeSession;

namespace Reform.Grpc.Calendars;

/// <summary>Between work calendars, lunar dates and their messages.</summary>
internal static class CalendarMapping
{
    private const int MostSessions = 10;
    private const int MostClosures = 100;

    public static ProtoCalendar ToProto(WorkCalendar calendar, Language language) => new()
    {
        Name = ResourceName.OfCalendar(calendar.Id),
        DisplayName = calendar.Title.In(language),
        CoversFrom = CivilTimes.ToProto(calendar.Covers.From!.Value),
        CoversTo = CivilTimes.ToProto(calendar.Covers.To!.Value),
        Version = calendar.Version,
        KnownOn = calendar.KnownOn is LocalDate knownOn ? CivilTimes.ToProto(knownOn) : null,
        KnownUntil = calendar.KnownUntil is LocalDate knownUntil ? CivilTimes.ToProto(knownUntil) : null,
    };

    public static ProtoDay ToProto(WorkCalendar calendar, LocalDate date, CalendarDay? special, Language language, bool explain) => new()
    {
        Date = CivilTimes.ToProto(date),
        Kind = ToProto(calendar.KindOf(date)),
        Working = calendar.IsWorkingDay(date),
        Provisional = calendar.IsProvisional(date),
        OpenForReception = calendar.IsOpenForReception(date),
        DisplayName = special?.Name.In(language) ?? "",
        Basis = special?.Basis.Citation.In(language) ?? "",
        KnownOn = special?.KnownOn is LocalDate knownOn ? CivilTimes.ToProto(knownOn) : null,
        Reason = explain ? ReasonMapping.ToProto(calendar.Explain(date), language) : null,
    };

    // Numbered alike, from 1 on; a test compares the names.
    public static ProtoKind ToProto(DayKind kind) => (ProtoKind)((int)kind + 1);

    public static DayKind FromProto(string field, ProtoKind kind)
    {
        var known = (DayKind)((int)kind - 1);
        return Enum.IsDefined(known) ? known : throw Refusal.InvalidField(field, "không có loại ngày này", "there is no such kind of day");
    }

    public static ProtoSession ToProto(OfficeSession session) =>
        new() { Start = CivilTimes.ToProto(session.Start), End = CivilTimes.ToProto(session.End) };

    public static ProtoLunarDate ToProto(LunarDate date) =>
        new() { Year = date.Year, Month = date.Month, Day = date.Day, LeapMonth = date.IsLeapMonth };

    /// <exception cref="CalendarRangeException">The year is not covered.</exception>
    public static LunarDate FromProto(string field, ProtoLunarDate? date)
    {
        if (date is null)
        {
            throw Refusal.RequiredField(field);
        }

        LunarMonth[] months = [.. LunarCalendar.MonthsOf(date.Year)];
        if (!months.Any(m => m.Number == date.Month))
        {
            throw Refusal.InvalidField(field + ".month", "phải từ 1 đến 12", "must be from 1 to 12");
        }

        if (months.FirstOrDefault(m => m.Number == date.Month && m.IsLeapMonth == date.LeapMonth) is not LunarMonth month)
        {
            throw Refusal.InvalidField(field + ".leap_month", "năm này không nhuận tháng đó", "the year has no leap month of that number");
        }

        return date.Day >= 1 && date.Day <= month.Length
            ? new LunarDate(date.Year, date.Month, date.Day, date.LeapMonth)
            : throw Refusal.InvalidField(field + ".day", "tháng này không có ngày đó", "the month has no such day");
    }

    /// <summary>An agency's own, under the name of the calendar below.</summary>
    public static CalendarOverlay FromProto(string field, ProtoOverlay overlay, WorkCalendar below)
    {
        RequestFields.AtMost(field + ".sessions", overlay.Sessions.Count, MostSessions);
        RequestFields.AtMost(field + ".closures", overlay.Closures.Count, MostClosures);
        return new CalendarOverlay(below.Id, below.Title)
        {
            Hours = overlay.Sessions.Count == 0 ? [] : [new OfficeHours(Sessions(field, overlay.Sessions))],
            Closures = overlay.Closures.Select((c, i) => FromProto(RequestFields.At(field + ".closures", i), c)).ToValueList(),
        };
    }

    private static ValueList<OfficeSession> Sessions(string field, RepeatedField<ProtoSession> sessions)
    {
        var read = new List<OfficeSession>();
        for (int i = 0; i < sessions.Count; i++)
        {
            string at = RequestFields.At(field + ".sessions", i);
            LocalTime start = Minute(at + ".start", sessions[i].Start);
            LocalTime end = Minute(at + ".end", sessions[i].End);
            if (end <= start)
            {
                throw Refusal.InvalidField(at + ".end", "phải sau giờ bắt đầu", "must be after the start");
            }

            if (i > 0 && start < read[i - 1].End)
            {
                throw Refusal.InvalidField(
                    at + ".start", "buổi này bắt đầu trước khi buổi trước kết thúc", "begins before the session before it is over");
            }

            read.Add(new OfficeSession(start, end));
        }

        return read.ToValueList();
    }

    private static LocalTime Minute(string field, Google.Type.TimeOfDay? time)
    {
        LocalTime read = CivilTimes.RequiredTime(field, time);
        return read.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0
            ? read
            : throw Refusal.InvalidField(field, "phải tròn phút", "must be in whole minutes");
    }

    private static LocalClosure FromProto(string field, ProtoClosure closure)
    {
        LocalDate first = CivilTimes.RequiredDate(field + ".first_day", closure.FirstDay);
        LocalDate last = CivilTimes.RequiredDate(field + ".last_day", closure.LastDay);
        if (last < first)
        {
            throw Refusal.InvalidField(field + ".last_day", "không được trước ngày đầu", "must not be before the first day");
        }

        return new LocalClosure(
            first, last, RequestFields.RequiredText(field + ".name", closure.Name), new LegalBasis(RequestFields.RequiredText(field + ".basis", closure.Basis)))
        {
            KnownOn = RequestFields.Date(field + ".known_on", closure.KnownOn),
        };
    }
}
