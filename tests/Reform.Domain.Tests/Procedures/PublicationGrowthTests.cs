using System.Globalization;
using CsCheck;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Tests.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Procedures;

/// <summary>
/// A register that grows checks what is new alone; the register of all facts at once is the reference, in what it takes, what it refuses with which
/// words, and what it answers.
/// </summary>
public sealed class PublicationGrowthTests
{
    private static readonly LocalDate Start = new(2025, 1, 1);
    private static readonly string[] Units = ["u", "v"];
    private static readonly ProcedureCatalogue Procedures = new(
        [],
        [
            new Procedure("P", BilingualText.Same("P"), OrganizationSystem.Party, [Version(null, Start.PlusDays(100)), Version(Start.PlusDays(100), null)]),
            new Procedure("Q", BilingualText.Same("Q"), OrganizationSystem.Party, [Version(null, null)]),
        ]);

    private static readonly OrganizationRegister Organization = new([.. Units.Select(u => TestOrganizations.Unit(u))], []);

    [Fact]
    public void A_register_that_grows_is_the_register_of_all_its_facts()
    {
        int taken = 0, refused = 0;
        Gen<(int Kind, int Id, int Target, int Version, int Unit, int Procedure, int From)> one = Gen.Select(
            Gen.Int[0, 9], Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 8], Gen.Int[0, 1], Gen.Int[0, 12], Gen.Int[0, 200]);
        one.Array[1, 3].Array[1, 20].Sample(
            batches =>
            {
                PublicationRegister register = new(new PublicationRecords(), Procedures);
                var all = new PublicationRecords();
                int number = 0;
                foreach (var batch in batches)
                {
                    PublicationRecords more = Batch(batch, ref number);
                    var whole = new PublicationRecords { Publications = [.. all.Publications, .. more.Publications], Applications = [.. all.Applications, .. more.Applications] };
                    (PublicationRegister? expected, string? why) = Made(() => new PublicationRegister(whole, Procedures));
                    (PublicationRegister? grown, string? told) = Made(() => register.With(more));
                    Assert.Equal(why, told);
                    if (expected is null)
                    {
                        refused++;
                        continue;
                    }

                    taken++;
                    (register, all) = (grown!, whole);
                    Assert.Equal(expected.Publications, register.Publications);
                    Assert.Equal(expected.AllRecords, register.AllRecords);
                    foreach (int day in (int[])[0, 99, 150])
                    {
                        Assert.Equal(Cells(expected, day), Cells(register, day));
                        Instant moment = Instant.FromUnixTimeSeconds(number / 2);
                        Assert.Equal(Cells(expected.AsKnownAt(moment), day), Cells(register.AsKnownAt(moment), day));
                    }
                }
            },
            iter: 400);
        Assert.True(taken > 500 && refused > 500, taken + " taken, " + refused + " refused");
    }

    [Fact]
    public void Nothing_is_added_to_what_was_known_earlier() => Assert.Throws<InvalidOperationException>(
        () => new PublicationRegister(new PublicationRecords(), Procedures).AsKnownAt(Instant.MinValue).With(new PublicationRecords()));

    private static PublicationRecords Batch((int Kind, int Id, int Target, int Version, int Unit, int Procedure, int From)[] batch, ref int number)
    {
        var publications = new List<Recorded<Publication>>();
        var applications = new List<Recorded<ProcedureApplication>>();
        foreach ((int kind, int id, int target, int version, int unit, int procedure, int from) in batch)
        {
            number++;
            // Now and then a record of a name that there is, a thing that there is, or one of no name.
            string record = "r" + Text(kind == 9 ? target % 5 : number);
            string? corrects = kind is 3 or 4 ? "r" + Text(target % (number + 1)) : null;
            string code = procedure == 12 ? "X" : procedure % 3 == 0 ? "Q" : "P";
            string thing = kind == 8 ? " " : kind is 3 && id % 2 == 0 ? "p" + Text(target) : "p" + Text(kind is 7 ? id % 7 : number);
            Instant at = Instant.FromUnixTimeSeconds(kind == 6 ? 0 : number);
            if (kind == 5)
            {
                applications.Add(new Recorded<ProcedureApplication>(record, new ProcedureApplication(thing, code, Units[unit], version % 2 == 0, default), at));
                continue;
            }

            Publication? posting = kind == 4 ? null : new Publication(
                thing, code, version == 8 ? 3 : version == 7 ? 0 : code == "Q" ? 1 : 1 + (version % 2), Units[unit], PublicationChannel.NoticeBoard,
                new Validity(Start.PlusDays(from), null));
            publications.Add(new Recorded<Publication>(record, posting, at, corrects));
        }

        return new PublicationRecords { Publications = publications.ToValueList(), Applications = applications.ToValueList() };
    }

    private static (PublicationRegister? Register, string? Why) Made(Func<PublicationRegister> make)
    {
        try
        {
            return (make(), null);
        }
        catch (ProcedureInputException e)
        {
            return (null, string.Join('\n', e.Problems.Select(p => p.Code + " " + p.Field + " " + p.Message.Vietnamese + p.Message.English)));
        }
    }

    private static ValueList<PublicationCell> Cells(PublicationRegister register, int day) =>
        register.MatrixOn(Start.PlusDays(day), Units, ["P", "Q"], Organization, WorkCalendar.VietnamStateAgencies).Cells;

    private static ProcedureVersion Version(LocalDate? from, LocalDate? to) => new(new Validity(from, to), "f", "r", "u", "u", "x");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
