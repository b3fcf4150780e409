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
        foreach (int turn in Turns(model, question, day).Where(t => IsCovered(model, t)).Order())
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

    private static HashSet<int> Turns(AuthorityModel model, AuthorityQuestion question, int day)
    {
        Power power = model.FindPower(question.PowerId)!;
        HashSet<string> related = model.Organization.RelatedTo(question.ActorId);
        var turns = new LaterDays(day);
        var rules = new HashSet<int>();
        foreach (int grant in Concerned(model, power.Id, related))
        {
            turns.AddAll(model.Lives[grant].Turns);
            turns.Add(model.DaysOf(grant));
            turns.Add(model.DaysOfGrantee(grant));
            turns.Add(model.DaysOfGrantor(grant));
            turns.Add(model.UnitLife(model.Grants[grant].UnitId));
            turns.AddAll(model.SidesOf(grant).Select(s => model.Organization.SuccessionUnit(s.HolderId)).OfType<string>().SelectMany(model.Organization.SuccessionTurnsOf));
            if (model.Forest.Parents[grant] < 0)
            {
                rules.UnionWith(model.SourcesOf(grant).Select(s => s.Rule));
            }
        }

        rules.UnionWith(related.SelectMany(id => model.RulesOf(power.Id, id)));
        foreach (HeldByLaw held in rules.Select(r => model.Rules[r]))
        {
            turns.Add(held.Days);
            turns.Add(held.SuccessorDays);
            turns.Add(IntervalSet.Of(held.Rule.Validity));
            turns.Add(model.UnitLife(held.Rule.UnitId));
        }

        turns.AddAll(power.Delegability.Entries.SelectMany(e => IntervalSet.Of(e.Validity).Bounds.ToArray()));
        turns.AddAll(power.DecidingBody.Entries.SelectMany(e => IntervalSet.Of(e.Validity).Bounds.ToArray()));
        turns.AddAll(model.Organization.TurnsOf(related, question.Case.ConcernedPersons));
        if (question.Case.CompetentUntil is LocalDate last)
        {
            turns.Add(DayNumber.After(last));
        }

        return turns.Days;
    }

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

    // Days after a day, each once.
    private sealed class LaterDays(int after)
    {
        public HashSet<int> Days { get; } = [];

        public void Add(int day)
        {
            if (day > after && day != DayNumber.Max)
            {
                Days.Add(day);
            }
        }

        public void Add(IntervalSet days)
        {
            foreach (int bound in days.Bounds)
            {
                Add(bound);
            }
        }

        public void AddAll(IEnumerable<int> days)
        {
            foreach (int day in days)
            {
                Add(day);
            }
        }
    }
}
