using System.Text;
using Reform.Domain.DataFiles;
using Reform.Domain.Programmes;
using static Reform.Domain.Tests.Programmes.TestProgrammes;

namespace Reform.Domain.Tests.Programmes;

/// <summary>Programmes read from their data file, and every mistake told with its place.</summary>
public sealed class ProgrammeFileTests
{
    internal const string Whole = """
        {
          "programmes": [ {
            "id": "P", "number": "1-CTr/TEST", "title": "programme", "issuer": "city", "issued_on": "2024-05-03", "first_day": "2024-05-03", "last_day": "2025-12-31",
            "basis_chain": [ { "number": "82-KL/TW", "citation": "82-KL/TW" } ], "principles": [ "p" ], "goals": [ { "id": "g1", "text": "goal" } ],
            "themes": [ { "id": "2024", "first_day": "2024-01-01", "last_day": "2024-12-31", "theme": "focus", "focus": true,
              "targets": [ { "measure": "done_percent", "name": "done", "value": 99.5, "direction": "at_least", "unit": "office", "illustrative": true } ] } ],
            "groups": [ { "code": "g", "name": "group" } ], "subjects": [ { "unit": "office", "group": "g" } ],
            "reporting_duties": [ { "id": "d", "name": "duty", "cycle": "quarterly", "first_day": "2024-07-01", "last_day": "2024-12-31", "due_within_working_days": 10 } ],
            "plans_due_on": "2024-06-28", "evaluated_from": "2024-01-01", "source": "test" } ],
          "roles": [ { "id": "r1", "programme": "P", "kind": "coordinator", "holder": "office", "from": "2024-05-03", "basis": "1-QĐ/TEST" } ],
          "tasks": [
            { "id": "a", "programme": "P", "title": "a", "participants": [ { "unit": "propaganda", "role": "lead" }, { "unit": "front", "role": "coordinate" } ],
              "output": "o", "due_on": "2024-10-31", "milestones": [ { "id": "m1", "text": "draft", "due_on": "2024-08-31" } ], "clause": "1", "difficulty": "hard", "goal": "g1", "assigned_on": "2024-05-10", "assigned_by": "city",
              "function": "f", "territory": "t", "illustrative": true } ],
          "plans": [ { "id": "p1", "programme": "P", "unit": "propaganda", "issued_on": "2024-06-01", "number": "2",
            "items": [ { "id": "1", "activity": "a", "task": "a", "output": "o", "due_on": "2024-10-31", "responsible": "propaganda.head" } ] } ],
          "events": [
            { "id": "e1", "task": "a", "on": "2024-06-01", "kind": "progressed", "percent": 10 },
            { "id": "e2", "task": "a", "on": "2024-06-02", "kind": "redated", "new_due_on": "2024-11-30", "reason": "r" },
            { "id": "e3", "task": "a", "on": "2024-06-03", "kind": "completed", "evidence": [ "1" ] },
            { "id": "e4", "task": "a", "on": "2024-06-04", "kind": "confirmed", "by": "city" },
            { "id": "e5", "task": "a", "on": "2024-06-05", "kind": "returned", "reason": "r" },
            { "id": "e6", "task": "a", "on": "2024-06-06", "kind": "taken_over", "unit": "office", "decision": "3" },
            { "id": "e7", "task": "a", "on": "2024-06-07", "kind": "carried_over", "decision": "4", "new_due_on": "2026-01-31" },
            { "id": "e8", "task": "a", "on": "2024-06-08", "kind": "milestone_reached", "milestone": "m1" },
            { "record": "late", "corrects": "events/e1", "recorded_at": "2025-01-01T08:00:00+07:00", "id": "e1", "task": "a", "on": "2024-06-01", "kind": "progressed", "percent": 20 },
            { "record": "gone", "corrects": "events/e2", "recorded_at": "2025-01-01T08:00:00+07:00", "struck_out": true } ],
          "reports": [ { "id": "x", "programme": "P", "duty": "d", "unit": "office", "period_from": "2024-07-01", "submitted_on": "2024-10-10", "number": "5" } ],
          "questions": [ { "id": "q", "programme": "P", "asked_by": "propaganda", "asked_on": "2024-06-01", "text": "?", "tasks": [ "a" ], "answered_by": "office", "answer_within_working_days": 5 } ],
          "guidance": [ { "id": "g", "programme": "P", "issued_by": "office", "issued_on": "2024-06-03", "text": "!", "tasks": [ "a" ], "question": "q", "number": "6" } ],
          "consultations": [ { "id": "c", "task": "a", "asked_by": "propaganda", "consulted": "front", "asked_on": "2024-06-01", "reply_within_working_days": 5, "silence": "must_wait" } ],
          "replies": [ { "id": "y", "consultation": "c", "on": "2024-06-05", "agrees": false, "text": "no" } ],
          "closings": [ { "id": "z", "programme": "P", "first_day": "2024-01-01", "last_day": "2024-12-31", "closed_by": "office", "closed_on": "2025-01-10" } ]
        }
        """;

    [Fact]
    public void Everything_that_a_file_can_say_is_read()
    {
        ProgrammeRegister register = Read(Whole);
        Programme programme = register.Find("P")!;
        Assert.Equal((1, 1, 1, 1, 1), (programme.BasisChain.Count, programme.Principles.Count, programme.Goals.Count, programme.Groups.Count, programme.Subjects.Count));
        Assert.Equal((99.5m, "office", true), (programme.Themes[0].Targets[0].Value, programme.Themes[0].Targets[0].UnitId, programme.Themes[0].IsFocus));
        Assert.Equal((2, Day("2024-06-28"), Day("2024-01-01")), (programme.ReportingDuties[0].Periods.Count, programme.PlansDueOn, programme.EvaluatedFrom));
        Assert.Equal(("propaganda", TaskDifficulty.Hard, "g1", true), (register.Tasks[0].LeadId, register.Tasks[0].Difficulty, register.Tasks[0].GoalId, register.Tasks[0].IsIllustrative));

        ProgrammeTaskStatus status = register.StatusOf("a", Day("2024-12-31"))!;
        Assert.Equal(
            (TaskProgress.InProgress, 20, Day("2026-01-31"), "office", 0),
            (status.Progress, status.Percent, status.DueOn!.Value, status.Lead.UnitId, status.Redatings.Count));
        Assert.Equal((Day("2024-06-04"), DutyState.DoneInTime), (register.StatusOf("a", Day("2024-06-04"))!.ConfirmedOn, register.QuestionsOn("P", Day("2024-12-31"), Calendar)[0].State));
        Assert.Equal((SilenceRule.MustWait, false), (register.Consultations[0].Silence, register.Replies[0].IsInAgreement));
        Assert.Equal((1, 1, 1, 1), (register.Plans[0].Items.Count, register.Reports.Count, register.Guidance.Count, register.Closings.Count));
    }

    [Theory]
    [InlineData("\"id\": \"a\", \"programme\": \"P\"", "\"id\": \"a\", \"programme\": \"X\"", "tasks[0].programme")]
    [InlineData("\"unit\": \"front\", \"role\": \"coordinate\"", "\"unit\": \"front\", \"role\": \"lead\"", "tasks[0].participants[1].role")]
    [InlineData("\"unit\": \"front\", \"role\": \"coordinate\"", "\"unit\": \"nobody\", \"role\": \"coordinate\"", "tasks[0].participants[1].unit")]
    [InlineData("\"percent\": 10", "\"percent\": 101", "events[0].percent")]
    [InlineData("\"new_due_on\": \"2024-11-30\"", "\"new_due_on\": \"30-11-2024\"", "events[1].new_due_on")]
    [InlineData("\"kind\": \"returned\"", "\"kind\": \"lost\"", "events[4].kind")]
    [InlineData("\"cycle\": \"quarterly\"", "\"cycle\": \"weekly\"", "programmes[0].reporting_duties[0].cycle")]
    [InlineData("\"due_within_working_days\": 10", "\"due_within_working_days\": 0", "programmes[0].reporting_duties[0].due_within_working_days")]
    [InlineData("\"last_day\": \"2025-12-31\"", "\"last_day\": \"2024-05-02\"", "programmes[0].last_day")]
    [InlineData("\"closed_by\": \"office\"", "\"closed_by\": \"front\"", "closings[0].closed_by")]
    [InlineData("\"agrees\": false", "\"agree\": false", "replies[0].agree")]
    [InlineData("\"milestone\": \"m1\"", "\"milestone\": \"m2\"", "events[7].milestone")]
    [InlineData("\"task\": \"a\", \"output\"", "\"task\": \"b\", \"output\"", "plans[0].items[0].task")]
    public void A_mistake_is_reported_at_its_place(string right, string wrong, string path)
    {
        Assert.Contains(right, Whole, StringComparison.Ordinal);
        InvalidDataFileException invalid = Assert.Throws<InvalidDataFileException>(() => Read(Whole.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Contains(invalid.Problems, p => p.Field == path && p.Line > 0);
    }

    private static ProgrammeRegister Read(string json) => ProgrammeFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), City);
}
