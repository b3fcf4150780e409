using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Why a time limit is read as it is.</summary>
internal static class InterpretationReasons
{
    public static readonly ReasonKind HistoryMissing = new(
        "limit_history_not_recorded",
        "Thời hạn '{limit}': lịch sử chưa được ghi nhận, dùng quy định đọc gần nhất",
        "Time limit '{limit}': its history is not recorded; the terms last read are used");

    public static readonly ReasonKind NoTermsOn = new(
        "limit_terms_not_recorded",
        "Thời hạn '{limit}': không có quy định được ghi nhận cho ngày {on}",
        "Time limit '{limit}': no terms are recorded for {on}");

    public static readonly ReasonKind Interpreted = new(
        "interpretation_in_force",
        "Theo giải thích '{interpretation}' của {issuer}: {meaning}",
        "By the interpretation '{interpretation}' of {issuer}: {meaning}");

    public static readonly ReasonKind Open = new(
        "interpretation_question_open",
        "Câu hỏi '{question}' ngày {asked} chưa có giải thích có hiệu lực cho ngày {on}: mọi cách hiểu đều được tính",
        "The question '{question}' of {asked} has no interpretation in force for {on}: every reading is computed");

    public static readonly ReasonKind Prevails = new(
        "interpretation_of_higher_level_prevails",
        "Các giải thích khác nhau: {interpretations}; theo '{prevailing}' của cấp cao hơn",
        "Interpretations differ: {interpretations}; that of the higher level prevails, '{prevailing}'");

    public static readonly ReasonKind SameLevel = new(
        "interpretations_of_one_level_differ",
        "Các giải thích đang có hiệu lực khác nhau và cùng cấp: {interpretations}",
        "Interpretations in force differ and are of one level: {interpretations}");

    public static readonly ReasonKind NoLevel = new(
        "interpretations_without_level_differ",
        "Các giải thích đang có hiệu lực khác nhau và chưa ghi đủ cấp ban hành: {interpretations}",
        "Interpretations in force differ, and not every issuer's level is recorded: {interpretations}");

    public static readonly ReasonKind Waiting = new(
        "question_within_limit", "Câu hỏi '{question}' chưa trả lời, hạn ngày {due}", "The question '{question}' is not answered; due on {due}");

    public static readonly ReasonKind PastLimit = new(
        "question_open_past_limit", "Câu hỏi '{question}' quá hạn trả lời từ ngày {due}", "The question '{question}' is not answered and was due on {due}");

    public static readonly ReasonKind InTime = new(
        "question_answered_in_time",
        "Câu hỏi '{question}' được trả lời ngày {answered}, trong hạn {due}",
        "The question '{question}' was answered on {answered}, in time for {due}");

    public static readonly ReasonKind Late = new(
        "question_answered_late",
        "Câu hỏi '{question}' được trả lời ngày {answered}, sau hạn {due}",
        "The question '{question}' was answered on {answered}, after {due}");

    public static readonly ReasonKind NoDue = new(
        "question_without_due",
        "Câu hỏi '{question}' không tính được hạn trả lời: {why}",
        "The question '{question}' has no due date that can be computed: {why}");

    public static readonly BilingualText NoLimit = new("chưa ghi thời hạn", "no limit is recorded");

    public static Reason OpenOn(InterpretationQuestion question, LocalDate on) =>
        Open.Because(null, ("question", question.Id), ("asked", question.AskedOn), ("on", on));

    public static Reason By(Interpretation interpretation) => Interpreted.Because(
        interpretation.Instrument,
        ("interpretation", interpretation.Id),
        ("issuer", interpretation.Issuer),
        ("meaning", interpretation.Reading.Meaning));
}
