using Reform.Domain.Compliance;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using Reform.Grpc.Rpc;
using P = Reform.Compliance.V1;

namespace Reform.Grpc.Compliance;

/// <summary>A judgement of something that a register keeps.</summary>
/// <param name="Subject">Its resource name.</param>
/// <param name="UnitId">The unit that answers; null: not known.</param>
/// <param name="Kind">The kind of the rule book.</param>
/// <param name="Judgement">The judgement.</param>
internal sealed record SubjectJudged(string Subject, string? UnitId, string Kind, Judgement Judgement);

/// <summary>Judges what registers keep by the rules of all books, those of packs among them, and stores nothing.</summary>
/// <param name="books">The rules.</param>
/// <param name="log">Tells of rules that break down.</param>
/// <param name="unit">The unit that answers; null: all.</param>
/// <param name="all">Whether what is kept, or does not apply, is wanted too.</param>
internal sealed class SubjectJudging(RuleBooks books, BrokenRuleLog log, string? unit, bool all)
{
    private readonly List<SubjectJudged> judged = [];
    private readonly Dictionary<string, P.BrokenRule> broken = new(StringComparer.Ordinal);

    public IReadOnlyList<SubjectJudged> Judged => judged;

    public IEnumerable<P.BrokenRule> Broken => broken.Values;

    /// <summary>Judges subjects of one kind.</summary>
    /// <param name="subjects">The subjects, each with its resource name.</param>
    public void Judge<T>(IEnumerable<(T Subject, string Name)> subjects)
    {
        RuleBook<T> book = books.Over<T>();
        foreach ((T subject, string name) in subjects)
        {
            string? answering = book.Subject.UnitOf(subject);
            if (unit is not null && answering != unit)
            {
                continue;
            }

            Judgements found = book.Judge(subject);
            judged.AddRange(found.Judged.Where(j => all || j.Verdict is Verdict.Fail or Verdict.Unknown).Select(j => new SubjectJudged(name, answering, book.Kind, j)));
            foreach (RuleFailure failure in found.Failures)
            {
                P.BrokenRule now = log.Note(failure, name);
                if (!broken.TryAdd(failure.RuleCode, now))
                {
                    broken[failure.RuleCode].Cases++;
                }
            }
        }
    }

    public static P.SubjectJudgement ToProto(SubjectJudged judged, Language language) => new()
    {
        Subject = judged.Subject,
        Rule = RuleMapping.ToProto(judged.Judgement.Rule, judged.Kind, language),
        Verdict = RuleMapping.VerdictOf(judged.Judgement.Verdict),
        Reason = judged.Judgement.Reason is { } reason ? ReasonMapping.ToProto(reason, language) : null,
        Missing = { judged.Judgement.Missing.Select(m => new P.MissingFact { Name = m.Name, DisplayName = m.Label.In(language) }) },
        Unit = ResourceName.OfOptional(ResourceName.Units, judged.UnitId),
    };
}
