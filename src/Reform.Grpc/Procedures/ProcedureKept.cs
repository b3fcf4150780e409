using Reform.Domain.Procedures;
using Reform.Grpc.Registers;

namespace Reform.Grpc.Procedures;

/// <summary>How what is recorded about procedures is kept.</summary>
internal sealed class ProcedureKept : FactRegister<ProcedureRegisters>
{
    // The built-in procedures alone: put together once.
    private static readonly Lazy<ProcedureRegisters> Nothing = new(() => new ProcedureRegisters(FactRecords.None));

    private ProcedureKept()
    {
    }

    public static ProcedureKept Register { get; } = new();

    public override IReadOnlyList<IFactList> Lists { get; } =
    [
        ProcedureKinds.Definition, ProcedureKinds.Question, ProcedureKinds.Interpretation, ProcedureKinds.Publication, ProcedureKinds.Application,
        ProcedureKinds.Rule, ProcedureKinds.Round, ProcedureKinds.Verdict,
    ];

    protected override ProcedureRegisters Of(FactRecords records) => records.HasAny(Lists) ? new ProcedureRegisters(records) : Nothing.Value;

    // A new definition can leave what is recorded without its procedure: everything is looked at.
    protected override ProcedureRegisters Of(ProcedureRegisters before, FactRecords all, FactRecords later) =>
        later.HasAny([ProcedureKinds.Definition]) ? Of(all) : new ProcedureRegisters(before, all, later);

    internal override IReadOnlyList<FactProblem>? ProblemsIn(Exception error) =>
        error is ProcedureInputException input ? [.. input.Problems.Select(p => new FactProblem(p.Code, p.Field, p.Message))] : null;
}

/// <summary>The procedures in a state of the registers.</summary>
internal static class ProcedureStates
{
    extension(RegisterState state)
    {
        /// <summary>Procedures and the registers over them.</summary>
        public ProcedureRegisters Procedures => state.Facts.Get(ProcedureKept.Register);
    }
}
