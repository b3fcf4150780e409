using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Date = Google.Type.Date;

namespace Reform.Grpc.CaseFiles;

/// <summary>Which cases are meant; what is null leaves nothing out.</summary>
internal sealed record CaseFilter
{
    private static readonly Dictionary<string, CaseState> States =
        Enum.GetValues<CaseState>().ToDictionary(s => RecordMapping.CodeOf(s), StringComparer.Ordinal);

    /// <summary>The unit that received them.</summary>
    public string? UnitId { get; init; }

    /// <summary>The code of their procedure.</summary>
    public string? Procedure { get; init; }

    public CaseState? State { get; init; }

    /// <summary>The first date of receipt.</summary>
    public LocalDate? ReceivedFrom { get; init; }

    /// <summary>The date before which they were received.</summary>
    public LocalDate? ReceivedBefore { get; init; }

    /// <summary>The date before which those without an end are due.</summary>
    public LocalDate? DueBefore { get; init; }

    /// <summary>A filter as requests say it, field by field.</summary>
    public static CaseFilter Read(
        string parent, string procedure, string state = "", Date? receivedFrom = null, Date? receivedBefore = null, Date? dueBefore = null) => new()
        {
            UnitId = parent == "units/-" ? null : ResourceName.In(ResourceName.Units, "parent", parent),
            Procedure = RecordMapping.Word("procedure", procedure),
            State = state.Length == 0 ? null
            : States.TryGetValue(state, out CaseState known) ? known : throw Refusal.InvalidField("state", "không có trạng thái này", "there is no such state"),
            ReceivedFrom = RequestFields.Date("received_from", receivedFrom),
            ReceivedBefore = RequestFields.Date("received_before", receivedBefore),
            DueBefore = RequestFields.Date("due_before", dueBefore),
        };

    /// <summary>The facts of those cases.</summary>
    public IQueryable<CaseFacts> Of(IQueryable<CaseFacts> all)
    {
        IQueryable<CaseFacts> facts = all.AsNoTracking();
        facts = UnitId is string unit ? facts.Where(f => f.UnitId == unit) : facts;
        facts = Procedure is string procedure ? facts.Where(f => f.ProcedureCode == procedure) : facts;
        facts = State is CaseState state ? facts.Where(f => f.State == state) : facts;
        facts = ReceivedFrom is LocalDate from ? facts.Where(f => f.ReceivedOn >= from) : facts;
        facts = ReceivedBefore is LocalDate before ? facts.Where(f => f.ReceivedOn < before) : facts;
        return DueBefore is LocalDate due ? facts.Where(f => f.EndedOn == null && f.DueOn < due) : facts;
    }
}
