using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Grpc.Deadlines;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Procedures.V1;

namespace Reform.Grpc.Procedures;

/// <summary>Between questions, interpretations and their messages.</summary>
internal static class InterpretationMapping
{
    private const int MostReadings = 20;

    public static InterpretationQuestion Question(string path, P.InterpretationQuestion message)
    {
        RequestFields.AtMost(path + ".readings", message.Readings.Count, MostReadings);
        return new InterpretationQuestion(
            ResourceName.In(ProcedureKinds.Questions, path + ".name", message.Name),
            Subject(path + ".subject", message.Subject),
            RecordMapping.RequiredText(path + ".text", message.Text),
            CivilTimes.RequiredDate(path + ".asked_on", message.AskedOn),
            message.Readings.Select((r, i) => Reading(RequestFields.At(path + ".readings", i), r)).ToValueList())
        {
            AskedBy = ResourceName.InOptional(ResourceName.Units, path + ".asked_by", message.AskedBy),
            AnsweredBy = ResourceName.InOptional(ResourceName.Units, path + ".answered_by", message.AnsweredBy),
            AnswerWithin = message.AnswerWithin is null ? null : TermsMapping.Limit(path + ".answer_within", message.AnswerWithin),
            Concerns = RecordMapping.Period(path + ".concerns", message.Concerns),
        };
    }

    public static P.InterpretationQuestion ToProto(InterpretationQuestion question, string etag) => new()
    {
        Name = ResourceName.Of(ProcedureKinds.Questions, question.Id),
        Etag = etag,
        Subject = ToProto(question.Subject),
        Text = RecordMapping.ToProto(question.Text),
        AskedOn = CivilTimes.ToProto(question.AskedOn),
        Readings = { question.Readings.Select(ToProto) },
        AskedBy = NameOf(question.AskedBy),
        AnsweredBy = NameOf(question.AnsweredBy),
        AnswerWithin = ProcedureMapping.ToProto(question.AnswerWithin),
        Concerns = RecordMapping.ToProto(question.Concerns),
    };

    public static Interpretation Interpretation(string path, P.Interpretation message) => new(
        ResourceName.In(ProcedureKinds.Interpretations, path + ".name", message.Name),
        Subject(path + ".subject", message.Subject),
        RecordMapping.RequiredWord(path + ".issuer", message.Issuer),
        RecordMapping.Basis(path + ".instrument", message.Instrument) ?? throw Refusal.RequiredField(path + ".instrument"),
        CivilTimes.RequiredDate(path + ".issued_on", message.IssuedOn),
        RecordMapping.Period(path + ".period", message.Period),
        Reading(path + ".reading", message.Reading ?? throw Refusal.RequiredField(path + ".reading")))
    {
        QuestionId = ResourceName.InOptional(ProcedureKinds.Questions, path + ".question", message.Question),
        IssuerLevel = RecordMapping.Optional<OrganizationLevel>(path + ".issuer_level", message.IssuerLevel),
    };

    public static P.Interpretation ToProto(Interpretation interpretation, string etag) => new()
    {
        Name = ResourceName.Of(ProcedureKinds.Interpretations, interpretation.Id),
        Etag = etag,
        Subject = ToProto(interpretation.Subject),
        Issuer = interpretation.Issuer,
        IssuerLevel = interpretation.IssuerLevel is OrganizationLevel level ? (Reform.Organizations.V1.OrganizationLevel)((int)level + 1) : default,
        Instrument = RecordMapping.ToProto(interpretation.Instrument),
        IssuedOn = CivilTimes.ToProto(interpretation.IssuedOn),
        Period = RecordMapping.ToProto(interpretation.Validity),
        Reading = ToProto(interpretation.Reading),
        Question = interpretation.QuestionId is string question ? ResourceName.Of(ProcedureKinds.Questions, question) : "",
    };

    public static P.TextReading ToProto(TextReading reading) => new()
    {
        ReadingId = reading.Id,
        Meaning = RecordMapping.ToProto(reading.Meaning),
        Limit = ProcedureMapping.ToProto(reading.Limit),
        PrevailingLimit = reading.PrevailingLimitId ?? "",
        StartEvent = reading.StartEvent ?? "",
        Policy = ReadingPolicies.ToProto(reading.Policies),
    };

    private static TextReading Reading(string path, P.TextReading reading) => new(
        RecordMapping.RequiredWord(path + ".reading_id", reading.ReadingId), RecordMapping.RequiredText(path + ".meaning", reading.Meaning))
    {
        Limit = reading.Limit is null ? null : TermsMapping.Limit(path + ".limit", reading.Limit),
        PrevailingLimitId = RecordMapping.Word(path + ".prevailing_limit", reading.PrevailingLimit),
        StartEvent = RecordMapping.Word(path + ".start_event", reading.StartEvent),
        Policies = ReadingPolicies.FromProto(path + ".policy", reading.Policy),
    };

    private static InterpretationSubject Subject(string path, P.InterpretationSubject? subject) => subject is null ? throw Refusal.RequiredField(path) : new(
        ResourceName.In(ProcedureMapping.Collection, path + ".procedure", subject.Procedure),
        RecordMapping.Word(path + ".limit", subject.Limit),
        RecordMapping.Word(path + ".clause", subject.Clause));

    private static P.InterpretationSubject ToProto(InterpretationSubject subject) => new()
    {
        Procedure = ResourceName.Of(ProcedureMapping.Collection, subject.ProcedureCode),
        Limit = subject.LimitId ?? "",
        Clause = subject.Clause ?? "",
    };

    private static string NameOf(string? unitId) => unitId is null ? "" : ResourceName.Of(ResourceName.Units, unitId);
}
