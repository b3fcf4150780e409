using System.Text;

namespace Reform.Domain.Rules;

/// <summary>A token of a filter.</summary>
internal readonly record struct FilterToken(FilterTokenKind Kind, string Text, int Position)
{
    private const int MaxLength = 4096;

    /// <exception cref="FilterException">The filter is too long, or has a character that means nothing in it.</exception>
    public static List<FilterToken> Of(string filter)
    {
        if (filter.Length > MaxLength)
        {
            throw new FilterException(MaxLength, "biểu thức dài quá 4096 ký tự", "the filter is longer than 4096 characters");
        }

        var tokens = new List<FilterToken>();
        int i = 0;
        while (i < filter.Length)
        {
            char c = filter[i];
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                i++;
            }
            else if (c is '"' or '\'')
            {
                (string text, int next) = Quoted(filter, i);
                tokens.Add(new FilterToken(FilterTokenKind.Quoted, text, i));
                i = next;
            }
            else if (IsWord(c))
            {
                int start = i;
                while (i < filter.Length && (IsWord(filter[i]) || (filter[i] == '-' && i > start)))
                {
                    i++;
                }

                tokens.Add(new FilterToken(FilterTokenKind.Word, filter[start..i], start));
            }
            else
            {
                string sign = filter.AsSpan(i) switch
                {
                    ['<' or '>' or '!', '=', ..] => filter.Substring(i, 2),
                    ['<' or '>' or '=' or '(' or ')' or ':' or '-' or '*', ..] => filter.Substring(i, 1),
                    _ => throw new FilterException(i, "ký tự không dùng được", "a character that means nothing here"),
                };
                tokens.Add(new FilterToken(FilterTokenKind.Sign, sign, i));
                i += sign.Length;
            }
        }

        tokens.Add(new FilterToken(FilterTokenKind.End, "", filter.Length));
        return tokens;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_';

    private static (string Text, int Next) Quoted(string filter, int start)
    {
        var text = new StringBuilder();
        for (int i = start + 1; i < filter.Length; i++)
        {
            if (filter[i] == filter[start])
            {
                return (text.ToString(), i + 1);
            }

            if (filter[i] == '\\' && i + 1 < filter.Length)
            {
                i++;
            }

            text.Append(filter[i]);
        }

        throw new FilterException(start, "chuỗi không có dấu đóng", "a text that does not end");
    }
}

/// <summary>What a token is.</summary>
internal enum FilterTokenKind
{
    /// <summary>The end of the filter.</summary>
    End = 0,

    /// <summary>A name, a number, a date or a word such as AND.</summary>
    Word = 1,

    /// <summary>A text in quotation marks.</summary>
    Quoted = 2,

    /// <summary>A sign.</summary>
    Sign = 3,
}
