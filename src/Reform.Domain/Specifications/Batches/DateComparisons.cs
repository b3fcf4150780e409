using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using NodaTime;

namespace Reform.Domain.Specifications;

/// <summary>
/// Compares dates of the ISO calendar by the number that each is (<see cref="PackedDate"/>), adds days within the first 28 of a month to the day,
/// and leaves all else to NodaTime, whose way through the calendar costs several times as much.
/// </summary>
internal sealed class DateComparisons : ExpressionVisitor
{
    public DateComparisons() => PackedDate.Prepare();

    protected override Expression VisitBinary(BinaryExpression node)
    {
        string? helper = node.IsLifted || node.Method?.DeclaringType != typeof(LocalDate) ? null : node.NodeType switch
        {
            ExpressionType.LessThan => nameof(IsBefore),
            ExpressionType.LessThanOrEqual => nameof(IsNotAfter),
            ExpressionType.GreaterThan => nameof(IsAfter),
            ExpressionType.GreaterThanOrEqual => nameof(IsNotBefore),
            _ => null,
        };
        return helper is null
            ? base.VisitBinary(node)
            : Expression.Call(typeof(DateComparisons), helper, null, Visit(node.Left), Visit(node.Right));
    }

    protected override Expression VisitMethodCall(MethodCallExpression node) =>
        node is { Object: { } date, Method.Name: nameof(LocalDate.PlusDays) } && date.Type == typeof(LocalDate)
            ? Expression.Call(typeof(DateComparisons), nameof(Plus), null, Visit(date), Visit(node.Arguments[0]))
            : base.VisitMethodCall(node);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LocalDate Plus(LocalDate date, int days) => PackedDate.Plus(date, days);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBefore(LocalDate left, LocalDate right) => PackedDate.AreIso(left, right) ? PackedDate.Of(left) < PackedDate.Of(right) : Compared(left, right) < 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNotAfter(LocalDate left, LocalDate right) => PackedDate.AreIso(left, right) ? PackedDate.Of(left) <= PackedDate.Of(right) : Compared(left, right) <= 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsAfter(LocalDate left, LocalDate right) => PackedDate.AreIso(left, right) ? PackedDate.Of(left) > PackedDate.Of(right) : Compared(left, right) > 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNotBefore(LocalDate left, LocalDate right) => PackedDate.AreIso(left, right) ? PackedDate.Of(left) >= PackedDate.Of(right) : Compared(left, right) >= 0;

    // Apart, so that the loops stay small.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Compared(LocalDate left, LocalDate right) => left.CompareTo(right);
}
