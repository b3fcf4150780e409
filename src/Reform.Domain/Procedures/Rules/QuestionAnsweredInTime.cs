using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A question of interpretation is answered within its limit (câu hỏi về cách hiểu được trả lời đúng hạn); one within its limit is not judged yet.</summary>
public sealed class QuestionAnsweredInTime() : ComplianceRule<QuestionFacts>(
    "CR-PRC-06",
    Severity.Error,
    InterpretationsAgree.ReadingNotSettled,
    LegalBasis.Programme72("nhiều cách hiểu khác nhau", "read in different ways"))
{
    private static readonly ReasonKind Open = new(
        "interpretation_question_overdue",
        "Câu hỏi '{question}' chưa trả lời, hạn ngày {due}",
        "The question '{question}' is not answered; the answer was due on {due}");

    private static readonly ReasonKind Late = new(
        "interpretation_question_answered_late",
        "Câu hỏi '{question}' trả lời ngày {answered}, sau hạn {due}",
        "The question '{question}' was answered on {answered}, after {due}");

    /// <inheritdoc/>
    protected override Specification<QuestionFacts> AppliesWhen => Where(f => f.State != QuestionState.Open);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<QuestionFacts>> Needs =>
    [
        new Fact<QuestionFacts>(
            "answer_due",
            new BilingualText("hạn trả lời", "when the answer is due"),
            Specification.Where<QuestionFacts>(f => f.DueOn != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<QuestionFacts> Requires => Where(f => f.State == QuestionState.AnsweredInTime);

    /// <inheritdoc/>
    protected override Reason Because(QuestionFacts subject) => subject.AnsweredOn is LocalDate answered
        ? Late.Because(Info.Basis, ("question", subject.Id), ("answered", answered), ("due", subject.DueOn!.Value))
        : Open.Because(Info.Basis, ("question", subject.Id), ("due", subject.DueOn!.Value));
}
