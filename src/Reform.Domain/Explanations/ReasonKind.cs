using System.Text;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Explanations;

/// <summary>A kind of reason: its code and its sentence in both languages with {named} places for the arguments.</summary>
/// <remarks>Defined once, as a static field beside what it explains; both languages must use the same arguments.</remarks>
public sealed class ReasonKind
{
    private readonly Template vietnamese;
    private readonly Template english;

    /// <summary>Defines a kind of reason.</summary>
    /// <param name="code">The snake_case code, stable for ever.</param>
    /// <param name="vietnamese">The Vietnamese sentence; for example "Trả kết quả ngày {ended}, sau hạn {due}".</param>
    /// <param name="english">The English sentence, with the same arguments in any order.</param>
    /// <exception cref="ArgumentException">A sentence is blank or malformed, or the two use different arguments.</exception>
    public ReasonKind(string code, string vietnamese, string english)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        Code = code;
        this.vietnamese = Template.Parse(vietnamese);
        this.english = Template.Parse(english);
        if (!this.vietnamese.Names.ToHashSet(StringComparer.Ordinal).SetEquals(this.english.Names))
        {
            throw new ArgumentException("The two sentences of '" + code + "' use different arguments.", nameof(english));
        }
    }

    /// <summary>The snake_case code.</summary>
    public string Code { get; }

    /// <summary>The names of the sentence's places, each once, in the order of the Vietnamese sentence.</summary>
    internal IEnumerable<string> Places => vietnamese.Names.Distinct(StringComparer.Ordinal);

    /// <summary>Makes the reason from its arguments.</summary>
    /// <param name="basis">The legal basis, or null.</param>
    /// <param name="arguments">One value for each place of the sentence.</param>
    /// <returns>The reason.</returns>
    /// <exception cref="ArgumentException">An argument is missing, unknown or given twice.</exception>
    public Reason Because(LegalBasis? basis, params ReadOnlySpan<(string Name, ReasonValue Value)> arguments)
    {
        var list = new ReasonArgument[arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            (string name, ReasonValue value) = arguments[i];
            if (!vietnamese.Names.Contains(name) || Find(list.AsSpan(0, i), name) is not null)
            {
                throw new ArgumentException("The sentence of '" + Code + "' has no place, or no second place, for '" + name + "'.", nameof(arguments));
            }

            list[i] = new ReasonArgument(name, value);
        }

        foreach (string name in vietnamese.Names)
        {
            if (Find(list, name) is null)
            {
                throw new ArgumentException("The sentence of '" + Code + "' needs '" + name + "'.", nameof(arguments));
            }
        }

        return new Reason(this, ValueList.Create<ReasonArgument>(list), basis);
    }

    internal BilingualText SentenceOf(ValueList<ReasonArgument> arguments) =>
        BilingualText.OfNormal(vietnamese.Fill(arguments.AsSpan(), Language.Vietnamese), english.Fill(arguments.AsSpan(), Language.English));

    // A sentence has a handful of places: looking through them is quicker than any table.
    private static ReasonValue? Find(ReadOnlySpan<ReasonArgument> arguments, string name)
    {
        foreach (ReasonArgument argument in arguments)
        {
            if (string.Equals(argument.Name, name, StringComparison.Ordinal))
            {
                return argument.Value;
            }
        }

        return null;
    }

    private sealed class Template
    {
        private readonly NormalText[] texts;

        private Template(IEnumerable<string> texts, string[] names)
        {
            this.texts = [.. texts.Select(NormalText.Of)];
            Names = names;
        }

        public string[] Names { get; }

        public static Template Parse(string sentence)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(sentence);
            var texts = new List<string>();
            var names = new List<string>();
            int position = 0;
            while (true)
            {
                int brace = sentence.AsSpan(position).IndexOfAny('{', '}');
                if (brace < 0)
                {
                    texts.Add(sentence[position..]);
                    return new Template(texts, [.. names]);
                }

                int open = position + brace;
                int length = sentence.AsSpan(open + 1).IndexOfAny('{', '}');
                int close = open + 1 + length;
                if (sentence[open] != '{' || length < 1 || sentence[close] != '}')
                {
                    throw new ArgumentException("A place of the sentence is not of the form {name}: " + sentence, nameof(sentence));
                }

                texts.Add(sentence[position..open]);
                names.Add(sentence[(open + 1)..close]);
                position = close + 1;
            }
        }

        public string Fill(ReadOnlySpan<ReasonArgument> arguments, Language language)
        {
            string[] parts = new string[(2 * Names.Length) + 1];
            parts[0] = texts[0].Text;
            bool joinsNormal = true;
            for (int i = 0; i < Names.Length; i++)
            {
                var value = NormalText.Of(Find(arguments, Names[i])!, language);
                parts[(2 * i) + 1] = value.Text;
                parts[(2 * i) + 2] = texts[i + 1].Text;
                joinsNormal &= value.JoinsNormal && texts[i + 1].JoinsNormal;
            }

            string text = string.Concat(parts);
            return joinsNormal ? text : text.Normalize(NormalizationForm.FormC);
        }
    }
}
