using System.Globalization;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>Collects what is wrong with records, and with what is read or computed beside them.</summary>
internal sealed class RecordProblems
{
    private readonly List<RecordProblem> problems = [];

    public int Count => problems.Count;

    public static string At(string list, int index) => list + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";

    public void Add(string code, string field, string vietnamese, string english) => Add(code, field, new BilingualText(vietnamese, english));

    public void Add(string code, string field, BilingualText message) => problems.Add(new RecordProblem(code, field, message));

    /// <summary>Checks identifiers and corrections; with a key, a thing has one record and the corrections of it.</summary>
    public void CheckRecords<T>(ValueList<Recorded<T>> records, string list, Func<T, string>? keyOf)
        where T : class
    {
        var found = new List<OrganizationProblem>();
        new RecordChecks(found).Check(records, list, 0, keyOf);
        problems.AddRange(found.Select(p => new RecordProblem(p.Code, p.Field, p.Message)));
        for (int i = 0; keyOf is not null && i < records.Count; i++)
        {
            if (records[i].Fact is T fact)
            {
                CheckText(keyOf(fact), At(list, i) + ".id");
            }
        }
    }

    /// <summary>A text that has to say something.</summary>
    public void CheckText(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add("blank", field, "không được để trống", "must not be blank");
        }
    }

    /// <summary>Identifiers that stand once each.</summary>
    public void CheckOnce(IEnumerable<string> ids, string field)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int i = 0;
        foreach (string id in ids)
        {
            CheckText(id, At(field, i));
            if (!seen.Add(id))
            {
                Add("duplicate_id", At(field, i), "mã '" + id + "' bị lặp lại", "the identifier '" + id + "' stands twice");
            }

            i++;
        }
    }

    public void ThrowIfAny()
    {
        if (problems.Count > 0)
        {
            throw new RecordInputException(problems);
        }
    }
}
