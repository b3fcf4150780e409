using NodaTime;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>What the law of a grant's first day says of it: whether it is lawful, what cannot be told, and what follows from its kind.</summary>
internal sealed class GrantLaw
{
    private readonly ValueList<OnwardRule>? onward;

    private GrantLaw(Grant grant, GrantRegime? regime)
    {
        Regime = regime;
        onward = regime?.Onward;
        FollowsSuccession = regime?.FollowsSuccession ?? grant.Kind is GrantKind.Decentralization or GrantKind.Devolution or GrantKind.Conferral;
        GrantorStaysResponsible = regime?.GrantorStaysResponsible ?? grant.Kind is GrantKind.Mandate or GrantKind.Commission;
    }

    /// <summary>The law; null when none that was read is about the grant.</summary>
    public GrantRegime? Regime { get; }

    /// <summary>What leaves the grant without effect from the start.</summary>
    public List<AuthorityBreak> Flaws { get; } = [];

    /// <summary>What would have to be known to say that it is lawful.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>What is to be remarked of it without making it void.</summary>
    public List<string> Remarks { get; } = [];

    public bool FollowsSuccession { get; }

    public bool GrantorStaysResponsible { get; }

    /// <summary>Judges a grant by the law that it keeps best: of several, one without flaws.</summary>
    public static GrantLaw Of(Grant grant, Power power, GrantLaw? parent, GrantRegimes regimes, OrganizationFacts organization)
    {
        LocalDate first = DayNumber.ToDate(GrantLife.Of(grant, []).Starts);
        ValueList<GrantRegime> candidates = organization.UnitOf(grant.GrantorId) is OrganizationUnit unit ? regimes.For(grant.Kind, unit, first) : [];
        bool isKnown = organization.UnitOf(grant.GrantorId) is null || regimes.Regimes.Count == 0 || grant.Kind == GrantKind.Assignment;
        GrantLaw[] laws = candidates.Count == 0
            ? [Judged(grant, power, parent, null, first, organization)]
            : [.. candidates.Select(r => Judged(grant, power, parent, r, first, organization))];
        GrantLaw law = laws.OrderBy(l => l.Flaws.Count > 0).ThenBy(l => l.Missing.Count > 0).First();
        if (candidates.Count == 0 && !isKnown)
        {
            law.Remarks.Add("law_not_known");
        }

        return law.Flaws.Count > 0 ? laws[0] : law;
    }

    private static GrantLaw Judged(Grant grant, Power power, GrantLaw? parent, GrantRegime? regime, LocalDate first, OrganizationFacts organization)
    {
        var law = new GrantLaw(grant, regime);
        if (!grant.Instrument.IsWritten && grant.Kind != GrantKind.Assignment)
        {
            law.Flaws.Add(AuthorityBreak.NoWrittenInstrument);
        }

        if (parent?.onward is ValueList<OnwardRule> rules && !rules.Any(r => r.Kind == grant.Kind))
        {
            law.Flaws.Add(AuthorityBreak.SubdelegationForbidden);
        }

        if (regime is not null)
        {
            law.JudgeInstrument(grant, regime);
            law.JudgePair(grant, power, regime, first, organization);
        }

        law.JudgeGrantee(grant, power, first, organization);
        return law;
    }

    private void JudgeInstrument(Grant grant, GrantRegime regime)
    {
        if (regime.Instruments.Count > 0 && grant.Instrument.Kind == InstrumentKind.Unstated)
        {
            Missing.Add("instrument_kind");
        }
        else if (regime.Instruments.Count > 0 && !regime.Instruments.Contains(grant.Instrument.Kind))
        {
            Flaws.Add(AuthorityBreak.WrongInstrumentKind);
        }

        if (regime.RequiresTerm && grant.Validity.To is null)
        {
            Remarks.Add("no_term");
        }
    }

    private void JudgePair(Grant grant, Power power, GrantRegime regime, LocalDate first, OrganizationFacts organization)
    {
        if (regime.Pairs is not ValueList<PermittedPair> pairs)
        {
            Remarks.AddRange(regime.PairsAreOpen ? ["pair_not_settled"] : []);
            return;
        }

        List<PermittedPair> fitting = [.. pairs.Where(p => PairFit.Fits(p, grant, first, organization))];
        if (fitting.Count == 0)
        {
            Flaws.Add(AuthorityBreak.PairNotAllowed);
        }
        else if (!power.IsPublicService && fitting.All(p => p.OnlyPublicServices))
        {
            Flaws.Add(AuthorityBreak.GranteeKindNotAllowed);
        }
    }

    private void JudgeGrantee(Grant grant, Power power, LocalDate first, OrganizationFacts organization)
    {
        if (power.GranteeRule != GranteeRule.AdmissionByBase || grant.Kind is not (GrantKind.Mandate or GrantKind.Commission))
        {
            return;
        }

        BaseSetting? setting = organization.UnitOf(grant.GranteeId)?.Setting;
        EligibilityAnswer answer = AdmissionDelegation.Judge(setting, grant.GranteeFacts?.Members, grant.GranteeFacts?.Ratings ?? [], first);
        if (answer.Eligibility == Eligibility.NotEligible)
        {
            Flaws.Add(AuthorityBreak.GranteeNotEligible);
        }
        else if (answer.Eligibility == Eligibility.Unknown)
        {
            Missing.Add("grantee_eligibility");
        }
    }
}

/// <summary>Whether a grant is between two that a permitted pair names.</summary>
internal static class PairFit
{
    public static bool Fits(PermittedPair pair, Grant grant, LocalDate on, OrganizationFacts organization) =>
        organization.UnitOf(grant.GrantorId) is OrganizationUnit grantor
        && IsParty(pair.From, grant.GrantorId, grantor, organization)
        && (pair.FromLevel is not OrganizationLevel level || grantor.Level == level)
        && Grantees(grant, on, organization).Any(id => organization.UnitOf(id) is OrganizationUnit grantee
            && IsParty(pair.To, id, grantee, organization)
            && LevelFits(pair.Level, grantor.Level, grantee.Level)
            && StandsUnder(grantee, grantor, on, organization));

    // A person is looked at by the positions of that day.
    private static IEnumerable<string> Grantees(Grant grant, LocalDate on, OrganizationFacts organization) => grant.GranteeKind == GranteeKind.Person
        ? organization.AppointmentsOf(grant.GranteeId).Where(a => a.Validity.Contains(on)).Select(a => a.PositionId)
        : [grant.GranteeId];

    private static bool IsParty(GrantParty party, string id, OrganizationUnit unit, OrganizationFacts organization)
    {
        TitleKind? title = organization.FindPosition(id)?.Title;
        bool isBodyItself = title is null || organization.HeadedUnit(id) is not null;
        return (party.Body is null || party.Body == unit.Kind) && (party.Title is TitleKind wanted ? title == wanted : isBodyItself);
    }

    private static bool LevelFits(LevelRelation relation, OrganizationLevel grantor, OrganizationLevel grantee) => relation switch
    {
        LevelRelation.Same => grantee == grantor,
        LevelRelation.Lower => grantee > grantor,
        _ => true,
    };

    // The grantee stands under the grantor, or with it under the body that a department or office belongs to. What no placement tells is no obstacle.
    private static bool StandsUnder(OrganizationUnit grantee, OrganizationUnit grantor, LocalDate on, OrganizationFacts organization)
    {
        string top = grantor.Kind is BodyKind.SpecializedAgency or BodyKind.OtherAdministrativeBody
            ? organization.ParentOf(grantor.Id, on) ?? grantor.Id
            : grantor.Id;
        string? at = grantee.Id;
        while (at is not null && !string.Equals(at, top, StringComparison.Ordinal))
        {
            string? above = organization.ParentOf(at, on);
            if (above is null && string.Equals(at, grantee.Id, StringComparison.Ordinal))
            {
                return true;
            }

            at = above;
        }

        return at is not null;
    }
}
