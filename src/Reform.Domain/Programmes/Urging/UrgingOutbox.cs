using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>The notices that were sent (hộp thư đôn đốc), numbered, for other systems to read from where they stopped; immutable.</summary>
/// <remarks>Each notice stands in it once, whatever is added: who runs the urging twice, or adds a run twice, sends nothing twice.</remarks>
public sealed class UrgingOutbox
{
    private readonly HashSet<NoticeKey> settled;

    private UrgingOutbox(ValueList<NumberedNotice> notices, HashSet<NoticeKey> settled) => (Notices, this.settled) = (notices, settled);

    /// <summary>The outbox of a programme that nobody urged yet.</summary>
    public static UrgingOutbox Empty { get; } = new([], []);

    /// <summary>The notices, in the order of their numbers.</summary>
    public ValueList<NumberedNotice> Notices { get; }

    /// <summary>The number of the last notice; 0: there is none.</summary>
    public long Last => Notices.Count;

    /// <summary>Whether a stage was sent, or a later notice stands for it.</summary>
    /// <param name="key">The task, the due date and the stage.</param>
    /// <returns>True when it must not be sent again.</returns>
    public bool IsSettled(NoticeKey key) => settled.Contains(key);

    /// <summary>The outbox with more notices; one that stands in it already is left out.</summary>
    /// <param name="notices">The notices, in the order of sending.</param>
    /// <returns>A new outbox; this one stays as it is.</returns>
    public UrgingOutbox With(IEnumerable<UrgingNotice> notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        var all = new List<NumberedNotice>(Notices);
        var keys = new HashSet<NoticeKey>(settled);
        foreach (UrgingNotice notice in notices)
        {
            if (keys.Add(notice.Key))
            {
                all.Add(new NumberedNotice(all.Count + 1, notice));
                keys.UnionWith(notice.Covers.Select(stage => notice.Key with { Stage = stage }));
            }
        }

        return all.Count == Notices.Count ? this : new UrgingOutbox(all.ToValueList(), keys);
    }

    /// <summary>The notices after a cursor.</summary>
    /// <param name="cursor">The number of the last notice that was read; 0: none was.</param>
    /// <param name="limit">How many at most; 1 or more.</param>
    /// <returns>The next notices; empty: there are no more yet. The number of the last one is the next cursor.</returns>
    /// <exception cref="RecordInputException">The cursor lies before 0 or after the last notice, or the limit is below 1 (cursor_out_of_range).</exception>
    public ValueList<NumberedNotice> After(long cursor, int limit)
    {
        if (cursor < 0 || cursor > Last)
        {
            throw RecordInputException.Of(
                "cursor_out_of_range", "cursor", "không có thông báo mang số này", "the outbox has no notice of this number");
        }

        if (limit < 1)
        {
            throw RecordInputException.Of("cursor_out_of_range", "limit", "phải từ 1 trở lên", "must be 1 or more");
        }

        return ValueList.Create<NumberedNotice>(Notices.AsSpan().Slice((int)cursor, (int)Math.Min(limit, Last - cursor)));
    }

    /// <summary>The notices about a task with a due date, sent by a date.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="dueOn">The due date.</param>
    /// <param name="on">The date.</param>
    /// <returns>The notices, in the order of sending.</returns>
    public ValueList<UrgingNotice> About(string taskId, LocalDate dueOn, LocalDate on) => Notices.Select(n => n.Notice)
        .Where(n => n.Key.DueOn == dueOn && n.SentOn <= on && string.Equals(n.Key.TaskId, taskId, StringComparison.Ordinal)).ToValueList();
}
