using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;
using P = Reform.Compliance.V1;
using ProtoReason = Reform.Explanations.V1.Reason;

namespace Reform.Grpc.Compliance;

/// <summary>Between findings and what is kept of them.</summary>
internal static class FindingContents
{
    /// <summary>The last part of the resource name: 128 bits that follow from the key.</summary>
    public static string IdOf(FindingKey key) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', key.RuleCode, key.SubjectKind, key.SubjectId, key.Period))).AsSpan(0, 16));

    /// <summary>What is kept of a finding beside the columns.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="receipt">What is needed to judge it again.</param>
    public static byte[] Of(Finding finding, byte[] receipt)
    {
        ProtoReason reason = ReasonMapping.ToProto(finding.Reason, Language.Vietnamese);
        return new P.FindingContent
        {
            Title = RecordMapping.ToProto(finding.Rule.Title),
            Basis = RecordMapping.ToProto(finding.Rule.Basis.Citation),
            ForReview = finding.Rule.IsForReview,
            Reason = reason,
            ReasonEn = finding.Reason.Sentence.English,
            ReasonBasis = finding.Reason.Basis is LegalBasis basis ? RecordMapping.ToProto(basis.Citation) : null,
            Missing = { finding.Missing.Select(m => new P.NamedText { Name = m.Name, Label = RecordMapping.ToProto(m.Label) }) },
            Facts = { finding.Facts.Select(f => new P.NamedText { Name = f.Name, Label = RecordMapping.ToProto(f.Label), Value = f.Value }) },
            Thresholds = { finding.Values.All.Select(v => new P.RuleThreshold { Name = v.Name, Value = v.Value }) },
            GovernedOn = RecordMapping.ToProto(finding.GovernedOn),
            BookHash = finding.BookHash,
            Receipt = ByteString.CopyFrom(receipt),
        }.ToByteArray();
    }

    /// <summary>What is needed to judge a finding again; empty where it was last found before receipts were kept.</summary>
    public static ByteString ReceiptOf(FindingRow row) => P.FindingContent.Parser.ParseFrom(row.Content).Receipt;

    /// <summary>A finding with its history, as it was followed so far.</summary>
    public static FindingRecord Record(FindingRow row, IEnumerable<FindingEventRow> events)
    {
        var content = P.FindingContent.Parser.ParseFrom(row.Content);
        var basis = new LegalBasis(Text(content.Basis));
        var finding = new Finding
        {
            Key = new FindingKey(row.RuleCode, row.SubjectKind, row.SubjectId, row.Period),
            Rule = new RuleInfo(row.RuleCode, Text(content.Title), row.Severity, basis) { IsForReview = content.ForReview },
            Verdict = row.Verdict,
            Reason = new Reason(
                content.Reason.Code,
                content.Reason.Arguments.Select(a => new ReasonArgument(a.Name, a.Value)).ToValueList(),
                content.ReasonBasis is null ? null : new LegalBasis(Text(content.ReasonBasis)),
                new BilingualText(content.Reason.Text, content.ReasonEn)),
            Missing = content.Missing.Select(m => new MissingFact(m.Name, Text(m.Label))).ToValueList(),
            Values = content.Thresholds.Aggregate(RuleValues.None, (values, t) => values.With(t.Name, t.Value)),
            Facts = content.Facts.Select(f => new UsedFact(f.Name, Text(f.Label), f.Value)).ToValueList(),
            JudgedOn = row.LastFoundOn,
            GovernedOn = RequestFields.Date("governed_on", content.GovernedOn),
            UnitId = row.UnitId,
            HeadId = row.HeadId,
            BookHash = content.BookHash,
            RuleHash = row.RuleHash,
        };
        return new FindingRecord(
            finding, row.State, row.FirstFoundOn, row.LastFoundOn,
            events.Select(e => new FindingEvent(e.Kind, e.On, e.Verdict, e.WaiverId)).ToValueList());
    }

    private static BilingualText Text(Reform.Registers.V1.BilingualText text) => new(text.Vi, text.En);
}
