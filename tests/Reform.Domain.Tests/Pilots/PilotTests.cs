using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Pilots;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Pilots;

/// <summary>A pilot goes from the draft to its end, and only Central's approval allows anything.</summary>
public sealed class PilotTests
{
    internal static readonly PilotScope Asked = new(["PTY-ADM", "PTY-CER"], ["hong-bang", "le-chan"], new Validity(new LocalDate(2025, 1, 1), new LocalDate(2026, 1, 1)));

    internal static readonly PilotProposal Proposal = new("P-1", new BilingualText("Kết nạp đảng viên trên môi trường điện tử", "Admission online"), "office", new LocalDate(2024, 6, 3), Asked)
    {
        Gap = new BilingualText("chưa có quy định về chữ ký số trong hồ sơ kết nạp", "no rule on e-signatures in admission files"),
        CoveredBy = [],
    };

    internal static readonly PilotEvent[] Whole =
    [
        new PilotBoardDecision("e1", "P-1", new LocalDate(2024, 7, 1), true, true),
        new PilotSent("e2", "P-1", new LocalDate(2024, 7, 10), "120-TTr/TU"),
        new PilotApproved("e3", "P-1", new LocalDate(2024, 12, 20), "900-CV/VPTW", Asked with { UnitIds = ["hong-bang"], Period = new Validity(new LocalDate(2025, 2, 1), new LocalDate(2025, 12, 1)) }),
        new PilotEvaluated("e4", "P-1", new LocalDate(2025, 11, 3), "400-BC/TU", PilotRecommendation.Generalise),
    ];

    public static TheoryData<string, PilotState> States { get; } = new()
    {
        { "2024-06-03", PilotState.Draft },
        { "2024-06-30", PilotState.Draft },
        { "2024-07-01", PilotState.BoardApproved },
        { "2024-07-09", PilotState.BoardApproved },
        { "2024-07-10", PilotState.SentToCentral },
        { "2024-12-19", PilotState.SentToCentral },
        { "2024-12-20", PilotState.Approved },
        { "2025-01-31", PilotState.Approved },
        { "2025-02-01", PilotState.Running },
        { "2025-11-02", PilotState.Running },
        { "2025-11-03", PilotState.Evaluated },
        { "2025-11-30", PilotState.Evaluated },
        { "2025-12-01", PilotState.Ended },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void E30_Each_day_of_a_pilot_has_one_state(string on, PilotState state) =>
        Assert.Equal(state, Register(Whole).On("P-1", Day(on))!.State);

    [Fact]
    public void Before_its_draft_there_is_no_pilot() => Assert.Null(Register(Whole).On("P-1", new LocalDate(2024, 6, 2)));

    public static TheoryData<string, string, string, string?> Permissions { get; } = new()
    {
        { "PTY-ADM", "hong-bang", "2025-02-01", null },
        { "PTY-CER", "hong-bang", "2025-11-30", null },
        { "PTY-ADM", "hong-bang", "2024-12-19", "pilot_not_approved" },
        { "PTY-ADM", "hong-bang", "2024-12-20", "pilot_not_begun" },
        { "PTY-ADM", "hong-bang", "2025-01-31", "pilot_not_begun" },
        { "PTY-ADM", "hong-bang", "2025-12-01", "pilot_over" },
        { "PTY-ADM", "le-chan", "2025-03-01", "pilot_other_unit" },
        { "PTY-REC", "hong-bang", "2025-03-01", "pilot_other_procedure" },
    };

    [Theory]
    [MemberData(nameof(Permissions))]
    public void E30_Only_what_is_approved_is_allowed(string procedure, string unit, string on, string? refusal)
    {
        PilotPermission permission = Register(Whole).MayDeviate("P-1", procedure, unit, Day(on));
        Assert.Equal(refusal is null, permission.IsAllowed);
        Assert.Equal(refusal ?? "pilot_allows", permission.Reason.Code);
        Assert.NotNull(permission.Reason.Basis);
    }

    [Fact]
    public void A_pilot_that_nobody_knows_allows_nothing() =>
        Assert.Equal("pilot_unknown", Register(Whole).MayDeviate("P-2", "PTY-ADM", "hong-bang", Day("2025-03-01")).Reason.Code);

    [Fact]
    public void A_pilot_that_is_stopped_allows_nothing_from_that_day_on()
    {
        PilotRegister register = Register([.. Whole, new PilotStopped("e5", "P-1", new LocalDate(2025, 5, 1), new BilingualText("lỗi phần mềm", "software fault"))]);
        Assert.True(register.MayDeviate("P-1", "PTY-ADM", "hong-bang", Day("2025-04-30")).IsAllowed);
        Assert.Equal("pilot_over", register.MayDeviate("P-1", "PTY-ADM", "hong-bang", Day("2025-05-01")).Reason.Code);
        Assert.Equal(new LocalDate(2025, 5, 1), register.On("P-1", Day("2025-12-31"))!.EndedOn);
    }

    [Fact]
    public void A_rejected_pilot_stays_rejected() => Assert.Equal(
        PilotState.Rejected,
        Register(Whole[0], Whole[1], new PilotRejected("e3", "P-1", new LocalDate(2024, 12, 20), "900-CV/VPTW")).On("P-1", Day("2025-06-01"))!.State);

    [Fact]
    public void A_correction_changes_what_is_known_later_only()
    {
        PilotApproved late = (PilotApproved)Whole[2] with { On = new LocalDate(2025, 1, 20) };
        var register = new PilotRegister(new PilotRecords
        {
            Proposals = [new("r0", Proposal, At(1))],
            Events = [new("r1", Whole[0], At(2)), new("r2", Whole[1], At(3)), new("r3", Whole[2], At(4)), new("r4", late, At(9), "r3")],
        });
        Assert.Equal(PilotState.Approved, register.AsKnownAt(At(8)).On("P-1", Day("2024-12-31"))!.State);
        Assert.Equal(PilotState.SentToCentral, register.AsKnownAt(At(9)).On("P-1", Day("2024-12-31"))!.State);
        Assert.Equal(PilotState.SentToCentral, register.On("P-1", Day("2024-12-31"))!.State);
    }

    public static TheoryData<string, string> Refusals { get; } = new()
    {
        { "approved without being sent", "never_sent" },
        { "answered twice", "answered_twice" },
        { "sent twice", "sent_twice" },
        { "evaluated without approval", "never_approved" },
        { "before the draft", "before_draft" },
        { "more than proposed", "beyond_proposal" },
        { "of another pilot", "unknown_pilot" },
        { "stopped twice", "stopped_twice" },
        { "without an end", "open_period" },
        { "without a unit", "nothing_covered" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_is_refused_with_its_place(string what, string code)
    {
        PilotApproved approved = (PilotApproved)Whole[2];
        PilotEvent[] events = what switch
        {
            "approved without being sent" => [Whole[0], approved],
            "answered twice" => [Whole[1], approved, new PilotRejected("e9", "P-1", approved.On, "x")],
            "sent twice" => [Whole[1], new PilotSent("e9", "P-1", approved.On, "x")],
            "evaluated without approval" => [Whole[1], Whole[3]],
            "before the draft" => [new PilotBoardDecision("e9", "P-1", new LocalDate(2024, 6, 2), true, true)],
            "more than proposed" => [Whole[1], approved with { Scope = approved.Scope with { UnitIds = ["thuy-nguyen"] } }],
            "of another pilot" => [new PilotSent("e9", "P-9", approved.On, "x")],
            "stopped twice" => [Whole[1], approved, Stop("e8"), Stop("e9")],
            "without an end" => [Whole[1], approved with { Scope = approved.Scope with { Period = new Validity(new LocalDate(2025, 2, 1), null) } }],
            _ => [Whole[1], approved with { Scope = approved.Scope with { UnitIds = [] } }],
        };
        RecordProblem problem = Assert.Single(Assert.Throws<RecordInputException>(() => Register(events)).Problems);
        Assert.Equal(code, problem.Code);
        Assert.StartsWith("events[" + (events.Length - 1) + "]", problem.Field, StringComparison.Ordinal);
    }

    internal static PilotRegister Register(params PilotEvent[] events) => new(new PilotRecords
    {
        Proposals = [new("r0", Proposal, At(0))],
        Events = events.Select((e, i) => new Recorded<PilotEvent>("r" + (i + 1), e, At(i + 1))).ToValueList(),
    });

    internal static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static PilotStopped Stop(string id) => new(id, "P-1", new LocalDate(2025, 5, 1), BilingualText.Same("x"));

    private static Instant At(int second) => Instant.FromUnixTimeSeconds(second);
}
