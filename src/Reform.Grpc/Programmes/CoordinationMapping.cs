using Reform.Domain.Programmes;
using Reform.Domain.Values;
using Reform.Grpc.Procedures;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Programmes.V1;

namespace Reform.Grpc.Programmes;

/// <summary>Between questions, guidance, consultations, closings and their messages.</summary>
internal static class CoordinationMapping
{
    private const int MostTasks = 100;

    public static GuidanceQuestion Question(string path, P.GuidanceQuestion message) => new(
        ResourceName.In(ProgrammeKinds.Questions, path + ".name", message.Name),
        Programme(path, message.Programme),
        ProgrammeMapping.Unit(path + ".asked_by", message.AskedBy),
        CivilTimes.RequiredDate(path + ".asked_on", message.AskedOn),
        RecordMapping.RequiredText(path + ".text", message.Text))
    {
        TaskIds = ProgrammeMapping.Items(path + ".tasks", message.Tasks, MostTasks, Task),
        AnsweredBy = ResourceName.InOptional(ResourceName.Units, path + ".answered_by", message.AnsweredBy),
        AnswerWithin = ProgrammeMapping.Limit(path + ".answer_within", message.AnswerWithin),
    };

    public static P.GuidanceQuestion ToProto(GuidanceQuestion question, string etag) => new()
    {
        Name = ResourceName.Of(ProgrammeKinds.Questions, question.Id),
        Etag = etag,
        Programme = ResourceName.Of(ProgrammeKinds.Programmes, question.ProgrammeId),
        AskedBy = ProgrammeMapping.Unit(question.AskedBy),
        AskedOn = CivilTimes.ToProto(question.AskedOn),
        Text = RecordMapping.ToProto(question.Text),
        Tasks = { question.TaskIds.Select(TaskMapping.Name) },
        AnsweredBy = ResourceName.OfOptional(ResourceName.Units, question.AnsweredBy),
        AnswerWithin = ProcedureMapping.ToProto(question.AnswerWithin),
    };

    public static Guidance Guidance(string path, P.Guidance message) => new(
        ResourceName.In(ProgrammeKinds.GuidanceNames, path + ".name", message.Name),
        Programme(path, message.Programme),
        ProgrammeMapping.Unit(path + ".issued_by", message.IssuedBy),
        CivilTimes.RequiredDate(path + ".issued_on", message.IssuedOn),
        RecordMapping.RequiredText(path + ".text", message.Text))
    {
        TaskIds = ProgrammeMapping.Items(path + ".tasks", message.Tasks, MostTasks, Task),
        QuestionId = ResourceName.InOptional(ProgrammeKinds.Questions, path + ".question", message.Question),
        Number = RecordMapping.Word(path + ".number", message.Number),
    };

    public static P.Guidance ToProto(Guidance guidance, string etag) => new()
    {
        Name = ResourceName.Of(ProgrammeKinds.GuidanceNames, guidance.Id),
        Etag = etag,
        Programme = ResourceName.Of(ProgrammeKinds.Programmes, guidance.ProgrammeId),
        IssuedBy = ProgrammeMapping.Unit(guidance.IssuedBy),
        IssuedOn = CivilTimes.ToProto(guidance.IssuedOn),
        Text = RecordMapping.ToProto(guidance.Text),
        Tasks = { guidance.TaskIds.Select(TaskMapping.Name) },
        Question = ResourceName.OfOptional(ProgrammeKinds.Questions, guidance.QuestionId),
        Number = guidance.Number ?? "",
    };

    public static TaskConsultation Consultation(string path, P.TaskConsultation message) => new(
        ResourceName.In(ProgrammeKinds.Consultations, path + ".name", message.Name),
        Task(path + ".task", message.Task),
        ProgrammeMapping.Unit(path + ".asked_by", message.AskedBy),
        ProgrammeMapping.Unit(path + ".consulted", message.Consulted),
        CivilTimes.RequiredDate(path + ".asked_on", message.AskedOn))
    {
        ReplyWithin = ProgrammeMapping.Limit(path + ".reply_within", message.ReplyWithin),
        Silence = TaskMapping.Stated<SilenceRule>(path + ".silence", (int)message.Silence),
    };

    public static P.TaskConsultation ToProto(TaskConsultation consultation, string etag) => new()
    {
        Name = ResourceName.Of(ProgrammeKinds.Consultations, consultation.Id),
        Etag = etag,
        Task = TaskMapping.Name(consultation.TaskId),
        AskedBy = ProgrammeMapping.Unit(consultation.AskedBy),
        Consulted = ProgrammeMapping.Unit(consultation.ConsultedId),
        AskedOn = CivilTimes.ToProto(consultation.AskedOn),
        ReplyWithin = ProcedureMapping.ToProto(consultation.ReplyWithin),
        Silence = (P.SilenceRule)(int)consultation.Silence,
    };

    public static ConsultationReply Reply(string path, P.ConsultationReply message) => new(
        ResourceName.In(ProgrammeKinds.Replies, path + ".name", message.Name),
        ResourceName.In(ProgrammeKinds.Consultations, path + ".consultation", message.Consultation),
        CivilTimes.RequiredDate(path + ".on", message.On),
        message.Agrees)
    {
        Text = RecordMapping.Text(path + ".text", message.Text),
    };

    public static P.ConsultationReply ToProto(ConsultationReply reply, string etag) => new()
    {
        Name = ResourceName.Of(ProgrammeKinds.Replies, reply.Id),
        Etag = etag,
        Consultation = ResourceName.Of(ProgrammeKinds.Consultations, reply.ConsultationId),
        On = CivilTimes.ToProto(reply.On),
        Agrees = reply.IsInAgreement,
        Text = reply.Text is BilingualText text ? RecordMapping.ToProto(text) : null,
    };

    public static SummaryClosing Closing(string path, P.SummaryClosing message) => new(
        ResourceName.In(ProgrammeKinds.Closings, path + ".name", message.Name),
        Programme(path, message.Programme),
        new ReportingPeriod(CivilTimes.RequiredDate(path + ".first_day", message.FirstDay), CivilTimes.RequiredDate(path + ".last_day", message.LastDay)),
        ProgrammeMapping.Unit(path + ".closed_by", message.ClosedBy),
        CivilTimes.RequiredDate(path + ".closed_on", message.ClosedOn));

    public static P.SummaryClosing ToProto(SummaryClosing closing, string etag) => new()
    {
        Name = ResourceName.Of(ProgrammeKinds.Closings, closing.Id),
        Etag = etag,
        Programme = ResourceName.Of(ProgrammeKinds.Programmes, closing.ProgrammeId),
        FirstDay = CivilTimes.ToProto(closing.Period.From),
        LastDay = CivilTimes.ToProto(closing.Period.To),
        ClosedBy = ProgrammeMapping.Unit(closing.ClosedBy),
        ClosedOn = CivilTimes.ToProto(closing.ClosedOn),
    };

    private static string Programme(string path, string name) => ResourceName.In(ProgrammeKinds.Programmes, path + ".programme", name);

    private static string Task(string field, string name) => ResourceName.In(ProgrammeKinds.Tasks, field, name);
}
