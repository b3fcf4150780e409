using Reform.Domain.DataFiles;
using Reform.Domain.Procedures;
using Reform.Domain.Tests.Calendars;

namespace Reform.Domain.Tests.Procedures;

public sealed class ProcedureReferenceTests
{
    [Fact]
    public void A_decision_step_is_among_the_steps()
    {
        string text = """
            { "procedures": [ { "code": "P", "name": "P", "system": "s", "source": "x", "steps": ["a"], "time_limits": [],
              "decision": { "activity": "b", "power": "p" } } ] }
            """;
        Assert.Throws<InvalidDataFileException>(() => ProcedureFile.Read(TestCalendars.Utf8(text)));
    }
}
