using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The ordered rules by which units are classified (quy tắc xếp loại): the first that matches wins. Immutable.</summary>
public sealed record LevelRules
{
    /// <summary>The name under which conditions read the rounded index.</summary>
    public const string IndexName = "index";

    private static readonly ReasonKind Matched = new("level_rule_matched", "Mức {level}: {rule}", "Level {level}: {rule}");

    private static readonly ReasonKind NotMatched = new(
        "level_rule_not_matched", "Không đạt mức {level}: {conditions}", "Level {level} is not reached: {conditions}");

    private static readonly ReasonKind NoneMatches = new(
        "no_level_rule_matches", "Không quy tắc xếp loại nào khớp: phải có người quyết định", "No level rule matches: a person has to decide");

    private static readonly ReasonKind CannotTell = new(
        "level_unknown", "Không kết luận được mức {level}: {why}", "Whether level {level} is given cannot be told: {why}");

    /// <summary>Creates the rules.</summary>
    /// <param name="rules">The rules, in their order.</param>
    /// <exception cref="RecordInputException">There is none, one asks nothing, or one would give the level after the cap.</exception>
    public LevelRules(ValueList<LevelRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var problems = new RecordProblems();
        if (rules.Count == 0)
        {
            problems.Add("no_rules", "rules", "phải có ít nhất một quy tắc", "there must be at least one rule");
        }

        for (int i = 0; i < rules.Count; i++)
        {
            string field = RecordProblems.At("rules", i);
            if (rules[i].IsElse == rules[i].Conditions.Any())
            {
                problems.Add(
                    "rule_asks_nothing", field, "phải có điều kiện 'all' hoặc 'any', hoặc là 'else'", "must have conditions, \"all\" or \"any\", or be the \"else\"");
            }

            if (rules[i].Level == RatingLevel.Excellent)
            {
                problems.Add(
                    "level_after_cap", field + ".level", "quy tắc chỉ cho mức ứng viên xuất sắc; khống chế tỉ lệ quyết định sau", "a rule gives candidates only; the cap decides after it");
            }
        }

        problems.ThrowIfAny();
        Rules = rules;
    }

    /// <summary>The rules, in their order.</summary>
    public ValueList<LevelRule> Rules { get; }

    /// <summary>The names that the conditions read, each once.</summary>
    public ValueList<string> Names => Rules.SelectMany(r => r.Conditions).SelectMany(c => c.Names).Distinct(StringComparer.Ordinal).ToValueList();

    /// <summary>Classifies.</summary>
    /// <param name="facts">The index, the shares and the conditions, by name.</param>
    /// <returns>The level with its reasons. Indeterminate where none matches, or where a rule above the first match cannot be told for want of a fact.</returns>
    public LevelResult Classify(LevelFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var why = new List<Reason>();
        var undecided = new List<(LevelRule Rule, Reason Reason)>();
        for (int i = 0; i < Rules.Count; i++)
        {
            LevelRule rule = Rules[i];
            (bool? matches, ValueList<string> failed, ScoreFault? fault) = Match(rule, facts);
            if (matches is null)
            {
                undecided.Add((rule, CannotTell.Because(null, ("level", rule.Level.Name()), ("why", fault!.Message))));
            }
            else if (matches == false)
            {
                why.Add(NotMatched.Because(null, ("level", rule.Level.Name()), ("conditions", failed)));
            }
            else if (undecided.TrueForAll(u => u.Rule.Level == rule.Level))
            {
                if (rule.Level == RatingLevel.Indeterminate)
                {
                    return new LevelResult(RatingLevel.Indeterminate, i, [NoneMatches.Because(null), .. why]);
                }

                return new LevelResult(rule.Level, i, [Matched.Because(null, ("level", rule.Level.Name()), ("rule", rule.ToText())), .. why]);
            }
            else
            {
                break;
            }
        }

        return undecided.Count > 0
            ? new LevelResult(RatingLevel.Indeterminate, null, [.. undecided.Select(u => u.Reason)])
            : new LevelResult(RatingLevel.Indeterminate, null, [NoneMatches.Because(null), .. why]);
    }

    private static (bool? Matches, ValueList<string> Failed, ScoreFault? Fault) Match(LevelRule rule, LevelFacts facts)
    {
        if (rule.IsElse)
        {
            return (true, [], null);
        }

        var failed = new List<string>();
        ScoreFault? missing = null;
        bool? Outcome(ScoreCondition condition)
        {
            ConditionOutcome outcome = condition.Evaluate(facts.Find);
            // A share of nothing is no missing fact: it exists for nobody, so no comparison with it holds.
            bool? holds = outcome.Fault?.Kind == ScoreFaultKind.Undefined ? false : outcome.Holds;
            missing = holds is null ? missing ?? outcome.Fault : missing;
            if (holds == false)
            {
                failed.Add(condition + facts.Shown(condition));
            }

            return holds;
        }

        bool?[] all = [.. rule.All.Select(Outcome)];
        int failedOfAll = failed.Count;
        bool?[] any = [.. rule.Any.Select(Outcome)];
        bool? allHold = all.Contains(false) ? false : all.Contains(null) ? null : true;
        bool? anyHolds = any.Length == 0 || any.Contains(true) ? true : any.Contains(null) ? null : false;
        return allHold == false || anyHolds == false
            ? (false, (allHold == false ? failed.Take(failedOfAll) : failed).ToValueList(), null)
            : allHold is null || anyHolds is null
            ? (null, [], missing)
            : (true, [], null);
    }
}

/// <summary>The level of a unit, and why (kết quả xếp loại).</summary>
/// <param name="Level">The level.</param>
/// <param name="RuleIndex">Which rule gave it, from 0; null: none.</param>
/// <param name="Why">Why it is this one, then why none of the rules above matched.</param>
public sealed record LevelResult(RatingLevel Level, int? RuleIndex, ValueList<Reason> Why);
