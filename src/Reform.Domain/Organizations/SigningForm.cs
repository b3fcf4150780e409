namespace Reform.Domain.Organizations;

/// <summary>By what right a signature stands under a document that is not the signer's own (quyền hạn ký). The head's own signature has none.</summary>
public enum SigningForm
{
    /// <summary>On behalf of the collective (thay mặt): TM. in the State, T/M in the Party.</summary>
    OnBehalfOfCollective = 0,

    /// <summary>For the head, by a deputy (ký thay): KT. in the State, K/T in the Party.</summary>
    ForHead = 1,

    /// <summary>By standing order (thừa lệnh): TL. in the State, T/L in the Party.</summary>
    ByOrder = 2,

    /// <summary>By mandate to sign (thừa ủy quyền): TUQ. in the State; the Party does not use it.</summary>
    ByMandate = 3,

    /// <summary>As acting head (quyền): Q.</summary>
    Acting = 4,
}

/// <summary>On what a signature rests (căn cứ ký).</summary>
public enum SigningBasis
{
    /// <summary>What the head of the body may decide, by law, devolution or decentralisation (thẩm quyền của người đứng đầu).</summary>
    OwnPower = 0,

    /// <summary>What the collective decided (quyết định của tập thể).</summary>
    CollectiveDecision = 1,

    /// <summary>A standing order in the working regulations, to the head of a subordinate unit (thừa lệnh).</summary>
    StandingOrder = 2,

    /// <summary>A mandate of the power to decide: the recipient decides in its own form and with its own seal (ủy quyền thẩm quyền).</summary>
    Mandate = 3,

    /// <summary>A mandate to sign a document of the body that gives it, with its form and seal (ủy quyền ký).</summary>
    SigningMandate = 4,

    /// <summary>A commission inside the Party (ủy nhiệm).</summary>
    Commission = 5,
}

/// <summary>Whose form and seal a document carries (thể thức và con dấu).</summary>
public enum SealOwner
{
    /// <summary>The signer's own body (cơ quan của người ký).</summary>
    OwnBody = 0,

    /// <summary>The body for which it is signed (cơ quan giao ký).</summary>
    OtherBody = 1,
}
