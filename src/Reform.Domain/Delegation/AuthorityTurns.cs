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
        foreach (int turn in Turns(model, question).Where(t => t > day && t != DayNumber.Max && IsCovered(model, t)).Distinct().Order())
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

    // What comes after the dates of the organization register is not known.
    private static bool IsCovered(AuthorityModel model, int day) => model.Organization.Register?.Covers(DayNumber.ToDate(day)) != false;

    private static IEnumerable<int> Turns(AuthorityModel model, AuthorityQuestion question)
    {
        Power power = model.FindPower(question.PowerId)!;
        HashSet<string> related = model.Organization.RelatedTo(question.ActorId);
        List<int> grants = [.. Concerned(model, power.Id, related)];
        IEnumerable<int> rules = grants.Where(g => model.Forest.Parents[g] < 0).SelectMany(g => model.SourcesOf(g).Select(s => s.Rule))
            .Concat(related.SelectMany(id => model.RulesOf(power.Id, id))).Distinct();
        IEnumerable<int> days = grants.SelectMany(g => TurnsOf(model, g))
            .Concat(rules.SelectMany(r => TurnsOf(model, model.Rules[r])))
            .Concat(power.Delegability.Entries.SelectMany(e => Bounds(IntervalSet.Of(e.Validity))))
            .Concat(power.DecidingBody.Entries.SelectMany(e => Bounds(IntervalSet.Of(e.Validity))))
            .Concat(model.Organization.TurnsOf(related, question.Case.ConcernedPersons));
        return question.Case.CompetentUntil is LocalDate last ? days.Append(DayNumber.After(last)) : days;
    }

    private static IEnumerable<int> TurnsOf(AuthorityModel model, int grant) => model.Lives[grant].Turns
        .Concat(Bounds(model.DaysOf(grant)))
        .Concat(Bounds(model.DaysOfGrantee(grant)))
        .Concat(Bounds(model.DaysOfGrantor(grant)))
        .Concat(Bounds(model.UnitLife(model.Grants[grant].UnitId)));

    private static IEnumerable<int> TurnsOf(AuthorityModel model, HeldByLaw held) => Bounds(held.Days)
        .Concat(Bounds(held.SuccessorDays))
        .Concat(Bounds(IntervalSet.Of(held.Rule.Validity)))
        .Concat(Bounds(model.UnitLife(held.Rule.UnitId)));

    // The grants to and by the actor and whom it can act for, and everything above them.
    private static HashSet<int> Concerned(AuthorityModel model, string power, IEnumerable<string> related)
    {
        var concerned = new HashSet<int>();
        foreach (int grant in related.SelectMany(id => model.GrantsTo(power, id).Concat(model.GrantsFrom(power, id))))
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
