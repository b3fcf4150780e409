using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>An inspection on a date, flat (cuộc kiểm tra).</summary>
public sealed record InspectionFacts
{
    /// <summary>What rules have to know of these: judged by the rules of the day on which they began.</summary>
    public static RuleSubject<InspectionFacts> Subject { get; } = new(
        "inspection", new BilingualText("cuộc kiểm tra", "inspection"), f => f.Id, f => f.BeganOn, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị kiểm tra", "inspecting unit"),
            [nameof(AsOf)] = new("ngày đánh giá", "date of judgement"),
            [nameof(InspectedId)] = new("đơn vị được kiểm tra", "inspected unit"),
            [nameof(BeganOn)] = new("ngày bắt đầu", "began on"),
            [nameof(EndedOn)] = new("ngày kết thúc", "ended on"),
            [nameof(ConcludeBy)] = new("hạn kết luận", "to be concluded by"),
            [nameof(ConcludedOn)] = new("ngày kết luận", "concluded on"),
            [nameof(Rating)] = new("đánh giá", "rating"),
            [nameof(CommendBy)] = new("hạn đề nghị biểu dương", "to be commended by"),
            [nameof(CommendedOn)] = new("ngày đề nghị biểu dương", "commended on"),
            [nameof(Inspectors)] = new("số người kiểm tra", "inspectors"),
            [nameof(OwnInspectors)] = new("người kiểm tra thuộc đơn vị được kiểm tra", "inspectors from the inspected unit"),
            [nameof(InspectorsOfUnknownUnit)] = new("người kiểm tra chưa rõ đơn vị", "inspectors of an unknown unit"),
        },
    };

    /// <summary>The inspection.</summary>
    public required string Id { get; init; }

    /// <summary>The unit that answers for it: it leads the plan.</summary>
    public required string UnitId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The unit that is inspected.</summary>
    public required string InspectedId { get; init; }

    /// <summary>When it began.</summary>
    public LocalDate? BeganOn { get; init; }

    /// <summary>When the work at the unit ended; null: not by the date of judgement.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>By when it has to be concluded; null: it goes on, or the date cannot be computed.</summary>
    public LocalDate? ConcludeBy { get; init; }

    /// <summary>When it was concluded; null: not by the date of judgement.</summary>
    public LocalDate? ConcludedOn { get; init; }

    /// <summary>What the conclusion says of the unit; null: there is none.</summary>
    public InspectionRating? Rating { get; init; }

    /// <summary>By when a good conclusion leads to a proposal; null: no good conclusion, or the date cannot be computed.</summary>
    public LocalDate? CommendBy { get; init; }

    /// <summary>When a commendation was first proposed for it; null: not by the date of judgement.</summary>
    public LocalDate? CommendedOn { get; init; }

    /// <summary>How many inspect.</summary>
    public int Inspectors { get; init; }

    /// <summary>How many of them belong to the inspected unit.</summary>
    public int OwnInspectors { get; init; }

    /// <summary>Of how many it is not recorded where they belong.</summary>
    public int InspectorsOfUnknownUnit { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="register">The inspections.</param>
    /// <param name="asOf">The date of judgement; what happened after it plays no part.</param>
    /// <param name="calendar">The work calendar over which limits run.</param>
    /// <returns>The facts of each inspection that had begun by then.</returns>
    public static ValueList<InspectionFacts> Of(InspectionRegister register, LocalDate asOf, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(calendar);
        var plans = register.Plans.ToDictionary(p => p.Id, StringComparer.Ordinal);
        return register.Inspections.Where(i => i.BeganOn <= asOf).Select(i => Of(register, plans[i.PlanId], i, asOf, calendar)).ToValueList();
    }

    private static InspectionFacts Of(InspectionRegister register, InspectionPlan plan, Inspection inspection, LocalDate asOf, WorkCalendar calendar)
    {
        LocalDate? ended = inspection.EndedOn <= asOf ? inspection.EndedOn : null;
        InspectionConclusion? conclusion = register.Conclusions.FirstOrDefault(c => string.Equals(c.InspectionId, inspection.Id, StringComparison.Ordinal) && c.On <= asOf);
        return new InspectionFacts
        {
            Id = inspection.Id,
            UnitId = plan.UnitId,
            AsOf = asOf,
            InspectedId = inspection.UnitId,
            BeganOn = inspection.BeganOn,
            EndedOn = ended,
            ConcludeBy = ended is LocalDate end ? DueOf(plan.ConcludeWithin, end, calendar) : null,
            ConcludedOn = conclusion?.On,
            Rating = conclusion?.Rating,
            CommendBy = conclusion is { Rating: InspectionRating.Good } good ? DueOf(plan.CommendWithin, good.On, calendar) : null,
            CommendedOn = register.Commendations.Where(c => string.Equals(c.InspectionId, inspection.Id, StringComparison.Ordinal) && c.ProposedOn <= asOf).Min(c => (LocalDate?)c.ProposedOn),
            Inspectors = inspection.Inspectors.Count,
            OwnInspectors = inspection.Inspectors.Count(i => string.Equals(i.UnitId, inspection.UnitId, StringComparison.Ordinal)),
            InspectorsOfUnknownUnit = inspection.Inspectors.Count(i => i.UnitId is null),
        };
    }

    private static LocalDate? DueOf(TimeLimit limit, LocalDate from, WorkCalendar calendar)
    {
        try
        {
            return limit.From(from, calendar) is { HasDue: true } deadline ? deadline.DueDate : null;
        }
        catch (CalendarRangeException)
        {
            return null;
        }
    }
}
