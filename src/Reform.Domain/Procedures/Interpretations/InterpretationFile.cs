using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Reads questions and interpretations from a data file (JSON; comments allowed).</summary>
public static class InterpretationFile
{
    private static readonly Dictionary<string, OrganizationLevel> Levels =
        Enum.GetValues<OrganizationLevel>().ToDictionary(l => Enum.GetName(l)!.ToLowerInvariant(), l => l, StringComparer.Ordinal);

    private static readonly Dictionary<string, NamedPolicy> PolicyByCode =
        new NamedPolicy[] { IntakePolicy.AsStamped, IntakePolicy.NextOpeningAfterDayOff }
            .Concat(HalfDayPolicy.All).Concat(DueEndPolicy.All).Concat(LeapDayPolicy.All).Concat(RollPolicy.All)
            .Concat(SupplementRegime.All).Concat(CalendarPolicy.All)
            .ToDictionary(p => p.Code, p => p, StringComparer.Ordinal);

    /// <summary>Reads a register.</summary>
    /// <param name="stream">The JSON text, UTF-8; read to its end, not closed.</param>
    /// <param name="procedures">The procedures that it is about.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The register.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong with the file; every problem is listed with its place.</exception>
    public static InterpretationRegister Read(Stream stream, ProcedureCatalogue procedures, string source = "interpretations")
    {
        ArgumentNullException.ThrowIfNull(procedures);
        return RecordFile.Read<InterpretationRegister>(stream, source, (records, root) =>
        {
            var read = new InterpretationRecords
            {
                Questions = records.List(root.Optional("questions"), "questions", Question, q => q.Id),
                Interpretations = records.List(root.Optional("interpretations"), "interpretations", Answer, i => i.Id),
            };
            return () => new InterpretationRegister(read, procedures);
        });
    }

    private static InterpretationQuestion? Question(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        InterpretationSubject? subject = Subject(item);
        BilingualText? text = item.Required("text")?.Bilingual();
        LocalDate? asked = item.Required("asked_on")?.Date();
        string? by = item.Optional("asked_by")?.Text();
        string? answers = item.Optional("answered_by")?.Text();
        TimeLimit? within = DefinitionParts.Limit(item.Optional("answer_within"));
        Validity? concerns = item.Optional("concerns") is JsonPart part ? Period(part) : default(Validity);
        IReadOnlyList<JsonPart> parts = item.Required("readings")?.Items() ?? [];
        List<TextReading> readings = [.. parts.Select(Reading).OfType<TextReading>()];
        return id is null || subject is null || text is null || asked is null || concerns is null || readings.Count < parts.Count
            ? null
            : new InterpretationQuestion(id, subject, text, asked.Value, readings.ToValueList())
            {
                AskedBy = by,
                AnsweredBy = answers,
                AnswerWithin = within,
                Concerns = concerns.Value,
            };
    }

    private static Interpretation? Answer(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        InterpretationSubject? subject = Subject(item);
        string? issuer = item.Required("issuer")?.Text();
        OrganizationLevel? level = item.Optional("issuer_level")?.Word(Levels);
        BilingualText? instrument = item.Required("instrument")?.Bilingual();
        LocalDate? issued = item.Required("issued_on")?.Date();
        string? question = item.Optional("question")?.Text();
        Validity? validity = item.DateRange();
        TextReading? reading = item.Required("reading") is JsonPart part ? Reading(part) : null;
        return id is null || subject is null || issuer is null || instrument is null || issued is null || validity is null || reading is null
            ? null
            : new Interpretation(id, subject, issuer, new LegalBasis(instrument), issued.Value, validity.Value, reading)
            {
                QuestionId = question,
                IssuerLevel = level,
            };
    }

    private static InterpretationSubject? Subject(JsonPart item)
    {
        string? procedure = item.Required("procedure")?.Text();
        string? limit = item.Optional("limit")?.Text();
        string? clause = item.Optional("clause")?.Text();
        return procedure is null ? null : new InterpretationSubject(procedure, limit, clause);
    }

    private static TextReading? Reading(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        string? id = item.Required("id")?.Text();
        BilingualText? meaning = item.Required("meaning")?.Bilingual();
        JsonPart? limitPart = item.Optional("limit");
        TimeLimit? limit = DefinitionParts.Limit(limitPart);
        string? prevailing = item.Optional("prevailing_limit")?.Text();
        string? start = item.Optional("start_event")?.Text();
        var policies = new List<NamedPolicy>();
        foreach (JsonPart part in item.Optional("policies")?.Items() ?? [])
        {
            if (part.Text() is not string code)
            {
                continue;
            }

            if (PolicyByCode.TryGetValue(code, out NamedPolicy? policy))
            {
                policies.Add(policy);
                continue;
            }

            string allowed = string.Join(", ", PolicyByCode.Keys);
            part.Problem("'" + code + "' không có trong danh sách: " + allowed, "'" + code + "' is not one of: " + allowed);
        }

        item.RejectUnknownMembers();
        return id is null || meaning is null || (limitPart is not null && limit is null)
            ? null
            : new TextReading(id, meaning) { Limit = limit, PrevailingLimitId = prevailing, StartEvent = start, Policies = policies.ToValueList() };
    }

    private static Validity? Period(JsonPart part)
    {
        if (!part.ExpectObject())
        {
            return null;
        }

        Validity? period = part.DateRange();
        part.RejectUnknownMembers();
        return period;
    }
}
