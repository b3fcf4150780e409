using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Calendars;

/// <summary>Calendar files made of laws and yearly decisions.</summary>
public sealed class StatutoryFileTests
{
    private const string Good = """
        {
          // one law, one decision made, one proposed
          "id": "province", "title": { "vi": "Lịch tỉnh", "en": "Province" }, "zone": "Asia/Ho_Chi_Minh", "synthetic": true,
          "covers": { "from": "2025-01-01", "to": "2027-01-01" },
          "weekly_rest": ["Saturday", "Sunday"],
          "sources": { "paper": "A paper of 1 January 2024" },
          "laws": [
            {
              "id": "law", "basis": "Luật 1", "from": "2024-01-01", "known_on": "2023-06-01", "compensatory_days": "next_working_day",
              "compensatory_basis": "Luật 1 Điều 2", "weekly_rest_basis": "Luật 1 Điều 3", "sources": ["paper"], "note": "ghi chú",
              "holidays": [
                { "kind": "new_year", "name": "Tết Dương lịch", "basis": "Luật 1 Điều 1", "solar": "01-01" },
                { "kind": "lunar_new_year", "name": "Tết", "basis": "Luật 1 Điều 1", "days": 5, "last_days_of_old_year": 2, "chosen_by_decision": true },
                { "kind": "hung_kings", "name": "Giỗ Tổ", "basis": "Luật 1 Điều 1", "lunar": "03-10" },
                { "kind": "national_day", "name": "Quốc khánh", "basis": "Luật 1 Điều 1", "solar": "09-02", "adjacent_day_by_decision": true },
              ]
            }
          ],
          "decisions": [
            {
              "id": "d1", "form": { "vi": "Công văn", "en": "Dispatch" }, "number": "1/CV", "date": "2024-11-01", "known_on": "2024-11-03",
              "status": "in_force", "confidence": "confirmed", "tet_first_day": "2025-01-27", "national_day_adjacent_day": "2025-09-01",
              "announced_by": [{ "vi": "Thông báo 2/TB", "en": "Notice 2/TB" }], "sources": ["paper"],
              "swaps": [ { "day_off": "2025-05-02", "make_up": "2025-04-26" } ]
            },
            {
              "id": "d2", "form": "Đề xuất", "status": "proposed", "confidence": "uncertain", "earliest_evidence": "2025-08-01", "sources": ["paper"],
              "swaps": [ { "day_off": "2026-11-23", "make_up": "2026-11-28" } ], "note": { "vi": "chưa", "en": "not yet" }
            }
          ]
        }
        """;

    [Fact]
    public void A_good_file_gives_its_laws_decisions_and_days()
    {
        WorkCalendar calendar = WorkCalendarFile.Read(TestCalendars.Utf8(Good));
        HolidayLaw law = Assert.Single(calendar.Laws);
        Assert.Equal(("law", new LocalDate(2024, 1, 1), new LocalDate(2023, 6, 1)), (law.Id, law.From, law.KnownOn));
        Assert.Equal([HolidayKind.NewYear, HolidayKind.LunarNewYear, HolidayKind.HungKings, HolidayKind.NationalDay], law.Holidays.Select(h => h.Kind));
        Assert.Equal(LegalBasis.Citing("Luật 1 Điều 2"), law.CompensatoryBasis);
        Assert.Equal(["A paper of 1 January 2024"], law.Sources);
        Assert.Equal(BilingualText.Same("ghi chú"), law.Note);

        Assert.Equal(["d1", "d2"], calendar.Decisions.Select(d => d.Id));
        AnnualDecision made = calendar.Decisions[0];
        Assert.Equal("Dispatch 1/CV of 1 November 2024; Notice 2/TB", made.Basis.Citation.English);
        Assert.Equal("Công văn 1/CV ngày 01/11/2024; Thông báo 2/TB", made.Basis.Citation.Vietnamese);
        Assert.Equal(new LocalDate(2024, 11, 3), made.KnownOn);
        Assert.Equal(DecisionStatus.Proposed, calendar.Decisions[1].Status);
        Assert.Equal("Đề xuất (source: A paper of 1 January 2024)", calendar.Decisions[1].Basis.Citation.English);

        Assert.Equal(DayKind.SwappedDayOff, calendar.KindOf(new LocalDate(2025, 5, 2)));
        Assert.Equal(DayKind.MakeUpWorkingDay, calendar.KindOf(new LocalDate(2025, 4, 26)));
        Assert.Equal(DayKind.PublicHoliday, calendar.KindOf(new LocalDate(2025, 9, 1)));
        Assert.Equal(DayKind.WorkingDay, calendar.AsKnownOn(new LocalDate(2024, 11, 2)).KindOf(new LocalDate(2025, 5, 2)));
        Assert.Equal(new LocalDate(2025, 12, 31), calendar.KnownUntil);
        Assert.Equal("Luật 1 Điều 3", calendar.Explain(new LocalDate(2025, 1, 4)).Basis?.Citation.English);
    }

    [Theory]
    [InlineData("\"known_on\": \"2023-06-01\", ", "", "calendar:8: laws[0].known_on: a required field is missing")]
    [InlineData(
        "\"next_working_day\"",
        "\"sometimes\"",
        "calendar:9: laws[0].compensatory_days: 'sometimes' is not one of: next_working_day, unsettled, none")]
    [InlineData("\"solar\": \"01-01\"", "\"solar\": \"1-1\"", "calendar:12: laws[0].holidays[0].solar: '1-1' is not a day of the form month-day")]
    [InlineData("\"solar\": \"01-01\"", "\"solar\": \"02-29\"", "calendar:12: laws[0].holidays[0].solar: is not a day of every year")]
    [InlineData(
        "\"solar\": \"01-01\"",
        "\"on\": \"01-01\"",
        "calendar:12: laws[0].holidays[0].solar: a required field is missing|calendar:12: laws[0].holidays[0].on: unknown field")]
    [InlineData(
        "\"kind\": \"new_year\"",
        "\"kind\": \"easter\"",
        "calendar:12: laws[0].holidays[0].kind: 'easter' is not one of: new_year, lunar_new_year, hung_kings, victory_day, labour_day, national_day, "
            + "culture_day, other")]
    [InlineData("\"lunar\": \"03-10\"", "\"lunar\": \"03-30\"", "calendar:14: laws[0].holidays[2].lunar: '03-30' is not a day of the form month-day")]
    [InlineData(
        "\"last_days_of_old_year\": 2",
        "\"last_days_of_old_year\": 5",
        "calendar:13: laws[0].holidays[1]: Lunar New Year has 1 to 15 days, its first day among them")]
    [InlineData(
        "\"sources\": [\"paper\"], \"note\"",
        "\"sources\": [\"book\"], \"note\"",
        "calendar:10: laws[0].sources[0]: the source 'book' is not in the file")]
    [InlineData(
        "\"weekly_rest_basis\"",
        "\"replaces\": \"older\", \"weekly_rest_basis\"",
        "calendar:8: laws[0]: there is no earlier law 'older' to replace")]
    [InlineData(
        "\"lunar\": \"03-10\"",
        "\"solar\": \"04-10\", \"adjacent_day_by_decision\": true",
        "calendar:8: laws[0]: a law has one rule on Lunar New Year and one holiday with an adjacent day")]
    [InlineData("\"status\": \"in_force\"", "\"status\": \"maybe\"", "calendar:22: decisions[0].status: 'maybe' is not one of: in_force, proposed")]
    [InlineData("\"confidence\": \"confirmed\", ", "", "calendar:20: decisions[0].confidence: a required field is missing")]
    [InlineData("\"id\": \"d2\"", "\"id\": \"d1\"", "calendar:26: decisions[1]: the identifier 'd1' stands twice")]
    [InlineData("2025-01-27", "2025-01-24", "calendar:20: decisions[0]: the days of Lunar New Year do not hold its first day, 2025-01-29")]
    [InlineData("2025-01-27", "2023-01-20", "calendar:20: decisions[0]: no law of 2023 leaves the days of Lunar New Year to a decision")]
    [InlineData("2025-09-01", "2025-09-04", "calendar:20: decisions[0]: 2025-09-04 is not beside a holiday that has an adjacent day")]
    [InlineData(
        "\"day_off\": \"2025-05-02\"",
        "\"day_off\": \"2025-05-03\"",
        "calendar:24: decisions[0].swaps[0]: 2025-05-03 is no working day to give off")]
    [InlineData(
        "\"day_off\": \"2025-05-02\"",
        "\"day_off\": \"2025-09-02\"",
        "calendar:24: decisions[0].swaps[0]: 2025-09-02 is no working day to give off")]
    [InlineData(
        "\"make_up\": \"2025-04-26\"",
        "\"make_up\": \"2025-04-25\"",
        "calendar:24: decisions[0].swaps[0]: the make-up day 2025-04-25 must be a plain weekly rest day")]
    [InlineData(
        "\"make_up\": \"2025-04-26\"",
        "\"makeup\": \"2025-04-26\"",
        "calendar:24: decisions[0].swaps[0].make_up: a required field is missing|calendar:24: decisions[0].swaps[0].makeup: unknown field")]
    [InlineData(
        "\"status\": \"proposed\"",
        "\"tet_first_day\": \"2025-01-28\", \"status\": \"in_force\"",
        "calendar:26: decisions[1]: Lunar New Year of 2025 is decided already")]
    [InlineData(
        "\"status\": \"proposed\", \"confidence\": \"uncertain\", \"earliest_evidence\": \"2025-08-01\", \"sources\": [\"paper\"],\n      "
            + "\"swaps\": [ { \"day_off\": \"2026-11-23\"",
        "\"status\": \"in_force\", \"confidence\": \"uncertain\",\n      \"swaps\": [ { \"day_off\": \"2025-05-02\"",
        "calendar:28: decisions[1].swaps[0]: a date is swapped twice")]
    [InlineData(
        "\"from\": \"2025-01-01\", \"to\": \"2027-01-01\"",
        "\"from\": \"2199-01-01\", \"to\": \"2201-01-01\"",
        "calendar:8: laws[0]: lunar dates can be computed for 1900 to 2199 only")]
    [InlineData("\"zone\"", "\"days_off\": [], \"zone\"", "calendar:3: days_off: a calendar either lists its days or rests on laws and decisions")]
    [InlineData(
        "\"sources\": { \"paper\": \"A paper of 1 January 2024\" }",
        "\"sources\": []",
        "calendar:6: sources: must be an object {...}|calendar:10: laws[0].sources[0]: the source 'paper' is not in the file|calendar:23: "
            + "decisions[0].sources[0]: the source 'paper' is not in the file|calendar:27: decisions[1].sources[0]: the source 'paper' is not in "
            + "the file")]
    public void A_mistake_is_reported_with_its_line_and_path(string good, string bad, string expected)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        int at = Good.IndexOf(good, StringComparison.Ordinal);
        string text = string.Concat(Good.AsSpan(0, at), bad, Good.AsSpan(at + good.Length));
        InvalidDataFileException error = Assert.Throws<InvalidDataFileException>(() => WorkCalendarFile.Read(TestCalendars.Utf8(text)));
        Assert.Equal(expected.Split('|'), error.Problems.Select(p => p.In(Language.English)));
        Assert.All(error.Problems, p => Assert.NotEqual(p.Message.English, p.Message.Vietnamese));
    }

    [Fact]
    public void Mistakes_of_several_laws_and_decisions_are_reported_together()
    {
        string text = Good.Replace("2025-09-01", "2025-09-04", StringComparison.Ordinal).Replace("2025-05-02", "2025-05-03", StringComparison.Ordinal);
        InvalidDataFileException error = Assert.Throws<InvalidDataFileException>(() => WorkCalendarFile.Read(TestCalendars.Utf8(text)));
        Assert.Equal([20, 24], error.Problems.Select(p => p.Line));
    }

    [Fact]
    public void A_decision_on_nothing_needs_a_note()
    {
        const string decision = """{ "id": "n", "form": "Công văn", "status": "in_force", "confidence": "confirmed", "date": "2025-01-01" }""";
        string text = Good.Replace("\"decisions\": [", "\"decisions\": [" + decision + ",", StringComparison.Ordinal);
        InvalidDataFileException error = Assert.Throws<InvalidDataFileException>(() => WorkCalendarFile.Read(TestCalendars.Utf8(text)));
        Assert.Equal("it decides on no day; if so, say that in a note", Assert.Single(error.Problems).Message.English);
        WorkCalendarFile.Read(TestCalendars.Utf8(text.Replace("\"n\",", "\"n\", \"note\": \"không hoán đổi\",", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_calendar_built_by_code_is_checked_in_the_same_way()
    {
        WorkCalendar read = WorkCalendarFile.Read(TestCalendars.Utf8(Good));
        WorkCalendar Build(IEnumerable<AnnualDecision> decisions) => new(
            "mine", BilingualText.Same("mine"), new LocalDate(2025, 1, 1), new LocalDate(2027, 1, 1), TestCalendars.Weekend, read.Laws, decisions);
        Assert.Equal(read.Version, Build(read.Decisions).Version);
        Assert.Contains(
            "decided already",
            Assert.Throws<ArgumentException>(() => Build([.. read.Decisions, read.Decisions[0] with { Id = "again", Swaps = [] }])).Message,
            StringComparison.Ordinal);
    }

    // The same days off and on, paired otherwise: the kinds agree, the explanations do not.
    [Fact]
    public void The_version_follows_what_a_day_is_swapped_for()
    {
        WorkCalendar Swapping(params WorkingDaySwap[] swaps) => new(
            "swaps",
            BilingualText.Same("swaps"),
            new LocalDate(2025, 6, 1),
            new LocalDate(2025, 7, 1),
            TestCalendars.Weekend,
            [],
            [new AnnualDecision("d", BilingualText.Same("decision"), "1", new LocalDate(2025, 1, 1)) { Swaps = [.. swaps] }]);
        (LocalDate oneOff, LocalDate otherOff) = (new LocalDate(2025, 6, 5), new LocalDate(2025, 6, 12));
        (LocalDate oneWorked, LocalDate otherWorked) = (new LocalDate(2025, 6, 7), new LocalDate(2025, 6, 14));
        WorkCalendar straight = Swapping(new(oneOff, oneWorked), new(otherOff, otherWorked));
        WorkCalendar crossed = Swapping(new(oneOff, otherWorked), new(otherOff, oneWorked));
        Assert.Equal(straight.SpecialDays, crossed.SpecialDays);
        Assert.NotEqual(straight.Explain(oneOff).Sentence, crossed.Explain(oneOff).Sentence);
        Assert.NotEqual(straight.Version, crossed.Version);
    }

    // The new moon of lunar month 4 of 2054 lies close to midnight.
    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void A_holiday_of_an_uncertain_lunar_month_is_an_open_question_while_its_year_is_undecided(int month, bool isAsked)
    {
        LegalBasis law = LegalBasis.Citing("Luật 1");
        HolidayRule[] holidays =
        [
            new HolidayRule.LunarNewYear(BilingualText.Same("Tết"), law, 5, 2, isChosenByDecision: true),
            new HolidayRule.Lunar(HolidayKind.Other, BilingualText.Same("Hội làng"), law, month, 15),
        ];
        WorkCalendar Build(params AnnualDecision[] decisions) => new(
            "village",
            BilingualText.Same("village"),
            new LocalDate(2054, 1, 1),
            new LocalDate(2055, 1, 1),
            TestCalendars.Weekend,
            [new HolidayLaw("law", law, new LocalDate(2000, 1, 1), new LocalDate(2000, 1, 1), [.. holidays], CompensatoryRule.None)],
            decisions);
        Assert.Equal(isAsked, Build().OpenQuestions.Any(q => q.Code == "lunar_month_uncertain"));
        var decided = new AnnualDecision("d", BilingualText.Same("decision"), "1", new LocalDate(2053, 11, 1))
        {
            TetFirstDay = LunarCalendar.NewYear(2054),
        };
        Assert.Empty(Build(decided).OpenQuestions);
    }

    [Fact]
    public void A_rule_that_no_year_can_keep_is_refused()
    {
        (BilingualText name, LegalBasis law) = (BilingualText.Same("x"), LegalBasis.Citing("x"));
        Assert.Equal("month", Assert.Throws<ArgumentOutOfRangeException>(() => new HolidayRule.Lunar(HolidayKind.Other, name, law, 13, 1)).ParamName);
        Assert.Equal("day", Assert.Throws<ArgumentOutOfRangeException>(() => new HolidayRule.Lunar(HolidayKind.Other, name, law, 12, 30)).ParamName);
        Assert.Equal("days", Assert.Throws<ArgumentOutOfRangeException>(() => new HolidayRule.LunarNewYear(name, law, 16, 2, true)).ParamName);
        Assert.Equal(
            "lastDaysOfOldYear", Assert.Throws<ArgumentOutOfRangeException>(() => new HolidayRule.LunarNewYear(name, law, 5, 5, true)).ParamName);
    }

    [Fact]
    public void A_list_may_say_when_it_became_known()
    {
        const string listed = """
            {
              "id": "list", "title": "List", "covers": { "from": "2026-06-01", "to": "2026-07-01" }, "weekly_rest": ["Saturday", "Sunday"],
              "known_on": "2026-05-01",
              "days_off": [
                { "date": "2026-06-05", "kind": "swapped", "name": "x", "basis": "1/TB", "known_on": "2026-05-20" },
                { "date": "2026-06-09", "kind": "public_holiday", "name": "y", "basis": "2/TB" }
              ],
              "make_up_days": [ { "date": "2026-06-06", "for": "2026-06-05", "basis": "1/TB", "known_on": "2026-05-20" } ]
            }
            """;
        WorkCalendar calendar = WorkCalendarFile.Read(TestCalendars.Utf8(listed)).AsKnownOn(new LocalDate(2026, 5, 19));
        Assert.Equal(
            [DayKind.WorkingDay, DayKind.WeeklyRest, DayKind.PublicHoliday],
            from day in (LocalDate[])[new(2026, 6, 5), new(2026, 6, 6), new(2026, 6, 9)] select calendar.KindOf(day));
        Assert.False(calendar.IsProvisional(new LocalDate(2026, 6, 5)));
    }
}
