using System.Linq.Expressions;
using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>What rules have to know of the objects that they judge (đối tượng): who it is, by the law of which date, of which unit.</summary>
/// <typeparam name="T">The type of the objects: flat facts, one value in each property.</typeparam>
/// <param name="Kind">The snake_case name of the kind; for example "case".</param>
/// <param name="Label">The name as a clerk reads it.</param>
/// <param name="Id">The identifier of an object.</param>
/// <param name="GovernedOn">The date by whose rules an object is judged.</param>
/// <param name="UnitId">The unit that answers for it.</param>
public sealed record RuleSubject<T>(
    string Kind,
    BilingualText Label,
    Expression<Func<T, string>> Id,
    Expression<Func<T, LocalDate?>> GovernedOn,
    Expression<Func<T, string?>> UnitId)
{
    private readonly Lazy<(Func<T, string> Id, Func<T, LocalDate?> On, Func<T, string?> Unit)> readers =
        new(() => (Id.Compile(), GovernedOn.Compile(), UnitId.Compile()));

    /// <summary>The date on which the unit had to answer for the object: whose head is named. Null: the date of judgement.</summary>
    public Func<T, LocalDate?>? AnswersOn { get; init; }

    /// <summary>The names of its facts as a clerk reads them, by the name of the property; what is not here is shown by that name.</summary>
    public IReadOnlyDictionary<string, BilingualText> Words { get; init; } = new Dictionary<string, BilingualText>(StringComparer.Ordinal);

    /// <summary>The identifier of an object.</summary>
    /// <param name="subject">The object.</param>
    /// <returns>The identifier.</returns>
    public string IdOf(T subject) => readers.Value.Id(subject);

    /// <summary>The date by whose rules an object is judged.</summary>
    /// <param name="subject">The object.</param>
    /// <returns>The date; null: it is not known.</returns>
    public LocalDate? DateOf(T subject) => readers.Value.On(subject);

    /// <summary>The unit that answers for an object.</summary>
    /// <param name="subject">The object.</param>
    /// <returns>The unit; null: it is not known.</returns>
    public string? UnitOf(T subject) => readers.Value.Unit(subject);

    internal LocalDate? AnswersOnOf(T subject) => AnswersOn?.Invoke(subject);

    /// <summary>The name of a fact as a clerk reads it.</summary>
    /// <param name="property">The name of the property.</param>
    /// <returns>The name in both languages.</returns>
    public BilingualText WordOf(string property) => Words.TryGetValue(property, out BilingualText? word) ? word : BilingualText.Same(property);
}
