using NodaTime;

namespace Reform.Domain.Delegation;

/// <summary>The days on which a decision could become another one.</summary>
internal static class AuthorityTurns
{
    /// <summary>The first later day on which the same question is decided otherwise; null when there is none.</summary>
    public static LocalDate? NextChange(AuthorityModel model, AuthorityQuestion question, AuthorityDecision decision)
    {
        int day = DayNumber.Of(question.On);
        string before = decision.Signature();
        foreach (int turn in Turns(model, question).Where(t => t > day && t != DayNumber.Max).Distinct().Order())
        {
            AuthorityQuestion later = question with { On = DayNumber.ToDate(turn) };
            var then = new AuthorityDecision(model, later, new AuthorityCheck(model, later).Decide());
            if (!string.Equals(before, then.Signature(), StringComparison.Ordinal))
            {
                return later.On;
            }
        }

        return null;
    }

    private static IEnumerable<int> Turns(AuthorityModel model, AuthorityQuestion question)
    {
        Power power = model.FindPower(question.PowerId)!;
        List<int> grants = [.. Concerned(model, question)];
        IEnumerable<int> rules = grants.Where(g => model.Forest.Parents[g] < 0).SelectMany(model.RulesAbove)
            .Concat(model.RulesOf(power.Id, question.ActorId)).Distinct();
        IEnumerable<int> days = grants.SelectMany(g => TurnsOf(model, g))
            .Concat(rules.SelectMany(r => Bounds(model.Rules[r].Days).Concat(Bounds(IntervalSet.Of(model.Rules[r].Rule.Validity)))))
            .Concat(power.Delegability.Entries.SelectMany(e => Bounds(IntervalSet.Of(e.Validity))))
            .Concat(Bounds(model.Organization.LifeOf(question.ActorId)));
        return question.Case.CompetentUntil is LocalDate last ? days.Append(DayNumber.After(last)) : days;
    }

    private static IEnumerable<int> TurnsOf(AuthorityModel model, int grant) => model.Lives[grant].Turns
        .Concat(Bounds(model.DaysOf(grant)))
        .Concat(Bounds(model.Organization.LifeOf(model.Grants[grant].GranteeId)))
        .Concat(Bounds(model.Organization.LifeOf(model.Grants[grant].GrantorId)))
        .Concat(Bounds(model.UnitLife(model.Grants[grant].UnitId)));

    // The grants to and by the actor, and everything above them.
    private static HashSet<int> Concerned(AuthorityModel model, AuthorityQuestion question)
    {
        var concerned = new HashSet<int>();
        foreach (int grant in model.GrantsTo(question.PowerId, question.ActorId).Concat(model.GrantsFrom(question.PowerId, question.ActorId)))
        {
            for (int at = grant; at >= 0 && concerned.Add(at);)
            {
                at = model.Forest.Parents[at];
            }
        }

        return concerned;
    }

    private static int[] Bounds(IntervalSet days) => days.Bounds.ToArray();
}
