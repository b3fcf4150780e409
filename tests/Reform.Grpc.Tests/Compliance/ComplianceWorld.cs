using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;
using Reform.Grpc.Compliance;
using Reform.Grpc.Tests.Organizations;
using Reform.Grpc.Tests.Procedures;
using P = Reform.Compliance.V1;

namespace Reform.Grpc.Tests.Compliance;

/// <summary>A city with a ward, the procedure HP-1 with five working days, made-up rules, and a clock that the test sets.</summary>
internal sealed class ComplianceWorld : IAsyncDisposable
{
    private ComplianceWorld(TestServer server, TestClock clock) => (Server, Clock) = (server, clock);

    public TestServer Server { get; }

    public TestClock Clock { get; }

    public P.ComplianceService.ComplianceServiceClient Client => Server.Compliance;

    public P.DataRuleService.DataRuleServiceClient DataRules => Server.DataRules;

    public static RuleBook<CaseFacts> Book { get; } = new(CaseSubjects.Flat, [new EndsByDueDate(), new ShortHandling(), new OnlineChannel(), new BreaksOnSecrets()]);

    public static async Task<ComplianceWorld> Start(string today, params string[] settings)
    {
        var clock = new TestClock(today);
        TestServer server = await TestServer.Start(Parts(clock), settings);
        foreach ((string unit, string parent) in ((string, string)[])[("city", ""), ("ward", "units/city")])
        {
            await server.Organizations.CreateUnitAsync(OrganizationWorld.Unit(unit, from: OrganizationWorld.Day(2020, 1, 1), parent: parent));
        }

        await server.Organizations.CreatePositionAsync(OrganizationWorld.Post("chair", "ward"));
        await server.Organizations.CreateAppointmentAsync(OrganizationWorld.Holds("P-1", "chair", OrganizationWorld.Day(2025, 1, 1), OrganizationWorld.Day(2026, 3, 12)));
        await server.Organizations.CreateAppointmentAsync(OrganizationWorld.Holds("P-2", "chair", OrganizationWorld.Day(2026, 3, 12)));
        await server.Procedures.PublishProcedureAsync(new Reform.Procedures.V1.PublishProcedureRequest { RequestId = Guid.NewGuid().ToString(), Content = PermitFile.Of(5) });
        return new ComplianceWorld(server, clock);
    }

    public static Action<IServiceCollection> Parts(string today) => Parts(new TestClock(today));

    private static Action<IServiceCollection> Parts(TestClock clock) => services => services.AddSingleton<IClock>(clock).AddSingleton(new CaseRules(Book));

    public async Task<List<P.Finding>> Findings(string parent = "units/-", string code = "", string language = "en") =>
        [.. (await Client.ListFindingsAsync(new P.ListFindingsRequest { Parent = parent, RuleCode = code, LanguageCode = language, PageSize = 1000 })).Findings];

    public async Task<P.Finding> Only(string code) => Assert.Single(await Findings(code: code));

    public async Task<P.Finding> Whole(P.Finding finding) =>
        (await Client.GetFindingAsync(new P.GetFindingRequest { Name = finding.Name, LanguageCode = "en" })).Finding;

    /// <summary>What a daily run does, and what it says at its end.</summary>
    public async Task<P.EvaluateCasesResponse> Run(string parent = "units/-", string? asOf = null, bool validateOnly = false)
    {
        using AsyncServerStreamingCall<P.EvaluateCasesResponse> call = Client.EvaluateCases(
            new P.EvaluateCasesRequest { Parent = parent, AsOf = asOf is null ? null : Civil.Date(asOf), ValidateOnly = validateOnly });
        List<P.EvaluateCasesResponse> all = [];
        await foreach (P.EvaluateCasesResponse message in call.ResponseStream.ReadAllAsync())
        {
            all.Add(message);
        }

        Assert.Equal(Enumerable.Repeat(false, all.Count - 1).Append(true), all.Select(m => m.Done));
        return all[^1];
    }

    public static string Told(P.EvaluateCasesResponse run) => string.Join(" ", run.Events.Select(e => e.Kind + ":" + e.Count));

    public static string History(P.Finding finding) => string.Join(" ", finding.History.Select(e => e.Kind + "@" + Civil.Text(e.On)));

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private abstract class Made(string code, Severity severity, string vietnamese, string english)
        : ComplianceRule<CaseFacts>(code, severity, new BilingualText(vietnamese, english), new LegalBasis(new BilingualText("Căn cứ mẫu", "A made-up basis")));

    private sealed class EndsByDueDate() : Made("T-10", Severity.Error, "Quá hạn", "Overdue")
    {
        private static readonly ReasonKind Breach = new("overdue", "Quá hạn {due}", "Past the due date {due}");

        protected override Specification<CaseFacts> AppliesWhen => Where(c => c.Outcome != CaseOutcome.Withdrawn);

        protected override IEnumerable<Fact<CaseFacts>> Needs => [new("due_on", new BilingualText("hạn", "the due date"), Where(c => c.ComputedDueOn != null))];

        protected override Specification<CaseFacts> Requires => Where(c => (c.EndedOn ?? c.AsOf) <= c.ComputedDueOn);

        protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("due", subject.ComputedDueOn!.Value));
    }

    private sealed class ShortHandling() : Made("T-20", Severity.Warning, "Xử lý lâu", "Long handling")
    {
        private static readonly ReasonKind Breach = new("long_handling", "{days} ngày, tối đa {most}", "{days} days, at most {most}");

        private static readonly RuleParameter Most = new("most_days", new BilingualText("số ngày tối đa", "most days"), Tightening.Lower, new DatedValues<int>(
        [
            new Dated<int>(30, new Validity(null, new LocalDate(2026, 1, 1)), new LegalBasis(BilingualText.Same("before"))),
            new Dated<int>(10, new Validity(new LocalDate(2026, 1, 1), null), new LegalBasis(BilingualText.Same("since"))),
        ]));

        protected override IEnumerable<RuleParameter> Parameters => [Most];

        protected override Specification<CaseFacts> Requires
        {
            get
            {
                int most = ValueOf(Most);
                return Where(c => c.CalendarDays <= most);
            }
        }

        protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("days", subject.CalendarDays), ("most", ValueOf(Most)));
    }

    private sealed class OnlineChannel() : Made("T-30", Severity.Info, "Không trực tuyến", "Not online")
    {
        private static readonly ReasonKind Breach = new("not_online", "Nộp qua {channel}", "Filed by {channel}");

        protected override IEnumerable<Fact<CaseFacts>> Needs => [new("channel", new BilingualText("hình thức nộp", "the channel"), Where(c => c.Channel != null))];

        protected override Specification<CaseFacts> Requires => Where(c => c.Channel == "online");

        protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("channel", subject.Channel!));
    }

    private sealed class BreaksOnSecrets() : Made("T-40", Severity.Critical, "Hỏng", "Broken")
    {
        protected override Specification<CaseFacts> AppliesWhen => Where(c => c.IsSecret);

        protected override Specification<CaseFacts> Requires => Where(c => c.Territory!.Contains("x"));

        protected override Reason Because(CaseFacts subject) => throw new NotSupportedException("never reached");
    }
}

/// <summary>A clock that stands where the test puts it: at nine in the morning, in Vietnam.</summary>
internal sealed class TestClock(string today) : IClock
{
    private Instant now = At(today);

    public void Set(string day) => now = At(day);

    public Instant GetCurrentInstant() => now;

    private static Instant At(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value.At(new LocalTime(9, 0)).InUtc().ToInstant() - Duration.FromHours(7);
}
