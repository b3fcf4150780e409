using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>A choice where the law is silent or leaves one (chính sách tính hạn): it has a name, and says what it rests on.</summary>
/// <remarks>Explanations cite <see cref="Basis"/>: an article where there is one, otherwise "policy" and the name.</remarks>
public abstract class NamedPolicy
{
    private protected NamedPolicy(string code, BilingualText name, LegalBasis? basis = null)
    {
        Code = code;
        Name = name;
        Basis = basis ?? BasisOf(name);
    }

    /// <summary>The stable snake_case code, for files and contracts.</summary>
    public string Code { get; }

    /// <summary>The name, as a clerk reads it.</summary>
    public BilingualText Name { get; }

    /// <summary>What the choice rests on.</summary>
    public LegalBasis Basis { get; }

    /// <summary>The code, for a debugger or a log.</summary>
    /// <returns>The code.</returns>
    public override string ToString() => Code;

    /// <summary>The citation of a choice that no article makes.</summary>
    internal static LegalBasis BasisOf(BilingualText name) =>
        new(new BilingualText("Chính sách: " + name.Vietnamese, "Policy: " + name.English));
}
