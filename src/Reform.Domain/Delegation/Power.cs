using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>A power to decide (thẩm quyền), and who holds it by law.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Name">The name; for example "Cấp thẻ đảng viên / Issue of a Party card".</param>
/// <param name="Holders">Who holds it by law, and when.</param>
public sealed record Power(string Id, BilingualText Name, ValueList<PowerHolder> Holders);

/// <summary>A unit or position that holds a power by law (cấp có thẩm quyền).</summary>
/// <param name="HolderId">The unit or position.</param>
/// <param name="Validity">The dates on which it holds the power, [from, to).</param>
/// <param name="Basis">The provision that gives it the power.</param>
public sealed record PowerHolder(string HolderId, Validity Validity, LegalBasis Basis);
