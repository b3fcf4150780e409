using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>A rule as data in a receipt; what is read may have been altered.</summary>
internal static class DataRuleJson
{
    public static void Write(Utf8JsonWriter json, string name, DataRuleText rule)
    {
        json.WriteStartObject(name);
        json.WriteNumber("version", rule.Version);
        json.WriteString("severity", rule.Severity.ToString());
        json.WriteString("title_vi", rule.Title.Vietnamese);
        json.WriteString("title_en", rule.Title.English);
        json.WriteString("basis_vi", rule.Basis.Citation.Vietnamese);
        json.WriteString("basis_en", rule.Basis.Citation.English);
        json.WriteString("applies_when", rule.AppliesWhen);
        json.WriteString("requires", rule.Requires);
        json.WriteString("breach_vi", rule.Breach.Vietnamese);
        json.WriteString("breach_en", rule.Breach.English);
        WriteDate(json, "valid_from", rule.Validity.From);
        WriteDate(json, "valid_to", rule.Validity.To);
        WriteDate(json, "announced_on", rule.AnnouncedOn);
        json.WriteBoolean("for_review", rule.IsForReview);
        json.WriteEndObject();
    }

    public static void WriteDate(Utf8JsonWriter json, string name, LocalDate? date)
    {
        if (date is LocalDate on)
        {
            json.WriteString(name, LocalDatePattern.Iso.Format(on));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Reads a rule; null where the problems of the part say why there is none.</summary>
    public static DataRuleText? Read(JsonPart part, string? code)
    {
        if (!part.ExpectObject())
        {
            return null;
        }

        int? version = part.Required("version")?.Integer();
        Severity? severity = SeverityOf(part);
        BilingualText? title = ReceiptReader.Texts(part, "title"), basis = ReceiptReader.Texts(part, "basis"), breach = ReceiptReader.Texts(part, "breach");
        string? requires = ReceiptReader.Text(part, "requires");
        string? applies = part.Optional("applies_when") is null ? null : ReceiptReader.Text(part, "applies_when");
        LocalDate? from = part.Optional("valid_from")?.Date(), to = part.Optional("valid_to")?.Date(), announced = part.Optional("announced_on")?.Date();
        bool? forReview = part.Required("for_review")?.Boolean();
        part.RejectUnknownMembers();
        if (from >= to)
        {
            part.Problem("hết hiệu lực trước khi có hiệu lực", "ends before it begins");
            return null;
        }

        return code is null || version is null || severity is null || title is null || basis is null || breach is null || requires is null || forReview is null
            ? null
            : new DataRuleText(code, severity.Value, title, new LegalBasis(basis), requires, breach)
            {
                AppliesWhen = applies,
                Validity = new Validity(from, to),
                AnnouncedOn = announced,
                IsForReview = forReview.Value,
                Version = version.Value,
            };
    }

    /// <summary>The rule of a text.</summary>
    /// <exception cref="InvalidDataFileException">It is refused; the field is named.</exception>
    public static DataRule<T> RuleOf<T>(DataRuleText text, RuleSubject<T> subject, string source)
    {
        try
        {
            return new DataRule<T>(text, subject);
        }
        catch (DataRuleException e)
        {
            throw new InvalidDataFileException([new DataProblem(source, null, "data_rule." + e.Field, e.Text)]);
        }
    }

    private static Severity? SeverityOf(JsonPart part)
    {
        string? name = ReceiptReader.Text(part, "severity");
        if (name is not null && Enum.GetNames<Severity>().Contains(name, StringComparer.Ordinal))
        {
            return Enum.Parse<Severity>(name);
        }

        if (name is not null)
        {
            part.Find("severity")!.Problem("không phải mức độ", "is no severity");
        }

        return null;
    }
}
