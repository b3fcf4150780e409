using System.Globalization;
using NodaTime;

namespace Reform.Grpc.Registers;

/// <summary>The registers that are kept in lists of the journal, at one moment of record; each is made when it is first asked for. Immutable.</summary>
internal sealed class FactRegisters
{
    private readonly Dictionary<FactRegister, Lazy<object>> made;

    private FactRegisters(Dictionary<FactRegister, Lazy<object>> made, FactRecords records)
    {
        this.made = made;
        Records = records;
    }

    /// <summary>What they follow from.</summary>
    public FactRecords Records { get; }

    /// <summary>Registers of what was read from the journal.</summary>
    public static FactRegisters Of(IEnumerable<FactRegister> registers, FactRecords records) =>
        new(registers.ToDictionary(r => r, r => new Lazy<object>(() => r.Make(records))), records);

    /// <summary>The same registers of other records.</summary>
    public FactRegisters Of(FactRecords records) => Of(made.Keys, records);

    /// <summary>A builder over the lists of all registers.</summary>
    public FactRecords.Builder NewRecords() => new(made.Keys.SelectMany(r => r.Lists));

    public TRegister Get<TRegister>(FactRegister<TRegister> register)
        where TRegister : class => (TRegister)made[register].Value;

    /// <summary>The registers with later records.</summary>
    /// <exception cref="FactConflictException">They do not fit. What was there before is told of as "recorded.list[i]".</exception>
    public FactRegisters With(FactRecords later)
    {
        FactRecords all = Records.With(later);
        var after = new Dictionary<FactRegister, Lazy<object>>(made);
        foreach (FactRegister register in made.Keys.Where(r => later.HasAny(r.Lists)))
        {
            object fitting = Fit(register, all, later);
            after[register] = new Lazy<object>(() => fitting);
        }

        return new FactRegisters(after, all);
    }

    /// <summary>The registers as they were known at a moment.</summary>
    public FactRegisters AsKnownAt(Instant moment) => Of(Records.Until(moment));

    private object Fit(FactRegister register, FactRecords all, FactRecords later)
    {
        IReadOnlyList<FactProblem>? problems = null;
        try
        {
            return register.Make(made[register].Value, all, later);
        }
        catch (Exception e) when ((problems = register.ProblemsIn(e)) is not null)
        {
            throw new FactConflictException([.. problems!.Select(p => InLater(register, p))]);
        }
    }

    private FactProblem InLater(FactRegister register, FactProblem problem)
    {
        int open = problem.Field.IndexOf('[', StringComparison.Ordinal);
        int close = problem.Field.IndexOf(']', StringComparison.Ordinal);
        if (open <= 0 || close < open || !int.TryParse(problem.Field[(open + 1)..close], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            || register.Lists.FirstOrDefault(l => l.Place == problem.Field[..open]) is not IFactList list)
        {
            return problem;
        }

        int before = Records.CountOf(list);
        return problem with
        {
            Field = index < before
                ? "recorded." + problem.Field
                : list.List + "[" + (index - before).ToString(CultureInfo.InvariantCulture) + problem.Field[close..],
        };
    }
}
