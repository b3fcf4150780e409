namespace Reform.Domain.Rules;

/// <summary>What codes and names of rules look like.</summary>
internal static class RuleNames
{
    private const int MaxParts = 4;
    private const int MaxPartLength = 16;

    /// <summary>Parts of capital letters and digits, joined by hyphens: "CR-CAS-06".</summary>
    public static bool IsCode(string code)
    {
        string[] parts = code.Split('-');
        return parts is [[>= 'A' and <= 'Z', ..], _, ..] && parts.Length <= MaxParts
            && Array.TrueForAll(parts, p => p.Length is >= 1 and <= MaxPartLength && p.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)));
    }

    /// <summary>Parts of small letters and digits, joined by underscores: "due_on".</summary>
    public static bool IsSnakeCase(string name)
    {
        string[] parts = name.Split('_');
        return parts is [[>= 'a' and <= 'z', ..], ..] && Array.TrueForAll(parts, p => p.Length > 0 && p.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));
    }
}
