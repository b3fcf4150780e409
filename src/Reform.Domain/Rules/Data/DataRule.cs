using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>
/// A rule as data (quy tắc bằng dữ liệu), for those who do not write programs: two filters, texts and a basis. It judges in memory, as a query,
/// and explains itself as every other rule.
/// </summary>
/// <remarks>
/// What is joined by AND at the top of the requirement are conditions of their own; each needs the facts that it compares and that may be
/// unknown. An object to which <see cref="DataRuleText.AppliesWhen"/> compares an unknown fact is not one that the rule concerns.
/// </remarks>
/// <typeparam name="T">The type of the objects: flat facts.</typeparam>
public sealed class DataRule<T> : ComplianceRule<T>
{
    private readonly Filter<T>? applies;
    private readonly Filter<T> requires;
    private readonly ReasonKind breach;
    private readonly RuleSubject<T> subject;
    private readonly (string Name, Func<T, object?> Read)[] arguments;

    /// <summary>Makes a rule from data.</summary>
    /// <param name="text">The data.</param>
    /// <param name="subject">What it judges.</param>
    /// <exception cref="DataRuleException">A filter is refused, a code or a sentence is malformed, or names no fact; the field is named.</exception>
    public DataRule(DataRuleText text, RuleSubject<T> subject)
        : base(Checked(text).Code, text.Severity, text.Title, text.Basis)
    {
        ArgumentNullException.ThrowIfNull(subject);
        Text = text;
        this.subject = subject;
        applies = string.IsNullOrWhiteSpace(text.AppliesWhen) ? null : Parsed("applies_when", text.AppliesWhen);
        requires = Parsed("requires", text.Requires);
        breach = Sentence(text);
        arguments = [.. breach.Places.Select(p => (p, ReaderOf(p)))];
    }

    /// <summary>The data.</summary>
    public DataRuleText Text { get; }

    internal override DataRuleText? Data => Text;

    /// <inheritdoc/>
    protected override Validity Validity => Text.Validity;

    /// <inheritdoc/>
    protected override LocalDate? AnnouncedOn => Text.AnnouncedOn;

    /// <inheritdoc/>
    protected override bool IsForReview => Text.IsForReview;

    /// <inheritdoc/>
    protected override Specification<T> AppliesWhen => applies?.Specification ?? base.AppliesWhen;

    /// <inheritdoc/>
    protected override Specification<T> Requires => requires.Specification;

    /// <inheritdoc/>
    protected override IEnumerable<Condition<T>> Conditions => requires.Parts.Select((part, i) => new Condition<T>(
        "requires_" + RuleText.Digits(i + 1), BilingualText.Same(part.Text), part.Condition, part.Nullable.Select(FactOf).ToValueList()));

    /// <inheritdoc/>
    protected override Reason Because(T subject) =>
        breach.Because(Info.Basis, [.. arguments.Select(a => (a.Name, Shown(a.Read(subject))))]);

    private static DataRuleText Checked(DataRuleText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return RuleNames.IsCode(text.Code) ? text : throw new DataRuleException(
            "code", "mã gồm 2 đến 4 phần chữ hoa và chữ số nối bằng gạch nối, mỗi phần tối đa 16 ký tự", "a code has 2 to 4 parts of capital letters and digits, joined by hyphens, each of at most 16");
    }

    private static Filter<T> Parsed(string field, string filter)
    {
        try
        {
            return Filter<T>.Parse(filter);
        }
        catch (FilterException e)
        {
            throw new DataRuleException(field, e.Text.Vietnamese, e.Text.English, e);
        }
    }

    private static ReasonKind Sentence(DataRuleText text)
    {
        try
        {
            return new ReasonKind(text.Code.ToLowerInvariant().Replace('-', '_') + "_broken", text.Breach.Vietnamese, text.Breach.English);
        }
        catch (ArgumentException e)
        {
            throw new DataRuleException("breach", "câu không hợp lệ: " + e.Message, "the sentence is malformed: " + e.Message, e);
        }
    }

    private static PropertyInfo? PropertyOf(string name) =>
        FlatFacts.Of(typeof(T)).FirstOrDefault(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name) == name);

    private static Func<T, object?> ReaderOf(string name)
    {
        PropertyInfo property = PropertyOf(name) ?? throw new DataRuleException(
            "breach", "câu nhắc dữ kiện không có: '" + name + "'", "the sentence names '" + name + "', which is no fact");
        return t => property.GetValue(t);
    }

    private static ReasonValue Shown(object? value) => value switch
    {
        null => new BilingualText("không rõ", "not known"),
        LocalDate date => date,
        int number => number,
        bool yes => yes ? new BilingualText("có", "yes") : new BilingualText("không", "no"),
        _ => value.ToString()!,
    };

    private Fact<T> FactOf(string name)
    {
        PropertyInfo property = PropertyOf(name)!;
        ParameterExpression candidate = Expression.Parameter(typeof(T), "it");
        return new Fact<T>(name, subject.WordOf(property.Name), Specification.Where(Expression.Lambda<Func<T, bool>>(
            Expression.NotEqual(Expression.Property(candidate, property), Expression.Constant(null, property.PropertyType)), candidate)));
    }
}

/// <summary>A rule as its author writes it.</summary>
/// <param name="Code">The code; for example "HP-CAS-01".</param>
/// <param name="Severity">How grave a breach is.</param>
/// <param name="Title">The title of a breach.</param>
/// <param name="Basis">Where the rule comes from.</param>
/// <param name="Requires">What it requires, as a filter (<see cref="Filter{T}"/>).</param>
/// <param name="Breach">The sentence of a breach, with facts in braces; for example "Trả ngày {ended_on}".</param>
public sealed record DataRuleText(
    string Code, Severity Severity, BilingualText Title, LegalBasis Basis, string Requires, BilingualText Breach)
{
    /// <summary>The objects that it concerns, as a filter; null or blank: every one.</summary>
    public string? AppliesWhen { get; init; }

    /// <summary>The dates on which it binds.</summary>
    public Validity Validity { get; init; }

    /// <summary>When it was announced, if it binds only later.</summary>
    public LocalDate? AnnouncedOn { get; init; }

    /// <summary>Whether a breach accuses nobody.</summary>
    public bool IsForReview { get; init; }

    /// <summary>Which version of the rule this is, from 1, where whoever keeps it counts them; 0: not counted.</summary>
    public int Version { get; init; }
}

/// <summary>A rule of data that is refused, with the field that is wrong.</summary>
public sealed class DataRuleException : Exception
{
    internal DataRuleException(string field, string vietnamese, string english, Exception? inner = null)
        : base(field + ": " + english, inner) => (Field, Text) = (field, new BilingualText(vietnamese, english));

    /// <summary>The field, in snake_case.</summary>
    public string Field { get; }

    /// <summary>What is wrong.</summary>
    public BilingualText Text { get; }
}
