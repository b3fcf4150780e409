using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>A body or office that acts (cơ quan, tổ chức, đơn vị).</summary>
/// <param name="Id">The identifier, unique among units and positions.</param>
/// <param name="Name">The name; the latest, where it was renamed.</param>
/// <param name="Kind">What kind of body it is.</param>
/// <param name="Level">Its level.</param>
/// <param name="Validity">The dates on which it exists, [from, to).</param>
public sealed record OrganizationUnit(string Id, BilingualText Name, BodyKind Kind, OrganizationLevel Level, Validity Validity)
{
    /// <summary>The system to which it belongs.</summary>
    public OrganizationSystem System => Kind.System();

    /// <summary>Whether it decides as a collective; otherwise its head decides.</summary>
    public bool IsCollective => Kind.IsCollective();

    /// <summary>Where it is, for a grassroots Party organisation; null: not stated.</summary>
    public BaseSetting? Setting { get; init; }

    /// <summary>The territory for which it is responsible, as succession links and scopes write it; null: none, or not stated.</summary>
    public string? Territory { get; init; }

    /// <summary>The names that it had before, the oldest first.</summary>
    public ValueList<FormerName> FormerNames { get; init; } = [];

    /// <summary>What it was called on a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The name of that day; the first name for dates before it existed.</returns>
    public BilingualText NameOn(LocalDate date) => FormerNames.FirstOrDefault(n => date < n.Until)?.Name ?? Name;
}

/// <summary>A name that a unit no longer has (tên cũ).</summary>
/// <param name="Name">The name.</param>
/// <param name="Until">The first date on which it had another name.</param>
public sealed record FormerName(BilingualText Name, LocalDate Until);
