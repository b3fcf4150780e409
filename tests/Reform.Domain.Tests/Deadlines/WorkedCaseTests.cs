using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Tests.Deadlines.Reference;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>The product gives what the jurist worked out, row by row; a refusal names the field at fault.</summary>
public sealed class WorkedCaseTests
{
    public static TheoryData<string> Ids => [.. WorkedCase.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_product_gives_what_the_jurist_worked_out(string id)
    {
        WorkedCase worked = WorkedCase.All.Single(c => c.Id == id);
        WorkCalendar calendar = worked.KnownOn is LocalDate known
            ? WorkCalendar.VietnamStateAgencies.AsKnownOn(known)
            : WorkCalendar.VietnamStateAgencies;
        ReferenceAnswer answer = worked.Before switch
        {
            null => Engine.Answer(worked.Question!, calendar),
            (LocalDateTime moment, null) => Engine.Before(worked.Limit, moment, worked.Policy, calendar),
            (LocalDateTime day, bool inclusive) => Engine.Before(worked.Limit, day.Date, inclusive, worked.Policy, calendar),
        };
        Assert.Equal(worked.Due, answer.ToString());
    }
}
