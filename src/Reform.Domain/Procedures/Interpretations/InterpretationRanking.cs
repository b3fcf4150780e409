using Reform.Domain.Explanations;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Which of the interpretations in force about one thing hold: all agree, the higher level prevails, or none does.</summary>
internal sealed class InterpretationRanking
{
    /// <param name="inForce">The interpretations; at least one.</param>
    public InterpretationRanking(List<Interpretation> inForce)
    {
        Holding = Different(inForce);
        if (Holding.Count == 1)
        {
            Standing = InterpretationStanding.Interpreted;
            return;
        }

        Standing = InterpretationStanding.Conflicting;
        ValueList<string> ids = inForce.Select(i => i.Id).ToValueList();
        if (inForce.Exists(i => i.IssuerLevel is null))
        {
            Difference = InterpretationReasons.NoLevel.Because(null, ("interpretations", ids));
            return;
        }

        // The levels are numbered from the highest on.
        OrganizationLevel highest = inForce.Min(i => i.IssuerLevel!.Value);
        List<Interpretation> top = Different(inForce.FindAll(i => i.IssuerLevel == highest));
        if (top.Count > 1)
        {
            Difference = InterpretationReasons.SameLevel.Because(null, ("interpretations", ids));
            return;
        }

        Holding = top;
        Standing = InterpretationStanding.HigherRankPrevails;
        Difference = InterpretationReasons.Prevails.Because(top[0].Instrument, ("interpretations", ids), ("prevailing", top[0].Id));
    }

    public InterpretationStanding Standing { get; }

    /// <summary>Those that hold, of several that come to the same the first.</summary>
    public List<Interpretation> Holding { get; }

    /// <summary>That they differ, and what follows; null: they do not.</summary>
    public Reason? Difference { get; }

    private static List<Interpretation> Different(List<Interpretation> all)
    {
        var different = new List<Interpretation>();
        foreach (Interpretation interpretation in all)
        {
            if (!different.Exists(d => d.Reading.ComesTo(interpretation.Reading)))
            {
                different.Add(interpretation);
            }
        }

        return different;
    }
}
