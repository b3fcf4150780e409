using Google.Protobuf;
using NodaTime;
using Reform.Calendars.V1;
using Reform.Domain.Calendars;
using Reform.Grpc.Catalogs;
using Reform.Grpc.Rpc;
using CalendarOverlay = Reform.Domain.Calendars.CalendarOverlay;

namespace Reform.Grpc.Calendars;

/// <summary>
/// Finds the calendar that a request means. A calendar as known on a date, or with an agency's own, takes milliseconds to build: the
/// last used ones are kept.
/// </summary>
internal sealed class CalendarSelections(CalendarCatalogue catalogue)
{
    private const int MostKept = 32;

    private readonly Lock access = new();
    private readonly Dictionary<Key, LinkedListNode<Kept>> byKey = [];
    private readonly LinkedList<Kept> lastUsed = [];

    public WorkCalendar Of(string field, CalendarSelection? selection)
    {
        if (selection is null)
        {
            return CalendarCatalogue.BuiltIn;
        }

        WorkCalendar calendar = selection.Calendar.Length == 0 ? CalendarCatalogue.BuiltIn : Get(field + ".calendar", selection.Calendar);
        LocalDate? knownOn = RequestFields.Date(field + ".known_on", selection.KnownOn);
        CalendarOverlay? overlay = selection.Overlay is null ? null : CalendarMapping.FromProto(field + ".overlay", selection.Overlay, calendar);
        if (knownOn is not null || overlay is not null)
        {
            var key = new Key(calendar.Id, knownOn, selection.Overlay?.ToByteString() ?? ByteString.Empty);
            calendar = Keep(key, () => Build(calendar, knownOn, overlay));
        }

        return selection.Version.Length == 0 || selection.Version == calendar.Version
            ? calendar
            : throw Refusal.CalendarVersionMismatch(calendar.Id, calendar.Version);
    }

    /// <summary>The calendar of a resource name, with all that is recorded.</summary>
    public WorkCalendar Get(string field, string name) => catalogue.Find(ResourceName.Calendar(field, name)) ?? throw Refusal.CalendarNotFound(name);

    /// <summary>The same; that of state agencies when none is named.</summary>
    public WorkCalendar GetOrBuiltIn(string field, string name) => name.Length == 0 ? CalendarCatalogue.BuiltIn : Get(field, name);

    /// <summary>A calendar as it was known on a date.</summary>
    public WorkCalendar AsKnownOn(WorkCalendar calendar, LocalDate date) =>
        Keep(new Key(calendar.Id, date, ByteString.Empty), () => calendar.AsKnownOn(date));

    private static WorkCalendar Build(WorkCalendar calendar, LocalDate? knownOn, CalendarOverlay? overlay)
    {
        WorkCalendar own = overlay is null ? calendar : calendar.With(overlay);
        return knownOn is LocalDate date ? own.AsKnownOn(date) : own;
    }

    // Built outside the lock: whoever asks for another calendar does not wait for this one.
    private WorkCalendar Keep(Key key, Func<WorkCalendar> build)
    {
        LinkedListNode<Kept>? node;
        lock (access)
        {
            if (byKey.TryGetValue(key, out node))
            {
                lastUsed.Remove(node);
            }
            else
            {
                node = new LinkedListNode<Kept>(new Kept(key, new Lazy<WorkCalendar>(build)));
                byKey.Add(key, node);
                if (byKey.Count > MostKept)
                {
                    byKey.Remove(lastUsed.Last!.Value.Key);
                    lastUsed.RemoveLast();
                }
            }

            lastUsed.AddFirst(node);
        }

        return node.Value.Calendar.Value;
    }

    private readonly record struct Key(string CalendarId, LocalDate? KnownOn, ByteString Overlay);

    private readonly record struct Kept(Key Key, Lazy<WorkCalendar> Calendar);
}
