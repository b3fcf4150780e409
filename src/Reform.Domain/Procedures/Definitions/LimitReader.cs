using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Reads the time limits of a version.</summary>
internal sealed class LimitReader(HashSet<string> sourceIds)
{
    public ProcedureTimeLimit? Read(JsonPart item, HashSet<string> ids)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        string? id = item.UniqueId(ids);
        BilingualText? name = item.Required("name")?.Bilingual();
        LimitScope? scope = item.Required("scope")?.Word(DefinitionParts.Scopes);
        CountDirection? direction = item.Required("direction")?.Word(DefinitionParts.Directions);
        string? end = item.Required("end_event")?.Text();
        LimitTerms? terms = Terms(item);
        if (scope is LimitScope bounds)
        {
            CheckLength(item, bounds);
        }

        string? place = item.Optional("place")?.Text();
        string? breach = item.Optional("on_breach")?.Text();
        string? responsible = item.Optional("responsible")?.Text();
        string? appliesTo = item.Optional("applies_to")?.Text();
        ValueList<DatedLimitTerms> history = History(item.Optional("versions"));
        item.RejectUnknownMembers();
        return id is null || name is null || scope is not LimitScope what || direction is not CountDirection way || end is null || terms is null
            ? null
            : new ProcedureTimeLimit(id, name, what, way, terms)
            {
                EndEvent = end,
                Place = place,
                OnBreach = breach,
                Responsible = responsible,
                AppliesTo = appliesTo,
                History = history,
            };
    }

    public string? Source(JsonPart item)
    {
        JsonPart? part = item.Required("source");
        string? id = part?.Text();
        if (id is not null && !sourceIds.Contains(id))
        {
            part!.Problem("không có văn bản '" + id + "' trong 'sources'", "'sources' has no instrument '" + id + "'");
        }

        return id;
    }

    private static void CheckLength(JsonPart item, LimitScope scope)
    {
        bool hasLimit = item.Optional("limit") is not null;
        bool hasCutOff = item.Optional("cut_off") is not null;
        if (hasCutOff != (scope == LimitScope.CutOff))
        {
            item.Problem("giờ chốt đi cùng phạm vi 'cutoff', và chỉ phạm vi đó", "a cut-off goes with the scope 'cutoff', and with it only");
        }

        // A limit without a length is one of three: none stated, a cut-off, or an effect exactly at the start event.
        if (!hasLimit && scope is not (LimitScope.None or LimitScope.CutOff or LimitScope.EffectiveDate))
        {
            item.Problem("thiếu độ dài thời hạn", "the length of the limit is missing");
        }
    }

    private LimitTerms? Terms(JsonPart item)
    {
        TimeLimit? limit = DefinitionParts.Limit(item.Optional("limit"));
        LocalTime? cutOff = DefinitionParts.TimeOfDay(item.Optional("cut_off"));
        string? start = item.Required("start_event")?.Text();
        LimitExtension? extension = Extension(item.Optional("extension"));
        string? source = Source(item);
        SourceConfidence? confidence = item.Required("confidence")?.Word(DefinitionParts.Confidences);
        string? note = item.Optional("note")?.Text();
        return start is null || source is null || confidence is not SourceConfidence known
            ? null
            : new LimitTerms(limit, start, source, known) { CutOff = cutOff, Extension = extension, Note = note };
    }

    private ValueList<DatedLimitTerms> History(JsonPart? part)
    {
        var history = new List<DatedLimitTerms>();
        foreach (JsonPart item in part?.Items() ?? [])
        {
            if (!item.ExpectObject())
            {
                continue;
            }

            Validity? validity = item.DateRange();
            LimitTerms? terms = Terms(item);
            item.RejectUnknownMembers();
            if (validity is not Validity period || terms is null)
            {
                continue;
            }

            if (history.Any(h => h.Validity.Overlaps(period)))
            {
                item.Problem("hai thời hạn có hiệu lực cùng lúc", "two time limits are in force at once");
            }

            history.Add(new DatedLimitTerms(period, terms));
        }

        return history.ToValueList();
    }

    private static LimitExtension? Extension(JsonPart? part)
    {
        if (part is null || !part.ExpectObject())
        {
            return null;
        }

        string? condition = part.Required("condition")?.Text();
        int? times = DefinitionParts.Positive(part.Optional("times"));
        TimeLimit? length = DefinitionParts.Limit(part.Optional("limit"));
        part.RejectUnknownMembers();
        return condition is null ? null : new LimitExtension(condition, times, length);
    }
}
