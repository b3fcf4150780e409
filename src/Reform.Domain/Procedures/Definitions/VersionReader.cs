using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Reads one version of a procedure: its steps, documents and notes.</summary>
internal sealed class VersionReader(HashSet<string> sourceIds, HashSet<string> allLimitIds)
{
    private readonly LimitReader limitReader = new(sourceIds);

    public ProcedureVersion? Read(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        Validity? validity = item.DateRange();
        string? field = item.Required("field")?.Text();
        string? requester = item.Required("requester")?.Text();
        string? receiving = item.Required("receiving_unit")?.Text();
        string? deciding = item.Required("deciding_unit")?.Text();
        string? result = item.Required("result")?.Text();
        var limitIds = new HashSet<string>(StringComparer.Ordinal);
        ValueList<ProcedureTimeLimit> limits =
            (item.Required("time_limits")?.Items() ?? []).Select(l => limitReader.Read(l, limitIds)).OfType<ProcedureTimeLimit>().ToValueList();
        var steps = new StepReader(allLimitIds);
        ValueList<ProcedureStep> read = (item.Required("steps")?.Items() ?? []).Select(steps.Read).OfType<ProcedureStep>().ToValueList();
        ValueList<string> channels = item.Required("channels")?.Texts() ?? [];
        var version = new ProcedureVersion(validity ?? default, field ?? "", requester ?? "", receiving ?? "", deciding ?? "", result ?? "")
        {
            Levels = item.Required("levels")?.Texts() ?? [],
            Channels = channels,
            Steps = read,
            Documents = item.Optional("documents")?.Items().Select(Document).OfType<RequiredDocument>().ToValueList(),
            Visits = item.Optional("visits")?.Items().Select(v => VisitReader.Read(v, read, channels)).OfType<RequiredVisit>().ToValueList(),
            Conditions = (item.Optional("conditions")?.Items() ?? []).Select(c => c.Bilingual()).OfType<BilingualText>().ToValueList(),
            FourEyes = ActivityLists.Pairs(item.Optional("four_eyes"), [.. read.Select(s => s.Activity)]),
            Supplement = DefinitionParts.Supplement(item.Optional("supplement")),
            IsWritten = item.Optional("written")?.Boolean() ?? true,
            Variant = Variant(item.Optional("local_variant")),
            PilotId = item.Optional("pilot")?.Text(),
            TimeLimits = limits,
            Basis = item.Required("basis")?.Texts() ?? [],
            Delegation = Delegation(item.Optional("delegation")),
            Interpretations = (item.Optional("interpretations")?.Items() ?? []).Select(Interpretation).OfType<InterpretationNote>().ToValueList(),
            Notes = item.Optional("notes")?.Text(),
            Related = item.Optional("related")?.Texts() ?? [],
        };
        item.RejectUnknownMembers();
        return validity is null || field is null || requester is null || receiving is null || deciding is null || result is null ? null : version;
    }

    private RequiredDocument? Document(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        BilingualText? name = item.Required("name")?.Bilingual();
        DocumentKind? kind = item.Required("kind")?.Word(DefinitionParts.DocumentKinds);
        int? copies = DefinitionParts.Positive(item.Optional("copies"));
        string? form = item.Optional("form")?.Text();
        bool optional = item.Optional("optional")?.Boolean() ?? false;
        string? issuer = item.Optional("issued_by")?.Text();
        DocumentValidity? validity = DocumentLife(item.Optional("validity"));
        item.RejectUnknownMembers();
        return name is null || kind is not DocumentKind shape
            ? null
            : new RequiredDocument(name, shape) { Copies = copies, Form = form, IsOptional = optional, IssuedBy = issuer, Validity = validity };
    }

    private DocumentValidity? DocumentLife(JsonPart? part)
    {
        if (part is null || !part.ExpectObject())
        {
            return null;
        }

        TimeUnit? unit = part.Required("unit")?.Word(TimeUnits.Codes);
        TimeLimit? length = unit is TimeUnit u ? DefinitionParts.Length(part, u) : null;
        part.Optional("amount");
        part.Optional("event");
        string? from = part.Required("from")?.Text();
        string? source = limitReader.Source(part);
        SourceConfidence? confidence = part.Required("confidence")?.Word(DefinitionParts.Confidences);
        part.RejectUnknownMembers();
        return length is null || from is null || source is null || confidence is not SourceConfidence known
            ? null
            : new DocumentValidity(length, from, source, known);
    }

    private static LocalVariant? Variant(JsonPart? part)
    {
        if (part is null || !part.ExpectObject())
        {
            return null;
        }

        string? authority = part.Required("authority")?.Text();
        BilingualText? reason = part.Optional("lengthening_reason")?.Bilingual();
        part.RejectUnknownMembers();
        return authority is null ? null : new LocalVariant(authority, reason);
    }

    private static DelegationNote? Delegation(JsonPart? part)
    {
        if (part is null || !part.ExpectObject())
        {
            return null;
        }

        bool? delegable = part.Required("delegable")?.Boolean();
        string? rule = part.Required("rule")?.Text();
        string? source = part.Required("source")?.Text();
        SourceConfidence? confidence = part.Required("confidence")?.Word(DefinitionParts.Confidences);
        part.RejectUnknownMembers();
        return delegable is not bool may || rule is null || source is null || confidence is not SourceConfidence known
            ? null
            : new DelegationNote(may, rule, source, known);
    }

    private static InterpretationNote? Interpretation(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        string? question = item.Required("question")?.Text();
        string? answer = item.Required("answer")?.Text();
        SourceConfidence? confidence = item.Required("confidence")?.Word(DefinitionParts.Confidences);
        item.RejectUnknownMembers();
        return question is null || answer is null || confidence is not SourceConfidence known ? null : new InterpretationNote(question, answer, known);
    }
}
