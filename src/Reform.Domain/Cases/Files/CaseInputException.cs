using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Events that are no case, or do not fit one: nothing of them was taken in (lỗi dữ liệu của hồ sơ).</summary>
/// <remarks>
/// The codes: of values blank, no_pseudonym, no_sha256, no_step_number, score_out_of_range, nothing_asked_for, after_receipt, milestone_twice; of records empty_record, duplicate_record,
/// unknown_record, corrected_twice, recorded_out_of_order, empty_case; of transitions those of <see cref="CaseTransitions"/>.
/// </remarks>
public sealed class CaseInputException : ArgumentException
{
    internal CaseInputException(string code, string field, BilingualText message)
        : base(field + ": " + message.English, field)
    {
        Code = code;
        Field = field;
        Problem = message;
    }

    /// <summary>The stable snake_case code; programs branch on it.</summary>
    public string Code { get; }

    /// <summary>The field, as a path from the argument; for example "records[3].at".</summary>
    public string Field { get; }

    /// <summary>What is wrong, and by which rule, in both languages.</summary>
    public BilingualText Problem { get; }

    internal static CaseInputException Of(string code, string field, string vietnamese, string english) =>
        new(code, field, new BilingualText(vietnamese, english));
}

/// <summary>Checks that events share.</summary>
internal static class CaseInput
{
    public static string NotBlank(string field, string? text) => string.IsNullOrWhiteSpace(text)
        ? throw CaseInputException.Of("blank", field, "không được để trống", "must not be blank")
        : text;

    public static int Step(string field, int step) => step >= 1
        ? step
        : throw CaseInputException.Of("no_step_number", field, "số bước phải từ 1 trở lên", "a step number is 1 or more");
}
