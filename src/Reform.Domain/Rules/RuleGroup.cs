using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>The editions of one code. At most one binds for a date and a unit.</summary>
internal sealed record RuleGroup<T>(ComplianceRule<T> Latest, ValueList<RuleEdition<T>> Editions)
{
    private static readonly MissingFact GoverningDate =
        new("governing_date", new BilingualText("ngày xác định quy tắc áp dụng", "the date that tells which rules apply"));

    /// <summary>Whether the date of an object chooses the edition.</summary>
    public bool IsDated { get; } = Editions.Any(e => e.Validity != default);

    public RuleEdition<T>? For(LocalDate? date, string? unit)
    {
        foreach (RuleEdition<T> edition in Editions.AsSpan())
        {
            if (edition.Binds(date, unit))
            {
                return edition;
            }
        }

        return null;
    }

    public Judgement Judge(T subject, LocalDate? date, string? unit) =>
        For(date, unit) is RuleEdition<T> edition ? edition.Rule.Judge(subject)
        : date is null && IsDated ? Latest.Undecided(ValueList.Create<MissingFact>([GoverningDate]))
        : new Judgement(Latest.Info, Verdict.NotApplicable, null, []);
}
