using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>What was done to watch over a grant (kiểm tra, báo cáo việc thực hiện giao quyền), as far as it is recorded.</summary>
/// <remarks>An empty list says that nothing was done; where nothing is known, there is no such record.</remarks>
public sealed record GrantMonitoring
{
    /// <summary>The dates of checks by the grantor and of reports by the grantee, in any order.</summary>
    public ValueList<LocalDate> CheckedOn { get; init; } = [];

    /// <summary>What was known of the grantee over time, where the law has conditions for it, in any order.</summary>
    public ValueList<GranteeObservation> Grantee { get; init; } = [];

    internal LocalDate? LastCheckBy(LocalDate on) => CheckedOn.Where(d => d <= on).Select(d => (LocalDate?)d).Max();

    internal GranteeFacts? GranteeOn(LocalDate on) => Grantee.Where(g => g.On <= on).MaxBy(g => g.On)?.Facts;
}

/// <summary>What is known of a grantee from a date on, until the next is known (số liệu của bên nhận tại một ngày).</summary>
/// <param name="On">The date.</param>
/// <param name="Facts">Its members and ratings.</param>
public sealed record GranteeObservation(LocalDate On, GranteeFacts Facts);
