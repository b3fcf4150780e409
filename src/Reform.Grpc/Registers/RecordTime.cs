using NodaTime;

namespace Reform.Grpc.Registers;

/// <summary>Record times in whole microseconds: what every store keeps alike.</summary>
internal static class RecordTime
{
    private const long TicksPerMicro = 10;

    public static Instant Of(long micros) => Instant.FromUnixTimeTicks(micros * TicksPerMicro);

    /// <summary>The whole microseconds that have passed by a moment; before the epoch too.</summary>
    public static long Micros(Instant moment)
    {
        long ticks = moment.ToUnixTimeTicks();
        return (ticks / TicksPerMicro) - (ticks % TicksPerMicro < 0 ? 1 : 0);
    }

    /// <summary>The record time of what is entered now: after everything before it, whatever the machine's clock does.</summary>
    public static Instant After(Instant last, Instant now)
    {
        Instant whole = Of(Micros(now));
        return whole > last ? whole : Of(Micros(last) + 1);
    }
}
