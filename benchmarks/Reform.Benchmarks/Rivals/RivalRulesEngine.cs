using System.Globalization;
using NodaTime;
using RulesEngine.Models;

namespace Reform.Benchmarks.Rivals;

/// <summary>The twelve rules in Microsoft RulesEngine: one workflow of lambda expressions over the case and the values of the question.</summary>
public sealed class RivalRulesEngine
{
    private static readonly string[] Expressions =
    [
        "c.CompletedOn != null && c.CompletedOn.Value > c.Deadline",
        "c.CompletedOn == null && c.Deadline < q.AsOf",
        "c.Responsible == null",
        "c.ReceiptNumber == null",
        "!q.Departments.Contains(c.Department)",
        "!q.Channels.Contains(c.Channel)",
        "c.Steps.Count < 3",
        "c.Steps.Count(EndedOn != null && EndedOn.Value > DueOn) >= 2",
        "c.IsExtended && c.ExtensionReason == null",
        "c.Approver != null && c.Approver == c.Responsible",
        "c.AcceptedOn == null || c.AcceptedOn.Value > c.ReceivedOn.PlusDays(3)",
        "c.Status == \"CLOSED\" && c.CompletedOn == null",
    ];

    private readonly RulesEngine.RulesEngine engine = new(
        [
            new Workflow
            {
                WorkflowName = "cases",
                Rules = Expressions.Select((e, i) => new Rule { RuleName = i.ToString(CultureInfo.InvariantCulture), Expression = e }).ToArray(),
            },
        ],
        new ReSettings { CustomTypes = [typeof(LocalDate), typeof(RivalStep<LocalDate>)] });

    private readonly Question question;

    public RivalRulesEngine(LocalDate asOf, HashSet<string> departments, HashSet<string> channels) => question = new(asOf, departments, channels);

    public void Judge(RivalCase<LocalDate>[] cases, List<Finding> findings)
    {
        var asked = new RuleParameter("q", question);
        for (int i = 0; i < cases.Length; i++)
        {
            List<RuleResultTree> results = engine.ExecuteAllRulesAsync("cases", new RuleParameter("c", cases[i]), asked).AsTask().GetAwaiter().GetResult();
            for (int r = 0; r < results.Count; r++)
            {
                if (results[r].IsSuccess)
                {
                    findings.Add(new(i, int.Parse(results[r].Rule.RuleName, CultureInfo.InvariantCulture)));
                }
                else if (results[r].ExceptionMessage is { Length: > 0 } message && !message.Contains("is false", StringComparison.Ordinal))
                {
                    throw new InvalidOperationException(message);
                }
            }
        }
    }

    /// <summary>What the rules compare with.</summary>
    public sealed record Question(LocalDate AsOf, HashSet<string> Departments, HashSet<string> Channels);
}
