using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>Whom a notice is for (người nhận đôn đốc), in the order of escalation.</summary>
public enum UrgingRecipient
{
    /// <summary>The unit that leads the task (đơn vị chủ trì).</summary>
    Lead = 0,

    /// <summary>The head of that unit (người đứng đầu đơn vị chủ trì).</summary>
    HeadOfLead = 1,

    /// <summary>Whoever leads the programme directly, with a copy to the head of its issuer (người trực tiếp lãnh đạo, chỉ đạo).</summary>
    DirectLead = 2,
}

/// <summary>When and whom to urge (mốc đôn đốc).</summary>
/// <param name="Code">The name of the stage in the policy; for example "before_5".</param>
/// <param name="Offset">Working days from the due date: negative before it, 0 on it, positive after it.</param>
/// <param name="Recipient">Whom.</param>
public sealed record UrgingStage(string Code, int Offset, UrgingRecipient Recipient)
{
    /// <summary>The day of the stage: the n-th working day before or after the due date; for 0, the last working day on or before it.</summary>
    /// <param name="dueOn">The due date.</param>
    /// <param name="calendar">The work calendar of the coordinator.</param>
    /// <returns>The day, a working day.</returns>
    /// <exception cref="CalendarRangeException">The calendar does not cover it.</exception>
    public LocalDate DayFor(LocalDate dueOn, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Offset switch
        {
            < 0 => calendar.WorkingDayBefore(dueOn, -Offset),
            0 => calendar.WorkingDayOnOrBefore(dueOn),
            _ => calendar.WorkingDayAfter(dueOn, Offset),
        };
    }
}

/// <summary>The stages at which tasks are urged (quy định đôn đốc): before, on and after the due date, then up to the head and the direct lead.</summary>
public sealed record UrgingPolicy
{
    private const int Furthest = 250;

    /// <summary>Creates a policy.</summary>
    /// <param name="stages">The stages, in any order.</param>
    /// <exception cref="RecordInputException">
    /// There is none (no_stage); a code is blank or stands twice (blank, duplicate_id); an offset is more than 250 working days away
    /// (stage_out_of_range); somebody above the lead is told before the due date is over (escalates_early).
    /// </exception>
    public UrgingPolicy(IEnumerable<UrgingStage> stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        Stages = stages.OrderBy(s => s.Offset).ThenBy(s => s.Recipient).ToValueList();
        var problems = new List<RecordProblem>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach ((int i, UrgingStage stage) in Stages.Index())
        {
            string field = ProgrammeProblems.At("stages", i);
            if (string.IsNullOrWhiteSpace(stage.Code))
            {
                problems.Add(new("blank", field + ".code", new BilingualText("không được để trống", "must not be blank")));
            }
            else if (!codes.Add(stage.Code))
            {
                problems.Add(new("duplicate_id", field + ".code", new BilingualText("mã bị lặp lại", "the code stands twice")));
            }

            if (stage.Offset is < -Furthest or > Furthest)
            {
                problems.Add(new("stage_out_of_range", field + ".offset", new BilingualText("tối đa 250 ngày làm việc", "at most 250 working days away")));
            }

            if (stage.Recipient != UrgingRecipient.Lead && stage.Offset < 1)
            {
                problems.Add(new("escalates_early", field + ".offset", new BilingualText(
                    "chỉ báo cáo lên cấp trên khi đã quá hạn", "those above the lead are told when the due date is over, not before")));
            }
        }

        if (Stages.Count == 0)
        {
            problems.Add(new("no_stage", "stages", new BilingualText("phải có ít nhất một mốc", "there is at least one stage")));
        }

        if (problems.Count > 0)
        {
            throw new RecordInputException(problems);
        }
    }

    /// <summary>
    /// Five working days and one before the due date, on it, one and five after it; the head after three, the direct lead after ten. A choice of
    /// this library: no document states the days.
    /// </summary>
    public static UrgingPolicy Standard { get; } = Of([5, 1], [1, 5], head: 3, directLead: 10);

    /// <summary>The stages, by their days.</summary>
    public ValueList<UrgingStage> Stages { get; }

    /// <summary>A policy that urges on the due date too.</summary>
    /// <param name="before">How many working days before it, each 1 or more.</param>
    /// <param name="after">How many working days after it, each 1 or more.</param>
    /// <param name="head">After how many working days the head of the lead is told; null: never.</param>
    /// <param name="directLead">After how many the direct lead is told; null: never.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="RecordInputException">As for the constructor.</exception>
    public static UrgingPolicy Of(IEnumerable<int> before, IEnumerable<int> after, int? head, int? directLead)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new UrgingPolicy(
        [
            .. before.Select(n => new UrgingStage("before_" + Digits(n), -n, UrgingRecipient.Lead)),
            new UrgingStage("on_due", 0, UrgingRecipient.Lead),
            .. after.Select(n => new UrgingStage("after_" + Digits(n), n, UrgingRecipient.Lead)),
            .. head is int h ? [new UrgingStage("head_" + Digits(h), h, UrgingRecipient.HeadOfLead)] : Array.Empty<UrgingStage>(),
            .. directLead is int d ? [new UrgingStage("direct_lead_" + Digits(d), d, UrgingRecipient.DirectLead)] : Array.Empty<UrgingStage>(),
        ]);
    }

    private static string Digits(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
