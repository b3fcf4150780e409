using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using NodaTime;
using NodaTime.Text;
using Reform.Calendars.V1;
using Reform.Domain.Calendars;
using Reform.Domain.Values;
using Reform.Grpc.Catalogs;
using Reform.Grpc.Rpc;
using DayKind = Reform.Domain.Calendars.DayKind;
using LunarDate = Reform.Domain.Calendars.LunarDate;

namespace Reform.Grpc.Calendars;

/// <summary>The service that tells what a date is.</summary>
internal sealed class CalendarServiceV1(CalendarCatalogue catalogue, CalendarSelections selections) : CalendarService.CalendarServiceBase
{
    private const string CalendarList = "calendars";
    private const int LastYear = 9999;

    public override Task<ListCalendarsResponse> ListCalendars(ListCalendarsRequest request, ServerCallContext context)
    {
        int size = RequestFields.PageSize(request.PageSize);
        Language language = RequestFields.Language(request.LanguageCode);
        string after = PageToken.Position(CalendarList, request.PageToken) ?? "";
        var response = new ListCalendarsResponse();
        foreach (WorkCalendar calendar in catalogue.All.Where(c => string.CompareOrdinal(c.Id, after) > 0))
        {
            if (response.Calendars.Count == size)
            {
                response.NextPageToken = PageToken.Of(CalendarList, after);
                break;
            }

            response.Calendars.Add(CalendarMapping.ToProto(calendar, language));
            after = calendar.Id;
        }

        return Task.FromResult(response);
    }

    public override Task<GetCalendarResponse> GetCalendar(GetCalendarRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        WorkCalendar calendar = selections.Get("name", request.Name);
        if (RequestFields.Date("known_on", request.KnownOn) is LocalDate knownOn)
        {
            calendar = selections.AsKnownOn(calendar, knownOn);
        }

        var response = new GetCalendarResponse { Calendar = CalendarMapping.ToProto(calendar, language) };
        if (request.IncludeOpenQuestions)
        {
            response.OpenQuestions.AddRange(calendar.OpenQuestions.Select(r => ReasonMapping.ToProto(r, language)));
        }

        return Task.FromResult(response);
    }

    public override Task<ListDaysResponse> ListDays(ListDaysRequest request, ServerCallContext context)
    {
        int size = RequestFields.PageSize(request.PageSize);
        Language language = RequestFields.Language(request.LanguageCode);
        WorkCalendar calendar = selections.Of("calendar", request.Calendar);
        LocalDate from = CivilTimes.RequiredDate("from_date", request.FromDate);
        LocalDate to = CivilTimes.RequiredDate("to_date", request.ToDate);
        if (to <= from)
        {
            throw Refusal.InvalidField("to_date", "phải sau from_date", "must be after from_date");
        }

        HashSet<DayKind> kinds = [.. request.Kinds.Select((k, i) => CalendarMapping.FromProto(RequestFields.At("kinds", i), k))];
        string list = ListOf(request, calendar);
        LocalDate next = PageToken.Position(list, request.PageToken) is string position ? LocalDatePattern.Iso.Parse(position).Value : from;
        ILookup<LocalDate, CalendarDay> special = calendar.SpecialDaysBetween(next, to.PlusDays(-1)).ToLookup(d => d.Date);
        var response = new ListDaysResponse { CalendarVersion = calendar.Version };
        for (LocalDate date = next; date < to; date = date.PlusDays(1))
        {
            if (kinds.Count > 0 && !kinds.Contains(calendar.KindOf(date)))
            {
                continue;
            }

            if (response.Days.Count == size)
            {
                response.NextPageToken = PageToken.Of(list, LocalDatePattern.Iso.Format(date));
                break;
            }

            response.Days.Add(CalendarMapping.ToProto(calendar, date, special[date].SingleOrDefault(), language, request.IncludeExplanation));
        }

        return Task.FromResult(response);
    }

    public override Task<ExplainDayResponse> ExplainDay(ExplainDayRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        WorkCalendar calendar = selections.Of("calendar", request.Calendar);
        LocalDate date = CivilTimes.RequiredDate("date", request.Date);
        CalendarDay? special = calendar.SpecialDaysBetween(date, date).SingleOrDefault();
        return Task.FromResult(new ExplainDayResponse
        {
            Day = CalendarMapping.ToProto(calendar, date, special, language, explain: true),
            OpenQuestions = { calendar.OpenQuestionsBetween(date, date).Select(r => ReasonMapping.ToProto(r, language)) },
            Sessions = { calendar.SessionsOf(date).Select(CalendarMapping.ToProto) },
            ReceptionSessions = { calendar.ReceptionSessionsOf(date).Select(CalendarMapping.ToProto) },
            CalendarVersion = calendar.Version,
        });
    }

    public override Task<ConvertSolarToLunarResponse> ConvertSolarToLunar(ConvertSolarToLunarRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        LunarDate lunar = LunarCalendar.FromSolar(CivilTimes.RequiredDate("date", request.Date));
        return Task.FromResult(new ConvertSolarToLunarResponse
        {
            LunarDate = CalendarMapping.ToProto(lunar),
            Text = lunar.Describe().In(language),
            Uncertain = LunarCalendar.IsUncertain(lunar.Year, lunar.Month, lunar.IsLeapMonth),
            Approximation = LunarCalendar.IsApproximation(lunar.Year),
        });
    }

    public override Task<ConvertLunarToSolarResponse> ConvertLunarToSolar(ConvertLunarToSolarRequest request, ServerCallContext context)
    {
        LunarDate lunar = CalendarMapping.FromProto("lunar_date", request.LunarDate);
        return Task.FromResult(new ConvertLunarToSolarResponse
        {
            Date = CivilTimes.ToProto(LunarCalendar.ToSolar(lunar)),
            Uncertain = LunarCalendar.IsUncertain(lunar.Year, lunar.Month, lunar.IsLeapMonth),
            Approximation = LunarCalendar.IsApproximation(lunar.Year),
        });
    }

    public override Task<ExportCalendarResponse> ExportCalendar(ExportCalendarRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        WorkCalendar calendar = selections.Of("calendar", request.Calendar);
        if (request.Year is < 1 or > LastYear)
        {
            throw Refusal.InvalidField("year", "phải là một năm từ 1 đến 9999", "must be a year from 1 to 9999");
        }

        return Task.FromResult(new ExportCalendarResponse
        {
            Content = UnsafeByteOperations.UnsafeWrap(ICalendarFile.Write(calendar, request.Year, language)),
            ContentType = ICalendarFile.ContentType,
            FileName = ICalendarFile.NameOf(calendar, request.Year),
            CalendarVersion = calendar.Version,
        });
    }

    // What a page token is good for: this question, asked of this version.
    private static string ListOf(ListDaysRequest request, WorkCalendar calendar)
    {
        ListDaysRequest question = request.Clone();
        question.PageToken = "";
        question.PageSize = 0;
        return "days/" + calendar.Version + "/" + Convert.ToHexStringLower(SHA256.HashData(question.ToByteArray()))[..32];
    }
}
