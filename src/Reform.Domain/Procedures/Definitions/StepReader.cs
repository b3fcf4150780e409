using Reform.Domain.DataFiles;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Reads the steps of one version.</summary>
internal sealed class StepReader(HashSet<string> allLimitIds)
{
    private readonly HashSet<int> numbers = [];
    private readonly HashSet<string> activities = new(StringComparer.Ordinal);

    public ProcedureStep? Read(JsonPart item)
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
        JsonPart? deciderPart = item.Optional("decided_by");
        string? decider = deciderPart?.Text();
        if (vote is not null && decider is not null)
        {
            deciderPart!.Problem("một bước do một người quyết định hoặc do tập thể biểu quyết, không cả hai", "a step is decided by one person or by a vote, not by both");
        }

        string? power = item.Optional("power")?.Text();
        JsonPart? activityPart = item.Optional("activity");
        string? activity = activityPart?.Text() ?? name?.Vietnamese;
        if (activity is not null && !activities.Add(activity))
        {
            (activityPart ?? item).Problem("hoạt động '" + activity + "' bị lặp lại", "the activity '" + activity + "' stands twice");
        }

        item.RejectUnknownMembers();
        return number is not int known || name is null || unit is null
            ? null
            : new ProcedureStep(known, name, unit) { After = after, Output = output, TimeLimitIds = limits.ToValueList(), Vote = vote, Decider = decider, PowerId = power, Activity = activity! };
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
}
