using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>How a programme stands on a date (tình trạng chương trình).</summary>
public enum ProgrammeState
{
    /// <summary>It is not issued yet, or does not run yet (chưa thực hiện).</summary>
    NotBegun = 0,

    /// <summary>It runs (đang thực hiện).</summary>
    Running = 1,

    /// <summary>Its last day is over (đã kết thúc).</summary>
    Ended = 2,
}

/// <summary>A programme that a body issues for the units under it (chương trình): what they have to reach, until when, and who leads.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Number">Its number, as its issuer writes it.</param>
/// <param name="Title">Its title.</param>
/// <param name="IssuerId">The unit that issued it.</param>
/// <param name="IssuedOn">When.</param>
/// <param name="FirstDay">The first day on which it runs.</param>
/// <param name="LastDay">The last day on which it runs; that day is within it.</param>
public sealed record Programme(
    string Id, string Number, BilingualText Title, string IssuerId, LocalDate IssuedOn, LocalDate FirstDay, LocalDate LastDay)
{
    /// <summary>The documents that it carries out, the nearest first, up to the highest (chuỗi căn cứ).</summary>
    public ValueList<ProgrammeBasis> BasisChain { get; init; } = [];

    /// <summary>Its principles (nguyên tắc).</summary>
    public ValueList<BilingualText> Principles { get; init; } = [];

    /// <summary>Its goals, to which tasks are tied (mục tiêu).</summary>
    public ValueList<ProgrammeGoal> Goals { get; init; } = [];

    /// <summary>The themes of years and what is to be reached in them (năm trọng tâm, chỉ tiêu).</summary>
    public ValueList<PeriodTheme> Themes { get; init; } = [];

    /// <summary>The groups in which units are compared (nhóm đối tượng).</summary>
    public ValueList<SubjectGroup> Groups { get; init; } = [];

    /// <summary>The units that it binds (đối tượng thực hiện).</summary>
    public ValueList<ProgrammeSubject> Subjects { get; init; } = [];

    /// <summary>What the units report, and when.</summary>
    public ValueList<ReportingDuty> ReportingDuties { get; init; } = [];

    /// <summary>By when each unit issues its plan; that day is in time. Null: not stated.</summary>
    public LocalDate? PlansDueOn { get; init; }

    /// <summary>The first day from which results are evaluated; null: not stated.</summary>
    public LocalDate? EvaluatedFrom { get; init; }

    /// <summary>Where what is recorded of it was read; null: not stated.</summary>
    public BilingualText? Source { get; init; }

    /// <summary>How it stands on a date.</summary>
    /// <param name="on">The date.</param>
    /// <returns>Running from the first day to the last, both included.</returns>
    public ProgrammeState StateOn(LocalDate on) =>
        on > LastDay ? ProgrammeState.Ended : on < FirstDay || on < IssuedOn ? ProgrammeState.NotBegun : ProgrammeState.Running;

    /// <summary>The group of a unit.</summary>
    /// <param name="unitId">The unit.</param>
    /// <returns>The code of the group, or null when the programme does not bind the unit.</returns>
    public string? GroupOf(string unitId) => Subjects.FirstOrDefault(s => string.Equals(s.UnitId, unitId, StringComparison.Ordinal))?.GroupCode;
}

/// <summary>A document that a programme carries out (văn bản căn cứ).</summary>
/// <param name="Number">Its number, or what it is called.</param>
/// <param name="IssuedOn">When it was issued; null: not known.</param>
/// <param name="Basis">Its citation.</param>
public sealed record ProgrammeBasis(string Number, LocalDate? IssuedOn, LegalBasis Basis);

/// <summary>A goal of a programme (mục tiêu).</summary>
/// <param name="Id">Its identifier in the programme.</param>
/// <param name="Text">What is to be reached.</param>
public sealed record ProgrammeGoal(string Id, BilingualText Text);

/// <summary>A group of units of one kind, compared with each other only (nhóm đối tượng cùng loại).</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record SubjectGroup(string Code, BilingualText Name);

/// <summary>A unit that a programme binds (đối tượng thực hiện).</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="GroupCode">Its group.</param>
public sealed record ProgrammeSubject(string UnitId, string GroupCode);

/// <summary>What a period of a programme is about (chủ đề của kỳ, năm trọng tâm).</summary>
/// <param name="Id">Its identifier; for example "2024".</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Theme">What it is about.</param>
public sealed record PeriodTheme(string Id, LocalDate From, LocalDate To, BilingualText Theme)
{
    /// <summary>Whether it is the focus of the programme (trọng tâm).</summary>
    public bool IsFocus { get; init; }

    /// <summary>What is to be reached by its end.</summary>
    public ValueList<ProgrammeTarget> Targets { get; init; } = [];
}

/// <summary>Which side of a target is good (chiều của chỉ tiêu).</summary>
public enum TargetDirection
{
    /// <summary>The value is to be reached or passed (đạt tối thiểu).</summary>
    AtLeast = 0,

    /// <summary>The value is not to be passed (không vượt quá).</summary>
    AtMost = 1,
}

/// <summary>A number to be reached (chỉ tiêu).</summary>
/// <param name="Measure">The code of what is measured; for example "done_on_time_percent".</param>
/// <param name="Name">What is measured, and in what.</param>
/// <param name="Value">The number.</param>
/// <param name="Direction">Which side is good.</param>
public sealed record ProgrammeTarget(string Measure, BilingualText Name, decimal Value, TargetDirection Direction)
{
    /// <summary>The unit that has to reach it; null: every unit that the programme binds.</summary>
    public string? UnitId { get; init; }

    /// <summary>Whether the number is an example that no document states (minh họa).</summary>
    public bool IsIllustrative { get; init; }
}
