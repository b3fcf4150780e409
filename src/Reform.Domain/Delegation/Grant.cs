using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>The passing of a power from one holder to another, by an instrument (việc ủy quyền, ủy nhiệm, phân cấp, phân quyền).</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Kind">How the power is passed on.</param>
/// <param name="PowerId">The power.</param>
/// <param name="GrantorId">The unit or position that passes it on.</param>
/// <param name="GranteeId">The unit or position that receives it.</param>
/// <param name="Validity">The dates on which it is in force, [from, to).</param>
/// <param name="AllowsOnward">Whether the grantee may pass the power on.</param>
/// <param name="Scope">Where and for what it holds.</param>
/// <param name="Instrument">The document that grants.</param>
public sealed record Grant(
    string Id,
    GrantKind Kind,
    string PowerId,
    string GrantorId,
    string GranteeId,
    Validity Validity,
    bool AllowsOnward,
    GrantScope Scope,
    Instrument Instrument);

/// <summary>Where and for what a grant holds (phạm vi).</summary>
/// <param name="Territories">The territories; empty: everywhere.</param>
/// <param name="Procedures">The codes of the procedures; empty: every procedure.</param>
public sealed record GrantScope(ValueList<string> Territories, ValueList<string> Procedures)
{
    /// <summary>A scope without limits.</summary>
    public static GrantScope Everything { get; } = new([], []);

    /// <summary>Whether the scope holds a case.</summary>
    /// <param name="territory">The territory of the case.</param>
    /// <param name="procedure">The code of its procedure.</param>
    /// <returns>True when both are inside.</returns>
    public bool Covers(string territory, string procedure) =>
        (Territories.Count == 0 || Territories.Contains(territory, StringComparer.Ordinal))
        && (Procedures.Count == 0 || Procedures.Contains(procedure, StringComparer.Ordinal));
}

/// <summary>A document (văn bản) that grants a power.</summary>
/// <param name="Number">Its number; for example "12-QĐ/TU".</param>
/// <param name="Date">Its date.</param>
/// <param name="Title">Its title.</param>
public sealed record Instrument(string Number, LocalDate Date, BilingualText Title);
