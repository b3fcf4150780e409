using CsCheck;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Pilots;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;
using Reform.Domain.Tests.Cases.Files;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Pilots.PilotTests;

namespace Reform.Domain.Tests.Pilots;

/// <summary>A procedure that a pilot tries: its versions before any case, and its cases day by day, against what the register allows on each day.</summary>
public sealed class PilotedWorkTests
{
    private static readonly string[] Codes = ["CR-PIL-01", "CR-PIL-03"];

    private static readonly LocalDate First = new(2024, 12, 1);

    private static readonly PilotStopped Stopped = new("e9", "P-1", Day("2025-05-01"), BilingualText.Same("x"));

    public static TheoryData<string, string?, string?, string, string, string> Versions { get; } = new()
    {
        { "P-1", "2025-02-01", "2025-12-01", "PTY-ADM", "2025-06-01", "" },
        { "P-1", "2025-02-01", "2025-12-01", "PTY-ADM", "2024-12-20", "" },
        { "P-1", "2025-02-01", "2025-12-01", "PTY-ADM", "2024-12-19", "procedure_pilot_not_approved" },
        { "P-9", "2025-02-01", "2025-12-01", "PTY-ADM", "2025-06-01", "procedure_pilot_not_approved" },
        { "P-1", "2025-02-01", "2025-12-01", "PTY-REC", "2025-06-01", "procedure_outside_pilot" },
        { "P-1", "2025-01-31", "2025-12-01", "PTY-ADM", "2025-06-01", "procedure_before_pilot" },
        { "P-1", null, "2025-12-01", "PTY-ADM", "2025-06-01", "procedure_before_pilot" },
        { "P-1", "2025-02-01", "2025-12-02", "PTY-ADM", "2025-06-01", "procedure_after_pilot" },
        { "P-1", null, null, "PTY-REC", "2025-06-01", "procedure_outside_pilot procedure_before_pilot procedure_after_pilot" },
    };

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_version_is_reviewed_against_its_pilot(string pilot, string? from, string? to, string code, string on, string found)
    {
        ValueList<Reason> reasons = Review(new Validity(At(from), At(to)), pilot, code, Register(Whole), Day(on));
        Assert.Equal(found, string.Join(' ', reasons.Select(r => r.Code)));
        Assert.All(reasons, r => Assert.NotEqual(r.Sentence.Vietnamese, r.Sentence.English));
    }

    [Fact]
    public void A_version_outlasts_a_pilot_that_was_stopped_and_needs_none_that_it_does_not_name()
    {
        var period = new Validity(Day("2025-02-01"), Day("2025-12-01"));
        PilotRegister stopped = Register([.. Whole, Stopped]);
        Assert.Empty(Review(period, "P-1", "PTY-ADM", stopped, Day("2025-04-30")));
        Assert.Equal(["procedure_after_pilot"], Review(period, "P-1", "PTY-ADM", stopped, Day("2025-05-01")).Select(r => r.Code));
        Assert.Empty(Review(default, null, "PTY-ADM", Register(Whole), Day("2025-06-01")));
        Assert.Equal(
            "Phiên bản theo thí điểm 'P-9' mà đến ngày 01/06/2025 Trung ương chưa đồng ý",
            Assert.Single(Review(period, "P-9", "PTY-ADM", stopped, Day("2025-06-01"))).Sentence.Vietnamese);
    }

    // Both rules are kept when the register says yes on every day from the receipt to the end, and only then; whatever happens afterwards changes nothing.
    [Fact]
    public void A_case_is_within_its_pilot_when_every_day_of_it_is() => Gen.Select(
        Gen.Int[0, 400], Gen.Int[0, 120], Gen.OneOf("hong-bang", "le-chan"), Gen.OneOf("PTY-ADM", "PTY-CER", "PTY-REC"), Gen.Int[0, 3], Gen.Bool)
        .Sample((received, length, unit, procedure, events, isOpen) =>
        {
            PilotRegister register = Register(events switch { 0 => Whole[..2], 1 => Whole, 2 => [.. Whole, Stopped], _ => Whole[..3] });
            LocalDate begun = First.PlusDays(received), last = begun.PlusDays(length);
            CaseBuilder builder = new CaseBuilder().Then(new CaseReceived(CaseTime.On(begun), procedure, unit, "R-1"));
            CaseFile file = (isOpen ? builder : builder.Then(new CaseDecided(CaseTime.On(last)))).File;
            var terms = new CaseTerms(Version(default, "P-1"), WorkCalendar.VietnamStateAgencies);
            bool IsKept(LocalDate asOf) => Codes.All(code => BuiltInRules.CaseFiles
                .Judge(CaseFacts.Of(file, terms, asOf.AtMidnight(), null, register)).Judged.Single(j => j.Rule.Code == code).Verdict != Verdict.Fail);

            bool allowed = Enumerable.Range(0, length + 1).All(d => register.MayDeviate("P-1", procedure, unit, begun.PlusDays(d)).IsAllowed);
            Assert.Equal(allowed, IsKept(last));
            if (!isOpen)
            {
                Assert.Equal(allowed, IsKept(First.PlusDays(900)));
            }
        });

    private static ValueList<Reason> Review(Validity validity, string? pilot, string code, PilotRegister register, LocalDate on)
    {
        ProcedureVersion version = Version(validity, pilot);
        return PilotReview.Of(new Procedure(code, BilingualText.Same(code), OrganizationSystem.Party, [version]), version, register, on);
    }

    private static ProcedureVersion Version(Validity validity, string? pilot) => new(validity, "f", "member", "cell", "board", "x") { PilotId = pilot };

    private static LocalDate? At(string? day) => day is null ? null : Day(day);
}
