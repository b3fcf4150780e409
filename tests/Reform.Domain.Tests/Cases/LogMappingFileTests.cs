using System.Text;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.DataFiles;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Testing;

namespace Reform.Domain.Tests.Cases;

public sealed class LogMappingFileTests
{
    [Fact]
    public void The_mapping_of_the_real_log_reads()
    {
        using FileStream stream = File.OpenRead(Repository.PathOf("samples", "receipt.mapping.json"));
        LogMapping mapping = LogMappingFile.Read(stream);
        Assert.Equal("Europe/Amsterdam", mapping.Zone.Id);
        Assert.Equal(("startdate", "deadline", "enddate_planned", "enddate", "responsible", "department"),
            (mapping.Case.Receipt, mapping.Case.Deadline, mapping.Case.PlannedEnd, mapping.Case.End, mapping.Case.Responsible, mapping.Case.Unit));
        Assert.Equal(6, mapping.ExpectedSequence.Count);
        Assert.Equal([new FourEyesPair("Confirmation of receipt", "T02 Check confirmation of receipt")], mapping.FourEyes);
        Assert.Equal((null, false), (mapping.AsOf, mapping.IsSynthetic));
    }

    [Fact]
    public void Every_field_is_read()
    {
        LogMapping mapping = Read("""
            {
              "zone": "Asia/Ho_Chi_Minh", "naive_zone": "UTC", "as_of": "2026-05-29", "synthetic": true,
              "case": { "id": "i", "receipt": "r", "deadline": "d", "planned_end": "p", "end": "e", "responsible": "w", "unit": "u",
                        "procedure": "c", "outcome": "o", "reason": "y", "requester": "q", "territory": "t" },
              "event": { "activity": "a", "time": "t", "resource": "s", "position": "x" },
              "expected_sequence": ["1", "2"], "four_eyes": [{ "first": "1", "second": "2" }], "test_accounts": ["test"],
              "leave_out": { "activities": ["START"], "resources": ["robot"], "transitions": ["start"] }, "pair_transitions": true,
              "outcomes": { "refused": "no" }, "activities": { "supplement_request": "more" },
              "calendar": "c.json", "procedures": "p.json", "units": "u.json", "authority": "a.json",
            }
            """);
        Assert.Equal(
            new CaseAttributes
            {
                Id = "i",
                Receipt = "r",
                Deadline = "d",
                PlannedEnd = "p",
                End = "e",
                Responsible = "w",
                Unit = "u",
                Procedure = "c",
                Outcome = "o",
                Reason = "y",
                Requester = "q",
                Territory = "t",
            },
            mapping.Case);
        Assert.Equal(new EventAttributes { Activity = "a", Time = "t", Resource = "s", Position = "x" }, mapping.Event);
        Assert.Equal(("UTC", new LocalDate(2026, 5, 29), true), (mapping.NaiveZone!.Id, mapping.AsOf!.Value, mapping.IsSynthetic));
        Assert.Equal(("no", "more"), (mapping.RefusedOutcome, mapping.Activities.SupplementRequest));
        Assert.Equal(new ReferenceFiles("c.json", "p.json", "u.json", "a.json"), mapping.References);
        Assert.Equal((["1", "2"], ["test"]), (mapping.ExpectedSequence, mapping.TestAccounts));
        Assert.True(mapping.PairsTransitions);
        Assert.Equal(new LeftOutEvents { Activities = ["START"], Resources = ["robot"], Transitions = ["start"] }, mapping.LeaveOut);
    }

    [Theory]
    [InlineData("", "mapping:1: the file is empty")]
    [InlineData("[]", "mapping:1: must be an object {...}")]
    [InlineData("{ \"zone\": \"UTC\" ", "mapping:1: not valid JSON")]
    [InlineData("{}", "mapping:1: zone: a required field is missing", "mapping:1: case: a required field is missing")]
    [InlineData("{ \"zone\": \"Asia/Hanoi\",\n\"case\": {} }", "mapping:1: zone: unknown time zone 'Asia/Hanoi'", "mapping:2: case: names no attribute of the case")]
    [InlineData("{ \"zone\": 7, \"case\": [] }", "mapping:1: zone: must be a string", "mapping:1: case: must be an object {...}")]
    [InlineData("{ \"zone\": \"UTC\", \"case\": { \"receipt\": \"\" } }", "mapping:1: case.receipt: must not be blank")]
    [InlineData("{ \"zone\": \"UTC\", \"case\": { \"recept\": \"r\" } }", "mapping:1: case.recept: unknown field")]
    [InlineData("{ \"zone\": \"UTC\", \"zone\": \"UTC\", \"case\": { \"end\": \"e\" } }", "mapping:1: zone: the field stands twice")]
    [InlineData("{ \"zone\": \"UTC\", \"case\": { \"end\": \"e\" }, \"as_of\": \"29/05/2026\" }", "mapping:1: as_of: '29/05/2026' is not a date of the form year-month-day")]
    [InlineData("{ \"zone\": \"UTC\", \"case\": { \"end\": \"e\" }, \"expected_sequence\": [\"a\", \"b\", \"a\"] }", "mapping:1: expected_sequence[2]: the step 'a' stands twice")]
    [InlineData("{ \"zone\": \"UTC\", \"case\": { \"end\": \"e\" }, \"four_eyes\": [{ \"first\": \"a\", \"second\": \"a\" }] }", "mapping:1: four_eyes[0]: the two activities must differ")]
    [InlineData("{ \"zone\": \"UTC\", \"case\": { \"end\": \"e\" }, \"leave_out\": { \"activity\": [\"a\"] } }", "mapping:1: leave_out.activity: unknown field")]
    [InlineData("{ \"zone\": \"UTC\", \"case\": { \"end\": \"e\" }, \"procedures\": \"p.json\" }", "mapping:1: procedures: also needs the file 'calendar'")]
    [InlineData("{ \"zone\": \"UTC\", \"case\": { \"end\": \"e\" }, \"authority\": \"a.json\" }", "mapping:1: authority: also needs the file 'procedures'")]
    public void Every_mistake_is_told_with_line_and_field(string json, params string[] problems)
    {
        InvalidDataFileException error = Assert.Throws<InvalidDataFileException>(() => Read(json));
        Assert.Equal(problems.Length, error.Problems.Count);
        Assert.All(problems, p => Assert.Contains(error.Problems, e => e.In(Language.English).StartsWith(p, StringComparison.Ordinal)));
        Assert.All(error.Problems, p => Assert.NotEqual(p.In(Language.English), p.In(Language.Vietnamese)));
    }

    private static LogMapping Read(string json) => LogMappingFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    // A log whose traces have no dates of their own.
    [Fact]
    public void Activities_can_be_receipt_and_end()
    {
        LogMapping mapping = Read("""{"zone":"Europe/Rome","activities":{"receipt":"Create Fine","end":"Send Fine"}}""");
        LoggedCase file = Assert.Single(CaseLogReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
            "<log>" + "<trace><string key='concept:name' value='A1'/>" + Event("Create Fine", "2026-01-05") + Event("Send Fine", "2026-02-01")
                + Event("Send Fine", "2026-03-01") + Event("Payment", "2026-04-01") + "</trace></log>")), mapping, new DataQuality()));

        Assert.Equal((new NodaTime.LocalDate(2026, 1, 5), new NodaTime.LocalDate(2026, 3, 1)), (file.Receipt!.Date, file.End!.Date));
    }

    [Theory]
    [InlineData("""{"zone":"Europe/Rome","case":{"receipt":"a"},"activities":{"receipt":"b"}}""", "activities.receipt")]
    [InlineData("""{"zone":"Europe/Rome","activities":{"supplement_request":"b"}}""", "case")]
    public void A_time_has_one_source(string json, string field) =>
        Assert.Contains(field, Assert.Throws<Reform.Domain.DataFiles.InvalidDataFileException>(() => Read(json)).Problems.Select(p => p.Field));

    [Fact]
    public void An_activity_that_no_case_has_is_a_wrong_mapping()
    {
        LogMapping mapping = Read("""{"zone":"Europe/Rome","activities":{"receipt":"Create fine"}}""");
        using var log = new MemoryStream(System.Text.Encoding.UTF8.GetBytes("<log><trace>" + Event("Create Fine", "2026-01-05") + "</trace></log>"));

        Reform.Domain.DataFiles.DataProblem problem = Assert.Single(
            Assert.Throws<Reform.Domain.DataFiles.InvalidDataFileException>(() => CaseLogReader.Read(log, mapping, new DataQuality()).ToList()).Problems);

        Assert.Equal(("activities.receipt", "no case of the log has the activity 'Create fine'"), (problem.Field, problem.Message.English));
    }

    private static string Event(string activity, string date) =>
        "<event><string key='concept:name' value='" + activity + "'/><date key='time:timestamp' value='" + date + "T00:00:00.000+01:00'/></event>";
}
