using System.Globalization;
using System.Text.Json;
using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Values;

namespace Reform.Grpc.CommandLine;

/// <summary>One line of JSON of the batch of deadlines: every member known, of its type, and there once.</summary>
/// <param name="Id">Where the identifier stands in the line; it is given back as it is.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Received">The moment of receipt, Vietnam civil time.</param>
/// <param name="Suspensions">The suspensions; none lasts.</param>
/// <param name="Extensions">The extensions.</param>
internal readonly record struct DeadlineLine(
    Range Id, TimeLimit Limit, LocalDateTime Received, ValueList<Suspension> Suspensions, ValueList<Extension> Extensions)
{
    private const int LongestMoment = 64;

    private static readonly string[] Members = ["id", "unit", "amount", "received", "suspensions", "extensions"];

    private static readonly string[] Units =
        ["minute", "hour", "working_hour", "half_day", "working_day", "calendar_day", "week", "month", "year"];

    private static readonly string UnitList = string.Join(", ", Units);

    /// <exception cref="BadLineException">The line is no JSON object of this form, or a value in it is wrong.</exception>
    public static DeadlineLine Read(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        try
        {
            return Read(ref reader);
        }
        catch (JsonException e)
        {
            string at = ((e.BytePositionInLine ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            throw new BadLineException(
                "json", "dòng không phải một đối tượng JSON (byte " + at + ")", "the line is no JSON object (byte " + at + ")");
        }
        catch (InvalidOperationException)
        {
            throw new BadLineException("json", "có nửa ký tự Unicode", "half a Unicode character in a text");
        }
    }

    private static DeadlineLine Read(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new BadLineException("json", "dòng không phải một đối tượng JSON", "the line is no JSON object");
        }

        int seen = 0;
        Range id = default;
        TimeUnit unit = default;
        int amount = 0;
        LocalDateTime received = default;
        ValueList<Suspension> suspensions = [];
        ValueList<Extension> extensions = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int member = MemberOf(ref reader, ref seen);
            reader.Read();
            switch (member)
            {
                case 0:
                    id = IdOf(ref reader);
                    break;
                case 1:
                    unit = UnitOf(ref reader, Members[1]);
                    break;
                case 2:
                    amount = AmountOf(ref reader, Members[2]);
                    break;
                case 3:
                    received = MomentOf(ref reader);
                    break;
                case 4:
                    suspensions = SuspensionsOf(ref reader);
                    break;
                default:
                    extensions = ExtensionsOf(ref reader);
                    break;
            }
        }

        // Whatever follows the object is found here.
        reader.Read();
        for (int i = 0; i < 4; i++)
        {
            if ((seen & (1 << i)) == 0)
            {
                throw new BadLineException(Members[i], "thiếu", "is missing");
            }
        }

        return new DeadlineLine(id, LimitOf(amount, unit, Members[2]), received, suspensions, extensions);
    }

    private static int MemberOf(ref Utf8JsonReader reader, ref int seen)
    {
        for (int i = 0; i < Members.Length; i++)
        {
            if (reader.ValueTextEquals(Members[i]))
            {
                int bit = 1 << i;
                if ((seen & bit) != 0)
                {
                    throw new BadLineException(Members[i], "có hai lần", "stands twice");
                }

                seen |= bit;
                return i;
            }
        }

        string name = BadLineException.Quote(reader.GetString()!);
        throw new BadLineException("json", "không có trường " + name, "there is no member " + name);
    }

    private static Range IdOf(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.String or JsonTokenType.Number
        ? (int)reader.TokenStartIndex..(int)reader.BytesConsumed
        : throw new BadLineException("id", "phải là chuỗi hoặc số", "must be a text or a number");

    private static TimeUnit UnitOf(ref Utf8JsonReader reader, string field)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            foreach (string unit in Units)
            {
                if (reader.ValueTextEquals(unit))
                {
                    return TimeUnits.Codes[unit];
                }
            }
        }

        throw new BadLineException(field, "phải là một trong " + UnitList, "must be one of " + UnitList);
    }

    private static int AmountOf(ref Utf8JsonReader reader, string field)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int amount))
        {
            return amount;
        }

        throw new BadLineException(
            field, "phải là số nguyên, không quá khoảng một trăm năm", "must be a whole number, at most about a hundred years' worth");
    }

    private static TimeLimit LimitOf(int amount, TimeUnit unit, string field)
    {
        int most = TimeLimit.Most(unit);
        if (amount >= 1 && amount <= most)
        {
            return new TimeLimit(amount, unit);
        }

        string number = most.ToString(CultureInfo.InvariantCulture);
        throw new BadLineException(field, "phải từ 1 đến " + number, "must be from 1 to " + number);
    }

    private static LocalDateTime MomentOf(ref Utf8JsonReader reader)
    {
        Span<byte> text = stackalloc byte[LongestMoment];
        return reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= LongestMoment
            && IsoText.TryDateTime(text[..reader.CopyString(text)], out LocalDateTime moment)
            ? moment
            : throw new BadLineException(
                "received",
                "phải là giờ Việt Nam có thật, dạng 2026-06-01T09:00:00, không kèm múi giờ",
                "must be a local date-time in Vietnam that exists, of the form 2026-06-01T09:00:00, without offset");
    }

    private static ValueList<Suspension> SuspensionsOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new BadLineException("suspensions", "phải là danh sách [[từ, đến], …]", "must be a list [[from, to], …]");
        }

        var all = new List<Suspension>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            string field = At("suspensions", all.Count);
            Begin(ref reader, field);
            LocalDate from = DateOf(ref reader, field);
            LocalDate to = DateOf(ref reader, field);
            End(ref reader, field);
            try
            {
                all.Add(new Suspension(from, to));
            }
            catch (InvalidTermsException e)
            {
                throw new BadLineException(field, e.Reason.Sentence.Vietnamese, e.Reason.Sentence.English);
            }
        }

        return all.ToValueList();
    }

    private static ValueList<Extension> ExtensionsOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new BadLineException("extensions", "phải là danh sách [[đơn vị, số lượng], …]", "must be a list [[unit, amount], …]");
        }

        var all = new List<Extension>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            string field = At("extensions", all.Count);
            Begin(ref reader, field);
            reader.Read();
            TimeUnit unit = UnitOf(ref reader, field);
            reader.Read();
            int amount = AmountOf(ref reader, field);
            End(ref reader, field);
            all.Add(new Extension(LimitOf(amount, unit, field)));
        }

        return all.ToValueList();
    }

    private static LocalDate DateOf(ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        Span<byte> text = stackalloc byte[LongestMoment];
        return reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= LongestMoment
            && IsoText.TryDate(text[..reader.CopyString(text)], out LocalDate date)
            ? date
            : throw new BadLineException(
                field, "phải gồm hai ngày có thật dạng năm-tháng-ngày", "must be two dates that exist of the form year-month-day");
    }

    private static void Begin(ref Utf8JsonReader reader, string field)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw NotAPair(field);
        }
    }

    private static void End(ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.EndArray)
        {
            throw NotAPair(field);
        }
    }

    private static BadLineException NotAPair(string field) => new(field, "phải là một cặp trong ngoặc vuông", "must be a pair in square brackets");

    private static string At(string list, int index) => list + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";
}
