using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>A task of a programme on a date, flat (nhiệm vụ tại một ngày).</summary>
public sealed record ProgrammeTaskFacts
{
    /// <summary>What rules have to know of tasks: judged by the rules of the date of judgement; the unit that leads on that date answers.</summary>
    public static RuleSubject<ProgrammeTaskFacts> Subject { get; } = new(
        "programme_task", new BilingualText("nhiệm vụ của chương trình", "task of a programme"), f => f.Id, f => f.On, f => f.UnitId)
    {
        Words = ProgrammeTaskWords.All,
    };

    /// <summary>The task.</summary>
    public required string Id { get; init; }

    /// <summary>The programme.</summary>
    public required string ProgrammeId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The unit that leads on that date; where it has ended without a successor, that unit; null: none.</summary>
    public string? UnitId { get; init; }

    /// <summary>Where the lead comes from.</summary>
    public LeadState LeadState { get; init; }

    /// <summary>How many units are named as its lead.</summary>
    public int Leads { get; init; }

    /// <summary>Whether an output is stated.</summary>
    public bool HasOutput { get; init; }

    /// <summary>Whether a due date was ever stated.</summary>
    public bool HasDue { get; init; }

    /// <summary>The due date in force; null: none.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>In how many latest plans of units it stands, those of units that have ended since included.</summary>
    public int Plans { get; init; }

    /// <summary>By when plans are due; null: not stated.</summary>
    public LocalDate? PlansDueOn { get; init; }

    /// <summary>How far it is.</summary>
    public TaskProgress Progress { get; init; }

    /// <summary>Whether it keeps its due date.</summary>
    public TaskTimeliness Timeliness { get; init; }

    /// <summary>When it was done; null: it is not.</summary>
    public LocalDate? CompletedOn { get; init; }

    /// <summary>How many pieces of evidence show its output.</summary>
    public int Evidence { get; init; }

    /// <summary>When whoever assigned it confirmed it; null: not.</summary>
    public LocalDate? ConfirmedOn { get; init; }

    /// <summary>How many working days it is overdue, or was when it was done; 0: it is not. Null: not known.</summary>
    public int? OverdueWorkingDays { get; init; }

    /// <summary>When the coordinator last urged it on or after its due date; null: never.</summary>
    public LocalDate? UrgedOn { get; init; }

    /// <summary>When the head of the lead was told; null: never.</summary>
    public LocalDate? HeadToldOn { get; init; }

    /// <summary>When the direct lead of the programme was told; null: never.</summary>
    public LocalDate? DirectLeadToldOn { get; init; }

    /// <summary>How many times its due date was moved back.</summary>
    public int Redatings { get; init; }

    /// <summary>How many times it was moved when it was over already.</summary>
    public int RedatingsAfterExpiry { get; init; }

    /// <summary>The last day of the programme.</summary>
    public required LocalDate ProgrammeEndsOn { get; init; }

    /// <summary>When it was decided that it goes on after the programme; null: not.</summary>
    public LocalDate? CarriedOverOn { get; init; }
}
