using CsCheck;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;

namespace Reform.Domain.Tests.Organizations;

/// <summary>
/// Small random worlds of succession, and who has what, found by trying every function and territory that anybody names, and one more, one
/// by one and day by day.
/// </summary>
internal static class BruteSuccession
{
    public static readonly LocalDate First = new(2025, 7, 1);

    public static readonly Gen<string?> Dimension = Gen.OneOf<string?>(null, "1", "2", "3");

    private static readonly string?[] Values = ["1", "2", "3", "other"];
    private static readonly string[] Ids = ["a", "b", "c", "d"];

    private static readonly Gen<Validity> Lives =
        Gen.Select(Gen.Int[-3, 2], Gen.Int[1, 6]).Select((from, to) => new Validity(
            from < 1 ? null : First.PlusDays(from), to > 4 ? null : First.PlusDays(Math.Max(from, 0) + to)));

    private static readonly Gen<SuccessionLink> Link =
        from source in Gen.OneOf("a", "a", "b", "c", "d")
        from target in Gen.OneOf<string?>("a", "b", "b", "c", "c", "d", "d", null)
        from kind in Gen.Enum<ReorganizationKind>()
        from day in Gen.Int[0, 4]
        from function in Gen.OneOf<string?>(null, "1", "2")
        from territory in Gen.OneOf<string?>(null, "1", "2")
        select TestOrganizations.Link(source, target, kind, First.PlusDays(day), function, territory);

    public static readonly Gen<World> Worlds =
        from lives in Lives.Array[Ids.Length]
        from links in Link.Array[0, 7]
        select World.Of([.. lives.Select((l, i) => TestOrganizations.Unit(Ids[i]) with { Validity = i == 0 ? new Validity(null, l.To) : l })], links);

    public static (SuccessionOutcome Outcome, string[] Units) Answer(World world, string unit, LocalDate on, string? function, string? territory)
    {
        var alive = new HashSet<string>();
        bool gone = false;
        bool nobody = false;
        foreach (string? f in function is null ? Values : [function])
        {
            foreach (string? t in territory is null ? Values : [territory])
            {
                (HashSet<string> holders, bool lost) = Follow(world, unit, on, new Known(f!, function is not null, t!, territory is not null));
                nobody |= lost;
                gone |= holders.Any(h => !world.Lives(h, on));
                alive.UnionWith(holders.Where(h => world.Lives(h, on)));
            }
        }

        SuccessionOutcome outcome = alive.Count == 0 ? (gone ? SuccessionOutcome.NotRecorded : SuccessionOutcome.Nobody)
            : alive.Count > 1 || gone || nobody ? SuccessionOutcome.Ambiguous
            : alive.Contains(unit) && !Moved(world, unit, on, function, territory) ? SuccessionOutcome.StillThere
            : SuccessionOutcome.Succeeded;
        return (outcome, [.. alive.Order(StringComparer.Ordinal)]);
    }

    // It may have left the unit and come back to it.
    private static bool Moved(World world, string unit, LocalDate on, string? function, string? territory)
    {
        bool everywhere = true;
        foreach (string? f in function is null ? Values : [function])
        {
            foreach (string? t in territory is null ? Values : [territory])
            {
                bool moved = false;
                for (LocalDate day = First; day <= on; day = day.PlusDays(1))
                {
                    moved |= !Follow(world, unit, day, new Known(f!, function is not null, t!, territory is not null)).Holders.Contains(unit);
                }

                everywhere &= moved;
            }
        }

        return everywhere;
    }

    private static (HashSet<string> Holders, bool Lost) Follow(World world, string unit, LocalDate on, Known known)
    {
        var holders = new HashSet<string> { unit };
        bool lost = false;
        for (LocalDate day = First; day <= on; day = day.PlusDays(1))
        {
            SuccessionLink[] today = [.. world.Links.Where(l => l.On == day && holders.Contains(l.FromId))];
            Learn(known, [.. today.Where(l => !world.Lives(l.FromId, day))]);
            var next = new HashSet<string>(holders);
            var arrived = new HashSet<string>();
            foreach (string holder in holders)
            {
                SuccessionLink[] meant = [.. today.Where(l => l.FromId == holder && known.Means(l))];
                SuccessionLink[] narrowest = [.. meant.Where(l => !meant.Any(o => Scope(o).IsProperSubsetOf(Scope(l))))];
                if (narrowest.Length > 0)
                {
                    next.Remove(holder);
                    lost |= narrowest.Any(l => l.ToId is null);
                    arrived.UnionWith(narrowest.Select(l => l.ToId).OfType<string>());
                }
            }

            next.UnionWith(arrived);
            holders = next;
        }

        return (holders, lost);
    }

    // The links of a unit that ended tell functions apart, and then territories: from then on it is known which of them it is.
    private static void Learn(Known known, SuccessionLink[] links)
    {
        if (!known.IsFunctionKnown)
        {
            string?[] named = [.. links.Where(known.MayMean).Select(l => l.Function)];
            known.IsFunctionKnown = named.Contains(known.Function);
            known.NotFunctions.UnionWith(named.OfType<string>());
        }

        if (!known.IsTerritoryKnown)
        {
            string?[] named = [.. links.Where(known.MayMean).Select(l => l.Territory)];
            known.IsTerritoryKnown = named.Contains(known.Territory);
            known.NotTerritories.UnionWith(named.OfType<string>());
        }
    }

    private static HashSet<(string?, string?)> Scope(SuccessionLink link) =>
    [
        .. from f in Values
           from t in Values
           where (link.Function is null || link.Function == f) && (link.Territory is null || link.Territory == t)
           select (f, t),
    ];

    private sealed record Known(string Function, bool WasFunctionStated, string Territory, bool WasTerritoryStated)
    {
        public bool IsFunctionKnown { get; set; } = WasFunctionStated;

        public bool IsTerritoryKnown { get; set; } = WasTerritoryStated;

        public HashSet<string> NotFunctions { get; } = [];

        public HashSet<string> NotTerritories { get; } = [];

        public bool Means(SuccessionLink link) =>
            (link.Function is null || (IsFunctionKnown && link.Function == Function))
            && (link.Territory is null || (IsTerritoryKnown && link.Territory == Territory));

        public bool MayMean(SuccessionLink link) =>
            (link.Function is null || (IsFunctionKnown ? link.Function == Function : !NotFunctions.Contains(link.Function)))
            && (link.Territory is null || (IsTerritoryKnown ? link.Territory == Territory : !NotTerritories.Contains(link.Territory)));
    }

    public sealed record World(OrganizationUnit[] Units, SuccessionLink[] Links, OrganizationRegister Register)
    {
        /// <summary>The world without the links that a register refuses.</summary>
        public static World Of(OrganizationUnit[] units, SuccessionLink[] links)
        {
            SuccessionLink[] sound = [.. links.Where(l => IsSound(units, l))];
            return new World(units, sound, new OrganizationRegister(OrganizationRecords.Of(units, successions: sound)));
        }

        public bool Lives(string unit, LocalDate day) => Units.Single(u => u.Id == unit).Validity.Contains(day);

        private static bool IsSound(OrganizationUnit[] units, SuccessionLink link)
        {
            try
            {
                _ = new OrganizationRegister(OrganizationRecords.Of(units, successions: [link]));
                return true;
            }
            catch (OrganizationInputException)
            {
                return false;
            }
        }
    }
}
