using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using NodaTime;
using NodaTime.Text;
using Reform.Delegation.V1;
using Reform.Domain.Delegation;
using Reform.Grpc.Delegation;
using Reform.Testing.Delegation;
using AuthorityAnswer = Reform.Delegation.V1.AuthorityAnswer;
using AuthorityDecision = Reform.Domain.Delegation.AuthorityDecision;
using AuthorityQuestion = Reform.Domain.Delegation.AuthorityQuestion;
using Grant = Reform.Domain.Delegation.Grant;

namespace Reform.Grpc.Tests.Delegation;

/// <summary>
/// The service against the register in memory: random worlds, with corrections, are entered call by call; what the register refuses the
/// service has to refuse, and after a restart on the file every answer, now and as known at a moment, has to be the same.
/// </summary>
public sealed class DelegationDifferentialTests(ITestOutputHelper output)
{
    private const int Worlds = 8;
    private const int QuestionsPerWorld = 1500;

    private readonly Dictionary<string, int> tally = new(StringComparer.Ordinal);

    [Fact]
    public async Task A_restarted_service_answers_like_the_register_in_memory()
    {
        for (ulong seed = 1; seed <= Worlds; seed++)
        {
            var world = new RandomAuthority(700 + seed);
            await using TestServer server = await TestServer.Start();
            var twin = new DelegationTwin(server);
            await twin.Enter(world);
            await server.Restart();
            await CompareQuestions(server, twin, world);
            await CompareLists(server, twin, world);
            Count("entered", twin.Entered);
            Count("refused by both", twin.RefusedByBoth);
        }

        output.WriteLine(string.Join(", ", tally.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Key + " " + t.Value)));
        Assert.True(tally["questions"] >= 10_000);
        foreach ((string word, int least) in (ReadOnlySpan<(string, int)>)
            [("entered", Worlds * 15), ("Competent", 500), ("NotCompetent", 1000), ("Unknown", 50), ("by grants", 200), ("signers", 100), ("authorities", 50), ("known at", 1000)])
        {
            Assert.True(tally.GetValueOrDefault(word) >= least, word + " is hardly tried: " + tally.GetValueOrDefault(word));
        }
    }

    private async Task CompareQuestions(TestServer server, DelegationTwin twin, RandomAuthority world)
    {
        List<AuthorityQuestion> questions = [.. Enumerable.Range(0, QuestionsPerWorld).Select(_ => world.Question())];
        await Compare(server, twin.Register, questions, null);
        foreach ((Timestamp moment, Instant at) in twin.Moments.Where((_, i) => i % 7 == 3))
        {
            AuthorityRegister then = twin.Register.AsKnownAt(at);
            Count("known at", 100);
            await Compare(server, then, [.. questions.Take(100)], moment);
        }
    }

    private async Task Compare(TestServer server, AuthorityRegister register, List<AuthorityQuestion> questions, Timestamp? knownAt)
    {
        var answers = new List<AuthorityAnswer>();
        foreach (AuthorityQuestion[] part in questions.Take(questions.Count / 2).Chunk(1000))
        {
            var batch = new BatchCheckAuthorityRequest { Items = { part.Select(q => new AuthorityItem { Question = Message(q) }) }, KnownAt = knownAt };
            answers.AddRange((await server.Delegation.BatchCheckAuthorityAsync(batch)).Answers);
        }

        using AsyncDuplexStreamingCall<StreamCheckAuthorityRequest, StreamCheckAuthorityResponse> call = server.Delegation.StreamCheckAuthority();
        foreach (AuthorityQuestion question in questions.Skip(questions.Count / 2))
        {
            await call.RequestStream.WriteAsync(new StreamCheckAuthorityRequest { Item = new AuthorityItem { Question = Message(question) }, KnownAt = knownAt });
            Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
            answers.Add(call.ResponseStream.Current.Answer);
        }

        await call.RequestStream.CompleteAsync();
        for (int i = 0; i < questions.Count; i++)
        {
            string expected = Expected(register, questions[i]);
            Assert.Equal(expected, answers[i].Error is null ? Shown(answers[i].Decision) : answers[i].Error.GetDetail<ErrorInfo>().Reason);
            Count("questions", 1);
        }
    }

    private string Expected(AuthorityRegister register, AuthorityQuestion question)
    {
        try
        {
            AuthorityDecision decision = register.Check(question);
            Count(decision.Verdict.ToString(), 1);
            Count("by grants", decision.IsCompetent && decision.Chain.Any(l => l.Grant is not null) ? 1 : 0);
            return Shown(decision);
        }
        catch (AuthorityInputException e)
        {
            Count("refused questions", 1);
            return e.Problems[0].Code.StartsWith("unknown_", StringComparison.Ordinal) ? "RESOURCE_NOT_FOUND" : "DATE_OUTSIDE_REGISTER";
        }
    }

    private async Task CompareLists(TestServer server, DelegationTwin twin, RandomAuthority world)
    {
        AuthorityRegister register = twin.Register;
        for (int i = 0; i < 20; i++)
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
            Count("signers", signers.Signers.Count);

            ListAuthoritiesResponse held = await server.Delegation.ListAuthoritiesAsync(new ListAuthoritiesRequest { Actor = question.ActorId, On = Message(question.On), PageSize = 1000 });
            Assert.Equal(
                register.PowersOf(question.ActorId, question.On).Select(h => h.Power.Id + " " + h.UnitId + " " + Iso(h.Until) + " " + h.Scopes.Count + " " + string.Join('>', h.Chain.Select(l => l.Grant?.Id))),
                held.Authorities.Select(h => h.Power["powers/".Length..] + " " + h.Unit + " " + Iso(h.Until) + " " + h.Scopes.Count + " " + string.Join('>', h.Chain.Select(l => IdOf(l.Grant)))));
            Count("authorities", held.Authorities.Count);
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
            LocalDate on = from.PlusDays(grant.Id.Length + tally["questions"] % 20);
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

    private void Count(string word, int more) => tally[word] = tally.GetValueOrDefault(word) + more;
}
