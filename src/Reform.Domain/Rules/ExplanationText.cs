using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>Puts an explanation into sentences.</summary>
internal static class ExplanationText
{
    public static ValueList<BilingualText> Of(RuleExplanation explanation, Func<string, BilingualText> wordOf)
    {
        var lines = new List<BilingualText> { Verdict(explanation.Judgement) };
        RuleTrace trace = explanation.Trace;
        if (explanation.Judgement.Verdict == Rules.Verdict.NotApplicable)
        {
            lines.AddRange(Tests(trace.Applies, "Quy tắc không áp dụng: ", "The rule does not apply: ", wordOf));
            return lines.ToValueList();
        }

        foreach (TracedCondition condition in trace.Conditions)
        {
            if (condition.Trace is ConditionTrace traced)
            {
                bool holds = traced.Holds == true;
                lines.AddRange(Tests(
                    traced, (holds ? "Đạt" : "Không đạt") + ": ", (holds ? "Kept" : "Broken") + ": ", wordOf));
            }
        }

        return lines.ToValueList();
    }

    private static BilingualText Verdict(Judgement judgement)
    {
        string code = judgement.Rule.Code;
        return judgement.Verdict switch
        {
            Rules.Verdict.Pass => new BilingualText(code + ": đạt", code + ": kept"),
            Rules.Verdict.NotApplicable => new BilingualText(code + ": không áp dụng", code + ": does not apply"),
            _ => new BilingualText(code + ": " + judgement.Reason!.Sentence.Vietnamese, code + ": " + judgement.Reason.Sentence.English),
        };
    }

    private static IEnumerable<BilingualText> Tests(ConditionTrace trace, string vietnamese, string english, Func<string, BilingualText> wordOf)
    {
        foreach (ConditionTrace test in trace.Deciding().Where(t => t.Values.Count > 0))
        {
            string holds = test.Holds == true ? "" : "không: ";
            string held = test.Holds == true ? "" : "not: ";
            yield return new BilingualText(
                vietnamese + holds + test.Text + ", " + Values(test.Values, wordOf, Language.Vietnamese),
                english + held + test.Text + ", " + Values(test.Values, wordOf, Language.English));
        }
    }

    private static string Values(ValueList<TracedValue> values, Func<string, BilingualText> wordOf, Language language) =>
        string.Join("; ", values.Select(v => wordOf(v.Path).In(language) + " = " + Shown(v.Value, language)));

    private static string Shown(object? value, Language language) => value switch
    {
        null => language == Language.English ? "not known" : "không rõ",
        true => language == Language.English ? "yes" : "có",
        false => language == Language.English ? "no" : "không",
        LocalDate date => new ReasonValue.Date(date).In(language),
        LocalDateTime moment => new ReasonValue.Moment(moment).In(language),
        string text => text,
        _ => new TracedValue("", value).Text,
    };
}
