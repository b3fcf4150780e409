using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Reform.Testing;

namespace Reform.Grpc.Tests.CommandLine;

/// <summary>What if, on real logs; the figures were counted beforehand by a program that shares nothing with this one.</summary>
public sealed class SimulateTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reform-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // 42 days from the receipt in place of the deadline that was written.
    [Fact]
    public void Receipts_under_42_days()
    {
        JsonElement result = Simulate(
            Repository.RealLog("receipt.xes.gz"), "receipt.mapping.json", "--limit", "42:calendar_day", "--calendar", "every-day", "--differences");

        Expect("""{"early":951,"on_time":69,"late":309,"pending_within":0,"pending_overdue":0,"unknown":105}""", result.GetProperty("whole").GetProperty("before"));
        Expect("""{"early":456,"on_time":27,"late":846,"pending_within":0,"pending_overdue":0,"unknown":105}""", result.GetProperty("whole").GetProperty("after"));
        Assert.Equal((564, 564), (result.GetProperty("whole").GetProperty("differing").GetInt32(), result.GetProperty("differences").GetArrayLength()));
        Assert.Equal(564, result.GetProperty("by_unit").EnumerateArray().Sum(u => u.GetProperty("differing").GetInt32()));
        Assert.All(result.GetProperty("differences").EnumerateArray(), d => Assert.NotEqual(
            d.GetProperty("before").GetProperty("timeliness").GetString(), d.GetProperty("after").GetProperty("timeliness").GetString()));
    }

    // Without a step that takes time some cases would have been in time, and none would be late that was not.
    [Fact]
    public void Receipts_without_an_activity()
    {
        JsonElement result = Simulate(
            Repository.RealLog("receipt.xes.gz"), "receipt.mapping.json", "--without-activity", "T10 Determine necessity to stop indication", "--differences");

        Assert.True(result.GetProperty("differences").GetArrayLength() > 0);
        Assert.All(result.GetProperty("differences").EnumerateArray(), d =>
        {
            Assert.Equal(d.GetProperty("before").GetProperty("due").GetString(), d.GetProperty("after").GetProperty("due").GetString());
            Assert.True(Ended(d, "after") < Ended(d, "before"));
        });
    }

    // 150,370 fines of which nobody wrote down a deadline: 90 days from creating to sending.
    [Fact]
    public void Fines_under_90_days()
    {
        JsonElement result = Simulate(
            Repository.RealLog("road-traffic-fines.xes.gz"), "road-traffic.mapping.json", "--limit", "90:calendar_day", "--calendar", "every-day");

        Expect(
            """{"early":53420,"on_time":795,"late":49772,"pending_within":0,"pending_overdue":0,"unknown":46383}""",
            result.GetProperty("whole").GetProperty("after"));
        Assert.Equal(150_370, result.GetProperty("whole").GetProperty("before").GetProperty("unknown").GetInt32());
    }

    [Fact]
    public void The_tables_read_as_approved()
    {
        string log = Path.Combine(folder, "log.xes"), mapping = Path.Combine(folder, "mapping.json");
        File.WriteAllBytes(log, Logs.Of(9));
        File.WriteAllText(mapping, Logs.Mapping);
        (int exitCode, string output, string error) = ReformProcess.Run("simulate", log, "--mapping", mapping, "--limit", "3:working_day", "--calendar", "vietnam");
        Assert.Equal((0, ""), (exitCode, error));
        Approval.Verify(output);
    }

    [Theory]
    [InlineData("state what is assumed", "--language", "en")]
    [InlineData("needs a calendar", "--limit", "42:calendar_day")]
    [InlineData("changes nothing without", "--calendar", "every-day")]
    [InlineData("not of the form", "--limit", "42", "--calendar", "every-day")]
    [InlineData("not of the form", "--limit", "42:moon", "--calendar", "every-day")]
    [InlineData("not of the form", "--limit", "-1:calendar_day", "--calendar", "every-day")]
    [InlineData("not in 1-36500", "--limit", "36501:working_day", "--calendar", "every-day")]
    [InlineData("no amount", "--limit", "1:same_day", "--calendar", "every-day")]
    [InlineData("was not found", "--limit", "1:working_day", "--calendar", "nowhere.json")]
    public void A_wrong_assumption_is_refused(string says, params string[] arguments)
    {
        string log = Path.Combine(folder, "log.xes"), mapping = Path.Combine(folder, "mapping.json");
        File.WriteAllBytes(log, Logs.Of(2));
        File.WriteAllText(mapping, """{"zone":"Asia/Ho_Chi_Minh","case":{"id":"concept:name"}}""");

        (int exitCode, string output, string error) = ReformProcess.Run(["simulate", log, "--mapping", mapping, .. arguments, .. arguments.Contains("en") ? Array.Empty<string>() : ["--language", "en"]]);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    private static JsonElement Simulate(string log, string mapping, params string[] more)
    {
        (int exitCode, string output, string error) = ReformProcess.Run(["simulate", log, "--mapping", Repository.PathOf("samples", mapping), "--output", "json", .. more]);
        Assert.Equal((0, ""), (exitCode, error));
        return JsonDocument.Parse(output).RootElement;
    }

    private static LocalDate Ended(JsonElement difference, string side) =>
        LocalDatePattern.Iso.Parse(difference.GetProperty(side).GetProperty("ended").GetString()!).Value;

    private static void Expect(string expected, JsonElement actual) =>
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, actual), actual.ToString());
}
