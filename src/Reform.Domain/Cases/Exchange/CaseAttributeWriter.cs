using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Deadlines;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Writes facts down as attributes; what is null is not written.</summary>
internal sealed class CaseAttributeWriter(DateTimeZone zone)
{
    private static readonly OffsetDateTimePattern WithOffset = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFFo<+HH:mm>");
    private readonly List<XesAttribute> attributes = [];

    public ValueList<XesAttribute> Attributes => attributes.ToValueList();

    public void Put(string key, string? value)
    {
        if (value is not null)
        {
            Add(key, value, XesType.Text);
        }
    }

    public void Put(string key, int? value)
    {
        if (value is int number)
        {
            Add(key, number.ToString(CultureInfo.InvariantCulture), XesType.WholeNumber);
        }
    }

    public void Put(string key, bool value) => Add(key, value ? "true" : "false", XesType.Truth);

    public void Put(string key, LocalDate? date) => Put(key, date is LocalDate day ? LocalDatePattern.Iso.Format(day) : null);

    public void Put(string key, ValueList<string> texts) => PutList(key, [.. texts.Select(t => new XesAttribute("item", t, 1))]);

    public void Put(string key, BilingualText? text)
    {
        Put(key + ".vi", text?.Vietnamese);
        Put(key + ".en", text?.English);
    }

    public void Put(string key, TimeLimit? limit)
    {
        if (limit is not null)
        {
            Put(key + ".amount", limit.Amount);
            Put(key + ".unit", TimeUnits.CodeOf(limit.Unit));
            Put(key + ".event", limit.Event);
        }
    }

    public void PutDates(string key, IEnumerable<(string Key, LocalDate Date)> dates) =>
        PutList(key, [.. dates.Select(d => new XesAttribute(d.Key, LocalDatePattern.Iso.Format(d.Date), 1))]);

    public void PutList(string key, params ReadOnlySpan<XesAttribute> items)
    {
        if (!items.IsEmpty)
        {
            attributes.Add(new XesAttribute(key, "", 1) { Type = XesType.List, Items = ValueList.Create(items) });
        }
    }

    /// <summary>A time: an instant with its written offset, or "Z" without one; a date alone is a text, for XES has no such type.</summary>
    public void PutTime(string key, CaseTime? time)
    {
        if (time?.Instant is not Instant instant)
        {
            Put(key, time?.Date);
        }
        else if (time.WrittenOffset is Offset offset && offset.Seconds % 60 == 0)
        {
            Add(key, WithOffset.Format(instant.WithOffset(offset)), XesType.Date);
        }
        else
        {
            PutMoment(key, instant);
        }
    }

    public void PutMoment(string key, Instant moment) => Add(key, InstantPattern.ExtendedIso.Format(moment), XesType.Date);

    /// <summary>The time as every tool looks for it; a date alone is the beginning of the day.</summary>
    public void PutTimestamp(CaseTime time)
    {
        ZonedDateTime at = time.Instant is Instant instant ? instant.InZone(zone) : zone.AtStartOfDay(time.Date);
        Offset offset = time.WrittenOffset ?? at.Offset;
        Add("time:timestamp", WithOffset.Format(at.ToInstant().WithOffset(offset.Seconds % 60 == 0 ? offset : Offset.Zero)), XesType.Date);
    }

    private void Add(string key, string value, XesType type) => attributes.Add(new XesAttribute(key, value, 1) { Type = type });
}
