using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>What the law of a time asks of grants of one kind in one system (chế độ pháp lý của một hình thức giao quyền); data, not code.</summary>
/// <remarks>A grant is judged by the law of its first day. What the law that was read leaves open is null here, and decisions say so.</remarks>
public sealed record GrantRegime
{
    /// <summary>The identifier, unique in its list.</summary>
    public required string Id { get; init; }

    /// <summary>The kind of grants that it is about.</summary>
    public required GrantKind Kind { get; init; }

    /// <summary>The system in which it holds.</summary>
    public required OrganizationSystem System { get; init; }

    /// <summary>What it is called.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>The law.</summary>
    public required LegalBasis Basis { get; init; }

    /// <summary>The dates on which it is in force, [from, to).</summary>
    public Validity Validity { get; init; }

    /// <summary>The kinds of bodies whose grants it is about; empty: every kind.</summary>
    public ValueList<BodyKind> Grantors { get; init; } = [];

    /// <summary>The territories for whose units it holds beside the general law, as units write them; empty: everywhere.</summary>
    public ValueList<string> Territories { get; init; } = [];

    /// <summary>Who may grant to whom; null: no list of pairs was read.</summary>
    public ValueList<PermittedPair>? Pairs { get; init; }

    /// <summary>Whether the law has a list of pairs that was not read in full, so that a grant between any two is let pass with a finding.</summary>
    public bool PairsAreOpen { get; init; }

    /// <summary>The kinds of documents that can make the grant; empty: every kind.</summary>
    public ValueList<InstrumentKind> Instruments { get; init; } = [];

    /// <summary>Whether the grant needs a term.</summary>
    public bool RequiresTerm { get; init; }

    /// <summary>By what the grantee may pass the power on where the instrument lets it; null: not settled, so that the instrument alone counts.</summary>
    public ValueList<OnwardRule>? Onward { get; init; }

    /// <summary>Whether the grantor stays responsible for the result.</summary>
    public bool GrantorStaysResponsible { get; init; }

    /// <summary>Whether the grant goes on when grantor or grantee end and others take over from them.</summary>
    public bool FollowsSuccession { get; init; }
}

/// <summary>A side of a permitted pair (chủ thể giao hoặc nhận).</summary>
/// <param name="Body">The kind of body; null: any.</param>
/// <param name="Title">The title of the position; null: the body itself or, of a body under one head, its head.</param>
public sealed record GrantParty(BodyKind? Body, TitleKind? Title);

/// <summary>How the level of the grantee lies to that of the grantor (quan hệ cấp).</summary>
public enum LevelRelation
{
    /// <summary>Whatever it is.</summary>
    Any = 0,

    /// <summary>The same level (cùng cấp).</summary>
    Same = 1,

    /// <summary>A lower level (cấp dưới).</summary>
    Lower = 2,
}

/// <summary>That a grantor of one kind may grant to a grantee of another (cặp chủ thể được phép).</summary>
/// <param name="From">The grantor.</param>
/// <param name="To">The grantee, inside what stands under the grantor.</param>
/// <param name="Level">How their levels lie to each other.</param>
public sealed record PermittedPair(GrantParty From, GrantParty To, LevelRelation Level)
{
    /// <summary>The level of the grantor; null: any.</summary>
    public OrganizationLevel? FromLevel { get; init; }

    /// <summary>Whether only powers of self-management and delivery of public services may be granted so.</summary>
    public bool OnlyPublicServices { get; init; }
}

/// <summary>That a power may be passed on by a kind of grant (quy định về giao tiếp).</summary>
/// <param name="Kind">The kind by which it is passed on.</param>
/// <param name="IsOpen">Whether the law does not say so itself, and an interpretation is needed.</param>
public sealed record OnwardRule(GrantKind Kind, bool IsOpen);
