namespace Reform.Domain.Delegation;

/// <summary>Who else could have decided, where the actor itself was never granted anything.</summary>
internal static class AuthorityNearest
{
    /// <summary>A grant in force by which another could have decided the case: one to the actor's own unit first, then by rank; null when there is none.</summary>
    public static Grant? Elsewhere(AuthorityModel model, AuthorityQuestion question)
    {
        int day = DayNumber.Of(question.On);
        var scope = new ChainScope(model, question);
        string? unit = model.Organization.UnitOf(question.ActorId)?.Id;
        return model.GrantsOf(question.PowerId)
            .Where(g => model.DaysOf(g).Contains(day) && scope.OfGrant(g).Kind == ScopeFitKind.Inside)
            .OrderBy(g => unit is null || !string.Equals(model.Organization.UnitOf(model.Grants[g].GranteeId)?.Id, unit, StringComparison.Ordinal))
            .ThenBy(g => model.Forest.Ranks[g])
            .Select(g => model.Grants[g])
            .FirstOrDefault();
    }
}
