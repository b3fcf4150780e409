using Reform.Domain.Cases;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using Reform.Grpc.CaseFiles;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;
using P = Reform.Compliance.V1;

namespace Reform.Grpc.Compliance;

/// <summary>From stored findings, and from judgements of stored cases, to their messages, in one language.</summary>
internal sealed class FindingMapping(Language language)
{
    public const string Collection = "findings";

    /// <summary>The cases of a unit and procedure as one.</summary>
    public const string Sets = "caseSets";

    public P.Finding ToProto(FindingRow row)
    {
        var content = P.FindingContent.Parser.ParseFrom(row.Content);
        Reform.Explanations.V1.Reason reason = content.Reason.Clone();
        reason.Text = language == Language.English ? content.ReasonEn : reason.Text;
        reason.Basis = Text(content.ReasonBasis);
        return new P.Finding
        {
            Name = ResourceName.Of(Collection, row.FindingId),
            Rule = new P.Rule
            {
                Name = RuleMapping.NameOf(row.SubjectKind, row.RuleCode),
                Code = row.RuleCode,
                Severity = RuleMapping.SeverityOf(row.Severity),
                Title = Text(content.Title),
                Basis = Text(content.Basis),
                ForReview = content.ForReview,
            },
            Subject = ResourceName.Of(row.SubjectKind == CaseSubjects.Flat.Kind ? CaseFileMapping.Collection : Sets, row.SubjectId),
            Period = row.Period,
            Verdict = RuleMapping.VerdictOf(row.Verdict),
            State = StateOf(row.State),
            Reason = reason,
            Missing = { content.Missing.Select(m => new P.MissingFact { Name = m.Name, DisplayName = Text(m.Label) }) },
            Facts = { content.Facts.Select(f => new P.UsedFact { Name = f.Name, DisplayName = Text(f.Label), Value = f.Value }) },
            Thresholds = { content.Thresholds },
            Unit = ResourceName.OfOptional(ResourceName.Units, row.UnitId),
            Head = row.HeadId ?? "",
            GovernedOn = content.GovernedOn,
            FirstFoundOn = CivilTimes.ToProto(row.FirstFoundOn),
            LastFoundOn = CivilTimes.ToProto(row.LastFoundOn),
            RuleHash = row.RuleHash,
            BookHash = content.BookHash,
            Waiver = ResourceName.OfOptional(StoredWaivers.Collection, row.WaiverId),
        };
    }

    public static P.FindingEvent ToProto(FindingEventRow row) => new()
    {
        Kind = KindOf(row.Kind),
        On = CivilTimes.ToProto(row.On),
        Verdict = row.Verdict is Verdict verdict ? RuleMapping.VerdictOf(verdict) : P.Verdict.Unspecified,
        Waiver = ResourceName.OfOptional(StoredWaivers.Collection, row.WaiverId),
        RecordTime = RecordMapping.ToTimestamp(RecordTime.Of(row.RecordedAtMicros)),
    };

    public P.Judgement ToProto(string kind, string caseId, Judgement judgement) => new()
    {
        Case = ResourceName.Of(CaseFileMapping.Collection, caseId),
        Rule = RuleMapping.ToProto(judgement.Rule, kind, language),
        Verdict = RuleMapping.VerdictOf(judgement.Verdict),
        Reason = judgement.Reason is { } reason ? ReasonMapping.ToProto(reason, language) : null,
        Missing = { judgement.Missing.Select(m => m.Name) },
    };

    public P.UsedFact ToProto(string name, BilingualText label, string value) => new() { Name = name, DisplayName = label.In(language), Value = value };

    public static P.FindingState StateOf(FindingState state) => (P.FindingState)((int)state + 1);

    public static P.FindingEventKind KindOf(FindingEventKind kind) => (P.FindingEventKind)((int)kind + 1);

    private string Text(Reform.Registers.V1.BilingualText? text) => text is null ? "" : language == Language.English ? text.En : text.Vi;
}
