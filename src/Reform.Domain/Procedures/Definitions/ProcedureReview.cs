using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Reviews a procedure before any case of it exists (rà soát thủ tục).</summary>
public static class ProcedureReview
{
    internal static readonly ReasonKind NotInForce = new(
        "procedure_basis_not_in_force",
        "Thời hạn '{limit}': văn bản {source} không có hiệu lực ngày {on}",
        "Time limit '{limit}': the instrument {source} is not in force on {on}");

    private static readonly ReasonKind Gap = new(
        "procedure_limit_gap",
        "Thời hạn '{limit}': không có quy định từ {from} đến trước {to}",
        "Time limit '{limit}': nothing is recorded from {from} until before {to}");

    internal static readonly ReasonKind InnerLonger = new(
        "procedure_step_longer_than_total",
        "Thời hạn bước '{limit}' ({amount} {unit}) dài hơn thời hạn toàn bộ '{total}' ({most} {unit}), cùng mốc tính",
        "The step limit '{limit}' ({amount} {unit}) is longer than the total '{total}' ({most} {unit}), from the same event");

    internal static readonly ReasonKind Duplicate = new(
        "procedure_duplicate_document",
        "Thành phần hồ sơ '{document}' được yêu cầu nhiều lần",
        "The document '{document}' is required more than once");

    internal static readonly ReasonKind Returns = new(
        "procedure_unit_twice",
        "Đơn vị '{unit}' xử lý lại ở bước {step} sau khi hồ sơ đã qua đơn vị khác",
        "The unit '{unit}' handles the file again in step {step}, after another unit had it");

    internal static readonly ReasonKind NoOutput = new(
        "procedure_step_without_output", "Bước {step} không ghi kết quả", "Step {step} records no output");

    private static readonly ReasonKind NoSteps = new(
        "procedure_without_steps", "Thủ tục chưa có bước nào", "The procedure has no steps");

    private static readonly ReasonKind Unwritten = new(
        "procedure_unwritten", "Quy trình chưa được ban hành bằng văn bản", "The procedure is written down nowhere");

    private static readonly ReasonKind NoDocumentsRecorded = new(
        "procedure_documents_not_recorded",
        "Chưa ghi thành phần hồ sơ; nếu không yêu cầu giấy tờ thì phải ghi rõ là không",
        "The required documents are not recorded; where none is required, that has to be said");

    internal static readonly ReasonKind NoDecision = new(
        "procedure_without_decision", "Không bước nào ghi ai quyết định", "No step records who decides");

    internal static readonly ReasonKind OwnDocument = new(
        "procedure_document_of_own_unit",
        "Yêu cầu nộp '{document}' do chính {unit} cấp",
        "'{document}' is required, which {unit} issues itself");

    internal static readonly ReasonKind NoTotal = new(
        "procedure_without_total", "Thủ tục không có thời hạn toàn bộ", "The procedure has no total time limit");

    /// <summary>Reviews a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="sources">The instruments that it cites.</param>
    /// <param name="on">The date on which they have to be in force.</param>
    /// <returns>What was found: incompleteness, then limits, steps and documents, each in the order of the version.</returns>
    public static ValueList<Reason> Of(ProcedureVersion version, ProcedureCatalogue sources, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(sources);
        return Incomplete(version).Concat(Limits(version, sources, on)).Concat(Steps(version)).Concat(Documents(version)).ToValueList();
    }

    private static IEnumerable<Reason> Incomplete(ProcedureVersion version)
    {
        if (!version.IsWritten)
        {
            yield return Unwritten.Because(null);
        }

        if (version.Steps.Count == 0)
        {
            yield return NoSteps.Because(null);
        }
        else if (version.Steps.All(s => s.Vote is null && s.Decider is null && s.PowerId is null))
        {
            yield return NoDecision.Because(null);
        }

        if (version.Documents is null)
        {
            yield return NoDocumentsRecorded.Because(null);
        }

        if (version.TimeLimits.All(l => l.Scope != LimitScope.Total))
        {
            yield return NoTotal.Because(null);
        }
    }

    private static IEnumerable<Reason> Limits(ProcedureVersion version, ProcedureCatalogue sources, LocalDate on)
    {
        foreach (ProcedureTimeLimit limit in version.TimeLimits)
        {
            LimitTerms terms = limit.InForceOn(on) ?? limit.Terms;
            if (sources.FindSource(terms.SourceId) is ProcedureSource source && !source.Validity.Contains(on))
            {
                yield return NotInForce.Because(null, ("limit", limit.Id), ("source", source.Number), ("on", on));
            }

            for (int i = 1; i < limit.History.Count; i++)
            {
                if (limit.History[i - 1].Validity.To is LocalDate end && limit.History[i].Validity.From is LocalDate start && end < start)
                {
                    yield return Gap.Because(null, ("limit", limit.Id), ("from", end), ("to", start));
                }
            }

            foreach (InnerLimit inner in InnerLimit.Of(version, on).Where(i => i.Step == limit && i.Over > 0))
            {
                yield return InnerLonger.Because(
                    null,
                    ("limit", limit.Id),
                    ("amount", inner.Length!.Amount),
                    ("unit", TimeUnits.NameOf(inner.Length.Unit)),
                    ("total", inner.Total.Id),
                    ("most", inner.Most!.Amount));
            }
        }
    }

    private static IEnumerable<Reason> Steps(ProcedureVersion version)
    {
        for (int i = 0; i < version.Steps.Count; i++)
        {
            ProcedureStep step = version.Steps[i];
            if (step.Output is null)
            {
                yield return NoOutput.Because(null, ("step", step.Number));
            }

            if (i > 1 && !SameUnit(step, version.Steps[i - 1]) && version.Steps.Take(i - 1).Any(s => SameUnit(s, step)))
            {
                yield return Returns.Because(null, ("unit", step.Unit), ("step", step.Number));
            }
        }
    }

    private static bool SameUnit(ProcedureStep one, ProcedureStep other) => string.Equals(one.Unit, other.Unit, StringComparison.Ordinal);

    private static IEnumerable<Reason> Documents(ProcedureVersion version) =>
        (version.Documents ?? []).GroupBy(d => d.Name).Where(g => g.Count() > 1).Select(g => Duplicate.Because(null, ("document", g.Key)))
            .Concat((version.Documents ?? []).Where(d => d.IssuedBy is string unit && (unit == version.DecidingUnit || unit == version.ReceivingUnit))
                .Select(d => OwnDocument.Because(null, ("document", d.Name), ("unit", d.IssuedBy!))));
}
