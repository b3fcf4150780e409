using System.Globalization;
using NodaTime;
using Reform.Domain.Organizations;

namespace Reform.Grpc.Registers;

/// <summary>The registers that are kept in lists of the journal, at one moment of record; each is made when it is first asked for. Immutable.</summary>
internal sealed class FactRegisters
{
    private readonly Dictionary<FactRegister, Lazy<object>> made;

    private readonly OrganizationRegister units;

    private FactRegisters(Dictionary<FactRegister, Lazy<object>> made, FactRecords records, OrganizationRegister units)
    {
        this.made = made;
        this.units = units;
        Records = records;
    }

    /// <summary>What they follow from.</summary>
    public FactRecords Records { get; }

    /// <summary>Registers of what was read from the journal.</summary>
    public static FactRegisters Of(IEnumerable<FactRegister> registers, FactRecords records, OrganizationRegister units) =>
        new(registers.ToDictionary(r => r, r => new Lazy<object>(() => r.Make(records, units))), records, units);

    /// <summary>The same registers of other records.</summary>
    public FactRegisters Of(FactRecords records, OrganizationRegister ofUnits) => Of(made.Keys, records, ofUnits);

    /// <summary>A builder over the lists of all registers.</summary>
    public FactRecords.Builder NewRecords() => new(made.Keys.SelectMany(r => r.Lists));

    public TRegister Get<TRegister>(FactRegister<TRegister> register)
        where TRegister : class => (TRegister)made[register].Value;

    /// <summary>The registers with later records.</summary>
    /// <param name="later">The later records.</param>
    /// <param name="ofUnits">The units, with what was recorded of them since.</param>
    /// <exception cref="FactConflictException">They do not fit. What was there before is told of as "recorded.list[i]".</exception>
    public FactRegisters With(FactRecords later, OrganizationRegister ofUnits)
    {
        FactRecords all = Records.With(later);
        var after = new Dictionary<FactRegister, Lazy<object>>(made);
        foreach (FactRegister register in made.Keys)
        {
            bool overOthers = register.IsOverUnits && !ReferenceEquals(ofUnits, units);
            if (later.HasAny(register.Lists) || (overOthers && all.HasAny(register.Lists)))
            {
                object fitting = Fit(register, all, later, ofUnits);
                after[register] = new Lazy<object>(() => fitting);
            }
            else if (overOthers)
            {
                after[register] = new Lazy<object>(() => register.Make(all, ofUnits));
            }
        }

        return new FactRegisters(after, all, ofUnits);
    }

    /// <summary>The registers as they were known at a moment.</summary>
    public FactRegisters AsKnownAt(Instant moment, OrganizationRegister ofUnits) => Of(Records.Until(moment), ofUnits);

    private object Fit(FactRegister register, FactRecords all, FactRecords later, OrganizationRegister ofUnits)
    {
        IReadOnlyList<FactProblem>? problems = null;
        try
        {
            return register.Make(made[register].Value, all, later, ofUnits);
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
