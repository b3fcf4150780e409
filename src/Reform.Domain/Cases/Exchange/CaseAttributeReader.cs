using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Reads facts that <see cref="CaseAttributeWriter"/> wrote; what is missing, unknown or no value of its kind is a problem with its place.</summary>
internal sealed class CaseAttributeReader(ValueList<XesAttribute> attributes, int line, DateTimeZone zone, string source)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public string? Text(string key) => Find(key)?.Value;

    public string RequiredText(string key) => Text(key) ?? throw Missing(key);

    public int? Whole(string key) => Text(key) is not string text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number
        : throw Problem(key, "phải là số nguyên", "must be a whole number");

    public int RequiredWhole(string key) => Whole(key) ?? throw Missing(key);

    /// <summary>A truth that is written only where it is true.</summary>
    public bool Truth(string key) => Text(key) is not null && RequiredTruth(key);

    public bool RequiredTruth(string key) => RequiredText(key) switch
    {
        "true" => true,
        "false" => false,
        _ => throw Problem(key, "phải là 'true' hoặc 'false'", "must be 'true' or 'false'"),
    };

    public LocalDate? Date(string key) => Text(key) is not string text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value
        : throw Problem(key, "phải là ngày dạng yyyy-mm-dd", "must be a date of the form yyyy-mm-dd");

    public LocalDate RequiredDate(string key) => Date(key) ?? throw Missing(key);

    public CaseTime? Time(string key)
    {
        if (Text(key) is not string text)
        {
            return null;
        }

        CaseTime time = new TimeText(zone, null).Read(text).Time ?? throw Problem(
            key, "phải là ngày, hoặc thời điểm có múi giờ", "must be a date, or a time with its offset");
        return text.EndsWith('Z') ? CaseTime.At(time.Instant!.Value, zone) : time;
    }

    public CaseTime RequiredTime(string key) => Time(key) ?? throw Missing(key);

    public Instant RequiredMoment(string key) => RequiredTime(key).Instant ?? throw Problem(key, "phải có giờ và múi giờ", "must have a time of day and its offset");

    public ValueList<XesAttribute> List(string key) => Find(key)?.Items ?? [];

    public IEnumerable<(string Key, LocalDate Date)> Dates(string key) => List(key).Select(i => LocalDatePattern.Iso.Parse(i.Value) is { Success: true } date
        ? (i.Key, date.Value)
        : throw Problem(key, "phải là ngày dạng yyyy-mm-dd", "must be a date of the form yyyy-mm-dd"));

    public ValueList<string> Texts(string key) => List(key).Select(i => i.Value).ToValueList();

    public BilingualText? Bilingual(string key)
    {
        string? vietnamese = Text(key + ".vi");
        string? english = Text(key + ".en");
        return vietnamese is null && english is null ? null
            : string.IsNullOrWhiteSpace(vietnamese) ? throw Missing(key + ".vi")
            : string.IsNullOrWhiteSpace(english) ? throw Missing(key + ".en")
            : new BilingualText(vietnamese, english);
    }

    public LegalBasis? Basis(string key) => Bilingual(key) is BilingualText citation ? new LegalBasis(citation) : null;

    public DocumentNumber? Number(string key) => Text(key) is string text ? DocumentNumber.Parse(text) : null;

    public TimeLimit? Limit(string key)
    {
        int? amount = Whole(key + ".amount");
        string? code = Text(key + ".unit");
        BilingualText? what = Bilingual(key + ".event");
        if (amount is null && code is null)
        {
            return null;
        }

        if (!TimeUnits.TryParse(code, out TimeUnit unit))
        {
            throw Problem(key + ".unit", "không phải đơn vị thời hạn", "must be a unit of time limits");
        }

        if (unit == TimeUnit.NextEvent)
        {
            return TimeLimit.NextEvent(what ?? throw Missing(key + ".event.vi"));
        }

        return amount is int number && number >= 1 && number <= TimeLimit.Most(unit)
            ? new TimeLimit(number, unit)
            : throw Problem(key + ".amount", "ngoài phạm vi của đơn vị", "is out of the range of its unit");
    }

    public T? Code<T>(string key)
        where T : struct, Enum => Text(key) is string code
        ? CaseCodes.Read<T>(code) ?? throw Problem(key, "không có giá trị '" + code + "'", "there is no value '" + code + "'")
        : null;

    public T RequiredCode<T>(string key)
        where T : struct, Enum => Code<T>(key) ?? throw Missing(key);

    /// <summary>Refuses an attribute of this format that nobody asked for: what it says would be lost.</summary>
    public void RejectUnknown()
    {
        foreach (XesAttribute attribute in attributes)
        {
            if (attribute.Key.StartsWith("reform:", StringComparison.Ordinal) && !asked.Contains(attribute.Key))
            {
                throw Problem(attribute.Key, "thuộc tính không có ở loại sự kiện này", "an attribute that this kind of event does not have");
            }
        }
    }

    public InvalidDataFileException Missing(string key) => Problem(key, "thiếu thuộc tính này", "the attribute is missing");

    public InvalidDataFileException Problem(string key, string vietnamese, string english) =>
        new([new DataProblem(source, attributes.Find(key)?.Line ?? line, key, new BilingualText(vietnamese, english))]);

    private XesAttribute? Find(string key)
    {
        asked.Add(key);
        return attributes.Find(key);
    }
}
