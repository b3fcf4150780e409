using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime.Text;
using Reform.Domain.Legal;

namespace Reform.Domain.Rules;

/// <summary>Writes rules as text, always the same way, and hashes what it wrote.</summary>
internal static class RuleText
{
    public static string Of<T>(RuleInfo info, RuleValues values, RuleParts<T> parts)
    {
        var text = new StringBuilder();
        Line(text, "rule", info.Code, info.Severity.ToString(), info.IsForReview ? "for review" : "");
        Line(text, "title", info.Title.Vietnamese, info.Title.English);
        Line(text, "basis", info.Basis.Citation.Vietnamese, info.Basis.Citation.English);
        Line(text, "valid", info.Validity.ToString(), info.AnnouncedOn is { } announced ? LocalDatePattern.Iso.Format(announced) : "");
        foreach (RuleParameter parameter in info.Parameters)
        {
            Line(text, "parameter", parameter.Name, parameter.Tightening.ToString());
            foreach (Dated<int> entry in parameter.Values.Entries)
            {
                Line(text, "dated", Digits(entry.Value), entry.Validity.ToString(), entry.Basis.Citation.Vietnamese);
            }
        }

        foreach ((string name, int value) in values.All)
        {
            Line(text, "value", name, Digits(value));
        }

        Line(text, "applies", parts.AppliesWhen.ToString());
        Needs(text, parts.Needs);
        foreach (Condition<T> condition in parts.Conditions)
        {
            Line(text, "requires", condition.Name, condition.Holds.ToString());
            Needs(text, condition.Needs);
        }

        return text.ToString();
    }

    /// <summary>The first 128 bits of the SHA-256 of a text, in hexadecimal digits.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    public static void Line(StringBuilder text, params ReadOnlySpan<string> parts)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            text.Append(i == 0 ? "" : "\t").Append(parts[i].Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal));
        }

        text.Append('\n');
    }

    public static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Needs<T>(StringBuilder text, Values.ValueList<Fact<T>> needs)
    {
        foreach (Fact<T> fact in needs)
        {
            Line(text, "needs", fact.Name, fact.IsPresent.ToString());
        }
    }
}
