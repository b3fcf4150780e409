using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A time limit of a procedure (thời hạn của thủ tục), with what starts it, what it bounds and where it comes from.</summary>
/// <param name="Id">Its identifier, unique in its version; steps of other procedures may be bound by it too.</param>
/// <param name="Name">What has to happen within it.</param>
/// <param name="Scope">What it bounds.</param>
/// <param name="Direction">Which way it is counted.</param>
/// <param name="Terms">The limit as last read.</param>
public sealed record ProcedureTimeLimit(string Id, BilingualText Name, LimitScope Scope, CountDirection Direction, LimitTerms Terms)
{
    /// <summary>The event that ends it; for example "decision.date".</summary>
    public required string EndEvent { get; init; }

    /// <summary>The article of the instrument that the limit was last read in; null: none is recorded.</summary>
    public string? Place { get; init; }

    /// <summary>What follows when it is broken; null: nothing is recorded.</summary>
    public string? OnBreach { get; init; }

    /// <summary>The kind of unit or person that answers for it; null: none is recorded.</summary>
    public string? Responsible { get; init; }

    /// <summary>The territory or level that alone it binds; null: it binds everywhere.</summary>
    public string? AppliesTo { get; init; }

    /// <summary>The limit as the instruments changed it, oldest first; empty: its history is not recorded.</summary>
    public ValueList<DatedLimitTerms> History { get; init; } = [];

    /// <summary>The article of some terms: that of the limit where they stand in the same instrument; null: not recorded.</summary>
    /// <param name="terms">The terms.</param>
    /// <returns>The article, or null.</returns>
    public string? PlaceOf(LimitTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return string.Equals(terms.SourceId, Terms.SourceId, StringComparison.Ordinal) ? Place : null;
    }

    /// <summary>The terms in force on a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The terms, or null when the history is not recorded, or says nothing of that date.</returns>
    public LimitTerms? InForceOn(LocalDate date) => History.FirstOrDefault(h => h.Validity.Contains(date))?.Terms;
}

/// <summary>Terms of a time limit and when they were in force (thời hạn theo từng giai đoạn hiệu lực).</summary>
/// <param name="Validity">When.</param>
/// <param name="Terms">The terms.</param>
public sealed record DatedLimitTerms(Validity Validity, LimitTerms Terms);

/// <summary>The length of a time limit and what it depends on (nội dung thời hạn).</summary>
/// <param name="Limit">The length; null: there is none (a cut-off, no limit stated, or exactly at the start event; the scope says which).</param>
/// <param name="StartEvent">The event that starts it; for example "cell.resolution.date".</param>
/// <param name="SourceId">The instrument.</param>
/// <param name="Confidence">How well it is known.</param>
public sealed record LimitTerms(TimeLimit? Limit, string StartEvent, string SourceId, SourceConfidence Confidence)
{
    /// <summary>The time of day after which a receipt counts as the next day's; null but for <see cref="LimitScope.CutOff"/>.</summary>
    public LocalTime? CutOff { get; init; }

    /// <summary>Whether and how far it may be extended; null: not recorded as extensible.</summary>
    public LimitExtension? Extension { get; init; }

    /// <summary>A note on how it is read; null: none.</summary>
    public string? Note { get; init; }
}

/// <summary>How far a time limit may be extended (gia hạn).</summary>
/// <param name="Condition">On what condition.</param>
/// <param name="Times">How often; null: no number is stated.</param>
/// <param name="Length">How long at most each time; null: no length is stated.</param>
public sealed record LimitExtension(string Condition, int? Times, TimeLimit? Length);
