namespace Reform.Domain.Deadlines;

/// <summary>From when the limit of a step is counted (mốc tính thời hạn của bước).</summary>
public enum StepStart
{
    /// <summary>From the end of the step before; the first step from the receipt (nối tiếp bước trước).</summary>
    PreviousStep = 0,

    /// <summary>From the receipt, beside the steps before (tính từ khi tiếp nhận).</summary>
    Receipt = 1,
}
