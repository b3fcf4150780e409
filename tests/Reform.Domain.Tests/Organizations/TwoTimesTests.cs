using CsCheck;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using static Reform.Domain.Tests.Organizations.TestOrganizations;

namespace Reform.Domain.Tests.Organizations;

/// <summary>What was known when: corrections, facts that came later, and contradictions at any moment of record.</summary>
public sealed class TwoTimesTests
{
    private static readonly Instant T1 = Instant.FromUtc(2025, 8, 1, 0, 0);
    private static readonly Instant T2 = Instant.FromUtc(2025, 9, 1, 0, 0);
    private static readonly Instant T3 = Instant.FromUtc(2025, 10, 1, 0, 0);

    private static readonly OrganizationRecords Founded = new()
    {
        Units = [At("u", Unit("u"), T1)],
        Positions = [At("p", Post("head", "u", TitleKind.Secretary), T1)],
        Appointments = [At("a", Holds("old", "head"), T1)],
    };

    [Fact]
    public void A_correction_changes_the_answer_about_the_past_and_keeps_what_was_believed_before()
    {
        var register = new OrganizationRegister(Founded);
        OrganizationRegister corrected = register.With(OrganizationRecords.None with
        {
            Appointments = [At("a2", Holds("old", "head", to: July2025), T2, "a"), At("b", Holds("new", "head", July2025), T2)],
        });

        Assert.Equal("new", corrected.HeadOf("u", July2025)?.PersonId);
        Assert.Equal("old", corrected.AsKnownAt(T2 - Duration.Epsilon).HeadOf("u", July2025)?.PersonId);
        Assert.Equal("new", corrected.AsKnownAt(T2).HeadOf("u", July2025)?.PersonId);
        Assert.Equal("old", register.HeadOf("u", July2025)?.PersonId);
        Assert.Equal(3, corrected.AllRecords.Appointments.Count);
        Assert.Equal(T2, corrected.AsKnownAt(T2).KnownAt);
        Assert.False(corrected.AsKnownAt(T2).KnowsPerson("nobody"));
    }

    [Fact]
    public void What_was_not_recorded_yet_was_not_known_nor_what_is_about_it()
    {
        var register = new OrganizationRegister(new OrganizationRecords
        {
            Units = [At("v", Unit("v"), T1), At("u", Unit("u"), T2)],
            Placements = [At("w", Under("v", "u"), T1)],
        });

        Assert.Null(register.AsKnownAt(T1).FindUnit("u"));
        Assert.Null(register.AsKnownAt(T1).ParentOf("v", July2025));
        Assert.Equal("u", register.AsKnownAt(T2).ParentOf("v", July2025));
        Assert.Empty(register.AsKnownAt(T1 - Duration.Epsilon).Units);
        Assert.Equal(
            ["unit: unknown_unit"],
            Codes(Assert.Throws<OrganizationInputException>(() => register.AsKnownAt(T1).HeadOf("u", July2025))));
    }

    [Fact]
    public void A_record_that_is_struck_out_is_known_until_then_only()
    {
        var register = new OrganizationRegister(Founded with { Appointments = [.. Founded.Appointments, At<Appointment>("gone", null, T2, "a")] });
        Assert.Null(register.HeadOf("u", July2025));
        Assert.Equal("old", register.AsKnownAt(T1).HeadOf("u", July2025)?.PersonId);
    }

    [Fact]
    public void Two_heads_are_refused_at_whatever_moment_they_were_believed_in()
    {
        // The second head is corrected away later, but for a month there were two.
        OrganizationRecords twice = Founded with
        {
            Appointments =
            [
                .. Founded.Appointments,
                At("b", Holds("new", "head"), T2),
                At("b2", Holds("new", "head", July2025), T3, "b"),
                At("a2", Holds("old", "head", to: July2025), T3, "a"),
            ],
        };
        Assert.Equal(["appointments[1]: two_heads_at_once"], Codes(Refused(twice)));

        OrganizationRecords inTurn = Founded with
        {
            Appointments = [.. Founded.Appointments, At("a2", Holds("old", "head", to: July2025), T2, "a"), At("b", Holds("new", "head", July2025), T2)],
        };
        Assert.Equal("new", new OrganizationRegister(inTurn).HeadOf("u", July2025)?.PersonId);
    }

    [Fact]
    public void A_circle_is_refused_at_whatever_moment_it_was_believed_in()
    {
        OrganizationRecords records = new()
        {
            Units = [At("1", Unit("a"), T1), At("2", Unit("b"), T1)],
            Placements = [At("ab", Under("a", "b"), T1), At("ba", Under("b", "a"), T2), At<UnitPlacement>("x", null, T3, "ab")],
        };
        Assert.Equal(["placements[1].parent: cycle_in_tree"], Codes(Refused(records)));

        OrganizationRecords inTurn = records with { Placements = [records.Placements[0], At<UnitPlacement>("x", null, T2, "ab"), records.Placements[1]] };
        Assert.Equal("a", new OrganizationRegister(inTurn).ParentOf("b", July2025));
        Assert.Equal("b", new OrganizationRegister(inTurn).AsKnownAt(T1).ParentOf("a", July2025));

        // What ended at a moment was not known at it, even when the unit is recorded anew at that moment.
        OrganizationRecords anew = inTurn with { Units = [.. inTurn.Units, At("1b", Unit("a"), T2, "1")] };
        Assert.Equal("a", new OrganizationRegister(anew).ParentOf("b", July2025));
    }

    [Fact]
    public void Nothing_is_added_to_a_register_of_an_earlier_moment_nor_when_something_is_wrong()
    {
        var register = new OrganizationRegister(Founded);
        Assert.Throws<InvalidOperationException>(() => register.AsKnownAt(T1).With(OrganizationRecords.None));
        OrganizationInputException refused = Assert.Throws<OrganizationInputException>(() => register.With(OrganizationRecords.None with
        {
            Units = [At("v", Unit("v"), T2)],
            Memberships = [At("m", new Membership("x", "nowhere", default), T2)],
        }));
        Assert.Equal(["memberships[0].unit: unknown_unit"], Codes(refused));
        Assert.Single(register.Units);
    }

    [Fact]
    public void What_a_later_correction_breaks_among_earlier_records_is_named_by_its_place_among_them()
    {
        var register = new OrganizationRegister(Founded with { Memberships = [At("m", new Membership("x", "u", new Validity(July2025, null)), T1)] });
        OrganizationInputException refused = Assert.Throws<OrganizationInputException>(() => register.With(OrganizationRecords.None with
        {
            Units = [At("u2", Unit("u", to: July2025), T2, "u")],
        }));
        Assert.Equal(["recorded.memberships[0]: begins_outside_life"], Codes(refused));
    }

    [Theory]
    [InlineData("empty", "units[1]: empty_record")]
    [InlineData("unknown", "units[1].corrects: unknown_record")]
    [InlineData("before", "units[1].recorded_at: corrected_before_recorded")]
    [InlineData("other", "units[1].corrects: corrects_another_fact")]
    [InlineData("twice", "units[2].corrects: corrected_twice")]
    [InlineData("same", "units[1].record: duplicate_record")]
    [InlineData("id", "units[1].id: duplicate_id")]
    [InlineData("blank", "units[1].record: blank")]
    public void A_record_that_is_none_is_refused(string mistake, string expected)
    {
        OrganizationRecords records = Founded with
        {
            Positions = [],
            Appointments = [],
            Units =
            [
                .. Founded.Units,
                .. mistake switch
                {
                    "empty" => [At<OrganizationUnit>("x", null, T2)],
                    "unknown" => [At("x", Unit("x"), T2, "none")],
                    "before" => [At("x", Unit("u"), T1 - Duration.Epsilon, "u")],
                    "other" => [At("x", Unit("x"), T2, "u")],
                    "twice" => [At("x", Unit("u"), T2, "u"), At("y", Unit("u"), T3, "u")],
                    "same" => [At("u", Unit("x"), T2)],
                    "id" => [At("x", Unit("u"), T2)],
                    _ => new[] { At(" ", Unit("x"), T2) },
                },
            ],
        };
        Assert.Equal([expected], Codes(Refused(records)));
    }

    [Fact]
    public void A_struck_out_unit_comes_back_as_a_correction_and_its_facts_go_with_it()
    {
        OrganizationRecords records = Founded with { Units = [.. Founded.Units, At<OrganizationUnit>("u2", null, T2, "u"), At("u3", Unit("u"), T3, "u2")] };
        var register = new OrganizationRegister(records);
        Assert.NotNull(register.AsKnownAt(T1).HeadOf("u", July2025));
        Assert.Null(register.AsKnownAt(T2).FindUnit("u"));
        Assert.Empty(register.AsKnownAt(T2).Appointments);
        Assert.NotNull(register.HeadOf("u", July2025));

        OrganizationRecords dangling = records with { Units = [.. records.Units.Take(2)] };
        Assert.Equal(["positions[0].unit: unknown_unit", "appointments[0].position: unknown_position"], Codes(Refused(dangling)));
    }

    [Fact]
    public void Heads_known_at_every_moment_are_those_found_by_hand_and_contradictions_are_found_exactly()
    {
        Gen<Validity> periods = Gen.Select(Gen.Int[0, 5], Gen.Int[1, 4]).Select((f, l) => new Validity(July2025.PlusDays(f), July2025.PlusDays(f + l)));
        Gen<(string Person, Validity Dates, int Moment, int Corrects)> entry = Gen.Select(Gen.OneOf("x", "y", "z"), periods, Gen.Int[0, 4], Gen.Int[-4, 3]);
        entry.Array[0, 6].Sample(
            entries =>
            {
                var records = new List<Recorded<Appointment>>();
                var corrected = new HashSet<int>();
                for (int i = 0; i < entries.Length; i++)
                {
                    (string person, Validity dates, int moment, int corrects) = entries[i];
                    bool isCorrection = corrects >= 0 && corrects < i && entries[corrects].Moment <= moment && corrected.Add(corrects);
                    Appointment fact = Holds(person, "head") with { Validity = dates };
                    records.Add(At("r" + i, fact, T1.Plus(Duration.FromDays(moment)), isCorrection ? "r" + corrects : null));
                }

                OrganizationRecords all = new()
                {
                    Units = [At("u", Unit("u"), Instant.MinValue)],
                    Positions = [At("p", Post("head", "u", TitleKind.Secretary), Instant.MinValue)],
                    Appointments = [.. records],
                };
                Appointment[] Known(Instant at) =>
                    [.. records.Where(r => r.RecordedAt <= at && !records.Any(c => c.Corrects == r.Id && c.RecordedAt <= at)).Select(r => r.Fact!)];
                (Instant At, LocalDate On)[] points =
                [
                    .. from moment in Enumerable.Range(-1, 7)
                       from day in Enumerable.Range(-1, 12)
                       select (T1.Plus(Duration.FromDays(moment)), July2025.PlusDays(day)),
                ];
                bool isContradictory = points.Any(p => Known(p.At).Count(a => a.Validity.Contains(p.On)) > 1);
                OrganizationRegister register;
                try
                {
                    register = new OrganizationRegister(all);
                }
                catch (OrganizationInputException refused)
                {
                    Assert.All(refused.Problems, p => Assert.True(p.Code is "two_heads_at_once" or "held_twice", p.Code));
                    Assert.True(isContradictory);
                    return;
                }

                Assert.False(isContradictory);
                Assert.All(points, p => Assert.Equal(
                    Known(p.At).SingleOrDefault(a => a.Validity.Contains(p.On))?.PersonId, register.AsKnownAt(p.At).HeadOf("u", p.On)?.PersonId));
            },
            iter: 2000);
    }
}
