using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Reform.Delegation.V1;
using Reform.Domain.Delegation;
using Reform.Domain.Organizations;
using Reform.Grpc.Delegation;
using Reform.Grpc.Registers;
using Reform.Testing.Delegation;
using Reform.Testing.Delegation.Reference;
using AuthorityAnswer = Reform.Delegation.V1.AuthorityAnswer;
using AuthorityDecision = Reform.Domain.Delegation.AuthorityDecision;
using AuthorityQuestion = Reform.Domain.Delegation.AuthorityQuestion;
using Grant = Reform.Domain.Delegation.Grant;

namespace Reform.Grpc.Tests.Delegation;

/// <summary>
/// The service against the register in memory and the definition: random worlds, with corrections and reorganisations, are entered call by
/// call; what the register refuses the service has to refuse, and after a restart on the file every answer, now and as known at a moment,
/// has to be the same: of the register that is read from SQLite, and, for a share of the questions, over the wire.
/// </summary>
public sealed class DelegationDifferentialTests(ITestOutputHelper output)
{
    private const int Worlds = 24;
    private const int QuestionsNow = 1200;
    private const int QuestionsThen = 260;
    private const int MomentsPerWorld = 4;
    private const int WorldsPerWire = 3;

    private readonly Tally tally = new();

    [Fact]
    public async Task A_restarted_service_answers_like_the_register_in_memory_and_the_definition()
    {
        for (ulong seed = 1; seed <= Worlds; seed++)
        {
            // What one body of the State commissions another with has no law that was read: such chains get long.
            var world = new RandomAuthority(700 + seed, seed % 2 == 0 ? Domain.Delegation.GrantKind.Commission : null);
            await using TestServer server = await TestServer.Start();
            var twin = new DelegationTwin(server);
            await twin.Enter(world);
            await server.Restart();
            await CompareStored(server, twin, world);
            if (seed % WorldsPerWire == 0)
            {
                await CompareQuestions(server, twin, world);
                await CompareLists(server, twin, world);
            }

            CountFacts(twin);
        }

        output.WriteLine(tally.ToString());
        tally.RequireAtLeast(
            ("checks", 100_000), ("Competent", 15_000), ("NotCompetent", 40_000), ("Ambiguous", 200), ("Unknown", 1000), ("refused", 200),
            ("chain of 1", 2000), ("chain of 2", 400), ("chain of 3", 300), ("chain of 4", 100), ("chain of 5", 150), ("checks as known at", 40_000));
        tally.RequireAtLeast(
            ("reverse", 500), ("lists", 5000), ("next changes", 5000), ("next changes by definition", 500), ("by definition", 50_000),
            ("expiring", 150), ("overlaps", 100), ("orphans", 100));
        tally.RequireAtLeast(
            ("entered", Worlds * 15), ("grants at depth 5", Worlds / 2), ("revocations", 10), ("corrections", Worlds * 2), ("struck out", 5), ("successions", Worlds));
        tally.RequireAtLeast(("over the wire", 2500), ("by grants over the wire", 30), ("signers over the wire", 50), ("authorities over the wire", 30));
    }

    // What the service itself works with: the state that it makes of the journal, and every earlier one.
    private async Task CompareStored(TestServer server, DelegationTwin twin, RandomAuthority world)
    {
        await using AsyncServiceScope scope = server.Scope();
        RegisterStore store = scope.ServiceProvider.GetRequiredService<RegisterStore>();
        RegisterState state = await store.Current(TestContext.Current.CancellationToken);
        Assert.Equal(twin.Authority, state.Authority.AllRecords);
        Assert.Equal(twin.Organization, state.Organization.AllRecords);
        Assert.Equal(0, (await store.At(twin.Moments[0].At.PlusNanoseconds(-1000), TestContext.Current.CancellationToken)).Revision);
        AuthorityQuestion[] questions = [.. Enumerable.Range(0, QuestionsNow).Select(_ => world.Question())];
        (Instant? At, RegisterState State)[] states =
        [
            (null, state),
            .. await Task.WhenAll(Spread(twin.Moments).Select(async at => ((Instant?)at, await store.At(at, TestContext.Current.CancellationToken)))),
        ];
        var ownLaw = new GrantRegimes(world.Regimes);
        var stored = new AuthorityRegister(state.Authority.AllRecords, state.Organization, ownLaw);
        var memory = new AuthorityRegister(twin.Authority, new OrganizationRegister(twin.Organization), ownLaw);
        foreach ((Instant? at, RegisterState then) in states)
        {
            Compare(then.Authority, at is Instant moment ? twin.Register.AsKnownAt(moment) : twin.Register, at, "the law of Vietnam");
            Compare(at is Instant known ? stored.AsKnownAt(known) : stored, at is Instant k ? memory.AsKnownAt(k) : memory, at, "a law of its own");
        }

        void Compare(AuthorityRegister fromFile, AuthorityRegister inMemory, Instant? at, string law)
        {
            var facts = new ReferenceRegister(twin.Authority, twin.Organization, fromFile.Regimes.Regimes, at ?? Instant.MaxValue);
            var comparison = new StoredAuthorityComparison(fromFile, inMemory, facts, "seed " + world.Seed + " by " + law + " as known at " + at, tally);
            AuthorityQuestion[] known = [.. questions.Where(facts.Knows)];
            comparison.RefuseChecks(questions.Except(known).Take(10));
            AuthorityQuestion[] asked = at is null ? known : [.. known.Take(QuestionsThen)];
            comparison.CompareChecks(asked);
            tally.Add("checks as known at", at is null ? 0 : asked.Length);
            if (known.Length > 0)
            {
                comparison.CompareLists(known[..3]);
                known[..4].ToList().ForEach(comparison.CompareAround);
            }
        }
    }

    private static IEnumerable<Instant> Spread(List<(Timestamp Moment, Instant At)> moments) =>
        Enumerable.Range(1, MomentsPerWorld).Select(i => moments[i * (moments.Count - 1) / (MomentsPerWorld + 1)].At).Prepend(moments[0].At);

    private void CountFacts(DelegationTwin twin)
    {
        tally.Add("entered", twin.Entered);
        tally.Add("refused by both", twin.RefusedByBoth);
        AuthorityRegister register = twin.Register;
        tally.Add("grants at depth 5", register.Grants.Count(g => DepthOf(g) == 5));
        tally.Add("revocations", register.Events.Count(e => e is Domain.Delegation.GrantEvent.Revoked));
        (string? Corrects, bool IsStruckOut)[] all =
        [
            .. twin.Authority.Powers.Select(r => (r.Corrects, r.Fact is null)), .. twin.Authority.Grants.Select(r => (r.Corrects, r.Fact is null)),
            .. twin.Authority.Events.Select(r => (r.Corrects, r.Fact is null)),
        ];
        tally.Add("corrections", all.Count(r => r.Corrects is not null));
        tally.Add("struck out", all.Count(r => r.IsStruckOut));
        tally.Add("successions", twin.Organization.Successions.Count);

        int DepthOf(Grant grant) => grant.ParentId is null ? 1 : 1 + DepthOf(register.FindGrant(grant.ParentId)!);
    }

    private async Task CompareQuestions(TestServer server, DelegationTwin twin, RandomAuthority world)
    {
        List<AuthorityQuestion> questions = [.. Enumerable.Range(0, 400).Select(_ => world.Question())];
        await Compare(server, twin.Register, questions, null);
        foreach ((Timestamp moment, Instant at) in twin.Moments.Where((_, i) => i % 7 == 3))
        {
            await Compare(server, twin.Register.AsKnownAt(at), [.. questions.Take(40)], moment);
        }
    }

    private async Task Compare(TestServer server, AuthorityRegister register, List<AuthorityQuestion> questions, Timestamp? knownAt)
    {
        var answers = new List<AuthorityAnswer>();
        foreach (AuthorityQuestion[] part in questions.Take(questions.Count * 3 / 4).Chunk(1000))
        {
            var batch = new BatchCheckAuthorityRequest { Items = { part.Select(q => new AuthorityItem { Question = Message(q) }) }, KnownAt = knownAt };
            answers.AddRange((await server.Delegation.BatchCheckAuthorityAsync(batch)).Answers);
        }

        using AsyncDuplexStreamingCall<StreamCheckAuthorityRequest, StreamCheckAuthorityResponse> call = server.Delegation.StreamCheckAuthority();
        foreach (AuthorityQuestion question in questions.Skip(questions.Count * 3 / 4))
        {
            await call.RequestStream.WriteAsync(new StreamCheckAuthorityRequest { Item = new AuthorityItem { Question = Message(question) }, KnownAt = knownAt });
            Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
            answers.Add(call.ResponseStream.Current.Answer);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        for (int i = 0; i < questions.Count; i++)
        {
            string expected = Expected(register, questions[i]);
            Assert.Equal(expected, answers[i].Error is null ? Shown(answers[i].Decision) : answers[i].Error.GetDetail<ErrorInfo>().Reason);
            tally.Add("over the wire");
        }
    }

    private string Expected(AuthorityRegister register, AuthorityQuestion question)
    {
        try
        {
            AuthorityDecision decision = register.Check(question);
            tally.Add("by grants over the wire", decision.IsCompetent && decision.Chain.Any(l => l.Grant is not null) ? 1 : 0);
            return Shown(decision);
        }
        catch (AuthorityInputException e)
        {
            return e.Problems[0].Code.StartsWith("unknown_", StringComparison.Ordinal) ? "RESOURCE_NOT_FOUND" : "DATE_OUTSIDE_REGISTER";
        }
    }

    private async Task CompareLists(TestServer server, DelegationTwin twin, RandomAuthority world)
    {
        AuthorityRegister register = twin.Register;
        for (int i = 0; i < 12; i++)
        {
            AuthorityQuestion question = world.Question();
            if (register.FindPower(question.PowerId) is null)
            {
                continue;
            }

            LookupSignersResponse signers = await server.Delegation.LookupSignersAsync(new LookupSignersRequest
            {
                Power = "powers/" + question.PowerId,
                On = Message(question.On),
                Unit = question.UnitId is null ? "" : "units/" + question.UnitId,
                Case = Message(question).Case,
                PageSize = 1000,
            });
            Assert.Equal(
                register.WhoCould(question.PowerId, question.On, question.Case, question.UnitId).Select(d => d.Question.ActorId + ": " + Shown(d)),
                signers.Signers.Select(s => s.Actor + ": " + Shown(s.Decision)));
            tally.Add("signers over the wire", signers.Signers.Count);

            ListAuthoritiesResponse held = await server.Delegation.ListAuthoritiesAsync(new ListAuthoritiesRequest { Actor = question.ActorId, On = Message(question.On), PageSize = 1000 });
            Assert.Equal(
                register.PowersOf(question.ActorId, question.On).Select(h => h.Power.Id + " " + (h.UnitId is null ? "" : "units/" + h.UnitId) + " " + Iso(h.Until) + " " + h.Scopes.Count + " " + string.Join('>', h.Chain.Select(l => l.Grant?.Id))),
                held.Authorities.Select(h => h.Power["powers/".Length..] + " " + h.Unit + " " + Iso(h.Until) + " " + h.Scopes.Count + " " + string.Join('>', h.Chain.Select(l => IdOf(l.Grant)))));
            tally.Add("authorities over the wire", held.Authorities.Count);
        }

        LocalDate from = RandomOrganization.First;
        ListExpiringGrantsResponse ending = await server.Delegation.ListExpiringGrantsAsync(
            new ListExpiringGrantsRequest { Parent = "units/-", From = Message(from), To = Message(from.PlusDays(30)), PageSize = 1000 });
        Assert.Equal(
            register.ExpiringBetween(from, from.PlusDays(30)).Select(e => e.Grant.Id + " " + Iso(e.LastDay)),
            ending.Grants.Select(e => IdOf(e.Grant.Name) + " " + Iso(e.LastDay)));
        Assert.Equal(
            register.Overlaps(default).Select(o => o.First.Id + " " + o.Second.Id + " " + Iso(o.FirstDay)),
            (await server.Delegation.ListGrantOverlapsAsync(new ListGrantOverlapsRequest { PageSize = 1000 })).Overlaps.Select(o => IdOf(o.First) + " " + IdOf(o.Second) + " " + Iso(o.FirstDay)));
        foreach (Grant grant in register.Grants)
        {
            LocalDate on = from.PlusDays(grant.Id.Length + tally["over the wire"] % 20);
            GetGrantResponse got = await server.Delegation.GetGrantAsync(new GetGrantRequest { Name = "grants/" + grant.Id, On = Message(on) });
            GrantStatusOf(register, grant, on, got);
            Assert.Equal(grant, GrantMapping.Grant("grant", got.Grant));
            ListGrantHistoryResponse history = await server.Delegation.ListGrantHistoryAsync(new ListGrantHistoryRequest { Name = "grants/" + grant.Id });
            Assert.Equal(
                register.HistoryOf(grant.Id).Select(h => h.What + " " + Iso(h.On) + " " + h.RecordId + " " + h.RecordedAt + " " + h.CorrectedAt),
                history.Entries.Select(h => h.What + " " + Iso(h.On) + " " + (h.Record.Length == 0 ? null : h.Record) + " " + Moment(h.RecordTime) + " " + Moment(h.CorrectedTime)));
        }
    }

    private static void GrantStatusOf(AuthorityRegister register, Grant grant, LocalDate on, GetGrantResponse got)
    {
        Domain.Delegation.GrantStatus status = register.StatusOf(grant.Id, on);
        Assert.Equal((status.IsInForce, Iso(status.NextChange), status.Causes.Count), (got.Status.InForce, Iso(got.Status.NextChange), got.Status.Causes.Count));
    }

    private static string Shown(AuthorityDecision d) => string.Join('|',
        d.Verdict, d.Code, string.Join('>', d.Chain.Select(l => l.Kind + ":" + l.HolderId + ":" + l.Grant?.Id)), d.Responsible?.ResultId, d.Responsible?.PersonId,
        string.Join(',', d.Findings), d.BrokenGrant?.Id, d.NearestGrant?.Id, string.Join(',', d.Missing), Iso(d.NextChange), d.Causes.Count, d.Signing is null);

    private static string Shown(Reform.Delegation.V1.AuthorityDecision d) => string.Join('|',
        d.Verdict, d.Code, string.Join('>', d.Chain.Select(l => l.Kind + ":" + l.Holder + ":" + IdOf(l.Grant))), d.Responsible?.Result, d.Responsible?.Person is { Length: > 0 } person ? person : null,
        string.Join(',', d.Findings), IdOf(d.BrokenGrant), IdOf(d.NearestGrant), string.Join(',', d.Missing), Iso(d.NextChange), d.Causes.Count, d.Signing is null);

    private static string? IdOf(string name) => name.Length == 0 ? null : Uri.UnescapeDataString(name["grants/".Length..]);

    private static string? Iso(LocalDate? date) => date is LocalDate known ? LocalDatePattern.Iso.Format(known) : null;

    private static string? Iso(Google.Type.Date? date) => date is null ? null : Civil.Text(date);

    private static Instant? Moment(Timestamp? at) => at is null ? null : Instant.FromUnixTimeSeconds(at.Seconds).PlusNanoseconds(at.Nanos);

    private static Google.Type.Date Message(LocalDate date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };

    private static Reform.Delegation.V1.AuthorityQuestion Message(AuthorityQuestion q) => new()
    {
        Actor = q.ActorId,
        Power = "powers/" + q.PowerId,
        On = Message(q.On),
        Unit = q.UnitId is null ? "" : "units/" + q.UnitId,
        Case = new CaseFacts
        {
            Subject = q.Case.Subject ?? "",
            Territories = { q.Case.Territories },
            Amount = q.Case.Amount?.ToString(CultureInfo.InvariantCulture) ?? "",
        },
    };
}
