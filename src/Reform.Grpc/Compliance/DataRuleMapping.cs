using System.Globalization;
using Reform.Domain.Cases;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;
using P = Reform.Compliance.V1;

namespace Reform.Grpc.Compliance;

/// <summary>From the messages of rules as data to rules, and back.</summary>
internal static class DataRuleMapping
{
    public const string Collection = "dataRules";

    public static string EtagOf(DataRuleRow row) => "v" + row.Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>The rule of a message; every part of it is checked.</summary>
    public static DataRule<CaseFacts> Read(string field, string codeField, string code, P.DataRule message, int version = 1)
    {
        BilingualText title = RecordMapping.RequiredText(field + ".title", message.Title);
        if (title.Vietnamese == title.English)
        {
            throw Refusal.InvalidField(field + ".title", "tiêu đề tiếng Việt và tiếng Anh phải khác nhau", "the titles in Vietnamese and English have to differ");
        }

        LegalBasis basis = RecordMapping.Basis(field + ".basis", message.Basis) ?? throw Refusal.RequiredField(field + ".basis");
        if (string.IsNullOrWhiteSpace(message.Requires))
        {
            throw Refusal.RequiredField(field + ".requires");
        }

        RequestFields.CheckCharacters(field + ".requires", message.Requires);
        RequestFields.CheckCharacters(field + ".applies_when", message.AppliesWhen);
        var text = new DataRuleText(
            code, RecordMapping.Required<Severity>(field + ".severity", message.Severity), title, basis, message.Requires,
            RecordMapping.RequiredText(field + ".breach", message.Breach))
        {
            AppliesWhen = message.AppliesWhen,
            Validity = RecordMapping.Period(field + ".period", message.Period),
            AnnouncedOn = RequestFields.Date(field + ".announced_on", message.AnnouncedOn),
            IsForReview = message.ForReview,
            Version = version,
        };
        try
        {
            return new DataRule<CaseFacts>(text, CaseSubjects.Flat);
        }
        catch (DataRuleException e)
        {
            throw Refusal.InvalidField(e.Field == "code" ? codeField : field + "." + e.Field, e.Text.Vietnamese, e.Text.English);
        }
    }

    public static P.DataRule ToProto(DataRuleRow row)
    {
        P.DataRule rule = P.DataRule.Parser.ParseFrom(row.Content);
        rule.Name = ResourceName.Of(Collection, row.Code);
        rule.Version = row.Version;
        rule.Etag = EtagOf(row);
        rule.EnteredBy = row.EnteredBy;
        rule.RecordTime = RecordMapping.ToTimestamp(RecordTime.Of(row.RecordedAtMicros));
        return rule;
    }

    /// <summary>What is kept of a message: what the author wrote, and nothing that the service adds.</summary>
    public static P.DataRule Stored(P.DataRule message)
    {
        P.DataRule stored = message.Clone();
        (stored.Name, stored.Version, stored.Etag, stored.EnteredBy, stored.RecordTime) = ("", 0, "", "", null);
        return stored;
    }

    public static P.FilterFact ToProto(FilterFact fact, Language language) => new()
    {
        Name = fact.Name,
        DisplayName = fact.Label.In(language),
        Kind = (P.FilterFactKind)((int)fact.Kind + 1),
        CanBeUnknown = fact.CanBeUnknown,
        Members = { fact.Members },
    };
}
