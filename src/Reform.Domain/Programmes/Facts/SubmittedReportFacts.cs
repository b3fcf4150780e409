using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>A report that came, flat (báo cáo đã gửi).</summary>
public sealed record SubmittedReportFacts
{
    /// <summary>What rules have to know of it: judged by the rules of the day on which it came; the unit answers.</summary>
    public static RuleSubject<SubmittedReportFacts> Subject { get; } = new(
        "submitted_report", new BilingualText("báo cáo đã gửi", "submitted report"), f => f.Id, f => f.SubmittedOn, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(DutyId)] = new("chế độ báo cáo", "duty"),
            [nameof(UnitId)] = new("đơn vị", "unit"),
            [nameof(DueOn)] = new("hạn báo cáo", "report due on"),
            [nameof(SubmittedOn)] = new("ngày gửi báo cáo", "submitted on"),
        },
    };

    /// <summary>The report.</summary>
    public required string Id { get; init; }

    /// <summary>The duty.</summary>
    public required string DutyId { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>By when it was due; null: not stated.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>When it came.</summary>
    public required LocalDate SubmittedOn { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="register">The programmes, as known at the moment that the caller chose.</param>
    /// <param name="programmeId">The programme.</param>
    /// <param name="on">The date of judgement; what came after it plays no part.</param>
    /// <param name="calendar">The work calendar over which reports are due.</param>
    /// <returns>The facts of the first report of each duty, period and unit.</returns>
    /// <exception cref="RecordInputException">
    /// There is no such programme (unknown_programme), or the register of units does not cover a date that it takes (date_outside_register).
    /// </exception>
    public static ValueList<SubmittedReportFacts> Of(ProgrammeRegister register, string programmeId, LocalDate on, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(register);
        return register.ReportsOn(programmeId, on, calendar).Where(r => r.Report is not null).Select(r => new SubmittedReportFacts
        {
            Id = r.Report!.Id,
            DutyId = r.Duty.Id,
            UnitId = r.UnitId,
            DueOn = r.DueOn,
            SubmittedOn = r.Report.SubmittedOn,
        }).ToValueList();
    }
}
