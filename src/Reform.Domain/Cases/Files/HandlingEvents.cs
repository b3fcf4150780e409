using Reform.Domain.Deadlines;

namespace Reform.Domain.Cases;

/// <summary>A step was begun (bắt đầu bước).</summary>
/// <param name="At">When.</param>
/// <param name="Step">The number of the step in the procedure; 1 or more.</param>
/// <exception cref="CaseInputException">The number is less than 1 (no_step_number).</exception>
public sealed record StepStarted(CaseTime At, int Step) : CaseEvent(At)
{
    /// <summary>The number of the step.</summary>
    public int Step { get; } = CaseInput.Step("step", Step);

    /// <summary>The unit that takes the file for it (đơn vị nhận xử lý); null: the one that holds it.</summary>
    public string? UnitId { get; init; }

    /// <summary>The position or pseudonymous account that it lies with (người được giao); null: not said.</summary>
    public string? Assignee { get; init; }
}

/// <summary>A step was done (hoàn thành bước).</summary>
/// <param name="At">When.</param>
/// <param name="Step">The number of the step.</param>
/// <exception cref="CaseInputException">The number is less than 1 (no_step_number).</exception>
public sealed record StepFinished(CaseTime At, int Step) : CaseEvent(At)
{
    /// <summary>The number of the step.</summary>
    public int Step { get; } = CaseInput.Step("step", Step);
}

/// <summary>A file was sent back to an earlier step (trả lại để làm lại): the open step ends without result, the earlier one is open again.</summary>
/// <param name="At">When.</param>
/// <param name="Step">The open step that gives it back.</param>
/// <param name="ToStep">The step that has to be done again; it was done before.</param>
/// <param name="Reason">Why.</param>
/// <exception cref="CaseInputException">A number is less than 1 (no_step_number), or the reason is blank (blank).</exception>
public sealed record StepReturned(CaseTime At, int Step, int ToStep, string Reason) : CaseEvent(At)
{
    /// <summary>The open step.</summary>
    public int Step { get; } = CaseInput.Step("step", Step);

    /// <summary>The step that has to be done again.</summary>
    public int ToStep { get; } = CaseInput.Step("to_step", ToStep);

    /// <summary>Why.</summary>
    public string Reason { get; } = CaseInput.NotBlank("reason", Reason);

    /// <summary>The unit that takes it; null: the one that holds the file.</summary>
    public string? UnitId { get; init; }

    /// <summary>Whom it lies with then; null: not said.</summary>
    public string? Assignee { get; init; }
}

/// <summary>The file went to another unit (chuyển hồ sơ).</summary>
/// <param name="At">When.</param>
/// <param name="ToUnitId">The unit that holds it from then on.</param>
/// <exception cref="CaseInputException">The unit is blank (blank).</exception>
public sealed record CaseTransferred(CaseTime At, string ToUnitId) : CaseEvent(At)
{
    /// <summary>The unit that holds it from then on.</summary>
    public string ToUnitId { get; } = CaseInput.NotBlank("to_unit", ToUnitId);
}

/// <summary>Another unit was asked for its opinion (lấy ý kiến phối hợp).</summary>
/// <param name="At">When.</param>
/// <param name="ConsultationId">Its identifier, unique in the case.</param>
/// <param name="UnitId">The unit that is asked.</param>
/// <exception cref="CaseInputException">A text is blank (blank).</exception>
public sealed record ConsultationRequested(CaseTime At, string ConsultationId, string UnitId) : CaseEvent(At)
{
    /// <summary>Its identifier.</summary>
    public string ConsultationId { get; } = CaseInput.NotBlank("consultation", ConsultationId);

    /// <summary>The unit that is asked.</summary>
    public string UnitId { get; } = CaseInput.NotBlank("unit", UnitId);

    /// <summary>How long it has; null: no limit was set, and nothing of it is ever late.</summary>
    public TimeLimit? Limit { get; init; }
}

/// <summary>The opinion came (trả lời lấy ý kiến).</summary>
/// <param name="At">When.</param>
/// <param name="ConsultationId">The identifier of the request.</param>
/// <exception cref="CaseInputException">The identifier is blank (blank).</exception>
public sealed record ConsultationAnswered(CaseTime At, string ConsultationId) : CaseEvent(At)
{
    /// <summary>The identifier of the request.</summary>
    public string ConsultationId { get; } = CaseInput.NotBlank("consultation", ConsultationId);
}

/// <summary>The case was urged (đôn đốc).</summary>
/// <param name="At">When.</param>
public sealed record CaseUrged(CaseTime At) : CaseEvent(At);
