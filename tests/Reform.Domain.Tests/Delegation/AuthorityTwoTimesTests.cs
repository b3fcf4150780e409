using CsCheck;
using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Delegation.TestRegisters;

namespace Reform.Domain.Tests.Delegation;

/// <summary>What was known when: records, corrections, and the same question asked as of an earlier moment.</summary>
public sealed class AuthorityTwoTimesTests
{
    private static readonly int[] Moments = [1, 2, 5, 7];
    private static readonly Grant ToDirector = Grant("chair", "director", validity: Year2026);

    [Fact]
    public void A_revocation_recorded_late_changes_what_is_known_now_and_not_what_was_known_then()
    {
        AuthorityRegister register = Recorded(At(1)).With(Events(new Recorded<GrantEvent>("r1", new GrantEvent.Revoked(ToDirector.Id, June15), At(20))));
        var question = new AuthorityQuestion("director", "permit", June15.PlusDays(1));
        Assert.Equal("revoked", register.Check(question).Code);
        Assert.Equal("competent", register.Check(question, At(19)).Code);
        Assert.Equal("revoked", register.Check(question, At(20)).Code);
        Assert.Equal("competent", register.Check(question with { On = June15.PlusDays(-1) }).Code);
        Assert.Null(register.KnownAt);
        Assert.Equal(At(19), register.AsKnownAt(At(19)).KnownAt);
    }

    [Fact]
    public void A_correction_replaces_what_it_corrects_from_its_record_on_and_keeps_it()
    {
        Grant wrong = ToDirector with { GranteeId = "deputy" };
        AuthorityRecords records = new()
        {
            Powers = [new Recorded<Power>("p", Permit, At(1))],
            Grants = [new Recorded<Grant>("g", wrong, At(2)), new Recorded<Grant>("g-corrected", ToDirector, At(9), "g")],
        };
        var register = new AuthorityRegister(records, null, null);
        Assert.Equal("competent", register.Ask("director", June15).Code);
        Assert.Equal("no_grant", register.Ask("deputy", June15).Code);
        AuthorityRegister before = register.AsKnownAt(At(8));
        Assert.Equal("no_grant", before.Ask("director", June15).Code);
        Assert.Equal("competent", before.Ask("deputy", June15).Code);
        Assert.Equal(2, before.AllRecords.Grants.Count);
        Assert.Empty(register.AsKnownAt(At(1)).Grants);
        Assert.Equal(
            [("granted", At(2), (Instant?)At(9)), ("granted", At(9), null)],
            register.HistoryOf(ToDirector.Id).Where(h => h.RecordedAt is not null).Select(h => (h.What, h.RecordedAt!.Value, h.CorrectedAt)));
    }

    [Fact]
    public void What_was_struck_out_never_happened_from_then_on()
    {
        AuthorityRegister register = Recorded(At(1))
            .With(Events(new Recorded<GrantEvent>("r1", new GrantEvent.Revoked(ToDirector.Id, June15), At(2))))
            .With(Events(new Recorded<GrantEvent>("r2", null, At(5), "r1")))
            .With(Events(new Recorded<GrantEvent>("r3", new GrantEvent.Suspended(ToDirector.Id, June15), At(7))));
        LocalDate day = June15.PlusDays(3);
        Assert.Equal(
            ["competent", "revoked", "competent", "grant_suspended"],
            Moments.Select(n => register.AsKnownAt(At(n)).Ask("director", day).Code));
        Assert.Equal(["granted", "revoked", "struck_out", "suspended", "expired"], register.HistoryOf(ToDirector.Id).Select(h => h.What));
        Assert.Equal(["granted", "revoked"], register.AsKnownAt(At(4)).HistoryOf(ToDirector.Id).Select(h => h.What));
    }

    [Fact]
    public void A_grant_known_before_its_power_or_its_parent_is_not_known_in_full()
    {
        Grant parent = ToDirector with { AllowsOnward = true };
        Grant child = Grant("director", "division", GrantKind.Commission, Year2026, parent: parent);
        AuthorityRecords records = new()
        {
            Powers = [new Recorded<Power>("p", Permit, At(2))],
            Grants = [new Recorded<Grant>("g", parent, At(3)), new Recorded<Grant>("c", child, At(1))],
        };
        var register = new AuthorityRegister(records, null, null);
        Assert.Equal("competent", register.Ask("division", June15).Code);
        Assert.Empty(register.AsKnownAt(At(2)).Grants);
        Assert.Equal(["unknown_power power"], Problems(() => register.AsKnownAt(At(1)).Ask("division", June15)));
    }

    [Fact]
    public void Nothing_can_be_added_to_what_was_known() =>
        Assert.Throws<InvalidOperationException>(() => Recorded(At(1)).AsKnownAt(At(1)).With(AuthorityRecords.None));

    [Fact]
    public void Adding_events_one_by_one_gives_the_register_that_would_have_been_built_with_them_all() =>
        Chains.Select(Steps.Array[1, 8]).Sample((chain, steps) =>
        {
            GrantEvent[] events = [.. steps.Where(s => s.Grant < chain.Length).Select(s => Event(chain[s.Grant], s.Kind, s.Day))];
            AuthorityRegister all = new([Permit], chain, events);
            AuthorityRegister grown = new([Permit], chain);
            for (int i = 0; i < events.Length; i++)
            {
                grown = grown.With(Events(new Recorded<GrantEvent>("e" + i, events[i], Instant.MinValue)));
            }

            for (LocalDate day = June15.PlusDays(-5); day < June15.PlusDays(40); day = day.PlusDays(1))
            {
                foreach (Grant grant in chain)
                {
                    Assert.Equal(all.StatusOf(grant.Id, day), grown.StatusOf(grant.Id, day));
                    Assert.Equal(Shown(all.Ask(grant.GranteeId, day)), Shown(grown.Ask(grant.GranteeId, day)));
                    int power = grown.Index.FindPower("permit");
                    Assert.Equal(
                        all.Index.Check(power, 0, all.Index.FindActor(grant.GranteeId), day).Chain(),
                        grown.Index.Check(power, 0, grown.Index.FindActor(grant.GranteeId), day).Chain());
                }
            }
        }, iter: 300);

    [Fact]
    public void Records_that_contradict_each_other_are_refused_with_their_field_and_nothing_is_added()
    {
        AuthorityRegister register = Recorded(At(5));
        var revoked = new GrantEvent.Revoked(ToDirector.Id, June15);
        AuthorityRegister with = register.With(Events(new Recorded<GrantEvent>("r1", revoked, At(6))));
        Assert.Equal(["duplicate_id events[0].record"], Problems(() => with.With(Events(new Recorded<GrantEvent>("r1", revoked, At(7))))));
        Assert.Equal(["unknown_record events[0].corrects"], Problems(() => with.With(Events(new Recorded<GrantEvent>("r2", revoked, At(7), "r9")))));
        Assert.Equal(["corrected_before_recorded events[0].corrects"], Problems(() => with.With(Events(new Recorded<GrantEvent>("r2", revoked, At(5), "r1")))));
        Assert.Equal(["empty_record events[0]"], Problems(() => with.With(Events(new Recorded<GrantEvent>("r2", null, At(7))))));
        Assert.Equal(
            ["corrected_twice events[1].corrects"],
            Problems(() => with.With(Events(new Recorded<GrantEvent>("r2", null, At(7), "r1"), new Recorded<GrantEvent>("r3", revoked, At(8), "r1")))));
        Assert.Equal(
            ["corrects_another_fact events[0].corrects", "unknown_grant events[0].grant"],
            Problems(() => with.With(Events(new Recorded<GrantEvent>("r2", revoked with { GrantId = "other" }, At(7), "r1")))));
        Assert.Equal(["unknown_grant events[0].grant"], Problems(() => with.With(Events(new Recorded<GrantEvent>("r2", revoked with { GrantId = "other" }, At(7))))));
        Assert.Equal(
            ["revocation_before_grant events[0].on", "event_before_grant events[1].on"],
            Problems(() => with.With(Events(
                new Recorded<GrantEvent>("r2", revoked with { On = new LocalDate(2025, 12, 14) }, At(7)),
                new Recorded<GrantEvent>("r3", new GrantEvent.Suspended(ToDirector.Id, new LocalDate(2025, 12, 14)), At(7))))));
        Assert.Equal("competent", register.Ask("director", June15).Code);
        Assert.Equal("revoked", with.Ask("director", June15).Code);
    }

    [Fact]
    public void Facts_that_contradict_each_other_are_refused_with_their_field()
    {
        Grant child = Grant("director", "division", parent: ToDirector);
        Assert.Equal(["duplicate_id powers[1].id"], Problems(() => _ = new AuthorityRegister([Permit, Permit], [])));
        Assert.Equal(["duplicate_id grants[1].id"], Problems(() => _ = new AuthorityRegister([Permit], [ToDirector, ToDirector])));
        Assert.Equal(["unknown_power grants[0].power"], Problems(() => _ = new AuthorityRegister([], [ToDirector])));
        Assert.Equal(["unknown_parent grants[0].parent"], Problems(() => _ = new AuthorityRegister([Permit], [child])));
        Assert.Equal(
            ["parent_cycle grants[0].parent", "parent_cycle grants[1].parent"],
            Problems(() => _ = new AuthorityRegister([Permit], [ToDirector with { ParentId = child.Id }, child])));
        Assert.Equal(
            ["outside_grantor_scope grants[1].scope"],
            Problems(() => _ = new AuthorityRegister([Permit], [ToDirector with { Scope = new GrantScope { Territories = ["X"] } }, child])));
        Assert.Equal(
            ["outside_grantor_scope grants[1].unit"],
            Problems(() => _ = new AuthorityRegister([Permit], [ToDirector with { UnitId = "u" }, child with { UnitId = "v" }])));
        Assert.Equal(["blank powers[0].id"], Problems(() => _ = new AuthorityRegister([Permit with { Id = " " }], [])));
        Assert.Equal("grants[0].power", Assert.Throws<AuthorityInputException>(() => _ = new AuthorityRegister([], [ToDirector])).ParamName);
        AuthorityRegister register = Recorded(At(1));
        Assert.Equal(["duplicate_id grants[0].id"], Problems(() => register.With(AuthorityRecords.Of([], [ToDirector]))));
        Assert.Equal(
            ["parent_cycle grants[0].parent"],
            Problems(() => register.With(AuthorityRecords.Of([], [child with { ParentId = child.Id }]))));
        var covered = new AuthorityRegister(AuthorityRecords.Of([Permit], []) with { Covers = Year2026 }, null, null);
        Assert.Equal(["date_outside_register on"], Problems(() => covered.Ask("chair", NewYear.PlusDays(-1))));
        Assert.Equal(["unknown_grant grant"], Problems(() => covered.StatusOf("g", NewYear)));
    }

    private static Gen<Grant[]> Chains { get; } = Gen.Int[0, 5].Array[1, 6].Select(parents =>
    {
        var grants = new Grant[parents.Length];
        for (int i = 0; i < grants.Length; i++)
        {
            Grant? parent = i == 0 || parents[i] == 0 ? null : grants[parents[i] % i];
            grants[i] = Grant(parent?.GranteeId ?? "chair", "actor" + i, GrantKind.Conferral, Year2026, onward: true, parent: parent) with { Id = "g" + i };
        }

        return grants;
    });

    private static Gen<(int Grant, int Kind, int Day)> Steps { get; } = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 30]);

    private static GrantEvent Event(Grant grant, int kind, int day) => kind switch
    {
        0 => new GrantEvent.Revoked(grant.Id, June15.PlusDays(day), June15.PlusDays(day + 2)),
        1 => new GrantEvent.Suspended(grant.Id, June15.PlusDays(day)),
        2 => new GrantEvent.Resumed(grant.Id, June15.PlusDays(day)),
        3 => new GrantEvent.Lapsed(grant.Id, June15.PlusDays(day), BilingualText.Same("done")),
        4 => new GrantEvent.Amended(grant.Id, June15.PlusDays(day)) { AllowsOnward = day % 2 == 0 },
        _ => new GrantEvent.Amended(grant.Id, June15.PlusDays(day)) { To = June15.PlusDays(day + 3) },
    };

    private static string Shown(AuthorityDecision d) =>
        string.Join('|', [d.Code, .. d.Chain.Select(l => l.HolderId), .. d.Explain().Select(r => r.Sentence.English), d.NextChange]);

    private static AuthorityRegister Recorded(Instant at) => new(
        new AuthorityRecords { Powers = [new Recorded<Power>("p", Permit, at)], Grants = [new Recorded<Grant>("g", ToDirector, at)] }, null, null);

    private static AuthorityRecords Events(params Recorded<GrantEvent>[] events) => new() { Events = [.. events] };

    private static Instant At(int day) => Instant.FromUtc(2026, 7, 1, 0, 0) + Duration.FromDays(day);

    private static IEnumerable<string> Problems(Action act) => Assert.Throws<AuthorityInputException>(act).Problems.Select(p => p.Code + " " + p.Field);
}
