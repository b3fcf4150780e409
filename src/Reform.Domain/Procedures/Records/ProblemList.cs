using System.Globalization;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Collects what is wrong with the facts of a register.</summary>
internal sealed class ProblemList
{
    private readonly List<ProcedureProblem> problems = [];

    public static string At(string list, int index) => list + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";

    public void Add(string code, string field, string vietnamese, string english) =>
        problems.Add(new ProcedureProblem(code, field, new BilingualText(vietnamese, english)));

    /// <summary>Checks identifiers and corrections of records; a thing has one record and the corrections of it.</summary>
    public void CheckRecords<T>(ValueList<Recorded<T>> records, string list, Func<T, string> keyOf)
        where T : class => CheckRecords(
            records, 0, list, keyOf, new Dictionary<string, Recorded<T>>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));

    /// <summary>The same from a place on, where those before it were checked; see <see cref="RecordChecks"/>.</summary>
    public void CheckRecords<T>(
        ValueList<Recorded<T>> records, int from, string list, Func<T, string> keyOf, IDictionary<string, Recorded<T>> byId, ISet<string> keys, ISet<string> corrected)
        where T : class
    {
        var found = new List<OrganizationProblem>();
        new RecordChecks(found).Check(records, from, i => At(list, i), keyOf, byId, keys, corrected);
        problems.AddRange(found.Select(p => new ProcedureProblem(p.Code, p.Field, p.Message)));
        for (int i = from; i < records.Count; i++)
        {
            if (records[i].Fact is T fact && string.IsNullOrWhiteSpace(keyOf(fact)))
            {
                Add("blank", At(list, i) + ".id", "không được để trống", "must not be blank");
            }
        }
    }

    /// <summary>The procedure of a code; when there is none, that is reported.</summary>
    public Procedure? CheckProcedure(ProcedureCatalogue procedures, string code, string field)
    {
        Procedure? procedure = procedures.Find(code);
        if (procedure is null)
        {
            Add("unknown_procedure", field, "không có thủ tục '" + code + "'", "there is no procedure '" + code + "'");
        }

        return procedure;
    }

    /// <summary>The facts of records by their identifier, with the moments at which they were entered.</summary>
    public static ILookup<string, (T Fact, Instant RecordedAt)> ById<T>(ValueList<Recorded<T>> records, Func<T, string> idOf)
        where T : class => records.Where(r => r.Fact is not null).ToLookup(r => idOf(r.Fact!), r => (r.Fact!, r.RecordedAt), StringComparer.Ordinal);

    public void ThrowIfAny()
    {
        if (problems.Count > 0)
        {
            throw new ProcedureInputException(problems);
        }
    }
}
