namespace Reform.Domain.Scoring;

/// <summary>A part of an arithmetic expression.</summary>
internal abstract record ExpressionNode
{
    private const int SumStrength = 1;
    private const int ProductStrength = 2;
    private const int SignStrength = 3;
    private const int AtomStrength = 4;

    protected abstract int Strength { get; }

    public abstract Computed Evaluate(Func<string, MeasureValue?> measures);

    public abstract IEnumerable<string> NamesIn();

    public abstract string ToText();

    private static string In(ExpressionNode node, bool parenthesise) => parenthesise ? "(" + node.ToText() + ")" : node.ToText();

    public sealed record Literal(Fraction Value) : ExpressionNode
    {
        protected override int Strength => AtomStrength;

        public override Computed Evaluate(Func<string, MeasureValue?> measures) => Value;

        public override IEnumerable<string> NamesIn() => [];

        public override string ToText() => Value.ToString();
    }

    public sealed record Name(string Text) : ExpressionNode
    {
        protected override int Strength => AtomStrength;

        public override Computed Evaluate(Func<string, MeasureValue?> measures) => measures(Text) switch
        {
            MeasureValue.Number number => number.Content,
            MeasureValue.Undefined undefined => new ScoreFault(ScoreFaultKind.Undefined, Text, undefined.Why),
            null => ScoreFault.Missing(Text),
            _ => ScoreFault.WrongKind(Text, "số", "a number"),
        };

        public override IEnumerable<string> NamesIn() => [Text];

        public override string ToText() => Text;
    }

    public sealed record Negation(ExpressionNode Of) : ExpressionNode
    {
        protected override int Strength => SignStrength;

        public override Computed Evaluate(Func<string, MeasureValue?> measures)
        {
            Computed inner = Of.Evaluate(measures);
            return inner.Fault is null ? -inner.Value : inner;
        }

        public override IEnumerable<string> NamesIn() => Of.NamesIn();

        public override string ToText() => "-" + In(Of, Of.Strength <= SignStrength);
    }

    public sealed record Binary(char Operator, ExpressionNode Left, ExpressionNode Right) : ExpressionNode
    {
        protected override int Strength => Operator is '+' or '-' ? SumStrength : ProductStrength;

        public override Computed Evaluate(Func<string, MeasureValue?> measures)
        {
            Computed left = Left.Evaluate(measures);
            if (left.Fault is not null)
            {
                return left;
            }

            Computed right = Right.Evaluate(measures);
            if (right.Fault is not null)
            {
                return right;
            }

            return Operator switch
            {
                '+' => left.Value + right.Value,
                '-' => left.Value - right.Value,
                '*' => left.Value * right.Value,
                _ when right.Value.Sign == 0 => ScoreFault.DivisionByZero(ToText()),
                _ => left.Value / right.Value,
            };
        }

        public override IEnumerable<string> NamesIn() => Left.NamesIn().Concat(Right.NamesIn());

        // Left to right: a - (b - c) keeps its parentheses, (a - b) - c does not.
        public override string ToText() => In(Left, Left.Strength < Strength) + " " + Operator + " " + In(Right, Right.Strength <= Strength);
    }
}
