using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Benchmarks;

/// <summary>
/// The defined work of authority: 1,000 units × 50 powers, each held by law by one of 10,000 persons; 20,000 grants in chains to depth 3,
/// a tenth of them revoked within their days; 100,000 questions on random days. Always the same one.
/// </summary>
internal sealed class AuthorityWork
{
    public const int Units = 1_000;
    public const int Powers = 50;
    public const int Persons = 10_000;
    public const int GrantCount = 20_000;
    public const int QuestionCount = 100_000;
    public static readonly LocalDate FirstDay = new(2024, 1, 1);
    private const int Days = 1_461;

    private ulong state = 20_250_701;

    public AuthorityWork()
    {
        Holder = new int[Powers * Units];
        for (int cell = 0; cell < Holder.Length; cell++)
        {
            Holder[cell] = Below(Persons);
        }

        Grants = MakeGrants();
        Questions = MakeQuestions();
        World = new AuthorityWorld(WorldUnits(), WorldPowers(), WorldHoldings(), WorldGrants());
    }

    /// <summary>The holder by law of each cell, power × <see cref="Units"/> + unit.</summary>
    public int[] Holder { get; }

    public WorkGrant[] Grants { get; }

    public WorkQuestion[] Questions { get; }

    public AuthorityWorld World { get; }

    public IEnumerable<WorldUnit> WorldUnits() => Enumerable.Range(0, Units).Select(u => new WorldUnit("u" + u, FirstDay, null));

    public IEnumerable<WorldPower> WorldPowers() => Enumerable.Range(0, Powers).Select(p => new WorldPower("p" + p, true));

    public IEnumerable<WorldHolding> WorldHoldings() => Holder.Select((person, cell) => new WorldHolding("p" + (cell / Units), "u" + (cell % Units), "a" + person, FirstDay, null));

    public IEnumerable<WorldGrant> WorldGrants() => Grants.Select((g, i) => new WorldGrant(
        GrantId(i), "p" + (g.Cell / Units), "u" + (g.Cell % Units), "a" + g.Grantor, "a" + g.Grantee, g.Parent < 0 ? null : GrantId(g.Parent),
        Day(g.From), Day(g.To - 1), g.RevokedFrom == int.MaxValue ? null : Day(g.RevokedFrom), true));

    /// <summary>The same work as a register with law, scopes and record times, of which it uses none.</summary>
    public AuthorityRegister Register() => new(
        Enumerable.Range(0, Powers).Select(p => new Power(
            "p" + p,
            BilingualText.Same("p" + p),
            Enumerable.Range(0, Units).Select(u => new HolderRule("a" + Holder[(p * Units) + u], new Validity(FirstDay, null), Law) { UnitId = "u" + u }).ToValueList())),
        Grants.Select((g, i) => new Grant
        {
            Id = GrantId(i),
            Kind = GrantKind.Conferral,
            PowerId = "p" + (g.Cell / Units),
            UnitId = "u" + (g.Cell % Units),
            GrantorId = "a" + g.Grantor,
            GranteeId = "a" + g.Grantee,
            GranteeKind = GranteeKind.Person,
            ParentId = g.Parent < 0 ? null : GrantId(g.Parent),
            Validity = new Validity(Day(g.From), Day(g.To)),
            AllowsOnward = true,
            Instrument = new Instrument("1-QĐ", Day(g.From), Title),
        }),
        Grants.Select((g, i) => (Grant: g, Id: GrantId(i))).Where(g => g.Grant.RevokedFrom != int.MaxValue).Select(g => new GrantEvent.Revoked(g.Id, Day(g.Grant.RevokedFrom))));

    private static LegalBasis Law { get; } = LegalBasis.Citing("Luật mẫu");

    private static BilingualText Title { get; } = BilingualText.Same("Quyết định mẫu");

    public static string GrantId(int grant) => "g" + grant.ToString("D5", System.Globalization.CultureInfo.InvariantCulture);

    public static LocalDate Day(int number) => FirstDay.PlusDays(number);

    /// <summary>The definition, over all grants; the grants of the shortest chain, or null.</summary>
    public int[]? BruteForce(WorkQuestion q)
    {
        if (Holder[q.Cell] == q.Person)
        {
            return [];
        }

        int[]? best = null;
        for (int g = 0; g < Grants.Length; g++)
        {
            if (Grants[g].Cell != q.Cell || Grants[g].Grantee != q.Person)
            {
                continue;
            }

            var chain = new List<int>();
            int at = g;
            while (at >= 0 && Grants[at].From <= q.Day && q.Day < Math.Min(Grants[at].To, Grants[at].RevokedFrom))
            {
                chain.Insert(0, at);
                at = Grants[at].Parent;
            }

            if (at < 0 && (best is null || chain.Count < best.Length || (chain.Count == best.Length && Precedes(chain, best))))
            {
                best = [.. chain];
            }
        }

        return best;
    }

    private static bool Precedes(List<int> chain, int[] best)
    {
        int i = 0;
        while (i < best.Length - 1 && chain[i] == best[i])
        {
            i++;
        }

        return chain[i] < best[i];
    }

    private WorkGrant[] MakeGrants()
    {
        var grants = new WorkGrant[GrantCount];
        var byDepth = new List<int>[] { [], [] };
        for (int i = 0; i < grants.Length; i++)
        {
            int wished = Below(10);
            int depth = wished < 6 || byDepth[0].Count == 0 ? 1 : wished < 9 || byDepth[1].Count == 0 ? 2 : 3;
            int parent = depth == 1 ? -1 : byDepth[depth - 2][Below(byDepth[depth - 2].Count)];
            int cell = parent < 0 ? Below(Holder.Length) : grants[parent].Cell;
            int from = parent < 0 ? Below(Days - 60) : Math.Min(grants[parent].From + Below(60), Days - 40);
            int to = from + 30 + Below(400);
            int revoked = Below(10) == 0 ? from + 1 + Below(to - from - 1) : int.MaxValue;
            grants[i] = new WorkGrant(cell, parent < 0 ? Holder[cell] : grants[parent].Grantee, Below(Persons), parent, from, to, revoked);
            if (depth < 3)
            {
                byDepth[depth - 1].Add(i);
            }
        }

        return grants;
    }

    // 40 % a grantee within the written days, 20 % a grantee on a random day, 20 % holders, 20 % anybody.
    private WorkQuestion[] MakeQuestions()
    {
        var questions = new WorkQuestion[QuestionCount];
        for (int i = 0; i < questions.Length; i++)
        {
            WorkGrant grant = Grants[Below(Grants.Length)];
            int cell = Below(Holder.Length);
            questions[i] = (i % 5) switch
            {
                0 or 1 => new WorkQuestion(grant.Cell, grant.Grantee, grant.From + Below(grant.To - grant.From)),
                2 => new WorkQuestion(grant.Cell, grant.Grantee, Below(Days)),
                3 => new WorkQuestion(cell, Holder[cell], Below(Days)),
                _ => new WorkQuestion(cell, Below(Persons), Below(Days)),
            };
        }

        return questions;
    }

    private int Below(int bound)
    {
        state = (state * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407;
        return (int)((state >> 33) % (ulong)bound);
    }
}

/// <summary>A grant of the defined work; days count from the first day, ends are not included.</summary>
internal readonly record struct WorkGrant(int Cell, int Grantor, int Grantee, int Parent, int From, int To, int RevokedFrom);

/// <summary>A question of the defined work.</summary>
internal readonly record struct WorkQuestion(int Cell, int Person, int Day);
