using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reform.Domain.Delegation;

/// <summary>
/// For each cell (power, unit, actor) what the actor holds on which days: by law, or by the best grant in force. A hash table of flat
/// arrays: most cells hold one thing over one period, which stands in the slot itself; the others have a list of segments.
/// </summary>
internal sealed class HoldingTable
{
    private const ulong NoKey = ulong.MaxValue;
    private const int Simple = -1;
    private const int ShortList = 8;

    private readonly Slot[] slots;
    private readonly int shift;
    private readonly int[] cellOfSlot;
    private readonly int[] starts;
    private readonly Entry[] entries;
    private Segment[] segments;

    private HoldingTable(Slot[] slots, int shift, int[] cellOfSlot, int[] starts, Entry[] entries, Segment[] segments)
    {
        this.slots = slots;
        this.shift = shift;
        this.cellOfSlot = cellOfSlot;
        this.starts = starts;
        this.entries = entries;
        this.segments = segments;
    }

    /// <summary>Builds the table.</summary>
    /// <param name="keyed">What is held, the best first: of two things held on one day in one cell, the earlier in this list counts.</param>
    public static HoldingTable Build(IReadOnlyList<(ulong Key, Entry Entry)> keyed)
    {
        int capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(keyed.Count, 1) * 2);
        int shift = 64 - BitOperations.Log2((uint)capacity);
        var slots = new Slot[capacity];
        Array.Fill(slots, new Slot { Key = NoKey });
        int[] cellOfSlot = new int[capacity];
        int[] cells = new int[keyed.Count];
        var counts = new List<int>();
        for (int i = 0; i < keyed.Count; i++)
        {
            int slot = Probe(slots, shift, keyed[i].Key);
            if (slots[slot].Key == NoKey)
            {
                slots[slot].Key = keyed[i].Key;
                cellOfSlot[slot] = counts.Count;
                counts.Add(0);
            }

            cells[i] = cellOfSlot[slot];
            counts[cells[i]]++;
        }

        int[] starts = new int[counts.Count + 1];
        for (int cell = 0; cell < counts.Count; cell++)
        {
            starts[cell + 1] = starts[cell] + counts[cell];
        }

        int[] filled = starts[..^1];
        var entries = new Entry[keyed.Count];
        for (int i = 0; i < keyed.Count; i++)
        {
            entries[filled[cells[i]]++] = keyed[i].Entry;
        }

        var table = new HoldingTable(slots, shift, cellOfSlot, starts, entries, []);
        var list = new List<Segment>();
        for (int slot = 0; slot < slots.Length; slot++)
        {
            if (slots[slot].Key != NoKey)
            {
                table.Compile(slot, list);
            }
        }

        table.segments = [.. list];
        return table;
    }

    /// <summary>The table with other days for some entries of some cells; this one stays as it is.</summary>
    public HoldingTable With(IEnumerable<ulong> keys, Func<Entry, IntervalSet> daysOf)
    {
        var changed = new HoldingTable((Slot[])slots.Clone(), shift, cellOfSlot, starts, (Entry[])entries.Clone(), segments);
        var list = new List<Segment>();
        foreach (ulong key in keys)
        {
            int slot = Probe(changed.slots, shift, key);
            int cell = cellOfSlot[slot];
            for (int i = starts[cell]; i < starts[cell + 1]; i++)
            {
                changed.entries[i] = changed.entries[i] with { Days = daysOf(changed.entries[i]) };
            }

            changed.Compile(slot, list, segments.Length);
        }

        changed.segments = [.. segments, .. list];
        return changed;
    }

    /// <summary>What is held in a cell on a day, and the first later day on which that is another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Find(ulong key, int day, out int held, out int next)
    {
        Slot[] all = slots;
        int mask = all.Length - 1;
        int i = Hash(key, shift);
        while (true)
        {
            ref Slot slot = ref all[i & mask];
            if (slot.Key == key)
            {
                if (slot.Segments != Simple)
                {
                    FindSegment(slot.Segments, day, out held, out next);
                }
                else if (day < slot.From)
                {
                    held = 0;
                    next = slot.From;
                }
                else if (day < slot.To)
                {
                    held = slot.Held;
                    next = slot.To;
                }
                else
                {
                    held = 0;
                    next = DayNumber.Max;
                }

                return;
            }

            if (slot.Key == NoKey)
            {
                held = 0;
                next = DayNumber.Max;
                return;
            }

            i++;
        }
    }

    /// <summary>What a cell's actor holds on some day, the best first.</summary>
    public ReadOnlySpan<Entry> EntriesOf(ulong key)
    {
        int slot = Probe(slots, shift, key);
        if (slots[slot].Key == NoKey)
        {
            return [];
        }

        int cell = cellOfSlot[slot];
        return entries.AsSpan(starts[cell], starts[cell + 1] - starts[cell]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(ulong key, int shift) => (int)(((key ^ (key >> 29)) * 0x9E3779B97F4A7C15UL) >> shift);

    private static int Probe(Slot[] slots, int shift, ulong key)
    {
        int i = Hash(key, shift);
        while (slots[i].Key != key && slots[i].Key != NoKey)
        {
            i = (i + 1) & (slots.Length - 1);
        }

        return i;
    }

    private void FindSegment(int header, int day, out int held, out int next)
    {
        int count = segments[header].From;
        ReadOnlySpan<Segment> list = segments.AsSpan(header + 1, count);
        int at;
        if (count <= ShortList)
        {
            at = 0;
            while (at + 1 < count && list[at + 1].From <= day)
            {
                at++;
            }
        }
        else
        {
            int low = 0;
            int high = count - 1;
            while (low < high)
            {
                int middle = (low + high + 1) / 2;
                if (list[middle].From <= day)
                {
                    low = middle;
                }
                else
                {
                    high = middle - 1;
                }
            }

            at = low;
        }

        held = list[at].Held;
        next = at + 1 < count ? list[at + 1].From : DayNumber.Max;
    }

    // Into the slot itself where one period says it all, else as a list behind those that are there already.
    private void Compile(int slot, List<Segment> list, int offset = 0)
    {
        int cell = cellOfSlot[slot];
        ReadOnlySpan<Entry> held = entries.AsSpan(starts[cell], starts[cell + 1] - starts[cell]);
        List<Segment> timeline = Timeline(held);
        ref Slot target = ref slots[slot];
        int first = timeline[0].Held == 0 ? 1 : 0;
        switch (timeline[first..])
        {
            case []:
                target = new Slot { Key = target.Key, From = DayNumber.Max, To = DayNumber.Max, Segments = Simple };
                break;
            case [var only]:
                target = new Slot { Key = target.Key, From = only.From, To = DayNumber.Max, Held = only.Held, Segments = Simple };
                break;
            case [var only, { Held: 0 } end]:
                target = new Slot { Key = target.Key, From = only.From, To = end.From, Held = only.Held, Segments = Simple };
                break;
            default:
                target = new Slot { Key = target.Key, Segments = offset + list.Count };
                list.Add(new Segment(timeline.Count, 0));
                list.AddRange(timeline);
                break;
        }
    }

    // The best entry of each stretch of days. The first segment begins before every date; neighbours differ.
    private static List<Segment> Timeline(ReadOnlySpan<Entry> held)
    {
        var timeline = new List<Segment> { new(DayNumber.Min, 0) };
        if (held.Length == 1)
        {
            ReadOnlySpan<int> bounds = held[0].Days.Bounds;
            for (int i = 0; i < bounds.Length; i += 2)
            {
                Append(timeline, bounds[i], held[0].Held);
                Append(timeline, bounds[i + 1], 0);
            }

            return timeline;
        }

        var steps = new List<(int Day, int Place, bool Begins)>();
        for (int place = 0; place < held.Length; place++)
        {
            ReadOnlySpan<int> bounds = held[place].Days.Bounds;
            for (int i = 0; i < bounds.Length; i++)
            {
                steps.Add((bounds[i], place, i % 2 == 0));
            }
        }

        steps.Sort((a, b) => a.Day.CompareTo(b.Day));
        var open = new SortedSet<int>();
        for (int i = 0; i < steps.Count; i++)
        {
            if (steps[i].Begins)
            {
                open.Add(steps[i].Place);
            }
            else
            {
                open.Remove(steps[i].Place);
            }

            if (i + 1 == steps.Count || steps[i + 1].Day != steps[i].Day)
            {
                Append(timeline, steps[i].Day, open.Count == 0 ? 0 : held[open.Min].Held);
            }
        }

        return timeline;
    }

    private static void Append(List<Segment> timeline, int from, int held)
    {
        if (from == DayNumber.Max || timeline[^1].Held == held)
        {
            return;
        }

        if (timeline[^1].From == from)
        {
            timeline.RemoveAt(timeline.Count - 1);
            if (timeline.Count > 0 && timeline[^1].Held == held)
            {
                return;
            }
        }

        timeline.Add(new Segment(from, held));
    }

    /// <summary>Something held on some days: a grant (its number + 1) or a holding by law (minus its number + 1).</summary>
    internal readonly record struct Entry(int Held, IntervalSet Days, int Tag = -1);

    private struct Slot
    {
        public ulong Key;
        public int From;
        public int To;
        public int Held;
        public int Segments;
    }

    private readonly record struct Segment(int From, int Held);
}
