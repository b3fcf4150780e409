using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Grpc.Rpc;
using BilingualText = Reform.Domain.Values.BilingualText;
using LegalBasis = Reform.Domain.Legal.LegalBasis;
using ProtoBasis = Reform.Registers.V1.LegalBasis;
using ProtoPeriod = Reform.Registers.V1.Period;
using ProtoText = Reform.Registers.V1.BilingualText;
using RecordInfo = Reform.Registers.V1.RecordInfo;

namespace Reform.Grpc.Registers;

/// <summary>What the facts of every register have in common, both ways; what is wrong is refused with its path.</summary>
internal static class RecordMapping
{
    private const int MaxTextLength = 500;

    public static Validity Period(string field, ProtoPeriod? period)
    {
        LocalDate? from = RequestFields.Date(field + ".from", period?.From);
        LocalDate? to = RequestFields.Date(field + ".to", period?.To);
        return from is LocalDate start && to is LocalDate end && end <= start
            ? throw Refusal.InvalidField(field + ".to", "phải sau ngày bắt đầu", "must be after the first date")
            : new Validity(from, to);
    }

    public static ProtoPeriod? ToProto(Validity period) => period == default ? null : new ProtoPeriod { From = ToProto(period.From), To = ToProto(period.To) };

    public static Google.Type.Date? ToProto(LocalDate? date) => date is LocalDate known ? CivilTimes.ToProto(known) : null;

    public static BilingualText RequiredText(string field, ProtoText? text) => Text(field, text) ?? throw Refusal.RequiredField(field);

    /// <summary>A text of which one language is enough; null when there is none.</summary>
    public static BilingualText? Text(string field, ProtoText? text)
    {
        if (text is null || (text.Vi.Length == 0 && text.En.Length == 0))
        {
            return null;
        }

        if (text.Vi.Length > MaxTextLength || text.En.Length > MaxTextLength)
        {
            string most = MaxTextLength.ToString(CultureInfo.InvariantCulture);
            throw Refusal.InvalidField(field, "dài quá " + most + " ký tự", "is longer than " + most + " characters");
        }

        RequestFields.CheckCharacters(field, text.Vi);
        RequestFields.CheckCharacters(field, text.En);
        try
        {
            return new BilingualText(text.Vi.Length > 0 ? text.Vi : text.En, text.En.Length > 0 ? text.En : text.Vi);
        }
        catch (ArgumentException)
        {
            throw Refusal.InvalidField(field, "không phải văn bản đọc được", "is blank or no valid Unicode");
        }
    }

    public static ProtoText ToProto(BilingualText text) => new() { Vi = text.Vietnamese, En = text.English };

    public static LegalBasis? Basis(string field, ProtoBasis? basis) =>
        basis is null ? null : new LegalBasis(RequiredText(field + ".citation", basis.Citation));

    public static ProtoBasis? ToProto(LegalBasis? basis) => basis is null ? null : new ProtoBasis { Citation = ToProto(basis.Citation) };

    /// <summary>A text that is compared as written, in Unicode normalization form C; null when it is empty.</summary>
    public static string? Word(string field, string text) => RequestFields.Text(field, text)?.Vietnamese;

    public static string RequiredWord(string field, string text) => Word(field, text) ?? throw Refusal.RequiredField(field);

    /// <summary>A decimal number as text, without exponent.</summary>
    public static decimal Number(string field, string text)
    {
        const int MostDigits = 28;
        return text.Length <= 2 * MostDigits && text.Count(char.IsAsciiDigit) <= MostDigits
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal amount)
                ? amount
                : throw Refusal.InvalidField(field, "phải là một số thập phân", "must be a decimal number");
    }

    public static string ToProto(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>The snake_case code of a value of the domain.</summary>
    public static string CodeOf(System.Enum value) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static Timestamp? ToTimestamp(Instant? moment) => moment is Instant known ? ToProto(known) : null;

    public static Instant? KnownAt(Timestamp? knownAt) => knownAt is null ? null : Moment("known_at", knownAt);

    public static Instant Moment(string field, Timestamp moment)
    {
        const long FirstSecond = -62_135_596_800;
        // The end of the year 9999 in Vietnam.
        const long LastSecond = 253_402_300_799 - (7 * 3600);
        const int MostNanos = 999_999_999;
        return moment.Seconds is >= FirstSecond and <= LastSecond && moment.Nanos is >= 0 and <= MostNanos
            ? Instant.FromUnixTimeSeconds(moment.Seconds).PlusNanoseconds(moment.Nanos)
            : throw Refusal.InvalidField(field, "không phải thời điểm hợp lệ", "is no valid moment");
    }

    public static RecordInfo Info<T>(Recorded<T> record, string enteredBy)
        where T : class => new()
        {
            Record = record.Id,
            RecordTime = ToProto(record.RecordedAt),
            Corrects = record.Corrects ?? "",
            StruckOut = record.Fact is null,
            EnteredBy = enteredBy,
        };

    public static RecordInfo Info(RegisterEntry entry, RegisterState after, string enteredBy) => new()
    {
        Record = entry.RecordId,
        RecordTime = ToProto(after.RecordedAt),
        Corrects = entry.Corrects ?? "",
        StruckOut = entry.Fact is null,
        EnteredBy = enteredBy,
    };

    /// <summary>An enum of the contract that is numbered like that of the domain, from 1 on; 0 is refused.</summary>
    public static TDomain Required<TDomain>(string field, System.Enum value)
        where TDomain : struct, System.Enum
    {
        int number = Convert.ToInt32(value, CultureInfo.InvariantCulture) - 1;
        var known = (TDomain)System.Enum.ToObject(typeof(TDomain), number);
        return number < 0 ? throw Refusal.RequiredField(field)
            : System.Enum.IsDefined(known) ? known : throw Refusal.InvalidField(field, "không có giá trị này", "there is no such value");
    }

    /// <summary>The same; null when it is 0.</summary>
    public static TDomain? Optional<TDomain>(string field, System.Enum value)
        where TDomain : struct, System.Enum => Convert.ToInt32(value, CultureInfo.InvariantCulture) == 0 ? null : Required<TDomain>(field, value);

    private static Timestamp ToProto(Instant moment) => Timestamp.FromDateTime(moment.ToDateTimeUtc());
}
