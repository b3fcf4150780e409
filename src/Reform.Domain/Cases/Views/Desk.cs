using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A case with what its clocks and its authority are judged by.</summary>
/// <param name="File">The case, as it stood at the moment.</param>
/// <param name="Terms">By what its clocks run.</param>
public sealed record CaseInTerms(CaseFile File, CaseTerms Terms);

/// <summary>What lies on an officer's desk (bàn làm việc): the open steps that were given to them, the most pressing first.</summary>
public static class Desk
{
    /// <summary>What lies on the desk.</summary>
    /// <param name="cases">The cases, as they stood at the moment.</param>
    /// <param name="officer">The position or pseudonymous account, as steps name it.</param>
    /// <param name="now">The moment, Vietnam civil time.</param>
    /// <param name="authority">The authority register; null: whether the officer may decide is not judged.</param>
    /// <returns>The items: overdue ones first, then by due date, those without one last; equal ones by case.</returns>
    public static ValueList<DeskItem> Of(IEnumerable<CaseInTerms> cases, string officer, LocalDateTime now, AuthorityRegister? authority = null)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(officer);
        var items = new List<DeskItem>();
        foreach (CaseInTerms one in cases)
        {
            foreach (StepRun run in one.File.Steps)
            {
                if (run.IsOpen && !one.File.IsEnded && string.Equals(run.Assignee, officer, StringComparison.Ordinal))
                {
                    items.Add(ItemOf(one, run, officer, now, authority));
                }
            }
        }

        return items
            .OrderByDescending(i => i.IsOverdue)
            .ThenBy(i => i.DueOn ?? LocalDate.MaxIsoValue)
            .ThenBy(i => i.CaseId, StringComparer.Ordinal).ThenBy(i => i.Step).ToValueList();
    }

    private static DeskItem ItemOf(CaseInTerms one, StepRun run, string officer, LocalDateTime now, AuthorityRegister? authority)
    {
        (CaseFile file, CaseTerms terms) = one;
        var clocks = CaseClocks.Of(file, terms, now);
        ProcedureStep? step = terms.Version.Steps.FirstOrDefault(s => s.Number == run.Step);
        List<LimitReading> open = [.. clocks.Readings.Where(r => r == clocks.Whole || (step?.TimeLimitIds.Contains(r.Limit.Id) ?? false))];
        // Where readings differ, whoever works by the earliest date is in time by every one.
        List<LimitReading> bound =
        [
            .. open.SelectMany(r => r.Alternatives.Count > 0 && r.Deadline is null ? r.Alternatives : (IEnumerable<LimitReading>)[r])
                .Where(r => r.On is not null && r.EndedAt is null && r.Deadline is not null),
        ];
        LimitReading? first = bound.MinBy(r => r.On!.Value);
        bool decides = (terms.Version.DecidingStep ?? (terms.Version.Steps is [.., ProcedureStep last] ? last : null))?.Number == run.Step;
        CaseUrged? urged = file.Events.OfType<CaseUrged>().LastOrDefault(u => !u.At.IsBefore(run.StartedAt));
        return new DeskItem(file.Id, file.Receipt.ProcedureCode, run.Step)
        {
            Name = step?.Name,
            DueOn = first?.On,
            IsDueToday = first?.On == now.Date,
            IsDueInDoubt = open.Exists(r => r.Alternatives.Count > 0 && r.EndedAt is null),
            IsOverdue = open.Exists(r => r.State == ClockState.Overdue && r.EndedAt is null),
            IsWarned = clocks.Readings.Any(r => r.Limit.Scope == LimitScope.Warning && r.State == ClockState.Overdue),
            IsStopped = file.State is CaseState.AwaitingSupplement or CaseState.Suspended,
            AwaitsDecision = decides || step is { Vote: not null } or { Decider: not null },
            UrgedOn = urged?.At.Date,
            WasReturned = run.IsRework,
            MayDecide = decides && authority is not null && terms.DecisionPowerId is string power && authority.FindPower(power) is not null
                && authority.Covers(now.Date) && authority.Knows(officer)
                    ? authority.Check(new AuthorityQuestion(officer, power, now.Date)
                    {
                        Case = new AuthorityCase
                        {
                            Subject = file.Receipt.ProcedureCode,
                            Territories = file.Receipt.Territory is string territory ? [territory] : [],
                        },
                    })
                    : null,
        };
    }
}

/// <summary>One open step on a desk (việc cần làm).</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ProcedureCode">Its procedure.</param>
/// <param name="Step">The number of the step.</param>
public sealed record DeskItem(string CaseId, string ProcedureCode, int Step)
{
    /// <summary>The name of the step; null where the procedure has no such step.</summary>
    public BilingualText? Name { get; init; }

    /// <summary>The first date on which a limit of the step or of the whole is due; null: none is known.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>
    /// Whether a limit of the step or of the whole is read in several ways, none of which is settled (còn nhiều cách hiểu); the date is then the
    /// earliest of them, and only what is overdue by all of them counts as overdue.
    /// </summary>
    public bool IsDueInDoubt { get; init; }

    /// <summary>Whether that is today (đến hạn hôm nay).</summary>
    public bool IsDueToday { get; init; }

    /// <summary>Whether a limit of the step or of the whole is past its due (quá hạn).</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Whether a warning point of the procedure has passed (đã qua mốc cảnh báo).</summary>
    public bool IsWarned { get; init; }

    /// <summary>Whether the clock stands still (đang tạm dừng).</summary>
    public bool IsStopped { get; init; }

    /// <summary>Whether a decision or signature is waited for: the last step, or one that a collective decides (chờ quyết định, chờ ký).</summary>
    public bool AwaitsDecision { get; init; }

    /// <summary>When it was last urged since the step began (đôn đốc); null: never.</summary>
    public LocalDate? UrgedOn { get; init; }

    /// <summary>Whether it came back from a later step (bị trả lại).</summary>
    public bool WasReturned { get; init; }

    /// <summary>
    /// Whether the officer may decide the case now, where a decision is waited for and that can be judged: with the chain, or with what is missing;
    /// null where it cannot be judged.
    /// </summary>
    public AuthorityDecision? MayDecide { get; init; }
}
