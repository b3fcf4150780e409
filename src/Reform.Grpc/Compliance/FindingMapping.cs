using Reform.Domain.Cases;
using Reform.Domain.Rules;
using Reform.Domain.Scoring;
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

    private static readonly (string Kind, string Collection)[] Collections =
    [
        (CaseSubjects.Flat.Kind, CaseFileMapping.Collection), (EvaluationFacts.Subject.Kind, "evaluations"), (RatingFacts.Subject.Kind, "periodRatings"),
        (PeerGroupFacts.Subject.Kind, "peerGroups"), (CriteriaSetFacts.Subject.Kind, "criteriaSets"), (ScoreTrendFacts.Subject.Kind, "shownResults"),
    ];

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
            Subject = SubjectName(row.SubjectKind, row.SubjectId),
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

    /// <summary>The resource name of what a rule judged: a case, something of evaluations, or a set of cases.</summary>
    public static string SubjectName(string kind, string id) => ResourceName.Of(Array.Find(Collections, c => c.Kind == kind).Collection ?? Sets, id);

    /// <summary>Of these findings those of the subject with a resource name.</summary>
    public static IQueryable<FindingRow> About(IQueryable<FindingRow> findings, string field, string name)
    {
        string[] kinds = Array.ConvertAll(Collections, c => c.Kind);
        if (name.StartsWith(Sets + "/", StringComparison.Ordinal))
        {
            string set = ResourceName.In(Sets, field, name);
            return findings.Where(f => f.SubjectId == set && !kinds.Contains(f.SubjectKind));
        }

        (string kind, string collection) = Array.Find(Collections, c => name.StartsWith(c.Collection + "/", StringComparison.Ordinal)) is { Kind: not null } known
            ? known
            : Collections[0];
        string subject = ResourceName.In(collection, field, name);
        return findings.Where(f => f.SubjectId == subject && f.SubjectKind == kind);
    }

    public static P.FindingState StateOf(FindingState state) => (P.FindingState)((int)state + 1);

    public static P.FindingEventKind KindOf(FindingEventKind kind) => (P.FindingEventKind)((int)kind + 1);

    private string Text(Reform.Registers.V1.BilingualText? text) => text is null ? "" : language == Language.English ? text.En : text.Vi;
}
