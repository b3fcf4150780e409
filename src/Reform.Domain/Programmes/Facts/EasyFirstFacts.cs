using NodaTime;
using NodaTime.Text;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>What a unit finished in a period, by difficulty, flat (kết quả theo độ khó).</summary>
public sealed record EasyFirstFacts
{
    /// <summary>What rules have to know of it: judged by the rules of the date of judgement; the unit answers.</summary>
    public static RuleSubject<EasyFirstFacts> Subject { get; } = new(
        "task_difficulty", new BilingualText("kết quả nhiệm vụ theo độ khó", "results by difficulty"), f => f.Id, f => f.On, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(ProgrammeId)] = new("chương trình", "programme"),
            [nameof(UnitId)] = new("đơn vị chủ trì", "lead"),
            [nameof(From)] = new("ngày đầu kỳ", "first day of the period"),
            [nameof(To)] = new("ngày cuối kỳ", "last day of the period"),
            [nameof(On)] = new("ngày đánh giá", "date of judgement"),
            [nameof(Easy)] = new("số nhiệm vụ dễ", "easy tasks"),
            [nameof(EasyDone)] = new("số nhiệm vụ dễ đã hoàn thành", "easy tasks done"),
            [nameof(Hard)] = new("số nhiệm vụ khó", "hard tasks"),
            [nameof(HardDone)] = new("số nhiệm vụ khó đã hoàn thành", "hard tasks done"),
            [nameof(HardRedatedRepeatedly)] = new("số nhiệm vụ khó lùi hạn từ hai lần", "hard tasks moved back twice or more"),
            [nameof(Untold)] = new("số nhiệm vụ chưa xác định độ khó", "tasks whose difficulty is not stated"),
        },
    };

    /// <summary>The programme, the period and the unit.</summary>
    public required string Id { get; init; }

    /// <summary>The programme.</summary>
    public required string ProgrammeId { get; init; }

    /// <summary>The unit that leads.</summary>
    public required string UnitId { get; init; }

    /// <summary>The first day of the period.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day of the period.</summary>
    public required LocalDate To { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Its easy tasks.</summary>
    public int Easy { get; init; }

    /// <summary>Those of them that are done.</summary>
    public int EasyDone { get; init; }

    /// <summary>Its hard tasks.</summary>
    public int Hard { get; init; }

    /// <summary>Those of them that are done.</summary>
    public int HardDone { get; init; }

    /// <summary>Those hard ones whose due date was moved back twice or more.</summary>
    public int HardRedatedRepeatedly { get; init; }

    /// <summary>Its tasks whose difficulty is not stated.</summary>
    public int Untold { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="register">The programmes, as known at the moment that the caller chose.</param>
    /// <param name="programmeId">The programme.</param>
    /// <param name="period">The period: of the tasks that were assigned by its last day and not done before its first.</param>
    /// <param name="on">The date of judgement.</param>
    /// <returns>The facts of each unit that leads a task of the period, by its identifier.</returns>
    /// <exception cref="RecordInputException">There is no such programme (unknown_programme), or the period ends before it begins (ends_before_it_begins).</exception>
    public static ValueList<EasyFirstFacts> Of(ProgrammeRegister register, string programmeId, ReportingPeriod period, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(register);
        period.RequireOrder();
        return register.MatrixOn(programmeId, on).Tasks
            .Where(t => t.Lead.UnitId is not null && t.AssignedOn <= period.To && !(t.CompletedOn < period.From))
            .GroupBy(t => t.Lead.UnitId!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new EasyFirstFacts
            {
                Id = programmeId + "/" + LocalDatePattern.Iso.Format(period.From) + "/" + LocalDatePattern.Iso.Format(period.To) + "/" + g.Key,
                ProgrammeId = programmeId,
                UnitId = g.Key,
                From = period.From,
                To = period.To,
                On = on,
                Easy = g.Count(t => t.Task.Difficulty == TaskDifficulty.Easy),
                EasyDone = g.Count(t => t.Task.Difficulty == TaskDifficulty.Easy && !t.IsOpen),
                Hard = g.Count(t => t.Task.Difficulty == TaskDifficulty.Hard),
                HardDone = g.Count(t => t.Task.Difficulty == TaskDifficulty.Hard && !t.IsOpen),
                HardRedatedRepeatedly = g.Count(t => t.Task.Difficulty == TaskDifficulty.Hard && t.Redatings.Count(r => r.IsDelay) > 1),
                Untold = g.Count(t => t.Task.Difficulty == TaskDifficulty.NotStated),
            }).ToValueList();
    }
}
