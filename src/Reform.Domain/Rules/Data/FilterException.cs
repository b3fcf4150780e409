using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>A filter that is refused, with the place of what is wrong (biểu thức lọc không hợp lệ).</summary>
public sealed class FilterException : Exception
{
    internal FilterException(int position, string vietnamese, string english)
        : base("At " + RuleText.Digits(position + 1) + ": " + english)
    {
        Position = position;
        Text = new BilingualText("Tại ký tự " + RuleText.Digits(position + 1) + ": " + vietnamese, Message);
    }

    /// <summary>The place in the filter, in UTF-16 code units from 0.</summary>
    public int Position { get; }

    /// <summary>What is wrong, in both languages.</summary>
    public BilingualText Text { get; }
}
