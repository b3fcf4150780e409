namespace Reform.Domain.Delegation;

/// <summary>How a power is passed on; each kind has its own law and its own responsibility.</summary>
public enum GrantKind
{
    /// <summary>Mandate (ủy quyền): in writing, for a fixed period; the grantor stays responsible; never passed on.</summary>
    Mandate = 0,

    /// <summary>Commission inside the Party (ủy nhiệm): a body or member acts on behalf of the committee.</summary>
    Commission = 1,

    /// <summary>Decentralization (phân cấp): continuous, by a normative document; the recipient is responsible.</summary>
    Decentralization = 2,

    /// <summary>Devolution (phân quyền): by law or resolution of the National Assembly only.</summary>
    Devolution = 3,

    /// <summary>Conferral of a higher level's power on a grassroots Party body (giao quyền).</summary>
    Conferral = 4,

    /// <summary>Assignment of a task (giao nhiệm vụ): passes no power to decide.</summary>
    Assignment = 5,
}
