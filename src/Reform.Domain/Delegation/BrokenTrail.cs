namespace Reform.Domain.Delegation;

/// <summary>Follows a broken chain from the actor's grant upwards, as long as the cause lies in what the grant rests on.</summary>
internal sealed class BrokenTrail(AuthorityModel model, AuthorityQuestion question)
{
    public IEnumerable<BrokenStep> From(int grant, AuthorityBreak first)
    {
        int at = grant;
        int on = DayNumber.Of(question.On);
        AuthorityBreak cause = first;
        var asked = new GrantCauses(model, question, null);
        while (true)
        {
            yield return new BrokenStep(cause, at, -1, on);
            if (cause is not (AuthorityBreak.GrantorLostPower or AuthorityBreak.GrantorLackedPower))
            {
                yield break;
            }

            // A grantor that lacked the power lacked it on the first day: what was wrong then is the cause.
            if (cause == AuthorityBreak.GrantorLackedPower && model.Lives[at].Starts != on)
            {
                on = model.Lives[at].Starts;
                asked = new GrantCauses(model, question with { On = DayNumber.ToDate(on) }, null);
            }

            int parent = model.Forest.Parents[at];
            if (parent < 0)
            {
                if (Above(at, on) is BrokenStep top)
                {
                    yield return top;
                }

                yield break;
            }

            if (!model.FitsParent(at) || asked.BeforeScope(parent) is not [AuthorityBreak above, ..])
            {
                yield break;
            }

            (at, cause) = (parent, above);
        }
    }

    // The rule by which the grantor held the power last, or is going to.
    private BrokenStep? Above(int rootGrant, int on)
    {
        RuleSource? nearest = model.SourcesOf(rootGrant)
            .OrderBy(s => DayNumber.FromOrMin(model.Rules[s.Rule].Rule.Validity.From) > on)
            .ThenByDescending(s => DayNumber.ToOrMax(model.Rules[s.Rule].Rule.Validity.To))
            .Select(s => (RuleSource?)s).FirstOrDefault();
        if (nearest is not RuleSource source)
        {
            return null;
        }

        HolderRule rule = model.Rules[source.Rule].Rule;
        AuthorityBreak why = on < DayNumber.FromOrMin(rule.Validity.From) ? AuthorityBreak.HolderNotYet
            : on >= DayNumber.ToOrMax(rule.Validity.To) ? AuthorityBreak.HolderNoLonger
            : model.Organization.LifeOf(rule.HolderId).Contains(on) ? AuthorityBreak.FunctionTransferred
            : AuthorityBreak.GranteeCeased;
        return new BrokenStep(why, -1, source.Rule, on);
    }
}
