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
        var numbers = new HashSet<int>();
        var version = new ProcedureVersion(validity ?? default, field ?? "", requester ?? "", receiving ?? "", deciding ?? "", result ?? "")
        {
            Levels = item.Required("levels")?.Texts() ?? [],
            Channels = item.Required("channels")?.Texts() ?? [],
            Steps = (item.Required("steps")?.Items() ?? []).Select(s => Step(s, numbers)).OfType<ProcedureStep>().ToValueList(),
            Documents = (item.Required("documents")?.Items() ?? []).Select(Document).OfType<RequiredDocument>().ToValueList(),
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

    private ProcedureStep? Step(JsonPart item, HashSet<int> numbers)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        JsonPart? numberPart = item.Required("number");
        int? number = DefinitionParts.Positive(numberPart);
        JsonPart? afterPart = item.Optional("after");
        int? after = afterPart?.Integer();
        if (after is int before && !numbers.Contains(before))
        {
            afterPart!.Problem("phải là số của một bước đứng trước", "must be the number of an earlier step");
        }

        if (number is int n && !numbers.Add(n))
        {
            numberPart!.Problem("số bước bị lặp lại", "the step number stands twice");
        }

        BilingualText? name = item.Required("name")?.Bilingual();
        string? unit = item.Required("unit")?.Text();
        string? output = item.Optional("output")?.Text();
        var limits = new List<string>();
        foreach (JsonPart part in item.Optional("time_limits")?.Items() ?? [])
        {
            if (part.Text() is string id)
            {
                limits.Add(id);
                if (!allLimitIds.Contains(id))
                {
                    part.Problem("thời hạn '" + id + "' không có trong tệp", "the file has no time limit '" + id + "'");
                }
            }
        }

        CollectiveVote? vote = Vote(item.Optional("decision"));
        item.RejectUnknownMembers();
        return number is not int known || name is null || unit is null
            ? null
            : new ProcedureStep(known, name, unit) { After = after, Output = output, TimeLimitIds = limits.ToValueList(), Vote = vote };
    }

    private static CollectiveVote? Vote(JsonPart? part)
    {
        if (part is null || !part.ExpectObject())
        {
            return null;
        }

        int? numerator = DefinitionParts.Positive(part.Required("numerator"));
        int? denominator = DefinitionParts.Positive(part.Required("denominator"));
        bool? strict = part.Required("strict")?.Boolean();
        string? electorate = part.Required("electorate")?.Text();
        string? ballot = part.Required("ballot")?.Text();
        part.RejectUnknownMembers();
        if (numerator is not int share || denominator is not int whole || strict is not bool more || electorate is null || ballot is null)
        {
            return null;
        }

        if (share > whole || (share == whole && more))
        {
            part.Problem("ngưỡng biểu quyết không thể đạt được", "the voting threshold cannot be reached");
            return null;
        }

        return new CollectiveVote(new VotingThreshold(share, whole, more), electorate, ballot);
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
        DocumentValidity? validity = DocumentLife(item.Optional("validity"));
        item.RejectUnknownMembers();
        return name is null || kind is not DocumentKind shape
            ? null
            : new RequiredDocument(name, shape) { Copies = copies, Form = form, IsOptional = optional, Validity = validity };
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
