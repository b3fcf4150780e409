using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using static Reform.Testing.Delegation.RandomOrganization;

namespace Reform.Testing.Delegation;

/// <summary>Powers, deep chains of grants, what happened to them, and corrections of all three, over a random organization; synthetic.</summary>
internal sealed class RandomAuthority
{
    private static readonly GrantScope[] Scopes =
    [
        new() { Territories = ["X"] },
        new() { Territories = ["X", "Y"], Amount = AmountRange.AtMost(5) },
        new() { Subjects = ["P1"], Amount = AmountRange.Below(5) },
        new() { Amount = AmountRange.Above(4) },
        new() { Territories = ["Y"], Amount = AmountRange.AtLeast(5) },
        new() { Subjects = ["P1", "P2"], Exclusions = [new GrantScope { Subjects = ["P2"], Territories = ["Y"] }] },
    ];

    private static readonly GrantParty Agency = new(BodyKind.SpecializedAgency, null);
    private static readonly GrantParty Clerk = new(BodyKind.SpecializedAgency, TitleKind.CivilServant);

    /// <summary>A short law of its own, so that pairs, documents and passing on are tried too.</summary>
    private static readonly GrantRegime[] OwnLaw =
    [
        Law("m1", GrantKind.Mandate, new Validity(null, First.PlusDays(4))) with { Onward = [], Pairs = [new(Agency, Agency, LevelRelation.Any), new(Agency, Clerk, LevelRelation.Any)] },
        Law("m2", GrantKind.Mandate, new Validity(First.PlusDays(4), null)) with { Onward = [new(GrantKind.Mandate, false)] },
        Law("d", GrantKind.Decentralization, default) with { FollowsSuccession = true, Instruments = [InstrumentKind.NormativeDocument], Pairs = [new(Agency, Agency, LevelRelation.Same)] },
    ];

    private readonly Dice dice;
    private readonly GrantKind? usual;
    private readonly List<Recorded<Power>> powers = [];
    private readonly List<Recorded<Grant>> grants = [];
    private readonly List<Recorded<GrantEvent>> events = [];

    /// <param name="seed">Another seed, another world.</param>
    /// <param name="usual">The kind of most grants; null: none is the usual one.</param>
    public RandomAuthority(ulong seed, GrantKind? usual = null)
    {
        Seed = seed;
        this.usual = usual;
        dice = new Dice(seed);
        Organization = new RandomOrganization(dice).Records;
        Regimes = dice.OneIn(4) ? OwnLaw : [];
        foreach (string id in (string[])["permit", "fine"])
        {
            powers.Add(new("power " + id, Power(id), Moment(0)));
            if (dice.OneIn(4))
            {
                powers.Add(new("power " + id + "'", Power(id), Moment(dice.Between(1, 5)), "power " + id));
            }
        }

        int count = dice.Between(8, 15);
        for (int i = 0; i < count; i++)
        {
            Add(i);
        }

        int happened = dice.Between(0, 6);
        for (int i = 0; i < happened; i++)
        {
            Happen(i);
        }

        Records = new AuthorityRecords { Powers = powers.ToValueList(), Grants = grants.ToValueList(), Events = events.ToValueList() };
    }

    public ulong Seed { get; }

    public OrganizationRecords Organization { get; }

    public IReadOnlyList<GrantRegime> Regimes { get; }

    public AuthorityRecords Records { get; }

    /// <summary>The register, or null where the facts contradict each other.</summary>
    public AuthorityRegister? Register()
    {
        try
        {
            return new AuthorityRegister(Records, new OrganizationRegister(Organization), new GrantRegimes(Regimes));
        }
        catch (AuthorityInputException)
        {
            return null;
        }
        catch (OrganizationInputException)
        {
            return null;
        }
    }

    /// <summary>A question, most of them to who stands in some grant.</summary>
    public AuthorityQuestion Question()
    {
        List<Grant> all = [.. grants.Select(g => g.Fact).OfType<Grant>()];
        if (dice.OneIn(2))
        {
            int depth = dice.Between(2, 6);
            Grant deep = dice.Of<Grant>([.. Parents().GroupBy(DepthOf).MinBy(g => Math.Abs(g.Key - depth))!]);
            return new AuthorityQuestion(deep.GranteeId, deep.PowerId, First.PlusDays(dice.Between(3, 16)))
            {
                UnitId = "u0",
                Case = new AuthorityCase { Territories = ["X"], Subject = "P1", Amount = 4 },
            };
        }

        Grant grant = dice.Of<Grant>(all);
        bool meant = !dice.OneIn(4);
        return new AuthorityQuestion(meant ? grant.GranteeId : dice.Of(Actors), meant ? grant.PowerId : dice.Of("permit", "fine"), First.PlusDays(dice.Between(-2, 32)))
        {
            UnitId = dice.Of(null, null, "u0", "u1"),
            Case = new AuthorityCase
            {
                Territories = dice.Of<ValueList<string>>([], ["X"], ["Y"], ["X", "Y"], ["Z"], ["X"]),
                Subject = dice.Of(null, "P1", "P2", "P1"),
                Amount = dice.Of<decimal?>(null, 4, 5, 6, 4),
            },
        };
    }

    /// <summary>A moment of record.</summary>
    public Instant KnownAt() => Moment(dice.Between(0, 6));

    private static GrantRegime Law(string id, GrantKind kind, Validity validity) => new()
    {
        Id = id,
        Kind = kind,
        System = OrganizationSystem.State,
        Title = BilingualText.Same(id),
        Basis = LegalBasis.Citing(id),
        Validity = validity,
    };

    private Power Power(string id) => new(id, BilingualText.Same(id), Enumerable.Range(0, dice.Between(1, 4)).Select(Holder).ToValueList())
    {
        Field = id == "permit" ? "land" : dice.OneIn(2) ? "trade" : null,
        Delegability = dice.OneIn(5)
            ? new DatedValues<Delegability>([new(new Delegability(dice.Of<ValueList<GrantKind>>([], [GrantKind.Mandate], [GrantKind.Decentralization])), Period(6), LegalBasis.Citing("law"))])
            : new([]),
    };

    private HolderRule Holder(int i) => new(dice.Of("u0", "u0/head", "u1", "u1/head", "u2", "u3"), i == 0 ? default : Period(12), LegalBasis.Citing("rule " + i))
    {
        UnitId = dice.Of(null, null, null, "u0"),
        Territories = dice.Of<ValueList<string>>([], [], [], ["X"], ["Y"]),
    };

    private Validity Period(int latest)
    {
        int from = dice.Between(-4, latest);
        return new Validity(from < 0 ? null : First.PlusDays(from), !dice.OneIn(3) ? null : First.PlusDays(Math.Max(from, 0) + dice.Between(3, 25)));
    }

    // Mostly a period that begins when the parent has begun.
    private Validity After(Grant parent)
    {
        LocalDate from = StartOf(parent).PlusDays(dice.Between(0, 2));
        return new Validity(from, dice.OneIn(3) ? from.PlusDays(dice.Between(3, 25)) : null);
    }

    private static LocalDate StartOf(Grant g) => g.Validity.From is LocalDate from && from > g.Instrument.Date ? from : g.Instrument.Date;

    private void Add(int i)
    {
        Grant grant = New("g" + (i * 7 % 15));
        Instant recordedAt = Moment(dice.Between(0, 2));
        grants.Add(new("grant " + i, grant, recordedAt));
        if (dice.OneIn(6))
        {
            Grant other = New(grant.Id);
            Grant corrected = dice.OneIn(2) ? grant with { Validity = other.Validity, AllowsOnward = other.AllowsOnward } : grant with { GranteeId = other.GranteeId, GranteeKind = other.GranteeKind };
            grants.Add(new("grant " + i + "'", dice.OneIn(8) && Parents().All(p => p.Id == grant.Id) ? null : corrected, Moment(dice.Between(2, 5)), "grant " + i));
        }
    }

    private IEnumerable<Grant> Parents() => grants.Where(r => r.Fact is not null && !grants.Any(c => c.Corrects == r.Id)).Select(r => r.Fact!);

    private int DepthOf(Grant grant) => grant.ParentId is null ? 1 : 1 + DepthOf(Parents().Single(p => p.Id == grant.ParentId));

    private Grant New(string id)
    {
        List<Grant> parents = [.. Parents().Where(p => p.Id != id && DepthOf(p) < 5)];
        Grant? parent = parents.Count == 0 || dice.OneIn(5) ? null : dice.OneIn(4) ? dice.Of<Grant>(parents) : parents[^1];
        Power power = powers[dice.OneIn(3) ? ^1 : 0].Fact!;
        string grantee = dice.Of(Actors);
        bool fits = !dice.OneIn(20);
        GrantScope scope = dice.OneIn(5) ? dice.Of<GrantScope>(Scopes) : GrantScope.Everything;
        string grantor = !fits ? dice.Of(Actors) : parent?.GranteeId ?? power.Holders[dice.OneIn(3) ? ^1 : 0].HolderId;
        return new Grant
        {
            Id = id,
            Kind = usual is GrantKind kind && !dice.OneIn(6) ? kind : dice.Of(GrantKind.Mandate, GrantKind.Decentralization, GrantKind.Devolution, GrantKind.Decentralization, dice.OneIn(8) ? GrantKind.Assignment : GrantKind.Commission),
            PowerId = parent?.PowerId ?? power.Id,
            GrantorId = grantor,
            GranteeId = grantee,
            GranteeKind = grantee is "an" or "binh" ? GranteeKind.Person : grantee.Contains('/', StringComparison.Ordinal) ? GranteeKind.Position : GranteeKind.Unit,
            ParentId = parent?.Id,
            UnitId = parent?.UnitId ?? (dice.OneIn(6) ? "u0" : null),
            Validity = parent is null || dice.OneIn(8) ? Period(2) : After(parent),
            AllowsOnward = !dice.OneIn(20),
            Scope = parent is null || scope.IsWithin(parent.Scope) ? scope : parent.Scope,
            Instrument = new Instrument(id, First.PlusDays(dice.Between(-3, dice.OneIn(8) ? 4 : 0)), BilingualText.Same("decision"))
            {
                Kind = dice.Of(InstrumentKind.NormativeDocument, InstrumentKind.NormativeDocument, InstrumentKind.AdministrativeDocument),
                IsWritten = !dice.OneIn(25),
            },
        };
    }

    private void Happen(int i)
    {
        string id = dice.Of<Grant>([.. Parents()]).Id;
        GrantEvent made = Event(id);
        events.Add(new("event " + i, made, Moment(dice.Between(2, 4))));
        if (dice.OneIn(4))
        {
            events.Add(new("event " + i + "'", dice.OneIn(2) ? null : Event(id), Moment(dice.Between(4, 5)), "event " + i));
        }
    }

    private GrantEvent Event(string id)
    {
        LocalDate on = First.PlusDays(dice.Between(4, 22));
        return dice.Between(0, 7) switch
        {
            0 or 1 => new GrantEvent.Revoked(id, on, dice.OneIn(2) ? null : on.PlusDays(dice.Between(-1, 6))),
            2 or 3 => new GrantEvent.Suspended(id, on),
            4 => new GrantEvent.Resumed(id, on),
            5 => new GrantEvent.Lapsed(id, on, BilingualText.Same("done")),
            _ => new GrantEvent.Amended(id, on)
            {
                To = dice.OneIn(2) ? null : on.PlusDays(dice.Between(-1, 8)),
                Scope = dice.OneIn(2) ? null : dice.Of<GrantScope>(Scopes),
                AllowsOnward = dice.Of<bool?>(null, null, false, true),
            },
        };
    }
}
