using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>The plan of a unit that a programme binds, on a date, flat (tình trạng ban hành kế hoạch).</summary>
public sealed record UnitPlanFacts
{
    /// <summary>What rules have to know of plans: judged by the rules of the date of judgement; the unit answers.</summary>
    public static RuleSubject<UnitPlanFacts> Subject { get; } = new(
        "unit_plan", new BilingualText("kế hoạch của đơn vị", "plan of a unit"), f => f.Id, f => f.On, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(ProgrammeId)] = new("chương trình", "programme"),
            [nameof(UnitId)] = new("đơn vị", "unit"),
            [nameof(On)] = new("ngày đánh giá", "date of judgement"),
            [nameof(DueOn)] = new("hạn ban hành kế hoạch", "plan due on"),
            [nameof(IssuedOn)] = new("ngày ban hành kế hoạch", "plan issued on"),
            [nameof(State)] = new("tình trạng", "state"),
        },
    };

    /// <summary>The programme and the unit.</summary>
    public required string Id { get; init; }

    /// <summary>The programme.</summary>
    public required string ProgrammeId { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate On { get; init; }

    /// <summary>By when the plan is due; null: not stated.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>When the first plan was issued; null: not by the date of judgement.</summary>
    public LocalDate? IssuedOn { get; init; }

    /// <summary>How it stands.</summary>
    public DutyState State { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="register">The programmes, as known at the moment that the caller chose.</param>
    /// <param name="programmeId">The programme.</param>
    /// <param name="on">The date of judgement.</param>
    /// <returns>The facts of each unit that exists on the date, in the order of the programme.</returns>
    /// <exception cref="RecordInputException">
    /// There is no such programme (unknown_programme), or the register of units does not cover a date that it takes (date_outside_register).
    /// </exception>
    public static ValueList<UnitPlanFacts> Of(ProgrammeRegister register, string programmeId, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(register);
        return register.PlansOn(programmeId, on).Select(p => new UnitPlanFacts
        {
            Id = programmeId + "/" + p.UnitId,
            ProgrammeId = programmeId,
            UnitId = p.UnitId,
            On = on,
            DueOn = p.DueOn,
            IssuedOn = p.Plan?.IssuedOn,
            State = p.State,
        }).ToValueList();
    }
}
