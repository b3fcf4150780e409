using NodaTime;
using NodaTime.Text;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Makes traces of case files again, in the names of the mapping: read by the same mapping, they give the same case files.</summary>
public static class LoggedCaseExport
{
    private const string Unreadable = "(không đọc được / unreadable)";
    private static readonly OffsetDateTimePattern Written = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFFo<Z+HH:mm>");

    /// <summary>A trace of a case.</summary>
    /// <param name="file">The case.</param>
    /// <param name="mapping">What its attributes are called. Where a name is null, what it would hold is left out, for the log does not have it.</param>
    /// <returns>The trace; instants keep their written offsets, and without one get that of the mapping's zone.</returns>
    public static XesTrace ToTrace(LoggedCase file, LogMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(mapping);
        CaseAttributes names = mapping.Case;
        var attributes = new List<XesAttribute>();
        Put(attributes, names.Id, file.Id, file.Line);
        PutTime(attributes, names.Receipt, file.Receipt, file.IsUnreadable("receipt"), file.Line, mapping.Zone);
        PutDeadline(attributes, file, mapping);
        PutTime(attributes, names.PlannedEnd, file.PlannedEnd, file.IsUnreadable("planned_end"), file.Line, mapping.Zone);
        PutTime(attributes, names.End, file.End, file.IsUnreadable("end"), file.Line, mapping.Zone);
        foreach ((string? name, string? value) in (ReadOnlySpan<(string?, string?)>)
        [
            (names.Responsible, file.Responsible), (names.Unit, file.UnitId), (names.Procedure, file.ProcedureCode), (names.Outcome, file.Outcome),
            (names.Reason, file.OutcomeReason), (names.Requester, file.Requester), (names.Territory, file.Territory), (names.Term, file.Term),
        ])
        {
            Put(attributes, name, value, file.Line);
        }

        return new XesTrace(file.Line, attributes.ToValueList(), file.Events.SelectMany((e, i) => ToEvents(e, i, mapping)).ToValueList());
    }

    // An activity with a beginning is two events again, of one instance.
    private static IEnumerable<XesEvent> ToEvents(LoggedEvent e, int index, LogMapping mapping)
    {
        XesEvent end = ToEvent(e, mapping);
        if (e.Started is null || !mapping.PairsTransitions)
        {
            return [end];
        }

        XesAttribute instance = new(LifecyclePairs.Instance, index.ToString(System.Globalization.CultureInfo.InvariantCulture), e.Line);
        XesEvent Of(XesEvent one, string transition) =>
            one with { Attributes = [.. one.Attributes, new XesAttribute(LifecyclePairs.Transition, transition, e.Line), instance] };
        return [Of(ToEvent(e with { Time = e.Started, Due = null }, mapping), "start"), Of(end, "complete")];
    }

    private static XesEvent ToEvent(LoggedEvent e, LogMapping mapping)
    {
        var attributes = new List<XesAttribute>();
        Put(attributes, mapping.Event.Activity, e.Activity, e.Line);
        PutTime(attributes, mapping.Event.Time, e.Time, isUnreadable: false, e.Line, mapping.Zone);
        Put(attributes, mapping.Event.Resource, e.Resource, e.Line);
        Put(attributes, mapping.Event.Position, e.Position, e.Line);
        PutTime(attributes, mapping.Event.Due, e.Due, isUnreadable: false, e.Line, mapping.Zone);
        return new XesEvent(e.Line, attributes.ToValueList());
    }

    private static void PutDeadline(List<XesAttribute> attributes, LoggedCase file, LogMapping mapping)
    {
        if (mapping.Case.Deadline is not string name)
        {
            return;
        }

        if (file.DeadlineChanges.Count == 0)
        {
            PutTime(attributes, name, file.Deadline, file.IsUnreadable("deadline"), file.Line, mapping.Zone);
            return;
        }

        XesAttribute[] items =
        [
            .. file.DeadlineChanges.Select(c => Time(name, c.Deadline, file.Line, mapping.Zone) with
            {
                Nested = c.From is CaseTime from ? [Time(OcelReader.HeldFrom, from, file.Line, mapping.Zone)] : [],
            }),
        ];
        var history = new XesAttribute(OcelReader.History, "", file.Line) { Type = XesType.List, Items = ValueList.Create<XesAttribute>(items) };
        attributes.Add(Time(name, file.DeadlineChanges[^1].Deadline, file.Line, mapping.Zone) with { Nested = [history] });
    }

    private static void Put(List<XesAttribute> attributes, string? name, string? value, int line)
    {
        if (name is not null && value is not null)
        {
            attributes.Add(new XesAttribute(name, value, line));
        }
    }

    // A time that could not be read is neither known nor absent, and stays so.
    private static void PutTime(List<XesAttribute> attributes, string? name, CaseTime? time, bool isUnreadable, int line, DateTimeZone zone)
    {
        if (name is null)
        {
            return;
        }

        if (time is not null)
        {
            attributes.Add(Time(name, time, line, zone));
        }
        else if (isUnreadable)
        {
            attributes.Add(new XesAttribute(name, Unreadable, line));
        }
    }

    // XML Schema has no date without a time that is a "date" of XES: a date alone is a text.
    internal static XesAttribute Time(string name, CaseTime time, int line, DateTimeZone zone)
    {
        if (time.Instant is not Instant instant)
        {
            return new XesAttribute(name, LocalDatePattern.Iso.Format(time.Date), line);
        }

        Offset offset = time.WrittenOffset ?? zone.GetUtcOffset(instant);
        offset = offset.Seconds % 60 == 0 ? offset : Offset.Zero;
        return new XesAttribute(name, Written.Format(instant.WithOffset(offset)), line) { Type = XesType.Date };
    }
}
