using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>What a unit has to report about a period, on a date, flat (nghĩa vụ báo cáo của kỳ).</summary>
public sealed record ReportDutyFacts
{
    /// <summary>What rules have to know of it: judged by the rules of the date of judgement; the unit answers.</summary>
    public static RuleSubject<ReportDutyFacts> Subject { get; } = new(
        "report_duty", new BilingualText("nghĩa vụ báo cáo", "duty to report"), f => f.Id, f => f.On, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(ProgrammeId)] = new("chương trình", "programme"),
            [nameof(DutyId)] = new("chế độ báo cáo", "duty"),
            [nameof(UnitId)] = new("đơn vị", "unit"),
            [nameof(PeriodFrom)] = new("ngày đầu kỳ", "first day of the period"),
            [nameof(PeriodTo)] = new("ngày cuối kỳ", "last day of the period"),
            [nameof(On)] = new("ngày đánh giá", "date of judgement"),
            [nameof(DueOn)] = new("hạn báo cáo", "report due on"),
            [nameof(SubmittedOn)] = new("ngày gửi báo cáo", "submitted on"),
            [nameof(State)] = new("tình trạng", "state"),
        },
    };

    /// <summary>The programme, the duty, the first day of the period and the unit.</summary>
    public required string Id { get; init; }

    /// <summary>The programme.</summary>
    public required string ProgrammeId { get; init; }

    /// <summary>The duty.</summary>
    public required string DutyId { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The first day of the period.</summary>
    public required LocalDate PeriodFrom { get; init; }

    /// <summary>The last day of the period.</summary>
    public required LocalDate PeriodTo { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate On { get; init; }

    /// <summary>By when the report is due; null: not stated.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>When the first report came; null: not by the date of judgement.</summary>
    public LocalDate? SubmittedOn { get; init; }

    /// <summary>How it stands.</summary>
    public DutyState State { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="register">The programmes, as known at the moment that the caller chose.</param>
    /// <param name="programmeId">The programme.</param>
    /// <param name="on">The date of judgement.</param>
    /// <param name="calendar">The work calendar over which reports are due.</param>
    /// <returns>The facts of each duty, period and unit.</returns>
    /// <exception cref="RecordInputException">
    /// There is no such programme (unknown_programme), or the register of units does not cover a date that it takes (date_outside_register).
    /// </exception>
    public static ValueList<ReportDutyFacts> Of(ProgrammeRegister register, string programmeId, LocalDate on, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(register);
        return register.ReportsOn(programmeId, on, calendar).Select(r => new ReportDutyFacts
        {
            Id = programmeId + "/" + r.Duty.Id + "/" + LocalDatePattern.Iso.Format(r.Period.From) + "/" + r.UnitId,
            ProgrammeId = programmeId,
            DutyId = r.Duty.Id,
            UnitId = r.UnitId,
            PeriodFrom = r.Period.From,
            PeriodTo = r.Period.To,
            On = on,
            DueOn = r.DueOn,
            SubmittedOn = r.Report?.SubmittedOn,
            State = r.State,
        }).ToValueList();
    }
}
