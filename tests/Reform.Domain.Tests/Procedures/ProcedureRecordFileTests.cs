using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Tests.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Procedures;

/// <summary>The data files of interpretations, publications and reviews: what they give, and that every problem is reported at its place.</summary>
public sealed class ProcedureRecordFileTests
{
    private const string Interpretations = """
        { "synthetic": true,
          "questions": [
            { "id": "Q1", "procedure": "PTY-DSCC", "limit": "DSCC-FILE", "clause": "Điều 39.7", "text": "?", "asked_on": "2025-03-03",
              "asked_by": "u", "answered_by": "c", "answer_within": { "unit": "working_day", "amount": 10 }, "concerns": { "from": "2025-01-01" },
              "readings": [
                { "id": "a", "meaning": { "vi": "một tháng", "en": "one month" } },
                { "id": "b", "meaning": "30", "limit": { "unit": "working_day", "amount": 30 }, "policies": ["stay", "close_of_business"] } ] } ],
          "interpretations": [
            { "id": "A1", "procedure": "PTY-DSCC", "limit": "DSCC-FILE", "clause": "Điều 39.7", "question": "Q1", "issuer": "c", "issuer_level": "central",
              "instrument": "1-HD/TEST", "issued_on": "2025-04-01", "from": "2025-05-01", "reading": { "id": "b", "meaning": "30", "start_event": "x" } } ] }
        """;

    private const string Publications = """
        { "publications": [
            { "id": "P1", "procedure": "PTY-ADM", "version": 1, "unit": "u", "channel": "notice_board", "from": "2025-07-01",
              "deciding_body": "superior_standing", "secret_content": false } ],
          "applications": [ { "id": "a", "procedure": "PTY-ADM", "unit": "u", "applies": true } ],
          "rules": [ { "within": { "unit": "working_day", "amount": 5 }, "system": "party", "basis": "x", "from": "2025-01-01" } ] }
        """;

    private const string Reviews = """
        { "rounds": [ { "id": "R", "name": "2025", "from": "2025-01-01", "due_on": "2025-03-31", "procedures": ["PTY-ADM", "PTY-REC"], "units": ["u"] } ],
          "verdicts": [
            { "id": "v", "round": "R", "procedure": "PTY-ADM", "unit": "u", "outcome": "merge", "decided_on": "2025-02-01", "grounds": "x",
              "merged_into": "PTY-REC", "follow_within": { "unit": "month", "amount": 6 } } ] }
        """;

    [Fact]
    public void Good_files_give_their_facts()
    {
        InterpretationRegister interpretations = InterpretationFile.Read(TestCalendars.Utf8(Interpretations), ProcedureCatalogue.Vietnam);
        PublicationRegister publications = PublicationFile.Read(TestCalendars.Utf8(Publications), ProcedureCatalogue.Vietnam);
        ReviewRegister reviews = ReviewFile.Read(TestCalendars.Utf8(Reviews), ProcedureCatalogue.Vietnam);

        InterpretationQuestion question = Assert.Single(interpretations.Questions);
        Assert.Equal((TimeLimit.WorkingDays(10), new Validity(new LocalDate(2025, 1, 1), null)), (question.AnswerWithin, question.Concerns));
        Assert.Equal([RollPolicy.Stay, DueEndPolicy.CloseOfBusiness], question.Readings[1].Policies);
        Assert.Equal((OrganizationLevel.Central, "Q1", "x"), Assert.Single(interpretations.Interpretations) is { } a ? (a.IssuerLevel!.Value, a.QuestionId, a.Reading.StartEvent) : default);
        Assert.Equal(
            new Publication("P1", "PTY-ADM", 1, "u", PublicationChannel.NoticeBoard, new Validity(new LocalDate(2025, 7, 1), null))
            {
                DecidingBodyShown = "superior_standing",
                HasSecretContent = false,
            },
            Assert.Single(publications.Publications));
        Assert.Equal(OrganizationSystem.Party, Assert.Single(publications.AllRecords.Rules).System);
        Assert.Equal(
            new ReviewVerdict("v", "R", "PTY-ADM", "u", ReviewOutcome.Merge, new LocalDate(2025, 2, 1), BilingualText.Same("x"))
            {
                MergedInto = "PTY-REC",
                FollowWithin = TimeLimit.Months(6),
            },
            Assert.Single(reviews.Verdicts));
    }

    [Theory]
    [InlineData("\"id\": \"b\", \"meaning\": \"30\", \"limit\"", "\"id\": \"a\", \"meaning\": \"30\", \"limit\"", "questions[0].readings[1].id")]
    [InlineData("\"close_of_business\"", "\"next_working_day\"", "questions[0].readings[1].policies")]
    [InlineData("\"close_of_business\"", "\"sometimes\"", "questions[0].readings[1].policies[1]")]
    [InlineData("\"question\": \"Q1\"", "\"question\": \"Q2\"", "interpretations[0].question")]
    [InlineData("\"issued_on\": \"2025-04-01\"", "\"issued_on\": \"2025-03-02\"", "interpretations[0].issued_on")]
    [InlineData("\"start_event\": \"x\"", "\"start_event\": \"x\", \"prevailing_limit\": \"DSCC-FILE\"", "interpretations[0].reading.prevailing_limit")]
    [InlineData("\"start_event\": \"x\"", "\"begin_event\": \"x\"", "interpretations[0].reading.begin_event")]
    [InlineData("\"clause\": \"Điều 39.7\", \"question\"", "\"question\"", "interpretations[0].question")]
    public void A_mistake_in_interpretations_is_reported_alone_at_its_place(string good, string bad, string field) => Assert.Equal(
        [(1, field)],
        ProblemsOf(Interpretations, good, bad, s => InterpretationFile.Read(s, ProcedureCatalogue.Vietnam)));

    // The answer is then about something else than its question as well.
    [Theory]
    [InlineData("\"PTY-DSCC\", \"limit\": \"DSCC-FILE\", \"clause\": \"Điều 39.7\", \"text\"", "\"NOT\", \"limit\": \"x\", \"text\"", "questions[0].procedure")]
    [InlineData("\"limit\": \"DSCC-FILE\", \"clause\": \"Điều 39.7\", \"text\"", "\"limit\": \"REC-TOTAL\", \"clause\": \"Điều 39.7\", \"text\"", "questions[0].limit")]
    public void A_question_about_what_does_not_exist_is_reported_beside_its_answer(string good, string bad, string field) => Assert.Equal(
        [(1, field), (1, "interpretations[0].question")],
        ProblemsOf(Interpretations, good, bad, s => InterpretationFile.Read(s, ProcedureCatalogue.Vietnam)));

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", "publications[0].version")]
    [InlineData("\"version\": 1", "\"version\": 0", "publications[0].version")]
    [InlineData("\"P1\", \"procedure\": \"PTY-ADM\"", "\"P1\", \"procedure\": \"X\"", "publications[0].procedure")]
    [InlineData("\"a\", \"procedure\": \"PTY-ADM\"", "\"a\", \"procedure\": \"X\"", "applications[0].procedure")]
    [InlineData("\"notice_board\"", "\"radio\"", "publications[0].channel")]
    [InlineData("\"basis\": \"x\"", "\"basis\": \" \"", "rules[0].basis")]
    public void A_mistake_in_publications_is_reported_alone_at_its_place(string good, string bad, string field) => Assert.Equal(
        [(1, field)],
        ProblemsOf(Publications, good, bad, s => PublicationFile.Read(s, ProcedureCatalogue.Vietnam)));

    [Theory]
    [InlineData("\"merged_into\": \"PTY-REC\"", "\"merged_into\": \"NOWHERE\"", "verdicts[0].merged_into")]
    [InlineData("\"merged_into\": \"PTY-REC\"", "\"merged_into\": \"PTY-ADM\"", "verdicts[0].merged_into")]
    [InlineData("\"merged_into\": \"PTY-REC\",", "", "verdicts[0]")]
    [InlineData("\"outcome\": \"merge\"", "\"outcome\": \"keep\"", "verdicts[0].merged_into")]
    [InlineData("\"round\": \"R\"", "\"round\": \"S\"", "verdicts[0].round")]
    [InlineData("\"unit\": \"u\"", "\"unit\": \"w\"", "verdicts[0].unit")]
    [InlineData("\"v\", \"round\": \"R\", \"procedure\": \"PTY-ADM\"", "\"v\", \"round\": \"R\", \"procedure\": \"PTY-TAO\"", "verdicts[0].procedure")]
    [InlineData("\"decided_on\": \"2025-02-01\"", "\"decided_on\": \"2024-12-31\"", "verdicts[0].decided_on")]
    [InlineData("[\"PTY-ADM\", \"PTY-REC\"]", "[\"PTY-ADM\", \"X\"]", "rounds[0].procedures[1]")]
    public void A_mistake_in_reviews_is_reported_alone_at_its_place(string good, string bad, string field) => Assert.Equal(
        [(1, field)],
        ProblemsOf(Reviews, good, bad, s => ReviewFile.Read(s, ProcedureCatalogue.Vietnam)));

    [Fact]
    public void Several_problems_are_reported_together_with_their_lines()
    {
        const string Text = """
            { "publications": [
              { "id": "P1", "procedure": "X", "version": 1, "unit": "u", "channel": "website" },
              { "id": "P1", "procedure": "PTY-ADM", "version": 1, "unit": "u", "channel": "website", "from": "2025-02-30" },
              { "id": "P3", "procedure": "PTY-ADM", "version": 9, "unit": "u", "channel": "website", "extra": 1 }
            ] }
            """;
        InvalidDataFileException invalid = Assert.Throws<InvalidDataFileException>(
            () => PublicationFile.Read(TestCalendars.Utf8(Text), ProcedureCatalogue.Vietnam));

        Assert.Equal(
            [(2, "publications[0].procedure"), (3, "publications[1].from"), (4, "publications[2].extra"), (4, "publications[2].version")],
            invalid.Problems.Select(p => (p.Line!.Value, p.Field)).OrderBy(p => p));
    }

    private static IEnumerable<(int, string)> ProblemsOf<T>(string text, string good, string bad, Func<Stream, T> read)
    {
        Assert.Contains(good, text, StringComparison.Ordinal);
        int at = text.IndexOf(good, StringComparison.Ordinal);
        at = good.StartsWith("\"unit\"", StringComparison.Ordinal) ? text.LastIndexOf(good, StringComparison.Ordinal) : at;
        string changed = text[..at] + bad + text[(at + good.Length)..];
        InvalidDataFileException invalid = Assert.Throws<InvalidDataFileException>(() => read(TestCalendars.Utf8(changed)));
        Assert.All(invalid.Problems, p => Assert.NotNull(p.Line));
        return invalid.Problems.GroupBy(p => p.Field).Select(g => (g.Count(), g.Key));
    }
}
