using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Programmes;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.Programmes;

/// <summary>The programme that a question is about: one of the register, or one that comes with the service.</summary>
/// <param name="Name">Its resource name.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Register">Where it stands.</param>
/// <param name="Outbox">The notices under it.</param>
/// <param name="EtagOf">The etag of a task; empty for what comes with the service.</param>
internal sealed record AskedProgramme(string Name, string Id, ProgrammeRegister Register, UrgingOutbox Outbox, Func<string, string> EtagOf)
{
    public const string ReferenceCollection = "referenceProgrammes";

    public static bool IsReference(string name) => name.StartsWith(ReferenceCollection + "/", StringComparison.Ordinal);

    /// <summary>The programme itself.</summary>
    public Programme Programme => Register.Find(Id)!;

    /// <summary>The programme of a name; refused when there is none.</summary>
    public static AskedProgramme Of(RegisterState state, string name) => IsReference(name) ? Reference(name) : Kept(state, name);

    /// <summary>The programme of the register of a name.</summary>
    public static AskedProgramme Kept(RegisterState state, string name)
    {
        string id = ResourceName.In(ProgrammeKinds.Programmes, "name", name);
        ProgrammeBook book = state.Programmes;
        return Found(new AskedProgramme(
            ResourceName.Of(ProgrammeKinds.Programmes, id), id, book.Register, book.OutboxOf(id), t => ProgrammeKinds.Task.Latest(state, t)?.Id ?? ""), name);
    }

    /// <summary>The programme that comes with the service of a name.</summary>
    public static AskedProgramme Reference(string name)
    {
        string id = ResourceName.In(ReferenceCollection, "name", name);
        return Found(
            new AskedProgramme(ResourceName.Of(ReferenceCollection, id), id, ReferenceProgrammes.HaiPhong, UrgingOutbox.Empty, _ => ""), name);
    }

    /// <summary>The answer of the register; what it refuses is told at the field of the request.</summary>
    public static T Answer<T>(Func<T> question, Func<string, string> fieldOf)
    {
        try
        {
            return question();
        }
        catch (RecordInputException e)
        {
            throw RegisterRefusal.Question(e, fieldOf);
        }
        catch (OrganizationInputException e)
        {
            throw RegisterRefusal.Question(e, fieldOf);
        }
    }

    /// <summary>The period of a request; the days that it leaves out are those of the programme.</summary>
    public ReportingPeriod Period(Google.Type.Date? firstDay, Google.Type.Date? lastDay)
    {
        LocalDate from = RequestFields.Date("first_day", firstDay) ?? Programme.FirstDay;
        LocalDate to = RequestFields.Date("last_day", lastDay) ?? Programme.LastDay;
        return to < from
            ? throw Refusal.InvalidField(
                lastDay is null ? "first_day" : "last_day", "kỳ kết thúc trước khi bắt đầu", "the period ends before it begins")
            : new ReportingPeriod(from, to);
    }

    private static AskedProgramme Found(AskedProgramme asked, string name) =>
        asked.Register.Find(asked.Id) is null ? throw RegisterRefusal.NotFound("name", name) : asked;
}
