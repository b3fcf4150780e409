using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using Spectre.Console;

namespace Reform.Grpc.CommandLine;

/// <summary>Writes what was found in one case, for a person at a terminal.</summary>
internal static class CaseText
{
    public static void Write(IAnsiConsole console, CaseReport report, Language language)
    {
        string Say(string vietnamese, string english) => language == Language.English ? english : vietnamese;
        LoggedCaseInContext one = report.Case;
        if (one.Context.Mapping.IsSynthetic)
        {
            console.MarkupLine("[yellow]" + Say("DỮ LIỆU MÔ PHỎNG – không phải hồ sơ thật", "SYNTHETIC DATA – not a real case") + "[/]");
        }

        console.MarkupLine("[bold]" + Markup.Escape(Say("Hồ sơ ", "Case ") + one.File.Id) + "[/]"
            + Markup.Escape(one.Procedure is { } procedure ? " · " + procedure.Code + " · " + procedure.Name.In(language) : ""));
        WriteBlock(console, Say("Hạn giải quyết", "Deadline"), report.ExplainDeadline(), language);
        WriteBlock(console, Say("Thẩm quyền", "Authority"), report.ExplainAuthority(), language);
        console.MarkupLine("[bold]" + Say("Kết luận", "Findings") + "[/]");
        bool any = false;
        foreach (Judgement judgement in report.Breaches.Concat(report.Undecided))
        {
            any = true;
            string color = judgement.Verdict == Verdict.Unknown ? "grey" : judgement.Rule.Severity == Severity.Critical ? "red" : "yellow";
            console.MarkupLine("  [" + color + "]" + judgement.Rule.Code + "[/] " + ReportTables.SeverityName(judgement.Rule.Severity, language)
                + " · " + Markup.Escape(judgement.Rule.Title.In(language)));
            WriteReason(console, judgement.Reason!, language);
        }

        if (!any)
        {
            console.WriteLine("  " + Say("Không có vi phạm.", "No breach."));
        }

        foreach (RuleFailure failure in report.Judgements.Failures)
        {
            console.MarkupLine("[red]" + Markup.Escape(failure.RuleCode + ": " + failure.Error) + "[/]");
        }
    }

    private static void WriteBlock(IAnsiConsole console, string title, ValueList<Reason> reasons, Language language)
    {
        if (reasons.Count == 0)
        {
            return;
        }

        console.MarkupLine("[bold]" + Markup.Escape(title) + "[/]");
        foreach (Reason reason in reasons)
        {
            WriteReason(console, reason, language);
        }
    }

    private static void WriteReason(IAnsiConsole console, Reason reason, Language language)
    {
        string sentence = reason.Sentence.In(language);
        string citation = reason.Basis?.Citation.In(language) ?? "";
        string basis = citation.Length == 0 || sentence.Contains(citation, StringComparison.Ordinal) ? "" : " [[" + Markup.Escape(citation) + "]]";
        console.MarkupLine("    – " + Markup.Escape(sentence) + "[grey]" + basis + "[/]");
    }
}
