namespace Reform.Domain.Specifications;

/// <summary>The texts of all columns, each once; columns keep their codes. Equal codes mean equal texts, letter by letter.</summary>
internal sealed class TextTable
{
    /// <summary>The code of a text that no column has.</summary>
    public const int Unknown = -1;

    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    private string?[] texts = new string?[16];

    /// <summary>How many codes there are; null is one of them.</summary>
    public int Count => codes.Count + 1;

    /// <summary>The texts by their codes.</summary>
    public string?[] Texts => texts;

    public int Add(string? text)
    {
        if (text is null)
        {
            return 0;
        }

        if (!codes.TryGetValue(text, out int code))
        {
            code = codes.Count + 1;
            codes.Add(text, code);
            if (code == texts.Length)
            {
                Array.Resize(ref texts, texts.Length * 2);
            }

            texts[code] = text;
        }

        return code;
    }

    public int CodeOf(string? text) => text is null ? 0 : codes.TryGetValue(text, out int code) ? code : Unknown;
}
