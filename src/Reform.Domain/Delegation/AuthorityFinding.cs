using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Something to be remarked of a yes that does not make it void.</summary>
/// <param name="Code">The code.</param>
/// <param name="Grant">The grant that it is about, or null.</param>
/// <param name="Ids">Further places of the sentence, filled with the name of a unit, position or person.</param>
/// <param name="Values">Further places, filled as they are.</param>
internal sealed record AuthorityFinding(string Code, Grant? Grant, ValueList<(string Place, string Id)> Ids, ValueList<(string Place, ReasonValue Value)> Values)
{
    public Reason Reason(Func<string, BilingualText> name)
    {
        var places = new Dictionary<string, ReasonValue>(StringComparer.Ordinal);
        foreach ((string place, string id) in Ids)
        {
            places[place] = name(id);
        }

        foreach ((string place, ReasonValue value) in Values)
        {
            places[place] = value;
        }

        return AuthorityReasons.Finding(Code, Grant, places, name);
    }
}

/// <summary>Looks for what is to be remarked of a yes.</summary>
internal static class AuthorityFindings
{
    public static ValueList<AuthorityFinding> Of(AuthorityModel model, AuthorityQuestion question, AuthorityOutcome outcome) =>
        outcome.Verdict == AuthorityVerdict.Competent ? Look(model, question, outcome).ToValueList() : [];

    private static IEnumerable<AuthorityFinding> Look(AuthorityModel model, AuthorityQuestion question, AuthorityOutcome outcome)
    {
        int day = DayNumber.Of(question.On);
        for (int i = 0; i < outcome.Chain.Count; i++)
        {
            Grant grant = model.Grants[outcome.Chain[i]];
            GrantLife life = model.Lives[outcome.Chain[i]];
            if (life.RevokedFrom <= day)
            {
                yield return new AuthorityFinding("revoked_not_notified", grant, [], [("from", DayNumber.ToDate(life.RevokedFrom)), ("on", question.On)]);
            }

            if (i > 0 && grant.Kind == GrantKind.Mandate && model.Grants[outcome.Chain[i - 1]].Kind == GrantKind.Decentralization)
            {
                yield return new AuthorityFinding("interpretation_onward_mandate", grant, [], []);
            }

            foreach (string remark in model.Laws[outcome.Chain[i]].Remarks)
            {
                yield return new AuthorityFinding(remark, grant, [], []);
            }

            if (model.Organization.WasMerged(grant.GrantorId, question.On))
            {
                yield return new AuthorityFinding("divergent_rules_in_merged_unit", grant, [], []);
            }

            if (grant.Kind == GrantKind.Decentralization && question.Case.ResourcesProvided == false)
            {
                yield return new AuthorityFinding("resources_not_provided", grant, [], []);
            }
        }

        if (GivenAway(model, question, outcome, day) is Grant away)
        {
            yield return new AuthorityFinding("grantor_still_decides", away, [("actor", question.ActorId)], []);
        }

        if (outcome.Chain.Count > 0 && question.Case.PublishedDecider is string published
            && !string.Equals(published, question.ActorId, StringComparison.Ordinal)
            && !string.Equals(published, model.Organization.UnitOf(question.ActorId)?.Id, StringComparison.Ordinal))
        {
            yield return new AuthorityFinding("publication_outdated", null, [("decider", published)], []);
        }
    }

    // Decentralisation and devolution take the power from whoever grants it, as far as they reach.
    private static Grant? GivenAway(AuthorityModel model, AuthorityQuestion question, AuthorityOutcome outcome, int day)
    {
        var scope = new ChainScope(model, question);
        int own = outcome.Chain.Count == 0 ? -1 : outcome.Chain[^1];
        foreach (int grant in model.GrantsFrom(question.PowerId, outcome.Capacity!.HolderId))
        {
            if (model.Grants[grant].Kind is GrantKind.Decentralization or GrantKind.Devolution && model.Forest.Parents[grant] == own
                && model.DaysOf(grant).Contains(day) && scope.OfGrant(grant).Kind == ScopeFitKind.Inside)
            {
                return model.Grants[grant];
            }
        }

        return null;
    }
}
