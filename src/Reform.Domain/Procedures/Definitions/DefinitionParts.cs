using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>The closed words and small shapes of procedure definitions.</summary>
internal static class DefinitionParts
{
    public static readonly Dictionary<string, OrganizationSystem> Systems = new(StringComparer.Ordinal)
    {
        ["party"] = OrganizationSystem.Party,
        ["state"] = OrganizationSystem.State,
        ["front"] = OrganizationSystem.Front,
    };

    public static readonly Dictionary<string, SourceConfidence> Confidences = new(StringComparer.Ordinal)
    {
        ["verified"] = SourceConfidence.Verified,
        ["from-memory"] = SourceConfidence.FromMemory,
    };

    public static readonly Dictionary<string, DocumentKind> DocumentKinds = new(StringComparer.Ordinal)
    {
        ["original"] = DocumentKind.Original,
        ["copy"] = DocumentKind.Copy,
        ["certified-copy"] = DocumentKind.CertifiedCopy,
        ["electronic"] = DocumentKind.Electronic,
    };

    public static readonly Dictionary<string, CountDirection> Directions = new(StringComparer.Ordinal)
    {
        ["forward"] = CountDirection.Forward,
        ["backward"] = CountDirection.Backward,
    };

    public static readonly Dictionary<string, LimitScope> Scopes = new(StringComparer.Ordinal)
    {
        ["total"] = LimitScope.Total,
        ["step"] = LimitScope.Step,
        ["window"] = LimitScope.Window,
        ["validity"] = LimitScope.DocumentValidity,
        ["minimum_wait"] = LimitScope.MinimumWait,
        ["effective_date"] = LimitScope.EffectiveDate,
        ["filing"] = LimitScope.Filing,
        ["periodic"] = LimitScope.Periodic,
        ["event_bound"] = LimitScope.EventBound,
        ["cutoff"] = LimitScope.CutOff,
        ["territorial_addition"] = LimitScope.TerritorialAddition,
        ["none"] = LimitScope.None,
        ["warning"] = LimitScope.Warning,
    };

    private static readonly Dictionary<string, int> Supplements =
        SupplementRegime.All.Select((regime, i) => (regime.Code, i)).ToDictionary(r => r.Code, r => r.i, StringComparer.Ordinal);

    public static SupplementRegime? Supplement(JsonPart? part) => part?.Word(Supplements) is int regime ? SupplementRegime.All[regime] : null;

    /// <summary>A {"unit": …, "amount": …} object that holds nothing else.</summary>
    public static TimeLimit? Limit(JsonPart? part)
    {
        if (part is null || !part.ExpectObject())
        {
            return null;
        }

        TimeLimit? limit = part.Required("unit")?.Word(TimeUnits.Codes) is TimeUnit unit ? Length(part, unit) : null;
        part.Optional("amount");
        part.Optional("event");
        part.RejectUnknownMembers();
        return limit;
    }

    /// <summary>The members "amount" and "event" of a limit in a unit.</summary>
    public static TimeLimit? Length(JsonPart item, TimeUnit unit)
    {
        if (unit is TimeUnit.NextEvent or TimeUnit.SameDay or TimeUnit.Immediate)
        {
            item.Optional("amount")?.Problem("đơn vị này không có số lượng", "this unit has no amount");
            BilingualText? what = unit == TimeUnit.NextEvent ? item.Required("event")?.Bilingual() : null;
            return unit != TimeUnit.NextEvent ? new TimeLimit(1, unit) : what is null ? null : TimeLimit.NextEvent(what);
        }

        item.Optional("event")?.Problem("chỉ đơn vị next_event mới có sự kiện", "only the unit next_event has an event");
        JsonPart? amountPart = item.Required("amount");
        if (amountPart?.Integer() is not int amount)
        {
            return null;
        }

        if (amount < 1 || amount > TimeLimit.Most(unit))
        {
            string range = "1-" + TimeLimit.Most(unit).ToString(CultureInfo.InvariantCulture);
            amountPart.Problem("thời hạn phải trong khoảng " + range, "a limit must be in the range " + range);
            return null;
        }

        return new TimeLimit(amount, unit);
    }

    /// <summary>A time of day of the form 17:00.</summary>
    public static LocalTime? TimeOfDay(JsonPart? part)
    {
        if (part?.Text() is not string text)
        {
            return null;
        }

        ParseResult<LocalTime> result = LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Parse(text);
        if (!result.Success)
        {
            part.Problem("'" + text + "' không phải giờ dạng 17:00", "'" + text + "' is not a time of day of the form 17:00");
        }

        return result.Success ? result.Value : null;
    }

    /// <summary>A whole number from 1 on.</summary>
    public static int? Positive(JsonPart? part)
    {
        if (part?.Integer() is not int number)
        {
            return null;
        }

        if (number < 1)
        {
            part.Problem("phải từ 1 trở lên", "must be 1 or more");
        }

        return number < 1 ? null : number;
    }
}
