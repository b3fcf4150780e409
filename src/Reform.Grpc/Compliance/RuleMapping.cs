using System.Security.Cryptography;
using System.Text;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Compliance.V1;

namespace Reform.Grpc.Compliance;

/// <summary>From rules to their messages, and the names of rules.</summary>
internal static class RuleMapping
{
    public const string Books = "ruleBooks";

    public static string NameOfBook(string kind) => ResourceName.Of(Books, kind);

    public static string NameOf(string kind, string code) => NameOfBook(kind) + "/rules/" + Uri.EscapeDataString(code);

    /// <summary>The kind and the code in "ruleBooks/{kind}/rules/{code}".</summary>
    public static (string Kind, string Code) In(string field, string name) =>
        name.Split('/') is [Books, { Length: > 0 } kind, "rules", { Length: > 0 } code]
            ? (kind, Uri.UnescapeDataString(code))
            : throw Refusal.InvalidField(field, "phải có dạng 'ruleBooks/{loại}/rules/{mã}'", "must be of the form 'ruleBooks/{kind}/rules/{code}'");

    public static P.Rule ToProto(RuleInfo rule, string kind, Language language) => new()
    {
        Name = NameOf(kind, rule.Code),
        Code = rule.Code,
        Severity = SeverityOf(rule.Severity),
        Title = rule.Title.In(language),
        Basis = rule.Basis.Citation.In(language),
        Period = RecordMapping.ToProto(rule.Validity),
        AnnouncedOn = RecordMapping.ToProto(rule.AnnouncedOn),
        ForReview = rule.IsForReview,
        Parameters =
        {
            rule.Parameters.Select(p => new P.RuleParameter
            {
                Name = p.Name,
                DisplayName = p.Label.In(language),
                LowerIsStricter = p.Tightening == Tightening.Lower,
                Values =
                {
                    p.Values.Entries.Select(v => new P.DatedValue
                    {
                        Value = v.Value,
                        Period = RecordMapping.ToProto(v.Validity),
                        Basis = v.Basis.Citation.In(language),
                    }),
                },
            }),
        },
    };

    public static P.RuleEdition ToProto<T>(RuleEdition<T> edition) => new()
    {
        Period = RecordMapping.ToProto(edition.Validity),
        Unit = ResourceName.OfOptional(ResourceName.Units, edition.UnitId),
        Thresholds = { Thresholds(edition.Rule.Values) },
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(edition.Rule.ToCanonicalText())).AsSpan(0, 16)),
    };

    public static IEnumerable<P.RuleThreshold> Thresholds(RuleValues values) => values.All.Select(v => new P.RuleThreshold { Name = v.Name, Value = v.Value });

    public static P.Severity SeverityOf(Severity severity) => (P.Severity)((int)severity + 1);

    public static P.Verdict VerdictOf(Verdict verdict) => (P.Verdict)((int)verdict + 1);
}
