using System.Globalization;

namespace Reform.Domain.Scoring;

/// <summary>Reads expressions and conditions, within bounds, and says where one goes wrong.</summary>
internal sealed class ExpressionParser
{
    private const int MostCharacters = 1000;
    private const int MostDepth = 50;
    private readonly string text;
    private int at;
    private int depth;

    public ExpressionParser(string text)
    {
        this.text = text;
        if (text.Length > MostCharacters)
        {
            throw new ExpressionException(MostCharacters, "biểu thức dài hơn 1000 ký tự", "the expression is longer than 1000 characters");
        }
    }

    public bool IsAtEnd
    {
        get
        {
            SkipSpaces();
            return at == text.Length;
        }
    }

    public void ExpectEnd()
    {
        if (!IsAtEnd)
        {
            throw Unexpected();
        }
    }

    public bool TryTake(string symbol)
    {
        SkipSpaces();
        if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) != 0)
        {
            return false;
        }

        at += symbol.Length;
        return true;
    }

    public ExpressionNode Sum()
    {
        ExpressionNode left = Product();
        while (true)
        {
            if (TryTake("+"))
            {
                left = new ExpressionNode.Binary('+', left, Product());
            }
            else if (TryTake("-"))
            {
                left = new ExpressionNode.Binary('-', left, Product());
            }
            else
            {
                return left;
            }
        }
    }

    public ExpressionException Unexpected()
    {
        SkipSpaces();
        string place = (at + 1).ToString(CultureInfo.InvariantCulture);
        return at == text.Length
            ? new ExpressionException(at + 1, "biểu thức chưa hết: thiếu số hoặc tên", "the expression ends where a number or a name was expected")
            : new ExpressionException(
                at + 1, "không hiểu ký tự '" + Shown(text[at]) + "' ở vị trí " + place, "the character '" + Shown(text[at]) + "' at " + place + " has no meaning there");
    }

    private ExpressionNode Product()
    {
        ExpressionNode left = Signed();
        while (true)
        {
            if (TryTake("*"))
            {
                left = new ExpressionNode.Binary('*', left, Signed());
            }
            else if (TryTake("/"))
            {
                left = new ExpressionNode.Binary('/', left, Signed());
            }
            else
            {
                return left;
            }
        }
    }

    private ExpressionNode Signed()
    {
        if (!TryTake("-"))
        {
            return Atom();
        }

        Deeper();
        var negation = new ExpressionNode.Negation(Signed());
        depth--;
        return negation;
    }

    private ExpressionNode Atom()
    {
        if (TryTake("("))
        {
            Deeper();
            ExpressionNode inner = Sum();
            if (!TryTake(")"))
            {
                throw IsAtEnd
                    ? new ExpressionException(at + 1, "thiếu dấu ')'", "a ')' is missing")
                    : Unexpected();
            }

            depth--;
            return inner;
        }

        SkipSpaces();
        int start = at;
        if (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            return Number(start);
        }

        while (at < text.Length && (char.IsLetter(text[at]) || text[at] == '_' || (at > start && char.IsDigit(text[at]))))
        {
            at++;
        }

        return at > start ? new ExpressionNode.Name(text[start..at]) : throw Unexpected();
    }

    private ExpressionNode.Literal Number(int start)
    {
        // An exponent is taken when digits follow it; otherwise "2e" is a number before a name, which has no meaning.
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.' || IsExponent()))
        {
            at += IsExponent() && text[at + 1] is '+' or '-' ? 2 : 1;
        }

        string number = text[start..at];
        return Fraction.TryParse(number, out Fraction value)
            ? new ExpressionNode.Literal(value)
            : throw new ExpressionException(
                start + 1, "'" + number + "' không phải số, hoặc quá lớn", "'" + number + "' is no number, or too large");
    }

    private bool IsExponent() => text[at] is 'e' or 'E' && at + 1 < text.Length
        && (char.IsAsciiDigit(text[at + 1]) || (text[at + 1] is '+' or '-' && at + 2 < text.Length && char.IsAsciiDigit(text[at + 2])));

    private void Deeper()
    {
        if (++depth > MostDepth)
        {
            throw new ExpressionException(at, "biểu thức lồng nhau quá 50 tầng", "the expression is nested more than 50 levels deep");
        }
    }

    private void SkipSpaces()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private static char Shown(char c) => char.IsControl(c) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' ? '\uFFFD' : c;
}
