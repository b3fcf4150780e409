using System.Linq.Expressions;
using CsCheck;
using NodaTime;
using Reform.Domain.Specifications;

namespace Reform.Domain.Tests.Specifications;

/// <summary>Random specifications over made-up facts: conditions with random values, some of which throw, composed at random.</summary>
public static class RandomConditions
{
    public static Gen<Specification<BatchFact>> Any { get; } = Gen.Recursive<Specification<BatchFact>>((depth, inner) => depth > 3
        ? Simple
        : Gen.Frequency(
            (3, Simple),
            (1, Gen.Select(inner, inner, (a, b) => a & b)),
            (1, Gen.Select(inner, inner, (a, b) => a | b)),
            (1, inner.Select(a => !a))));

    private static Gen<Specification<BatchFact>> Simple =>
        from which in Gen.Int[0, Made(Values.Sample).Count - 1]
        from v in Values.Gen
        select Specification.Where(Made(v)[which]);

    public static int Kinds => Made(Values.Sample).Count;

    public static Specification<BatchFact> OfKind(int kind) => Specification.Where(Made(Values.Sample)[kind]);

    private static List<Expression<Func<BatchFact, bool>>> Made(Values given)
    {
        (int n, int? maybe, string text, string? maybeText, LocalDate day, LocalDate? maybeDay, SampleKind kind) = given;
        HashSet<string> set = [text, "ba", "Đơn"];
        HashSet<string?> loose = new(StringComparer.OrdinalIgnoreCase) { maybeText, "STRASSE" };
        int[] numbers = [n, 1];
        List<string?> texts = [maybeText, "a"];
        SampleKind[] kinds = [kind];
        return
        [
            s => s.Number < n,
            s => s.Optional < n,
            s => s.Optional >= maybe,
            s => s.Optional != maybe,
            s => s.Optional == s.Number,
            s => s.Optional != null,
            s => s.Optional!.Value > n,
            s => s.Optional.HasValue && s.Optional.Value > n,
            s => s.Optional.GetValueOrDefault() == n,
            s => s.Optional.GetValueOrDefault(4) == n,
            s => (s.Optional ?? s.Number) > n,
            s => s.Optional + s.Number > n,
            s => checked(s.Number * 2) > n,
            s => 100 / s.Number > n,
            s => s.Half == n,
            s => s.Flag && s.Half == n,
            s => s.Amount > n && s.Price <= n,
            s => s.Ratio > n || s.Ratio == s.Ratio,
            s => s.Text == text,
            s => s.OptionalText == maybeText,
            s => s.OptionalText != s.Text,
            s => s.OptionalText == null,
            s => s.OptionalText!.Length > n,
            s => s.Text.StartsWith("Bả", StringComparison.Ordinal),
            s => string.Equals(s.OptionalText, text, StringComparison.OrdinalIgnoreCase),
            s => string.IsNullOrEmpty(s.OptionalText),
            s => (s.OptionalText ?? text) == s.Text,
            s => s.Text + s.OptionalText == text,
            s => string.Equals(s.Text, s.OptionalText, StringComparison.Ordinal),
            s => s.Text.Equals(maybeText, StringComparison.Ordinal),
            s => s.Kind == kind,
            s => s.Kind > kind,
            s => s.OptionalKind == kind,
            s => s.OptionalKind != null && s.OptionalKind.Value == s.Kind,
            s => s.Day < day,
            s => s.Day == day,
            s => s.Day != s.OptionalDay,
            s => s.OptionalDay > s.Day,
            s => s.OptionalDay <= maybeDay,
            s => s.OptionalDay == maybeDay,
            s => s.OptionalDay == null || s.OptionalDay > s.Day.PlusDays(n),
            s => s.OptionalDay!.Value.PlusDays(1) > day,
            s => s.Day.Year == 2024 && s.Day.Month == 2,
            s => s.OptionalDay != null && s.OptionalDay.Value.DayOfWeek == IsoDayOfWeek.Wednesday,
            s => s.Flag,
            s => s.OptionalFlag == true,
            s => s.OptionalFlag != s.Flag,
            s => s.Flag ? s.Number > n : s.Optional < n,
            s => set.Contains(s.Text),
            s => loose.Contains(s.OptionalText),
            s => texts.Contains(s.OptionalText),
            s => numbers.Contains(s.Number),
            s => kinds.Contains(s.Kind),
            s => s.Owner == null,
            s => s.Owner != null && s.Owner.IsHead,
            s => s.Owner!.Name == text,
            s => s.Owner == null || s.Owner.Since < day,
            s => s.Owner != null && s.Owner.Name != null && s.Owner.Name.Length > n,
            s => s.Steps.Count < 2,
            s => s.Steps != null && s.Steps.Count > n,
            s => s.Steps.Any(),
            s => s.Steps.Count(p => p.EndedOn > p.DueOn) >= 2,
            s => s.Steps.Count(p => p.EndedOn == null || p.EndedOn > s.Day) == n,
            s => s.Steps.Any(p => p.By == s.Text),
            s => s.Steps.Any(p => p.By == null && p.Minutes > n),
            s => s.Steps.All(p => p.Minutes < n || s.Optional > n),
            s => s.Steps.Any(p => 100 / p.Minutes > n),
            s => s.Steps.Where(p => p.Minutes > n).All(p => p.By != null),
            s => s.Steps.Where(p => p.By != null).Any(p => p.By!.Length > s.Number),
            s => s.Steps.Where(p => p.EndedOn != null).Count() > n,
            s => s.Steps.Any(p => p.Marks.Count(m => m > n) > s.Number),
            s => s.Steps.All(p => p.Marks.Any(m => s.Steps.Any(q => q.Minutes == m))),
            s => s.Steps.Any(p => set.Contains(p.By!)),
            s => s.Codes.Any(c => c == text),
            s => s.Codes.All(c => c != s.OptionalText),
            s => s.Codes.Length > n,
            s => s.Codes.Count(c => c!.Length > 1) == 1,
            s => !(s.Number < n && s.Flag) && (s.Optional < n) == s.Flag,
        ];
    }

    public sealed record Values(int N, int? Maybe, string Text, string? MaybeText, LocalDate Day, LocalDate? MaybeDay, SampleKind Kind)
    {
        public static Values Sample { get; } = new(0, null, "a", null, new LocalDate(2024, 2, 28), null, SampleKind.Urgent);

        public static Gen<Values> Gen { get; } = CsCheck.Gen.Select(
            RandomFacts.Number,
            RandomFacts.Number,
            CsCheck.Gen.Select(RandomFacts.Text, RandomFacts.OptionalText, RandomFacts.Kind),
            CsCheck.Gen.Select(RandomFacts.Day, RandomFacts.Day),
            CsCheck.Gen.Select(CsCheck.Gen.Bool, CsCheck.Gen.Bool),
            (n, maybe, texts, days, isThere) => new Values(
                n, isThere.Item1 ? maybe : null, texts.Item1, texts.Item2, days.Item1, isThere.Item2 ? days.Item2 : null, texts.Item3));
    }
}
