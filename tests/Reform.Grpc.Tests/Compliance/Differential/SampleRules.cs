using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Delegation;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Grpc.Tests.Compliance.Differential;

/// <summary>Made-up rules over the facts of cases: between them, every form of condition that a database translates.</summary>
internal static class SampleRules
{
    /// <summary>A date about which those of the facts lie.</summary>
    public static readonly LocalDate Pivot = new(2025, 7, 1);

    public static LegalBasis Basis { get; } = new(BilingualText.Same("made up"));

    public static RuleBook<CaseFacts> Book { get; } = new(CaseSubjects.Flat, All(), [new UnitThreshold("S-40", "most", "Đơn", 2, default, Basis)]);

    /// <summary>A rule of one condition.</summary>
    public static ComplianceRule<CaseFacts> One(string code, System.Linq.Expressions.Expression<Func<CaseFacts, bool>> requires) => new Stated(code, Specification.Where(requires));

    private static IEnumerable<ComplianceRule<CaseFacts>> All()
    {
        LocalDate day = Pivot;
        LocalDate? someDay = Pivot;
        LocalDate? noDay = null;
        int two = 2;
        bool yes = true;
        string text = "Đơn";
        string?[] names = ["Đơn", "x", null];
        CaseState[] states = [CaseState.Closed, CaseState.Decided];
        LocalDate?[] days = [day, null];
        return
        [
            // Comparisons with what may be null, and their negations.
            One("S-01", c => c.EndedOn <= c.ComputedDueOn),
            One("S-02", c => !(c.EndedOn < c.ComputedDueOn)),
            One("S-03", c => !(c.EndedOn < day && c.ReceivedOn <= c.EndedOn)),
            One("S-04", c => !(c.WorkingDaysUsed > two) || !(c.WorkingDaysStopped >= 1)),
            One("S-05", c => !!(c.Satisfaction < two)),
            One("S-06", c => !(c.EndedOn > someDay)),
            One("S-07", c => !(c.EndedOn > noDay)),
            One("S-08", c => !((c.ComputedDueOn ?? c.AppointedOn) < c.EndedOn)),
            One("S-09", c => !(c.SlowestStep + c.ReworkRuns * 2 > c.StepsExpected - 1)),

            // Equality with what may be null.
            One("S-10", c => c.EndedOn == c.ComputedDueOn),
            One("S-11", c => c.Channel != c.Territory),
            One("S-12", c => !(c.SlowestUnitId == c.UnitId)),
            One("S-13", c => c.Outcome != CaseOutcome.Refused),
            One("S-14", c => !(c.DecisionAuthority == AuthorityVerdict.Competent)),
            One("S-15", c => c.Channel == text || c.Channel == ""),
            One("S-16", c => !(c.UnitId == text)),

            // Truth values that may be null.
            One("S-17", c => c.RefusalHasReason == true),
            One("S-18", c => c.RefusalHasReason != true && c.RefusalHasBasis != false),
            One("S-19", c => !(c.RefusalHasReason ?? c.AskedForPaper)),
            One("S-20", c => c.EffectiveDateIsWrong.HasValue && !c.EffectiveDateIsWrong.Value),
            One("S-21", c => !c.EffectiveDateIsWrong.GetValueOrDefault()),
            One("S-22", c => c.IsSecret == (c.EndedOn < c.ComputedDueOn)),
            One("S-23", c => (c.EndedOn < c.ComputedDueOn) == c.RefusalHasBasis),
            One("S-24", c => c.IsSecret ^ (c.Satisfaction >= two)),
            One("S-25", c => (c.IsSecret & !(c.Satisfaction >= two)) | (c.IsDueInstant != yes)),

            // Choices.
            One("S-26", c => c.EndedOn < c.ComputedDueOn ? c.IsSecret : !(c.AppointedOn > c.ComputedDueOn)),
            One("S-27", c => (!(c.EndedOn < c.ComputedDueOn) ? c.Suspensions : c.Extensions) > 1),
            One("S-28", c => !((c.EndedOn == null ? c.AsOf : c.EndedOn) > c.ComputedDueOn)),

            // Lists, texts, kinds, null itself, whole numbers of 64 bits.
            One("S-29", c => names.Contains(c.Channel)),
            One("S-30", c => !names.Contains(c.Territory)),
            One("S-31", c => !states.Contains(c.State)),
            One("S-32", c => days.Contains(c.EndedOn)),
            One("S-33", c => string.IsNullOrEmpty(c.Channel) || !c.Channel.Contains("ơn")),
            One("S-34", c => c.State > CaseState.Received && !(c.Outcome >= CaseOutcome.Refused)),
            One("S-35", c => c.StepsDone * 100L >= 40 * (long)c.StepsExpected),
            One("S-36", c => !(c.Satisfaction != null && c.Satisfaction.Value < 3) && !(c.EndedOn.HasValue && c.EndedOn.Value <= day)),

            // What needs facts, applies to some only, binds in a period, has thresholds, is broken by one of several conditions.
            new Needing(),
            new Thresholded(new Validity(null, Pivot)),
            new Thresholded(new Validity(Pivot, Pivot.PlusDays(30))),
            new ManyConditions(),
        ];
    }

    private class Stated(string code, Specification<CaseFacts> requires) : ComplianceRule<CaseFacts>(code, Severity.Warning, BilingualText.Same(code), SampleRules.Basis)
    {
        private static readonly ReasonKind Breach = new("sample", "mẫu", "sample");

        protected override Specification<CaseFacts> Requires => requires;

        protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis);
    }

    private sealed class Needing() : Stated("S-38", Specification.Where<CaseFacts>(c => c.EndedOn!.Value <= c.ComputedDueOn!.Value && !(c.ReturnedOn < c.EndedOn)))
    {
        protected override Specification<CaseFacts> AppliesWhen => Where(c => !(c.Suspensions > 1) && c.Outcome != CaseOutcome.Withdrawn);

        protected override IEnumerable<Fact<CaseFacts>> Needs =>
        [
            new("ended_on", BilingualText.Same("ended"), Where(c => c.EndedOn != null)),
            new("due_on", BilingualText.Same("due"), Where(c => c.ComputedDueOn != null)),
        ];
    }

    private sealed class Thresholded(Validity validity) : Stated("S-40", Specification.Always<CaseFacts>())
    {
        private static readonly RuleParameter Most = new("most", BilingualText.Same("most"), Tightening.Lower, new DatedValues<int>(
        [
            new Dated<int>(3, new Validity(null, Pivot.PlusDays(-3)), SampleRules.Basis),
            new Dated<int>(2, new Validity(Pivot.PlusDays(-3), null), SampleRules.Basis),
        ]));

        protected override Validity Validity => validity;

        protected override IEnumerable<RuleParameter> Parameters => [Most];

        protected override Specification<CaseFacts> Requires
        {
            get
            {
                int most = ValueOf(Most);
                return Where(c => !(c.WorkingDaysUsed > most));
            }
        }
    }

    private sealed class ManyConditions() : Stated("S-41", Specification.Always<CaseFacts>())
    {
        protected override Specification<CaseFacts> AppliesWhen => Where(c => c.ReceivedOn >= Pivot) | !Where(c => c.AppointedOn >= c.ReceivedOn);

        protected override IEnumerable<Condition<CaseFacts>> Conditions =>
        [
            new("in_time", BilingualText.Same("in time"), !Where(c => c.ReturnedOn > c.AppointedOn), new Fact<CaseFacts>("appointed_on", BilingualText.Same("appointed"), Where(c => c.AppointedOn != null))),
            new("answered", BilingualText.Same("answered"), Where(c => c.Satisfaction!.Value >= 2), new Fact<CaseFacts>("satisfaction", BilingualText.Same("answer"), Where(c => c.Satisfaction != null))),
            new("told", BilingualText.Same("told"), Where(c => c.IsSecret || c.ResultNotifiedOn <= c.ReturnedOn)),
        ];
    }
}
