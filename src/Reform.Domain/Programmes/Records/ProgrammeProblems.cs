using System.Globalization;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>Collects what is wrong with records of programmes.</summary>
internal sealed class ProgrammeProblems(OrganizationRegister organization)
{
    private readonly List<RecordProblem> problems = [];

    public static string At(string list, int index) => list + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";

    public void Add(string code, string field, string vietnamese, string english) =>
        problems.Add(new RecordProblem(code, field, new BilingualText(vietnamese, english)));

    /// <summary>Checks identifiers and corrections of records, then each fact.</summary>
    public void Check<T>(ValueList<Recorded<T>> records, string list, Func<T, string> keyOf, Action<T, Instant, string> check)
        where T : class
    {
        var found = new List<OrganizationProblem>();
        new RecordChecks(found).Check(records, list, 0, keyOf);
        problems.AddRange(found.Select(p => new RecordProblem(p.Code, p.Field, p.Message)));
        for (int i = 0; i < records.Count; i++)
        {
            if (records[i].Fact is T fact)
            {
                string field = At(list, i);
                CheckText(keyOf(fact), field + ".id");
                check(fact, records[i].RecordedAt, field);
            }
        }
    }

    public void CheckText(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add("blank", field, "không được để trống", "must not be blank");
        }
    }

    public void CheckUnit(string unitId, string field)
    {
        if (organization.FindUnit(unitId) is null)
        {
            Add("unknown_unit", field, "sổ đơn vị không có '" + unitId + "'", "the register has no unit '" + unitId + "'");
        }
    }

    public void CheckHolder(string id, string field)
    {
        if (organization.UnitOf(id) is null)
        {
            Add("unknown_unit", field, "sổ đơn vị không có '" + id + "'", "the register has no unit or position '" + id + "'");
        }
    }

    /// <summary>What was recorded under an identifier by a moment; when there is nothing, that is reported.</summary>
    public T? Known<T>(ILookup<string, (T Fact, Instant RecordedAt)> facts, string id, Instant by, string code, string field)
        where T : class
    {
        T? fact = facts[id].LastOrDefault(f => f.RecordedAt <= by).Fact;
        if (fact is null)
        {
            Add(code, field, "không có '" + id + "' được ghi nhận trước đó", "nothing was recorded as '" + id + "' before");
        }

        return fact;
    }

    public void CheckOrder(LocalDate earlier, LocalDate later, string code, string field)
    {
        if (later < earlier)
        {
            Add(code, field, "ngày này không thể sớm hơn ngày bắt đầu", "this date cannot be earlier than the one that it follows");
        }
    }

    public void CheckOnce(IEnumerable<string> ids, string code, string field)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((int index, string id) in ids.Index())
        {
            if (!seen.Add(id))
            {
                Add(code, At(field, index), "'" + id + "' bị lặp lại", "'" + id + "' stands twice");
            }
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
