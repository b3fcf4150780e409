using System.Text;
using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>A rule book, whatever it judges (bộ quy tắc).</summary>
public abstract class RuleBook
{
    private protected RuleBook()
    {
    }

    /// <summary>The snake_case name of the kind of object that it judges.</summary>
    public abstract string Kind { get; }

    /// <summary>The name of that kind as a clerk reads it.</summary>
    public abstract BilingualText Label { get; }

    /// <summary>The version of the book: 32 hexadecimal digits that follow from its content. Two books with one hash judge alike.</summary>
    public abstract string Hash { get; }

    /// <summary>What each code is, as it was stated last; in the order of the codes.</summary>
    public abstract IEnumerable<RuleInfo> Codes { get; }

    internal abstract Type SubjectType { get; }

    /// <summary>The book in which the rules that another lacks say that a pack brought them.</summary>
    internal abstract RuleBook OfPack(string pack, RuleBook? before);

    /// <summary>What is wrong with its rules (<see cref="RuleBookCheck"/>).</summary>
    /// <returns>The problems; empty: nothing.</returns>
    public abstract ValueList<RuleProblem> Check();

    /// <summary>Judges a finding of such an object again (<see cref="FindingReceipt"/>).</summary>
    /// <param name="receipt">The document.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="DataFiles.InvalidDataFileException">It is no receipt of such an object.</exception>
    public abstract Replay ReplayOf(ReadOnlyMemory<byte> receipt, string source);
}

/// <summary>
/// Rules over one type of object (bộ quy tắc), in the order of their codes; immutable, built once, shared. An object is judged by
/// the editions of its own date; judging it by those of another date is a simulation, and says so (<see cref="AsOn"/>).
/// </summary>
/// <typeparam name="T">The type of the objects.</typeparam>
public sealed class RuleBook<T> : RuleBook
{
    private readonly ValueList<RuleGroup<T>> groups;
    private readonly Lazy<string> hash;

    /// <summary>Creates a rule book.</summary>
    /// <param name="subject">What the rules judge.</param>
    /// <param name="rules">The rules, in any order. One code may come several times, for periods that do not overlap.</param>
    /// <param name="thresholds">The thresholds that units set for themselves, or null.</param>
    /// <exception cref="ArgumentException">
    /// Two rules have the same code in one period, or a rule is null; a threshold names no rule or no parameter of it, is given twice
    /// for one date, or is looser than the one that it replaces.
    /// </exception>
    public RuleBook(RuleSubject<T> subject, IEnumerable<ComplianceRule<T>> rules, IEnumerable<UnitThreshold>? thresholds = null)
        : this(subject, rules, thresholds, null, false)
    {
    }

    private RuleBook(
        RuleSubject<T> subject, IEnumerable<ComplianceRule<T>> rules, IEnumerable<UnitThreshold>? thresholds, LocalDate? simulatedOn, bool isToCome)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(rules);
        rules = [.. rules];
        if (rules.Contains(null!))
        {
            throw new ArgumentException("A rule is null.", nameof(rules));
        }

        Subject = subject;
        Rules = rules.OrderBy(r => r.Info.Code, StringComparer.Ordinal).ThenBy(r => r.Info.Validity.From ?? LocalDate.MinIsoValue).ToValueList();
        Thresholds = (thresholds ?? []).OrderBy(t => t.RuleCode, StringComparer.Ordinal).ThenBy(t => t.UnitId, StringComparer.Ordinal)
            .ThenBy(t => t.Validity.From ?? LocalDate.MinIsoValue).ToValueList();
        (SimulatedOn, IsToCome) = (simulatedOn, isToCome);
        for (int i = 1; i < Rules.Count; i++)
        {
            if (string.Equals(Rules[i - 1].Info.Code, Rules[i].Info.Code, StringComparison.Ordinal)
                && Rules[i - 1].Info.Validity.Overlaps(Rules[i].Info.Validity))
            {
                throw new ArgumentException("Two rules have the code '" + Rules[i].Info.Code + "' at once.", nameof(rules));
            }
        }

        UnitThresholds.Check(Rules.Select(r => r.Info), Thresholds);
        groups = Rules.GroupBy(r => r.Info.Code, StringComparer.Ordinal)
            .Select(g => new RuleGroup<T>(g.Last(), g.SelectMany(EditionsOf).ToValueList())).ToValueList();
        hash = new Lazy<string>(() => RuleText.Hash(ToCanonicalText()));
    }

    /// <summary>What the rules judge.</summary>
    public RuleSubject<T> Subject { get; }

    /// <summary>The rules, in the order of their codes, those of one code by their periods.</summary>
    public ValueList<ComplianceRule<T>> Rules { get; }

    /// <summary>The thresholds that units set for themselves.</summary>
    public ValueList<UnitThreshold> Thresholds { get; }

    /// <summary>The date whose rules judge every object, whatever its own date; null: each is judged by the rules of its own.</summary>
    public LocalDate? SimulatedOn { get; }

    /// <summary>Whether these are rules that do not bind yet (<see cref="ToComeOn"/>).</summary>
    public bool IsToCome { get; }

    /// <inheritdoc/>
    public override string Hash => hash.Value;

    /// <inheritdoc/>
    public override string Kind => Subject.Kind;

    /// <inheritdoc/>
    public override BilingualText Label => Subject.Label;

    /// <inheritdoc/>
    public override IEnumerable<RuleInfo> Codes => groups.Select(g => g.Latest.Info);

    internal ValueList<RuleGroup<T>> Groups => groups;

    /// <summary>Every rule in every period and for every unit with thresholds of its own, in the order of the rules.</summary>
    public IEnumerable<RuleEdition<T>> Editions => groups.SelectMany(g => g.Editions);

    /// <summary>A book with one more rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>A new book; this one stays as it is.</returns>
    /// <exception cref="ArgumentException">The book has a rule with that code in the same period.</exception>
    public RuleBook<T> With(ComplianceRule<T> rule) => new(Subject, [.. Rules, rule], Thresholds, SimulatedOn, IsToCome);

    /// <summary>A book with a threshold that a unit set for itself.</summary>
    /// <param name="threshold">The threshold.</param>
    /// <returns>A new book; this one stays as it is.</returns>
    /// <exception cref="ArgumentException">The threshold is refused, as by the constructor.</exception>
    public RuleBook<T> With(UnitThreshold threshold) => new(Subject, Rules, [.. Thresholds, threshold], SimulatedOn, IsToCome);

    /// <summary>What if: every object judged by the rules and thresholds of one date.</summary>
    /// <param name="date">The date; a rule that does not bind then judges nothing.</param>
    /// <returns>A book that says that it simulates (<see cref="SimulatedOn"/>).</returns>
    public RuleBook<T> AsOn(LocalDate date) => new(Subject, Rules, Thresholds, date, false);

    /// <summary>What if a threshold were another, for all dates and units.</summary>
    /// <param name="code">The rule.</param>
    /// <param name="parameter">The name of its threshold.</param>
    /// <param name="value">The value; it may be looser.</param>
    /// <returns>A new book; this one stays as it is.</returns>
    /// <exception cref="ArgumentException">There is no such rule, or it has no such threshold.</exception>
    public RuleBook<T> WhatIf(string code, string parameter, int value)
    {
        if (!Rules.Any(r => r.Info.Code == code && r.Info.Parameters.Any(p => p.Name == parameter)))
        {
            throw new ArgumentException("There is no rule '" + code + "' with a threshold '" + parameter + "'.", nameof(code));
        }

        return new RuleBook<T>(
            Subject,
            Rules.Select(r => r.Info.Code == code ? r.WhatIf(parameter, value) : r),
            Thresholds.Where(t => t.RuleCode != code || t.Parameter != parameter),
            SimulatedOn,
            IsToCome);
    }

    /// <summary>The rules that were announced and do not bind yet on a date: what fails by them is a failure to come.</summary>
    /// <param name="date">The date.</param>
    /// <returns>A book that judges every object by each of them as on its first day, and says so (<see cref="IsToCome"/>).</returns>
    public RuleBook<T> ToComeOn(LocalDate date)
    {
        ComplianceRule<T>[] coming = [.. Rules.Where(r => r.Info.IsAnnouncedOn(date))];
        return new RuleBook<T>(Subject, coming, Thresholds.Where(t => coming.Any(r => r.Info.Code == t.RuleCode)), null, true);
    }

    /// <summary>The edition by which an object is judged.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="subject">The object.</param>
    /// <returns>The edition; null: the rule does not bind on its date, or there is none of that code.</returns>
    public RuleEdition<T>? EditionFor(string code, T subject) =>
        groups.FirstOrDefault(g => g.Latest.Info.Code == code)?.For(Subject.DateOf(subject), Subject.UnitOf(subject));

    internal Judgement? JudgementWithoutEdition(string code, T subject) =>
        groups.FirstOrDefault(g => g.Latest.Info.Code == code)?.Judge(subject, Subject.DateOf(subject), Subject.UnitOf(subject));

    /// <summary>Judges an object by every rule. A rule that throws is reported with its code; the others still judge.</summary>
    /// <param name="subject">The object.</param>
    /// <returns>One judgement for each code, and the failures.</returns>
    public Judgements Judge(T subject)
    {
        LocalDate? date = Subject.DateOf(subject);
        string? unit = Subject.UnitOf(subject);
        var judged = new List<Judgement>(groups.Count);
        List<RuleFailure>? failures = null;
        foreach (RuleGroup<T> group in groups.AsSpan())
        {
            try
            {
                judged.Add(group.Judge(subject, date, unit));
            }
#pragma warning disable CA1031 // Rules come from outside too: whatever one throws is its own defect, reported with its code.
            catch (Exception e)
#pragma warning restore CA1031
            {
                (failures ??= []).Add(RuleFailure.Of(group.Latest.Info.Code, e));
            }
        }

        return new Judgements(judged.ToValueList(), failures is null ? [] : failures.ToValueList());
    }

    /// <summary>Judges many objects on all cores, in their order.</summary>
    /// <param name="subjects">The objects.</param>
    /// <returns>The judgements, as they are found: one for each object, in the order of the objects.</returns>
    public IEnumerable<Judgements> Judge(IEnumerable<T> subjects) => subjects.AsParallel().AsOrdered().Select(Judge);

    /// <inheritdoc/>
    public override ValueList<RuleProblem> Check() => RuleBookCheck.Of(this);

    /// <inheritdoc/>
    public override Replay ReplayOf(ReadOnlyMemory<byte> receipt, string source) => FindingReceipt.ReplayOf(receipt, source, this);

    internal override Type SubjectType => typeof(T);

    internal override RuleBook OfPack(string pack, RuleBook? before)
    {
        HashSet<ComplianceRule<T>> known = [.. before is RuleBook<T> book ? book.Rules : []];
        return Rules.All(known.Contains) ? this : new RuleBook<T>(Subject, Rules.Select(r => known.Contains(r) ? r : r.OfPack(pack)), Thresholds, SimulatedOn, IsToCome);
    }

    /// <summary>The book as text, always the same way: what its hash is of.</summary>
    /// <returns>Lines.</returns>
    public string ToCanonicalText()
    {
        var text = new StringBuilder();
        RuleText.Line(text, "book", Subject.Kind, SimulatedOn is LocalDate on ? NodaTime.Text.LocalDatePattern.Iso.Format(on) : "", IsToCome ? "to come" : "");
        RuleText.Line(text, "governed", Subject.GovernedOn.Body.ToString(), Subject.UnitId.Body.ToString(), Subject.Id.Body.ToString());
        foreach (ComplianceRule<T> rule in Rules)
        {
            text.Append(rule.ToCanonicalText());
        }

        foreach (UnitThreshold threshold in Thresholds)
        {
            RuleText.Line(
                text, "threshold", threshold.RuleCode, threshold.Parameter, threshold.UnitId, RuleText.Digits(threshold.Value), threshold.Validity.ToString());
        }

        return text.ToString();
    }

    private IEnumerable<RuleEdition<T>> EditionsOf(ComplianceRule<T> rule) =>
        IsToCome ? RuleEditions.OnlyOn(rule, rule.Info.Validity.From!.Value, Thresholds, Subject)
        : SimulatedOn is LocalDate on ? RuleEditions.OnlyOn(rule, on, Thresholds, Subject)
        : RuleEditions.Of(rule, Thresholds, Subject);
}
