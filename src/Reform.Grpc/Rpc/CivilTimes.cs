using NodaTime;
using ProtoDate = Google.Type.Date;
using ProtoDateTime = Google.Type.DateTime;
using ProtoTime = Google.Type.TimeOfDay;

namespace Reform.Grpc.Rpc;

/// <summary>Between legal dates, Vietnam civil times and the common messages for them.</summary>
internal static class CivilTimes
{
    private const int MaxOffsetSeconds = 18 * 60 * 60;

    private static readonly DateTimeZone Vietnam = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    public static ProtoDate ToProto(LocalDate date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };

    /// <summary>A civil time: neither offset nor zone.</summary>
    public static ProtoDateTime ToProto(LocalDateTime moment) => new()
    {
        Year = moment.Year,
        Month = moment.Month,
        Day = moment.Day,
        Hours = moment.Hour,
        Minutes = moment.Minute,
        Seconds = moment.Second,
        Nanos = moment.NanosecondOfSecond,
    };

    public static ProtoTime ToProto(LocalTime time) => new() { Hours = time.Hour, Minutes = time.Minute, Seconds = time.Second };

    public static LocalDate RequiredDate(string field, ProtoDate? date) => RequestFields.Date(field, date) ?? throw Refusal.RequiredField(field);

    public static LocalTime RequiredTime(string field, ProtoTime? time)
    {
        if (time is null)
        {
            throw Refusal.RequiredField(field);
        }

        return IsTime(time.Hours, time.Minutes, time.Seconds, time.Nanos)
            ? LocalTime.FromHourMinuteSecondNanosecond(time.Hours, time.Minutes, time.Seconds, time.Nanos)
            : throw NoSuchTime(field);
    }

    /// <summary>The Vietnam civil time of a moment that may have an offset or a zone.</summary>
    public static LocalDateTime RequiredMoment(string field, ProtoDateTime? moment)
    {
        if (moment is null)
        {
            throw Refusal.RequiredField(field);
        }

        LocalDate? date = RequestFields.Date(field, new ProtoDate { Year = moment.Year, Month = moment.Month, Day = moment.Day });
        if (!IsTime(moment.Hours, moment.Minutes, moment.Seconds, moment.Nanos))
        {
            throw NoSuchTime(field);
        }

        LocalDateTime local = date!.Value
            + LocalTime.FromHourMinuteSecondNanosecond(moment.Hours, moment.Minutes, moment.Seconds, moment.Nanos);
        try
        {
            return moment.TimeOffsetCase switch
            {
                ProtoDateTime.TimeOffsetOneofCase.UtcOffset => InVietnam(local.WithOffset(OffsetOf(field, moment.UtcOffset)).ToInstant()),
                ProtoDateTime.TimeOffsetOneofCase.TimeZone => InVietnam(local.InZoneStrictly(ZoneOf(field, moment.TimeZone.Id)).ToInstant()),
                _ => local,
            };
        }
        catch (Exception e) when (e is SkippedTimeException or AmbiguousTimeException)
        {
            throw Refusal.InvalidField(
                field, "múi giờ này bỏ qua hoặc lặp lại giờ đó; gửi utc_offset", "the clock of that zone skips this time or shows it twice; send utc_offset");
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            throw NoSuchTime(field);
        }
    }

    private static LocalDateTime InVietnam(Instant instant) => instant.InZone(Vietnam).LocalDateTime;

    private static Offset OffsetOf(string field, Google.Protobuf.WellKnownTypes.Duration offset) =>
        offset.Nanos == 0 && offset.Seconds is >= -MaxOffsetSeconds and <= MaxOffsetSeconds
            ? Offset.FromSeconds((int)offset.Seconds)
            : throw Refusal.InvalidField(field + ".utc_offset", "phải từ -18 đến +18 giờ", "must be from -18 to +18 hours, in whole seconds");

    private static DateTimeZone ZoneOf(string field, string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
        ?? throw Refusal.InvalidField(field + ".time_zone.id", "không có múi giờ '" + id + "'", "there is no time zone '" + id + "'");

    private static bool IsTime(int hours, int minutes, int seconds, int nanos) =>
        hours is >= 0 and < NodaConstants.HoursPerDay && minutes is >= 0 and < NodaConstants.MinutesPerHour
        && seconds is >= 0 and < NodaConstants.SecondsPerMinute && nanos is >= 0 and < (int)NodaConstants.NanosecondsPerSecond;

    private static global::Grpc.Core.RpcException NoSuchTime(string field) =>
        Refusal.InvalidField(field, "phải là giờ có thật, từ 00:00:00 đến 23:59:59", "must be a time that exists, 00:00:00 to 23:59:59");
}
