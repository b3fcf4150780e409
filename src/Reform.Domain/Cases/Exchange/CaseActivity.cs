using System.Globalization;

namespace Reform.Domain.Cases;

/// <summary>An event in the words of the standard: which activity, which run of it, and whether that begins or ends.</summary>
internal static class CaseActivity
{
    public static void Put(CaseAttributeWriter writer, CaseEvent e, StepRunNumbers runs)
    {
        (string activity, string transition, string? instance) = e switch
        {
            StepStarted start => (Step(start.Step), "start", runs.Begin(start.Step)),
            StepFinished finish => (Step(finish.Step), "complete", runs.End(finish.Step)),
            StepReturned back => (Step(back.Step), "ate_abort", runs.End(back.Step, back.ToStep)),
            ConsultationRequested asked => ("consultation", "start", asked.ConsultationId),
            ConsultationAnswered answer => ("consultation", "complete", answer.ConsultationId),
            _ => (e.Code, "complete", null),
        };
        writer.Put("concept:name", activity);
        writer.Put("concept:instance", instance);
        writer.Put("lifecycle:transition", transition);
        writer.PutTimestamp(e.At);
        writer.Put("org:resource", e.By);
        writer.Put("org:group", e switch
        {
            CaseReceived received => received.UnitId,
            StepStarted start => start.UnitId,
            StepReturned back => back.UnitId,
            _ => null,
        });
    }

    private static string Step(int step) => "step_" + step.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Numbers the runs of each step: one that was sent back runs again.</summary>
internal sealed class StepRunNumbers
{
    private readonly Dictionary<int, int> begun = [];

    public string Begin(int step)
    {
        begun[step] = begun.GetValueOrDefault(step) + 1;
        return begun[step].ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The number of the run that ends; where the file goes back to a step, that one begins.</summary>
    public string End(int step, int? again = null)
    {
        string number = begun.GetValueOrDefault(step, 1).ToString(CultureInfo.InvariantCulture);
        if (again is int earlier)
        {
            Begin(earlier);
        }

        return number;
    }
}
