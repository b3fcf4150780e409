using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Grpc.Registers;

/// <summary>Something that is wrong with records, at a place of the register: "plans[3].unit".</summary>
internal sealed record FactProblem(string Code, string Field, BilingualText Message);

/// <summary>Records that do not fit with each other, or with what is recorded; nothing of them is taken in.</summary>
/// <param name="problems">What is wrong; places are those among the later records, by the lists of the journal.</param>
internal sealed class FactConflictException(IReadOnlyList<FactProblem> problems) : Exception(problems[0].Field + ": " + problems[0].Message.English)
{
    public IReadOnlyList<FactProblem> Problems { get; } = problems;
}

/// <summary>A register that is kept in lists of the journal: which lists, and what follows from them. Each feature brings its own.</summary>
internal abstract class FactRegister
{
    /// <summary>Its lists.</summary>
    public abstract IReadOnlyList<IFactList> Lists { get; }

    /// <summary>The register of records.</summary>
    internal abstract object Make(FactRecords records);

    /// <summary>The register with later records.</summary>
    /// <param name="before">The register of the earlier ones.</param>
    /// <param name="all">All records.</param>
    /// <param name="later">The later ones of them.</param>
    internal abstract object Make(object before, FactRecords all, FactRecords later);

    /// <summary>What a failure to make it says of the records; null: it is no such failure.</summary>
    internal abstract IReadOnlyList<FactProblem>? ProblemsIn(Exception error);
}

/// <inheritdoc/>
/// <typeparam name="TRegister">What follows from the records: immutable, shared between calls.</typeparam>
internal abstract class FactRegister<TRegister> : FactRegister
    where TRegister : class
{
    /// <summary>The register of records; throws what <see cref="ProblemsIn"/> reads.</summary>
    protected abstract TRegister Of(FactRecords records);

    /// <summary>The register with later records; a register that is dear to make takes over from the one before what did not change.</summary>
    protected virtual TRegister Of(TRegister before, FactRecords all, FactRecords later) => Of(all);

    internal sealed override object Make(FactRecords records) => Of(records);

    internal sealed override object Make(object before, FactRecords all, FactRecords later) => Of((TRegister)before, all, later);

    internal override IReadOnlyList<FactProblem>? ProblemsIn(Exception error) =>
        error is RecordInputException input ? [.. input.Problems.Select(p => new FactProblem(p.Code, p.Field, p.Message))] : null;
}
