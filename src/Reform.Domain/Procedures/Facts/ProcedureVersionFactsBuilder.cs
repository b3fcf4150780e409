using System.Globalization;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Puts the facts of a version together from what its review, its limits and its burden come to.</summary>
internal sealed class ProcedureVersionFactsBuilder(
    Procedure procedure, ProcedureVersion version, ProcedureCatalogue sources, LocalDate on, WorkCalendar calendar)
{
    private readonly ValueList<Reason> review = ProcedureReview.Of(version, sources, on);

    public ProcedureVersionFacts Build(string? unitId)
    {
        int number = PublicationJudge.NumberOf(procedure, version);
        List<ProcedureSource> cited = [.. version.TimeLimits.Select(l => (l.InForceOn(on) ?? l.Terms).SourceId).Distinct(StringComparer.Ordinal)
            .Select(sources.FindSource).OfType<ProcedureSource>()];
        var burden = BurdenScore.Of(version, on);
        (LocalDate? due, int expiring) = Lapses();
        List<InnerLimit> inner = [.. InnerLimit.Of(version, on)];
        List<(ProcedureTimeLimit Total, TimeLimit Most, long? Sum)> sums = [.. LevelReview.SumsAgainstTotal(version, on)];
        List<Reason> tooLong =
            [.. review.Where(r => string.Equals(r.Code, ProcedureReview.InnerLonger.Code, StringComparison.Ordinal)), .. LevelReview.StepsAgainstTotal(version, on)];
        return new ProcedureVersionFacts
        {
            Id = procedure.Code + "/" + number.ToString(CultureInfo.InvariantCulture),
            ProcedureCode = procedure.Code,
            Version = number,
            On = on,
            UnitId = unitId,
            System = procedure.System,
            IsWritten = version.IsWritten,
            Steps = version.Steps.Count,
            StepsWithoutUnit = version.Steps.Count(s => string.IsNullOrWhiteSpace(s.Unit)),
            StepsWithoutOutput = Found(ProcedureReview.NoOutput),
            UnitsTwice = Found(ProcedureReview.Returns),
            HasDecision = version.Steps.Count > 0 && Found(ProcedureReview.NoDecision) == 0,
            HasResult = !string.IsNullOrWhiteSpace(version.Result),
            HasBasis = version.Basis.Count > 0,
            SaysLimit = Found(ProcedureReview.NoTotal) == 0 || version.TimeLimits.Any(l => l.Scope == LimitScope.None),
            Documents = version.Documents?.Count,
            DuplicateDocuments = Found(ProcedureReview.Duplicate),
            OwnDocuments = Found(ProcedureReview.OwnDocument),
            DocumentsWithoutIssuer = version.Documents?.Count(d => d.IssuedBy is null) ?? 0,
            DocumentsThatLapse = version.Documents?.Count(d => d.Validity is not null) ?? 0,
            DocumentsThatExpire = expiring,
            DecisionDueOn = due,
            Instruments = cited.Count,
            InstrumentsInForce = cited.Count(s => s.Validity.Contains(on)),
            LimitsOutOfForce = Found(ProcedureReview.NotInForce),
            InnerLimits = inner.Count + sums.Count,
            InnerLimitsTooLong = tooLong.Count,
            InnerLimitsNotComparable = inner.Count(i => i.Over is null) + sums.Count(s => s.Sum is null),
            TooLongVietnamese = tooLong.FirstOrDefault()?.Sentence.Vietnamese,
            TooLongEnglish = tooLong.FirstOrDefault()?.Sentence.English,
            Burden = burden.Score,
            IsBurdenPartial = burden.IsPartial,
        };
    }

    private int Found(ReasonKind kind) => review.Count(r => string.Equals(r.Code, kind.Code, StringComparison.Ordinal));

    private (LocalDate? Due, int Expiring) Lapses()
    {
        try
        {
            return (LevelReview.LongestDue(version, on, calendar), LevelReview.DocumentsThatExpire(version, on, calendar).Count);
        }
        catch (CalendarRangeException)
        {
            return (null, 0);
        }
    }
}
