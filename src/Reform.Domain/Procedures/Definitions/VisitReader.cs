using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Reads a visit of a version.</summary>
internal static class VisitReader
{
    public static RequiredVisit? Read(JsonPart item, ValueList<ProcedureStep> steps, ValueList<string> channels)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        BilingualText? purpose = item.Required("purpose")?.Bilingual();
        JsonPart? stepPart = item.Optional("step");
        int? step = DefinitionParts.Positive(stepPart);
        if (step is int number && steps.All(s => s.Number != number))
        {
            stepPart!.Problem("phiên bản không có bước này", "the version has no such step");
        }

        var by = new List<string>();
        foreach (JsonPart part in item.Optional("channels")?.Items() ?? [])
        {
            if (part.Text() is not string channel)
            {
                continue;
            }

            by.Add(channel);
            if (!channels.Contains(channel, StringComparer.Ordinal))
            {
                part.Problem("'" + channel + "' không phải cách thức nộp của phiên bản", "the version has no channel '" + channel + "'");
            }
        }

        item.RejectUnknownMembers();
        return purpose is null ? null : new RequiredVisit(purpose) { Step = step, Channels = by.ToValueList() };
    }
}
