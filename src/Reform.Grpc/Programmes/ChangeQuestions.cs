using Google.Protobuf.Collections;
using NodaTime;
using Reform.Domain.Compliance;
using Reform.Domain.Procedures;
using Reform.Domain.Programmes;
using Reform.Domain.Values;
using Reform.Grpc.Procedures;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Programmes.V1;

namespace Reform.Grpc.Programmes;

/// <summary>Tells how far units are from their targets, and which of them change nothing.</summary>
internal sealed class ChangeQuestions(FactLists lists)
{
    private const int MostMeasured = 10_000;

    public async Task<P.GetTargetGapsResponse> Gaps(P.GetTargetGapsRequest request, CancellationToken cancellation)
    {
        string theme = RecordMapping.RequiredWord("theme_id", request.ThemeId);
        LocalDate? on = RequestFields.Date("on", request.On);
        ValueList<MeasuredValue> measured = Measured(request.Measured);
        RegisterState state = await lists.At(request.KnownAt, cancellation);
        var asked = AskedProgramme.Of(state, request.Name);
        LocalDate? last = asked.Programme.Themes.FirstOrDefault(t => t.Id == theme)?.To;
        ValueList<TargetGap> gaps = AskedProgramme.Answer(
            () => TargetGap.Of(asked.Programme, theme, last is LocalDate end ? asked.Register.SubjectsOn(asked.Id, on ?? end) : [], measured),
            f => f is "theme" ? "theme_id" : f.StartsWith("measured", StringComparison.Ordinal) ? f : "on");
        return new P.GetTargetGapsResponse { Gaps = { gaps.Select(ToProto) }, Revision = state.Revision };
    }

    public async Task<P.ListUnitChangesResponse> Changes(P.ListUnitChangesRequest request, CancellationToken cancellation)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        ListPage page = await lists.Page(request, cancellation);
        RegisterState state = page.State;
        var asked = AskedProgramme.Kept(state, request.Name);
        ReportingPeriod period = asked.Period(request.FirstDay, request.LastDay);
        var procedures = new ProcedureCatalogue([], state.Procedures.All.Select(p => p.History).ToValueList());
        IEnumerable<UnitChange> changes = UnitChanges.OfPowers(state.Authority)
            .Concat(UnitChanges.OfProcedures(ProcedureKinds.Application.Standing(state).Select(r => r.Fact!), procedures));
        ZeroChangeReport report = AskedProgramme.Answer(
            () => ZeroChangeReport.Of(asked.Register.SubjectsOn(asked.Id, period.To).Where(u => unit is null || u == unit), changes, period, state.Organization), _ => "last_day");
        (List<P.UnitChanges> items, string next) = page.Cut([.. report.Units.Where(u => u.IsUnchanged || !request.UnchangedOnly)], ToProto);
        return new P.ListUnitChangesResponse { Units = { items }, NextPageToken = next, Revision = state.Revision };
    }

    private static ValueList<MeasuredValue> Measured(RepeatedField<P.MeasuredValue> measured) => ProgrammeMapping.Items("measured", measured, MostMeasured, (at, m) =>
        new MeasuredValue(RecordMapping.RequiredWord(at + ".measure", m.Measure), ProgrammeMapping.Unit(at + ".unit", m.Unit), RecordMapping.Number(at + ".value", m.Value)));

    private static P.TargetGap ToProto(TargetGap gap)
    {
        var message = new P.TargetGap
        {
            Target = ProgrammeMapping.ToProto(gap.Target),
            Unit = ProgrammeMapping.Unit(gap.UnitId),
            Actual = RecordMapping.ToProto(gap.Actual),
            Gap = RecordMapping.ToProto(gap.Gap),
        };
        if (gap.IsMet is bool met)
        {
            message.Met = met;
        }

        return message;
    }

    private static P.UnitChanges ToProto(UnitChangeCount count) => new()
    {
        Unit = ProgrammeMapping.Unit(count.UnitId),
        Procedures = count.Procedures,
        Delegations = count.Delegations,
        ExistedThroughout = count.ExistedThroughout,
        Unchanged = count.IsUnchanged,
    };
}
