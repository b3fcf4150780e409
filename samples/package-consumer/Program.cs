using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

// 1. When is it due? Ten working days over New Year 2026: a holiday, a swapped day, and a worked Saturday.
using FileStream calendarFile = File.OpenRead(args[0]);
WorkCalendar calendar = WorkCalendarFile.Read(calendarFile);
Deadline deadline = TimeLimit.WorkingDays(10).From(new LocalDate(2025, 12, 26), calendar);
Console.WriteLine($"due {deadline.DueDate:uuuu-MM-dd}, calendar {deadline.CalendarVersion}");
foreach (Reason step in deadline.Explain())
{
    Console.WriteLine("  " + step.Sentence.In(Language.English));
}

// 2. What was broken? The built-in rules and one of our own, over a case made by code.
var context = new CaseContext(new LogMapping { Zone = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"], Case = new CaseAttributes() });
var file = new LoggedCase
{
    Id = "HS-1",
    Line = 1,
    Receipt = CaseTime.On(new LocalDate(2026, 1, 5)),
    Deadline = CaseTime.On(deadline.DueDate),
    End = CaseTime.On(deadline.DueDate.PlusDays(1)),
};
RuleBook<LoggedCaseFacts> rules = BuiltInRules.Cases.With(new FinishedWithinAWeek());
foreach (Judgement breach in CaseReport.Of(file, context, rules).Breaches)
{
    Console.WriteLine(breach.Rule.Code + ": " + breach.Reason!.Sentence.In(Language.English));
}

internal sealed class FinishedWithinAWeek() : ComplianceRule<LoggedCaseFacts>(
    "X-WEEK", Severity.Info, new BilingualText("Quá một tuần", "More than a week"), LegalBasis.Citing("Quy chế mẫu"))
{
    private static readonly ReasonKind Breach = new("more_than_a_week", "Tiếp nhận {received}, xong {ended}", "Received on {received}, ended on {ended}");

    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.CalendarDays != null);

    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.CalendarDays <= 7);

    protected override Reason Because(LoggedCaseFacts subject) =>
        Breach.Because(Info.Basis, ("received", subject.ReceivedOn!.Value), ("ended", subject.EndedOn!.Value));
}
