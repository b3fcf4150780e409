using Grpc.Core;
using NodaTime;
using Reform.Domain.Organizations;
using Reform.Grpc.Organizations;
using Reform.Organizations.V1;
using Reform.Testing;
using static Reform.Grpc.Tests.Organizations.OrganizationWorld;
using BodyKind = Reform.Organizations.V1.BodyKind;
using SigningBasis = Reform.Organizations.V1.SigningBasis;
using SigningForm = Reform.Organizations.V1.SigningForm;
using SigningVerdict = Reform.Organizations.V1.SigningVerdict;
using SuccessionOutcome = Reform.Organizations.V1.SuccessionOutcome;
using TitleKind = Reform.Organizations.V1.TitleKind;
using VoteOutcome = Reform.Organizations.V1.VoteOutcome;

namespace Reform.Grpc.Tests.Organizations;

/// <summary>Questions over the service: the answers of the register itself.</summary>
public sealed class OrganizationQuestionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly LocalDate[] Dates = [new(2024, 6, 1), new(2025, 6, 30), new(2025, 7, 1), new(2026, 3, 3)];

    [Theory]
    [InlineData("units.json")]
    [InlineData("reorganization.json")]
    public async Task A_whole_file_entered_over_the_service_answers_as_the_file_does(string file)
    {
        OrganizationRegister expected = Read(file);
        await using TestServer server = await TestServer.Start();
        await server.Organizations.RecordOrganizationFactsAsync(Whole(expected), cancellationToken: Cancellation);
        await server.Restart();
        int compared = 0;
        foreach (LocalDate on in Dates.Where(expected.Covers))
        {
            UnitTree tree = expected.TreeOn(on);
            GetUnitTreeResponse answer = await server.Organizations.GetUnitTreeAsync(
                new GetUnitTreeRequest { Root = "units/-", On = Day(on.Year, on.Month, on.Day) }, cancellationToken: Cancellation);
            Assert.Equal(
                tree.Units.Select(u => (NameOf(u.Id), OrganizationAnswers.OptionalUnit(tree.ParentOf(u.Id)), tree.PathOf(u.Id).Count - 1, u.NameOn(on).Vietnamese)).Order(),
                answer.Units.Select(u => (u.Unit, u.Parent, u.Depth, u.DisplayName.Vi)).Order());
            foreach (OrganizationUnit unit in expected.Units)
            {
                GetUnitResponse got = await server.Organizations.GetUnitAsync(
                    new GetUnitRequest { Name = NameOf(unit.Id), On = Day(on.Year, on.Month, on.Day) }, cancellationToken: Cancellation);
                Assert.Equal(unit, OrganizationMapping.Unit("unit", got.Unit));
                Assert.Equal(expected.ExistsOn(unit.Id, on) ? expected.HeadOf(unit.Id, on)?.PersonId : null, got.Head?.Person);
                compared++;
                if (!unit.Validity.StartsAfter(on))
                {
                    SuccessionAnswer succession = expected.SuccessorsOf(unit.Id, on);
                    LookupSuccessorsResponse looked = await server.Organizations.LookupSuccessorsAsync(
                        new LookupSuccessorsRequest { Unit = NameOf(unit.Id), On = Day(on.Year, on.Month, on.Day) }, cancellationToken: Cancellation);
                    Assert.Equal(succession.Outcome.ToString(), looked.Succession.Outcome.ToString());
                    Assert.Equal(succession.Successors.Select(s => NameOf(s.UnitId)), looked.Succession.Successors.Select(s => s.Unit));
                }
            }
        }

        Assert.InRange(compared, 20, int.MaxValue);
    }

    [Fact]
    public async Task The_apparatus_and_the_work_of_two_dates_are_compared()
    {
        OrganizationRegister register = Read("reorganization.json");
        await using TestServer server = await TestServer.Start();
        await server.Organizations.RecordOrganizationFactsAsync(Whole(register), cancellationToken: Cancellation);
        LocalDate earlier = new(2025, 6, 30), later = new(2025, 7, 1);
        string ended = register.UnitsOn(earlier).First(u => u.Validity.EndedBy(later)).Id;
        TreeComparison expected = register.Compare(earlier, later, new Dictionary<string, decimal> { [ended] = 120.5m });
        CompareUnitTreesResponse answer = await server.Organizations.CompareUnitTreesAsync(
            new CompareUnitTreesRequest
            {
                Earlier = Day(2025, 6, 30),
                Later = Day(2025, 7, 1),
                WorkEarlier = { new Workload { Unit = NameOf(ended), Amount = "120.5" } },
            },
            cancellationToken: Cancellation);
        Assert.Equal(expected.Ended.Select(u => NameOf(u.Id)), answer.Ended);
        Assert.Equal(expected.Begun.Select(u => NameOf(u.Id)), answer.Begun);
        Assert.Equal(expected.Levels.Select(l => (l.Earlier, l.Later)), answer.Levels.Select(l => (l.Earlier, l.Later)));
        Reform.Organizations.V1.WorkloadChange work = Assert.Single(answer.Work);
        Assert.Equal(("120.5", ""), (work.Earlier, work.Later));
        Assert.Equal(expected.Work[0].SuccessorIds.Select(NameOf), work.Successors);
        Refused twice = await Refused.By(async () => await server.Organizations.CompareUnitTreesAsync(new CompareUnitTreesRequest
        {
            Earlier = Day(2025, 7, 1),
            Later = Day(2025, 6, 30),
        }));
        Assert.Equal(["later"], twice.Fields);
    }

    // 294, 9.3.3: of 15 one is on temporary transfer and absent, one prosecuted: base 13, and 9 of 13 are two thirds.
    [Theory]
    [InlineData(9, VoteOutcome.Passed)]
    [InlineData(8, VoteOutcome.NotPassed)]
    public async Task A_vote_is_counted_against_the_reduced_base(int inFavour, VoteOutcome expected)
    {
        await using TestServer server = await TestServer.Start();
        await server.Organizations.CreateUnitAsync(Unit("committee", BodyKind.PartyCommittee), cancellationToken: Cancellation);
        IEnumerable<OrganizationFact> members = Enumerable.Range(1, 15).Select(i => new OrganizationFact
        {
            Membership = new Reform.Organizations.V1.Membership { Person = "m" + i, Unit = "units/committee" },
        });
        await server.Organizations.RecordOrganizationFactsAsync(
            Facts(members.Concat(
            [
                new OrganizationFact { Exclusion = Excluded("m1", Reform.Organizations.V1.ExclusionCause.TemporaryTransfer) },
                new OrganizationFact { Exclusion = Excluded("m2", Reform.Organizations.V1.ExclusionCause.Prosecuted) },
            ])),
            cancellationToken: Cancellation);
        CountVotesResponse answer = await server.Organizations.CountVotesAsync(
            new CountVotesRequest
            {
                Unit = "units/committee",
                Rule = VotingRuleKind.Proposal,
                Ballots = { new BallotCount { On = Day(2026, 3, 3), PresentCount = 13, InFavour = inFavour } },
            },
            cancellationToken: Cancellation);
        Assert.Equal((expected, 13, 9), (answer.Outcome, answer.Bases.Single().Count, answer.Bases.Single().Needed));
        Assert.Contains("13", answer.Reasons.Single().Text, StringComparison.Ordinal);
        Refused tooMany = await Refused.By(async () => await server.Organizations.CountVotesAsync(new CountVotesRequest
        {
            Unit = "units/committee",
            Rule = VotingRuleKind.Proposal,
            Ballots = { new BallotCount { On = Day(2026, 3, 3), PresentCount = 13, InFavour = 14 } },
        }));
        Assert.Equal(["ballots[0]"], tooMany.Fields);
    }

    [Fact]
    public async Task Signing_forms_and_signatures_are_those_of_the_system_and_the_date()
    {
        await using TestServer server = await TestServer.Start();
        ListSigningFormsResponse forms = await server.Organizations.ListSigningFormsAsync(
            new ListSigningFormsRequest { Body = BodyKind.PeoplesCommittee, Title = TitleKind.DeputyChair, Basis = SigningBasis.CollectiveDecision, On = Day(2026, 3, 3) },
            cancellationToken: Cancellation);
        Assert.Equal(["TM.", "KT."], forms.Answer.Variants[0].Marks);
        Assert.Equal([SigningForm.OnBehalfOfCollective, SigningForm.ForHead], forms.Answer.Variants[0].Forms);

        await server.Organizations.CreateUnitAsync(Unit("committee", BodyKind.PartyCommittee), cancellationToken: Cancellation);
        await server.Organizations.CreatePositionAsync(Post("deputy", "committee", TitleKind.DeputySecretary), cancellationToken: Cancellation);
        await server.Organizations.CreateAppointmentAsync(Holds("p-1", "deputy"), cancellationToken: Cancellation);
        ReviewSignatureResponse review = await server.Organizations.ReviewSignatureAsync(
            new ReviewSignatureRequest
            {
                Person = "p-1",
                Position = "positions/deputy",
                Block = "K/T BÍ THƯ\nPHÓ BÍ THƯ",
                Basis = SigningBasis.CollectiveDecision,
                On = Day(2026, 8, 15),
            },
            cancellationToken: Cancellation);
        Assert.Equal(SigningVerdict.Invalid, review.Verdict);
        Assert.NotEmpty(review.Reasons);
    }

    [Theory]
    [InlineData("294-QĐ/TW")]
    [InlineData("297/2025/NĐ-CP")]
    [InlineData("2568/QĐ-UBND")]
    public async Task Document_numbers_of_both_systems_are_read_and_written(string text)
    {
        await using TestServer server = await TestServer.Start();
        ParseDocumentNumberResponse parsed = await server.Organizations.ParseDocumentNumberAsync(new ParseDocumentNumberRequest { Text = text }, cancellationToken: Cancellation);
        FormatDocumentNumberResponse printed = await server.Organizations.FormatDocumentNumberAsync(new FormatDocumentNumberRequest { Number = parsed.Number }, cancellationToken: Cancellation);
        Assert.Equal(text, printed.Text);
        Assert.Equal(["text"], (await Refused.By(async () => await server.Organizations.ParseDocumentNumberAsync(new ParseDocumentNumberRequest { Text = "số 5" }))).Fields);
    }

    [Fact]
    public async Task Matters_of_a_unit_that_ended_without_an_heir_are_orphans()
    {
        await using TestServer server = await TestServer.Start();
        await server.Organizations.CreateUnitAsync(Unit("district", to: Day(2025, 7, 1)), cancellationToken: Cancellation);
        await server.Organizations.CreateUnitAsync(Unit("ward"), cancellationToken: Cancellation);
        ListOrphansResponse answer = await server.Organizations.ListOrphansAsync(
            new ListOrphansRequest
            {
                On = Day(2025, 7, 1),
                Matters =
                {
                    new Reform.Organizations.V1.LiveMatter { Kind = Reform.Organizations.V1.MatterKind.Case, Id = "HS-1", Unit = "units/district" },
                    new Reform.Organizations.V1.LiveMatter { Kind = Reform.Organizations.V1.MatterKind.Case, Id = "HS-2", Unit = "units/ward" },
                },
            },
            cancellationToken: Cancellation);
        Orphan orphan = Assert.Single(answer.Orphans);
        Assert.Equal(("HS-1", SuccessionOutcome.NotRecorded), (orphan.Matter.Id, orphan.Succession.Outcome));
    }

    [Fact]
    public async Task A_date_about_which_the_registers_know_nothing_is_refused_and_not_guessed()
    {
        await using TestServer server = await TestServer.Start("--Registers:CoversFrom=2021-07-01", "--Registers:CoversTo=2031-07-01");
        await server.Organizations.CreateUnitAsync(Unit("city"), cancellationToken: Cancellation);
        await server.Restart();
        await server.Organizations.GetUnitTreeAsync(new GetUnitTreeRequest { Root = "units/-", On = Day(2021, 7, 1) }, cancellationToken: Cancellation);
        foreach (Google.Type.Date on in (Google.Type.Date[])[Day(2021, 6, 30), Day(2031, 7, 1)])
        {
            Refused refused = await Refused.By(async () => await server.Organizations.GetUnitTreeAsync(new GetUnitTreeRequest { Root = "units/-", On = on }));
            Assert.Equal((StatusCode.FailedPrecondition, "DATE_OUTSIDE_REGISTER", "on"), (refused.Code, refused.Reason, refused.Metadata["field"]));
        }

        await server.Delegation.CreatePowerAsync(
            new Reform.Delegation.V1.CreatePowerRequest
            {
                RequestId = NewRequest(),
                PowerId = "permit",
                Power = new Reform.Delegation.V1.Power { DisplayName = Text("Cấp phép") },
            },
            cancellationToken: Cancellation);
        Refused question = await Refused.By(async () => await server.Delegation.CheckAuthorityAsync(new Reform.Delegation.V1.CheckAuthorityRequest
        {
            Question = new Reform.Delegation.V1.AuthorityQuestion { Actor = "city", Power = "powers/permit", On = Day(2021, 6, 30) },
        }));
        Assert.Equal(("DATE_OUTSIDE_REGISTER", "question.on"), (question.Reason, question.Metadata["field"]));
    }

    [Theory]
    [InlineData("--Registers:CoversFrom=2021")]
    [InlineData("--Registers:CoversFrom=2021-07-01 --Registers:CoversTo=2021-07-01")]
    public void Bounds_that_are_no_dates_keep_the_service_from_starting(string settings) =>
        Assert.Throws<FormatException>(() => ReformServer.Build(["--Database=" + Path.GetTempFileName(), .. settings.Split(' ')]));

    private static Reform.Organizations.V1.MembershipExclusion Excluded(string person, Reform.Organizations.V1.ExclusionCause cause) =>
        new() { Person = person, Unit = "units/committee", Cause = cause };

    private static OrganizationRegister Read(string file)
    {
        using FileStream stream = File.OpenRead(Repository.PathOf("samples", "haiphong", file));
        return OrganizationFile.Read(stream);
    }
}
