using NodaTime;

namespace Reform.Grpc.Rpc;

/// <summary>The date in Vietnam.</summary>
internal static class VietnamClock
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    public static LocalDate TodayInVietnam(this IClock clock) => clock.GetCurrentInstant().InZone(Zone).Date;
}
