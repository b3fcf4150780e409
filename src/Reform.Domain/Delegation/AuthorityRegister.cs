using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>
/// The powers, their holders by law and every grant of them, with what happened to it (sổ thẩm quyền); immutable, shared. It answers who
/// was competent on any date, by what was known at any moment.
/// </summary>
/// <remarks>
/// Two times: <em>valid time</em> in legal dates, in every rule, grant and event; <em>record time</em> in instants, in the records. A
/// register looks at the records as they stand; <see cref="AsKnownAt"/> gives the one that stood at an earlier moment.
/// <para>
/// A grant is in force on a day iff: the day lies in its own days (from the later of its first date and the date of its instrument, until
/// its end, its lapse, or its revocation of which the grantee was told; not suspended); the law lets the power be passed on by its kind on
/// that day; grantee, grantor and unit exist on that day; and what it rests on held on its first day and holds on this one: the grantor's
/// power by law, or its parent, in force, to the grantor, of the same power, and allowed to be passed on.
/// </para>
/// </remarks>
public sealed partial class AuthorityRegister
{
    private readonly Lazy<AuthorityModel> model;
    private readonly OrganizationFacts organization;
    private readonly AuthorityRecords standing;
    private readonly int addedAfter;

    /// <summary>Creates a register of facts without record times.</summary>
    /// <param name="powers">The powers.</param>
    /// <param name="grants">The grants, in any order.</param>
    /// <param name="events">What happened to the grants; of one day, in the order in which it happened.</param>
    /// <param name="organization">The units, positions and persons; null: every identifier is taken for somebody who always exists.</param>
    /// <param name="regimes">The laws of grants; null: those of Vietnam. Without an organization, no law can be told to apply.</param>
    /// <exception cref="AuthorityInputException">The facts contradict each other; every problem is listed with its field.</exception>
    public AuthorityRegister(
        IEnumerable<Power> powers,
        IEnumerable<Grant> grants,
        IEnumerable<GrantEvent>? events = null,
        OrganizationRegister? organization = null,
        GrantRegimes? regimes = null)
        : this(Records(powers, grants, events), organization, regimes)
    {
    }

    /// <summary>Creates a register of recorded facts.</summary>
    /// <param name="records">The records.</param>
    /// <param name="organization">The units, positions and persons; null: every identifier is taken for somebody who always exists.</param>
    /// <param name="regimes">The laws of grants; null: those of Vietnam. Without an organization, no law can be told to apply.</param>
    /// <exception cref="AuthorityInputException">
    /// The facts contradict each other: an identifier that is unknown or stands twice, a grant above itself or beyond its parent's scope, an
    /// event before its grant, a correction of nothing. Every problem is listed with its field, and no register comes to be.
    /// </exception>
    public AuthorityRegister(AuthorityRecords records, OrganizationRegister? organization, GrantRegimes? regimes)
        : this(records, AuthorityRecords.None, new OrganizationFacts(organization), regimes ?? GrantRegimes.Vietnam)
    {
    }

    // Some of the records were there before: fields count from what was added.
    private AuthorityRegister(AuthorityRecords records, AuthorityRecords before, OrganizationFacts organization, GrantRegimes regimes)
        : this(records, records?.StandingAt(Instant.MaxValue)!, organization, regimes, null, null)
    {
        ThrowIfAny(new AuthorityValidation(records!, before, organization).Problems(standing));
        addedAfter = before.Grants.Count;
        _ = model.Value;
    }

    private AuthorityRegister(
        AuthorityRecords records, AuthorityRecords standing, OrganizationFacts organization, GrantRegimes regimes, Instant? knownAt, AuthorityModel? compiled)
    {
        ArgumentNullException.ThrowIfNull(records);
        AllRecords = records;
        this.standing = standing;
        this.organization = organization;
        Regimes = regimes;
        KnownAt = knownAt;
        Powers = standing.Powers.Select(r => r.Fact!).ToValueList();
        Grants = standing.Grants.Select(r => r.Fact!).ToValueList();
        Events = standing.Events.Select(r => r.Fact!).ToValueList();
        model = compiled is null ? new Lazy<AuthorityModel>(Compile) : new Lazy<AuthorityModel>(compiled);
    }

    /// <summary>The powers that stand, in the order in which they were recorded.</summary>
    public ValueList<Power> Powers { get; }

    /// <summary>The grants that stand, whether in force or not, in the order in which they were recorded.</summary>
    public ValueList<Grant> Grants { get; }

    /// <summary>The events that stand, in the order in which they were recorded.</summary>
    public ValueList<GrantEvent> Events { get; }

    /// <summary>Every record, those that were corrected too, also those entered after <see cref="KnownAt"/>.</summary>
    public AuthorityRecords AllRecords { get; }

    /// <summary>The moment of record that this register shows; null: everything that is recorded.</summary>
    public Instant? KnownAt { get; }

    /// <summary>The organization register, or null.</summary>
    public OrganizationRegister? Organization => organization.Register;

    /// <summary>The laws of grants.</summary>
    public GrantRegimes Regimes { get; }

    /// <summary>The compiled index: what is held on which days, whatever the case.</summary>
    public AuthorityIndex Index => model.Value.Index;

    /// <summary>Whether the register knows anything about a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True when it lies among the dates that its records, and those of its organization, cover.</returns>
    public bool Covers(LocalDate date) => AllRecords.Covers.Contains(date) && Organization?.Covers(date) != false;

    /// <summary>Whether the register can be asked about an actor.</summary>
    /// <param name="actorId">The unit, position or person.</param>
    /// <returns>True when the organization has it, or a fact of the register names it; without an organization always.</returns>
    public bool Knows(string actorId) => organization.Knows(actorId) || Index.FindActor(actorId) >= 0;

    /// <summary>Finds a power.</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>The power, or null when the register does not have it.</returns>
    public Power? FindPower(string id) => model.Value.FindPower(id);

    /// <summary>Finds a grant.</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>The grant, or null when the register does not have it.</returns>
    public Grant? FindGrant(string id) => model.Value.FindGrant(id) is >= 0 and int number ? model.Value.Grants[number] : null;

    /// <summary>The register as it stood at a moment: what had been recorded by then and not been corrected by then.</summary>
    /// <remarks>A fact about a power or a grant that was not known then is not known either. The organization is looked at as it was known then.</remarks>
    /// <param name="knownAt">The moment.</param>
    /// <returns>A register that answers the same questions.</returns>
    public AuthorityRegister AsKnownAt(Instant knownAt)
    {
        AuthorityRecords then = AllRecords.StandingAt(knownAt);
        HashSet<string> powers = new(then.Powers.Select(p => p.Fact!.Id), StringComparer.Ordinal);
        Dictionary<string, Grant> candidates = then.Grants.Select(g => g.Fact!).Where(g => powers.Contains(g.PowerId)).ToDictionary(g => g.Id, StringComparer.Ordinal);
        HashSet<string> grants = KnownInFull(candidates);
        return new AuthorityRegister(AllRecords, then with
        {
            Grants = then.Grants.Where(g => grants.Contains(g.Fact!.Id)).ToValueList(),
            Events = then.Events.Where(e => grants.Contains(e.Fact!.GrantId)).ToValueList(),
        }, organization.AsKnownAt(knownAt), Regimes, knownAt, null);
    }

    /// <summary>The register with later records; nothing that is recorded changes.</summary>
    /// <param name="more">What is added.</param>
    /// <returns>A new register; this one stays as it is.</returns>
    /// <exception cref="AuthorityInputException">The records do not fit; every problem is listed, and nothing is added.</exception>
    /// <exception cref="InvalidOperationException">This register shows an earlier moment, to which nothing can be added.</exception>
    public AuthorityRegister With(AuthorityRecords more)
    {
        ArgumentNullException.ThrowIfNull(more);
        if (KnownAt is not null)
        {
            throw new InvalidOperationException("Nothing can be added to a register as it was known at an earlier moment.");
        }

        AuthorityRecords all = AllRecords.With(more);
        return more.Powers.Count == 0 && more.Grants.Count == 0
            ? WithEvents(all, more.Events)
            : new AuthorityRegister(all, AllRecords, organization, Regimes);
    }

    /// <summary>The register over another organization register.</summary>
    /// <param name="of">The units, positions and persons.</param>
    /// <returns>A new register; this one stays as it is.</returns>
    /// <exception cref="AuthorityInputException">A fact names somebody whom the organization does not have; every case is listed.</exception>
    public AuthorityRegister WithOrganization(OrganizationRegister of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return new AuthorityRegister(AllRecords, of, Regimes);
    }

    /// <summary>Says whether an actor is competent in a case on a date, by which chain, and why not.</summary>
    /// <param name="question">Who, which power, when, and the facts of the case.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="AuthorityInputException">
    /// The power is not in the register, the unit or the actor not in its organization, or the date not among those that it covers.
    /// </exception>
    public AuthorityDecision Check(AuthorityQuestion question)
    {
        Refuse(question);
        return Decide(question);
    }

    /// <summary>Says whether an actor was competent, by what was known at a moment.</summary>
    /// <param name="question">Who, which power, when, and the facts of the case.</param>
    /// <param name="knownAt">The moment of record.</param>
    /// <returns>The decision as it would have been given then.</returns>
    /// <exception cref="AuthorityInputException">As for the other overload, by what was known then.</exception>
    public AuthorityDecision Check(AuthorityQuestion question, Instant knownAt) => AsKnownAt(knownAt).Check(question);

    private AuthorityDecision Decide(AuthorityQuestion question) =>
        new(model.Value, question, new AuthorityCheck(model.Value, question).Decide());

    private void Refuse(AuthorityQuestion question, bool anyActor = false)
    {
        ArgumentNullException.ThrowIfNull(question);
        var problems = new List<AuthorityProblem>();
        if (FindPower(question.PowerId) is null)
        {
            problems.Add(AuthorityValidation.Unknown("power", question.PowerId, "power"));
        }

        if (!anyActor && !Knows(question.ActorId))
        {
            problems.Add(AuthorityValidation.Unknown("actor", question.ActorId, "actor"));
        }

        if (question.UnitId is string unit && !organization.KnowsUnit(unit))
        {
            problems.Add(AuthorityValidation.Unknown("unit", unit, "unit"));
        }

        if (!Covers(question.On))
        {
            problems.Add(Uncovered("on"));
        }

        ThrowIfAny(problems);
    }

    private static AuthorityProblem Uncovered(string field) => new("date_outside_register", field, new BilingualText(
        "sổ thẩm quyền hoặc sổ đơn vị không bao gồm ngày này", "the authority register or the organization register does not cover this date"));

    // Only what hangs on the grants concerned is worked out again.
    private AuthorityRegister WithEvents(AuthorityRecords all, ValueList<Recorded<GrantEvent>> added)
    {
        AuthorityRecords then = standing with { Events = Recorded.StandingAt(all.Events, Instant.MaxValue) };
        ThrowIfAny(new AuthorityValidation(all, AllRecords, organization).ProblemsOfEvents(then, FindGrant));
        HashSet<string> corrected = new(added.Select(r => r.Corrects).OfType<string>(), StringComparer.Ordinal);
        IEnumerable<string> grants = added.Concat(AllRecords.Events.Where(r => corrected.Contains(r.Id))).Select(r => r.Fact?.GrantId).OfType<string>();
        AuthorityModel changed = model.Value.WithEvents(
            grants.Distinct(StringComparer.Ordinal), then.Events.Select(r => r.Fact!).ToLookup(e => e.GrantId, StringComparer.Ordinal));
        return new AuthorityRegister(all, then, organization, Regimes, null, changed);
    }

    private static void ThrowIfAny(List<AuthorityProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new AuthorityInputException(problems);
        }
    }

    private AuthorityModel Compile()
    {
        int[] parents = new int[Grants.Count];
        Dictionary<string, int> numbers = Grants.Select((g, i) => (g.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        for (int i = 0; i < parents.Length; i++)
        {
            parents[i] = Grants[i].ParentId is string parent ? numbers[parent] : -1;
        }

        GrantForest? forest = GrantForest.Build([.. Grants.Select(g => g.Id)], parents, out List<int> circular);
        return forest is not null
            ? new AuthorityModel(Powers, Grants, Events.ToLookup(e => e.GrantId, StringComparer.Ordinal), organization, Regimes, forest)
            : throw new AuthorityInputException(circular.Select(i => AuthorityValidation.Circle(Grants[i].Id, PlaceOf(Grants[i]) + ".parent")));
    }

    private string PlaceOf(Grant grant) =>
        AuthorityValidation.At("grants", AllRecords.Grants.Select(r => r.Fact).ToList().FindIndex(g => ReferenceEquals(g, grant)), addedAfter);

    // A grant whose parent is not known, or not known in full, is not known in full.
    private static HashSet<string> KnownInFull(Dictionary<string, Grant> grants)
    {
        ILookup<string, string> children = grants.Values.Where(g => g.ParentId is not null).ToLookup(g => g.ParentId!, g => g.Id, StringComparer.Ordinal);
        var known = new HashSet<string>(grants.Keys, StringComparer.Ordinal);
        var lost = new Stack<string>(children.Select(c => c.Key).Where(parent => !grants.ContainsKey(parent)));
        while (lost.TryPop(out string? parent))
        {
            foreach (string child in children[parent].Where(known.Remove))
            {
                lost.Push(child);
            }
        }

        return known;
    }

    private static AuthorityRecords Records(IEnumerable<Power> powers, IEnumerable<Grant> grants, IEnumerable<GrantEvent>? events)
    {
        ArgumentNullException.ThrowIfNull(powers);
        ArgumentNullException.ThrowIfNull(grants);
        return AuthorityRecords.Of(powers, grants, events);
    }
}
