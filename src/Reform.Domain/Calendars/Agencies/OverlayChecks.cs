using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>What is contradictory in an overlay, each with the part that is at fault.</summary>
internal static class OverlayChecks
{
    public static IEnumerable<(object Culprit, BilingualText Message)> Problems(CalendarOverlay overlay)
    {
        var clashes = Pairs(overlay.Hours).Where(p => p.One.InForce.Overlaps(p.Other.InForce) && Clash(p.One.Season, p.Other.Season))
            .Select(p => ((object)p.Other, new BilingualText("trùng thời gian với giờ làm việc khác", "it holds at the same time as other office hours")));
        var twice = Pairs(overlay.Reception).Where(p => p.One.Weekday == p.Other.Weekday && p.One.InForce.Overlaps(p.Other.InForce))
            .Select(p => ((object)p.Other, new BilingualText("trùng thời gian với giờ tiếp nhận khác", "it holds at the same time as other reception hours")));
        var closures = overlay.Closures.Where(c => c.LastDay < c.FirstDay)
            .Select(c => ((object)c, new BilingualText("ngày cuối đứng trước ngày đầu", "the last day lies before the first")));
        var weekdays = overlay.Hours.SelectMany(h => Pairs(h.Weekdays)).Where(p => p.One.Weekday == p.Other.Weekday)
            .Select(p => ((object)p.Other, new BilingualText("ngày trong tuần bị lặp lại", "the weekday stands twice")));
        return [.. overlay.Hours.SelectMany(h => SessionProblems(h, h.Sessions)),
            .. overlay.Hours.SelectMany(h => h.Weekdays).SelectMany(w => SessionProblems(w, w.Sessions)),
            .. overlay.Reception.SelectMany(r => SessionProblems(r, r.Sessions)), .. clashes, .. twice, .. weekdays, .. closures];
    }

    private static IEnumerable<(object Culprit, BilingualText Message)> SessionProblems(object culprit, ValueList<OfficeSession> sessions)
    {
        if (sessions.Count == 0)
        {
            yield return (culprit, new BilingualText("phải có ít nhất một buổi", "at least one session is needed"));
        }

        LocalTime before = LocalTime.Midnight;
        foreach (OfficeSession session in sessions)
        {
            if (!IsWholeMinute(session.Start) || !IsWholeMinute(session.End))
            {
                yield return (culprit, new BilingualText("giờ phải tròn phút", "times are whole minutes"));
            }

            if (session.End <= session.Start)
            {
                yield return (culprit, new BilingualText("buổi kết thúc trước khi bắt đầu", "a session ends before it starts"));
            }
            else if (session.Start < before)
            {
                yield return (culprit, new BilingualText("các buổi chồng nhau hoặc không theo thứ tự", "sessions overlap or are out of order"));
            }

            before = session.End;
        }
    }

    private static bool IsWholeMinute(LocalTime time) => time.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0;

    private static bool Clash(Season? one, Season? other) =>
        (one is null && other is null) || (one is Season first && other is Season second && first.Overlaps(second));

    private static IEnumerable<(T One, T Other)> Pairs<T>(ValueList<T> list) =>
        list.SelectMany((one, i) => list.Skip(i + 1).Select(other => (one, other)));
}
