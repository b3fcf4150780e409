using Reform.Domain.Legal;
using Reform.Domain.Organizations;
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

    /// <summary>Whether its records are about the units of the register of organization, and have to fit them: it is made again when these change.</summary>
    public virtual bool IsOverUnits => false;

    /// <summary>Does what has to follow in the same transaction when something of it is recorded.</summary>
    /// <param name="services">The services of the transaction.</param>
    /// <param name="before">The registers before.</param>
    /// <param name="after">The registers with it.</param>
    /// <param name="cancellation">Gives it up.</param>
    internal virtual Task Follow(IServiceProvider services, RegisterState before, RegisterState after, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>The register of records.</summary>
    /// <param name="records">The records.</param>
    /// <param name="units">The units, by the same moment of record.</param>
    internal abstract object Make(FactRecords records, OrganizationRegister units);

    /// <summary>The register with later records.</summary>
    /// <param name="before">The register of the earlier ones.</param>
    /// <param name="all">All records.</param>
    /// <param name="later">The later ones of them.</param>
    /// <param name="units">The units; those of before, or later ones.</param>
    internal abstract object Make(object before, FactRecords all, FactRecords later, OrganizationRegister units);

    /// <summary>What a failure to make it says of the records; null: it is no such failure.</summary>
    internal abstract IReadOnlyList<FactProblem>? ProblemsIn(Exception error);
}

/// <inheritdoc/>
/// <typeparam name="TRegister">What follows from the records: immutable, shared between calls.</typeparam>
internal abstract class FactRegister<TRegister> : FactRegister
    where TRegister : class
{
    /// <summary>The register of records; throws what <see cref="ProblemsIn"/> reads.</summary>
    protected virtual TRegister Of(FactRecords records) => throw new NotSupportedException("A register over units is not made without them.");

    /// <summary>The register with later records; a register that is dear to make takes over from the one before what did not change.</summary>
    protected virtual TRegister Of(TRegister before, FactRecords all, FactRecords later) => Of(all);

    /// <summary>The same for a register that <see cref="FactRegister.IsOverUnits"/>.</summary>
    protected virtual TRegister Of(FactRecords records, OrganizationRegister units) => Of(records);

    /// <inheritdoc cref="Of(FactRecords, OrganizationRegister)"/>
    protected virtual TRegister Of(TRegister before, FactRecords all, FactRecords later, OrganizationRegister units) =>
        IsOverUnits ? Of(all, units) : Of(before, all, later);

    internal sealed override object Make(FactRecords records, OrganizationRegister units) => Of(records, units);

    internal sealed override object Make(object before, FactRecords all, FactRecords later, OrganizationRegister units) =>
        Of((TRegister)before, all, later, units);

    internal override IReadOnlyList<FactProblem>? ProblemsIn(Exception error) =>
        error is RecordInputException input ? [.. input.Problems.Select(p => new FactProblem(p.Code, p.Field, p.Message))] : null;
}
