using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Programmes;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Programmes.V1;
using ProtoArgument = Reform.Explanations.V1.ReasonArgument;

namespace Reform.Grpc.Programmes;

/// <summary>Between notices, the stages at which they are sent, and their messages.</summary>
internal static class NoticeMapping
{
    private const int MostStages = 50;

    /// <summary>A notice as the journal keeps it.</summary>
    public static UrgingNotice Stored(string path, P.UrgingNotice message) => new(
        new NoticeKey(
            ResourceName.In(ProgrammeKinds.Tasks, path + ".task", message.Task), CivilTimes.RequiredDate(path + ".due_on", message.DueOn), message.Stage),
        ResourceName.In(ProgrammeKinds.Programmes, path + ".programme", message.Programme),
        RecordMapping.Required<UrgingRecipient>(path + ".recipient", message.Recipient),
        ResourceName.InOptional(ResourceName.Units, path + ".unit", message.Unit),
        ResourceName.InOptional(ResourceName.Positions, path + ".position", message.Position),
        ProgrammeMapping.Unit(path + ".sent_by", message.SentBy),
        CivilTimes.RequiredDate(path + ".sent_on", message.SentOn),
        new Reason(
            message.Code, message.Arguments.Select(a => new ReasonArgument(a.Name, a.Value)).ToValueList(), null, new BilingualText(message.Text.Vi, message.Text.En)))
    {
        CopiedTo = message.CopiedTo.Select(p => ResourceName.In(ResourceName.Positions, path + ".copied_to", p)).ToValueList(),
        Covers = message.Covers.ToValueList(),
    };

    public static P.UrgingNotice ToProto(NumberedNotice numbered)
    {
        UrgingNotice notice = numbered.Notice;
        return new P.UrgingNotice
        {
            Programme = ResourceName.Of(ProgrammeKinds.Programmes, notice.ProgrammeId),
            Number = numbered.Number,
            Task = TaskMapping.Name(notice.Key.TaskId),
            DueOn = CivilTimes.ToProto(notice.Key.DueOn),
            Stage = notice.Key.Stage,
            Recipient = (P.UrgingRecipient)((int)notice.Recipient + 1),
            Unit = ResourceName.OfOptional(ResourceName.Units, notice.UnitId),
            Position = ResourceName.OfOptional(ResourceName.Positions, notice.PositionId),
            SentBy = ProgrammeMapping.Unit(notice.SentBy),
            SentOn = CivilTimes.ToProto(notice.SentOn),
            Code = notice.Text.Code,
            Arguments = { notice.Text.Arguments.Select(a => new ProtoArgument { Name = a.Name, Value = a.Value.ToInvariant() }) },
            Text = RecordMapping.ToProto(notice.Text.Sentence),
            CopiedTo = { notice.CopiedTo.Select(p => ResourceName.Of(ResourceName.Positions, p)) },
            Covers = { notice.Covers },
        };
    }

    /// <summary>The policy of a request; none stated: that of the library.</summary>
    public static UrgingPolicy Policy(IReadOnlyList<P.UrgingStage> stages)
    {
        RequestFields.AtMost("stages", stages.Count, MostStages);
        if (stages.Count == 0)
        {
            return UrgingPolicy.Standard;
        }

        List<UrgingStage> read = [.. stages.Select((s, i) => new UrgingStage(
            RecordMapping.RequiredWord(RequestFields.At("stages", i) + ".code", s.Code), s.Offset,
            RecordMapping.Required<UrgingRecipient>(RequestFields.At("stages", i) + ".recipient", s.Recipient)))];
        try
        {
            return new UrgingPolicy(read);
        }
        catch (RecordInputException e)
        {
            // The policy tells of its stages in their own order.
            int[] given = [.. Enumerable.Range(0, read.Count).OrderBy(i => read[i].Offset).ThenBy(i => read[i].Recipient)];
            RecordProblem problem = e.Problems[0];
            int place = Enumerable.Range(0, given.Length).First(i => problem.Field.StartsWith(RequestFields.At("stages", i), StringComparison.Ordinal));
            string field = RequestFields.At("stages", given[place]) + problem.Field[RequestFields.At("stages", place).Length..];
            throw Refusal.InvalidField(field, problem.Message.Vietnamese, problem.Message.English);
        }
    }
}
