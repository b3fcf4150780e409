using CsCheck;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Testing.Delegation;

/// <summary>Throws of one seed.</summary>
internal sealed class Dice(ulong seed)
{
    private readonly PCG random = new(101, seed);

    public int Between(int first, int last) => first + (int)random.Next((uint)(last - first + 1));

    public bool OneIn(int n) => Between(1, n) == 1;

    public T Of<T>(params IReadOnlyList<T> all) => all[Between(0, all.Count - 1)];
}

/// <summary>Units under one head that begin, are reorganised and end, their posts and who holds them; reorganisations are recorded as corrections.</summary>
internal sealed class RandomOrganization
{
    public static readonly LocalDate First = new(2026, 1, 28);
    private readonly List<Recorded<OrganizationUnit>> units = [];
    private readonly List<Recorded<SuccessionLink>> links = [];
    private readonly Dice dice;

    public RandomOrganization(Dice dice)
    {
        this.dice = dice;
        for (int i = 0; i < 6; i++)
        {
            LocalDate? from = i is 2 or 5 ? First.PlusDays(dice.Between(-2, 8)) : null;
            LocalDate? to = dice.OneIn(12) ? First.PlusDays(dice.Between(15, 35)) : null;
            units.Add(new("unit " + i, new OrganizationUnit("u" + i, BilingualText.Same("u" + i), BodyKind.SpecializedAgency, OrganizationLevel.Province, new Validity(from, to)), Moment(0)));
        }

        int reorganisations = dice.Between(0, 4);
        int day = dice.Between(8, 14);
        for (int i = 0; i < reorganisations; i++)
        {
            Reorganise(First.PlusDays(day), Moment(dice.Between(0, 5)));
            day += dice.Between(1, 8);
        }

        Records = new OrganizationRecords
        {
            Units = units.ToValueList(),
            Positions = [.. Enumerable.Range(0, 4).SelectMany(i => (Position[])[Post(i, "head", TitleKind.Director), Post(i, "clerk", TitleKind.CivilServant)])
                .Select(p => new Recorded<Position>(p.Id, p, Moment(0)))],
            Appointments = [.. Appointments().Select((a, i) => new Recorded<Appointment>("appointment " + i, a, Moment(0)))],
            Successions = links.ToValueList(),
        };
    }

    public OrganizationRecords Records { get; }

    public static string[] Actors { get; } =
        [.. Enumerable.Range(0, 6).Select(i => "u" + i), .. Enumerable.Range(0, 4).SelectMany(i => (string[])["u" + i + "/head", "u" + i + "/clerk"]), "an", "binh"];

    public static Instant Moment(int n) => Instant.FromUtc(2026, 1, 1 + n, 0, 0);

    private OrganizationUnit Now(string id)
    {
        HashSet<string> corrected = [.. units.Select(u => u.Corrects).OfType<string>()];
        return units.Single(u => u.Fact!.Id == id && !corrected.Contains(u.Id)).Fact!;
    }

    // A unit gives something away on a day to units that are there.
    private void Reorganise(LocalDate on, Instant recordedAt)
    {
        List<string> there = [.. Enumerable.Range(0, 6).Select(i => "u" + i).Where(u => Now(u).Validity.Contains(on) && Now(u).Validity.Contains(on.PlusDays(-1)))];
        if (there.Count < 3)
        {
            return;
        }

        SuccessionLink? given = links.Select(l => l.Fact!).LastOrDefault(l => l.Kind == ReorganizationKind.Transfer && there.Contains(l.FromId) && there.Contains(l.ToId!));
        if (given is not null && !dice.OneIn(4))
        {
            // It goes back to where it came from.
            links.Add(new("link " + links.Count, given with { FromId = given.ToId!, ToId = given.FromId, On = on }, recordedAt));
            return;
        }

        string source = dice.Of<string>(there);
        List<string> others = [.. there.Where(u => u != source)];
        string one = dice.Of<string>(others);
        string two = dice.Of<string>([.. others.Where(u => u != one)]);
        (ReorganizationKind kind, SuccessionLink[] made) = dice.Between(0, 9) switch
        {
            0 or 1 => (ReorganizationKind.Merge, [Link(one)]),
            2 => (ReorganizationKind.Divide, [Link(one, territory: "X"), Link(two)]),
            3 => (ReorganizationKind.Divide, (SuccessionLink[])[Link(one), Link(two)]),
            4 => (ReorganizationKind.Divide, [Link(one, function: "land"), Link(two)]),
            5 or 6 or 7 => (ReorganizationKind.Transfer, [Link(one, "land", dice.OneIn(4) ? "X" : null)]),
            8 => (ReorganizationKind.Transfer, [Link(one, territory: "X")]),
            _ => (ReorganizationKind.Dissolve, [Link(null)]),
        };
        if (kind.EndsTheSource())
        {
            Recorded<OrganizationUnit> last = units.Last(u => u.Fact!.Id == source);
            if (last.RecordedAt > recordedAt)
            {
                return;
            }

            units.Add(new(last.Id + "'", last.Fact! with { Validity = new Validity(last.Fact!.Validity.From, on) }, recordedAt, last.Id));
        }

        foreach (SuccessionLink link in made)
        {
            links.Add(new("link " + links.Count, link with { Kind = kind }, recordedAt));
        }

        SuccessionLink Link(string? to, string? function = null, string? territory = null) =>
            new(source, to, ReorganizationKind.Merge, on) { Function = function, Territory = territory };
    }

    private static Position Post(int unit, string name, TitleKind title) =>
        new("u" + unit + "/" + name, "u" + unit, BilingualText.Same(name)) { Title = title };

    private IEnumerable<Appointment> Appointments()
    {
        LocalDate change = First.PlusDays(dice.Between(4, 7));
        yield return new Appointment("an", "u0/head", new Validity(null, change));
        yield return new Appointment("an", dice.Of("u1/head", "u1/clerk", "u3/clerk"), new Validity(change, null));
        yield return new Appointment("binh", "u0/clerk", new Validity(First.PlusDays(2), change));
        yield return new Appointment("binh", "u0/head", new Validity(change, change.PlusDays(10)));
    }
}
