using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Reads the lists of activities that procedures and log mappings share.</summary>
internal static class ActivityLists
{
    /// <summary>Steps in order; each activity stands once.</summary>
    public static ValueList<string> Steps(JsonPart? part)
    {
        if (part is null)
        {
            return [];
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var steps = new List<string>();
        foreach (JsonPart item in part.Items())
        {
            if (item.Text() is not string step)
            {
                continue;
            }

            if (!seen.Add(step))
            {
                item.Problem("bước '" + step + "' bị lặp lại", "the step '" + step + "' stands twice");
            }

            steps.Add(step);
        }

        return steps.ToValueList();
    }

    /// <summary>Pairs of two different activities; where steps are given, both are among them.</summary>
    public static ValueList<FourEyesPair> Pairs(JsonPart? part, ValueList<string>? steps = null) =>
        part is null ? [] : part.Items().Select(item => Pair(item, steps)).OfType<FourEyesPair>().ToValueList();

    private static FourEyesPair? Pair(JsonPart item, ValueList<string>? steps)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        string? first = Activity(item.Required("first"), steps);
        string? second = Activity(item.Required("second"), steps);
        item.RejectUnknownMembers();
        if (first is null || second is null)
        {
            return null;
        }

        if (string.Equals(first, second, StringComparison.Ordinal))
        {
            item.Problem("hai hoạt động phải khác nhau", "the two activities must differ");
        }

        return new FourEyesPair(first, second);
    }

    private static string? Activity(JsonPart? part, ValueList<string>? steps)
    {
        string? activity = part?.Text();
        if (activity is not null && steps is not null && !steps.Contains(activity, StringComparer.Ordinal))
        {
            part!.Problem("'" + activity + "' không phải là một bước của quy trình", "'" + activity + "' is no step of the procedure");
        }

        return activity;
    }
}
