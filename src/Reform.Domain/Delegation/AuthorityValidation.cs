using System.Globalization;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Looks for what makes records no register: every problem, with its field.</summary>
internal static class AuthorityValidation
{
    /// <summary>Every problem of a whole set of records.</summary>
    public static List<AuthorityProblem> Of(AuthorityRecords records, AuthorityRecords standing, OrganizationFacts organization)
    {
        var problems = new List<AuthorityProblem>();
        CheckRecords(records.Powers, "powers", p => p.Id, isUnique: true, problems);
        CheckRecords(records.Grants, "grants", g => g.Id, isUnique: true, problems);
        CheckRecords(records.Events, "events", e => e.GrantId, isUnique: false, problems);
        var powers = new Dictionary<string, Power>(StringComparer.Ordinal);
        var grants = new Dictionary<string, Grant>(StringComparer.Ordinal);
        ForEach(records.Powers, standing.Powers, "powers", (power, field) =>
        {
            powers.TryAdd(power.Id, power);
            CheckHolders(power, field, organization, problems);
        });
        ForEach(records.Grants, standing.Grants, "grants", (grant, _) => grants.TryAdd(grant.Id, grant));
        ILookup<string, GrantEvent> events = standing.Events.Select(r => r.Fact!).ToLookup(e => e.GrantId, StringComparer.Ordinal);
        ForEach(records.Grants, standing.Grants, "grants", (grant, field) =>
        {
            CheckNames(grant, field, powers, organization, problems);
            CheckParent(grant, field, grants, events, problems);
        });
        ForEach(records.Events, standing.Events, "events", (step, field) => CheckEvent(step, field, grants, problems));
        return problems;
    }

    /// <summary>Every problem of one grant more.</summary>
    public static List<AuthorityProblem> OfGrant(Grant grant, AuthorityRegister register, OrganizationFacts organization)
    {
        var problems = new List<AuthorityProblem>();
        if (register.FindGrant(grant.Id) is not null)
        {
            problems.Add(Twice("grant.id", grant.Id));
        }

        CheckNames(grant, "grant", register.Powers.ToDictionary(p => p.Id, StringComparer.Ordinal), organization, problems);
        CheckParent(
            grant, "grant", register.Grants.ToDictionary(g => g.Id, StringComparer.Ordinal),
            register.Events.ToLookup(e => e.GrantId, StringComparer.Ordinal), problems);
        return problems;
    }

    public static AuthorityProblem Circle(string id, string field) => new("parent_cycle", field, new BilingualText(
        "việc giao quyền '" + id + "' đứng trên chính nó", "the grant '" + id + "' stands above itself"));

    public static AuthorityProblem Unknown(string what, string id, string field) => new("unknown_" + what, field, what switch
    {
        "power" => new BilingualText("không có thẩm quyền '" + id + "'", "there is no power '" + id + "'"),
        "unit" => new BilingualText("không có đơn vị '" + id + "'", "there is no unit '" + id + "'"),
        "actor" => new BilingualText("không có đơn vị, chức vụ hay cá nhân '" + id + "'", "there is no unit, position or person '" + id + "'"),
        "parent" => new BilingualText("không có văn bản giao quyền gốc '" + id + "'", "there is no parent grant '" + id + "'"),
        "record" => new BilingualText("không có ghi nhận '" + id + "'", "there is no record '" + id + "'"),
        _ => new BilingualText("không có việc giao quyền '" + id + "'", "there is no grant '" + id + "'"),
    });

    // A power or a grant has one record and the corrections of it, so that at most one of them stands at any moment.
    private static void CheckRecords<T>(ValueList<Recorded<T>> records, string list, Func<T, string> keyOf, bool isUnique, List<AuthorityProblem> problems)
        where T : class
    {
        var byId = new Dictionary<string, Recorded<T>>(StringComparer.Ordinal);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < records.Count; i++)
        {
            bool isNew = byId.TryAdd(records[i].Id, records[i]);
            if (records[i].Corrects is null && records[i].Fact is T fact && !keys.Add(keyOf(fact)) && isUnique)
            {
                problems.Add(Twice(At(list, i) + ".id", keyOf(fact)));
            }
            else if (!isNew)
            {
                problems.Add(Twice(At(list, i) + ".record", records[i].Id));
            }
        }

        var corrected = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < records.Count; i++)
        {
            if (records[i].Corrects is not null)
            {
                CheckCorrection(records[i], At(list, i) + ".corrects", byId, corrected, keyOf, problems);
            }
            else if (records[i].Fact is null)
            {
                problems.Add(new("empty_record", At(list, i), new BilingualText("ghi nhận không có nội dung", "the record holds nothing")));
            }
        }
    }

    private static void CheckCorrection<T>(
        Recorded<T> record, string field, Dictionary<string, Recorded<T>> byId, HashSet<string> corrected, Func<T, string> keyOf, List<AuthorityProblem> problems)
        where T : class
    {
        if (!byId.TryGetValue(record.Corrects!, out Recorded<T>? before))
        {
            problems.Add(Unknown("record", record.Corrects!, field));
            return;
        }

        if (!corrected.Add(before.Id))
        {
            problems.Add(new("corrected_twice", field, new BilingualText(
                "ghi nhận '" + before.Id + "' đã được đính chính; hãy đính chính bản mới nhất",
                "the record '" + before.Id + "' is corrected already; correct the latest one")));
        }

        if (record.RecordedAt < before.RecordedAt || ReferenceEquals(record, before))
        {
            problems.Add(new("corrected_before_recorded", field, new BilingualText(
                "đính chính được ghi trước ghi nhận gốc", "the correction was recorded before what it corrects")));
        }

        // Behind a record that strikes out stands what it struck out.
        var met = new HashSet<string>(StringComparer.Ordinal);
        while (before.Fact is null && before.Corrects is string earlier && met.Add(earlier) && byId.TryGetValue(earlier, out Recorded<T>? struck))
        {
            before = struck;
        }

        if (record.Fact is T now && before.Fact is T then && !string.Equals(keyOf(now), keyOf(then), StringComparison.Ordinal))
        {
            problems.Add(new("corrects_another_fact", field, new BilingualText(
                "đính chính phải cùng đối tượng với ghi nhận gốc", "a correction is about the same thing as what it corrects")));
        }
    }

    private static void CheckHolders(Power power, string field, OrganizationFacts organization, List<AuthorityProblem> problems)
    {
        for (int i = 0; i < power.Holders.Count; i++)
        {
            string at = field + ".holders[" + i.ToString(CultureInfo.InvariantCulture) + "]";
            if (!organization.Knows(power.Holders[i].HolderId))
            {
                problems.Add(Unknown("actor", power.Holders[i].HolderId, at + ".holder"));
            }

            if (power.Holders[i].UnitId is string unit && !organization.KnowsUnit(unit))
            {
                problems.Add(Unknown("unit", unit, at + ".unit"));
            }
        }
    }

    private static void CheckNames(
        Grant grant, string field, Dictionary<string, Power> powers, OrganizationFacts organization, List<AuthorityProblem> problems)
    {
        if (!powers.ContainsKey(grant.PowerId))
        {
            problems.Add(Unknown("power", grant.PowerId, field + ".power"));
        }

        if (!organization.Knows(grant.GrantorId))
        {
            problems.Add(Unknown("actor", grant.GrantorId, field + ".grantor"));
        }

        if (!organization.KnowsAs(grant.GranteeKind, grant.GranteeId))
        {
            problems.Add(Unknown("actor", grant.GranteeId, field + ".grantee"));
        }

        if (grant.GranteeFacts is GranteeFacts facts && (facts.Members < 0 || facts.Ratings.Select(r => r.Year).Distinct().Count() != facts.Ratings.Count))
        {
            problems.Add(new AuthorityProblem("invalid_grantee_facts", field + ".grantee_facts", new BilingualText(
                "số đảng viên âm, hoặc một năm được xếp loại hai lần", "a negative number of members, or a year rated twice")));
        }

        if (grant.UnitId is string unit && !organization.KnowsUnit(unit))
        {
            problems.Add(Unknown("unit", unit, field + ".unit"));
        }
    }

    private static void CheckParent(
        Grant grant, string field, Dictionary<string, Grant> grants, ILookup<string, GrantEvent> events, List<AuthorityProblem> problems)
    {
        if (grant.ParentId is not string parentId)
        {
            return;
        }

        if (!grants.TryGetValue(parentId, out Grant? parent))
        {
            problems.Add(Unknown("parent", parentId, field + ".parent"));
        }
        else if (ExcessOver(parent, GrantLife.Of(parent, events[parentId]), grant) is (string place, BilingualText excess))
        {
            problems.Add(new AuthorityProblem("outside_grantor_scope", field + place, excess));
        }
    }

    /// <summary>Where a grant exceeds the one that it passes on, in whatever version; null when it does not.</summary>
    public static (string Place, BilingualText Message)? ExcessOver(Grant parent, GrantLife parentLife, Grant grant)
    {
        if (!string.Equals(parent.PowerId, grant.PowerId, StringComparison.Ordinal))
        {
            return (".power", new BilingualText("không phải thẩm quyền của văn bản giao quyền gốc", "not the power of the parent grant"));
        }

        if (parent.UnitId is string unit && grant.UnitId is string other && !string.Equals(unit, other, StringComparison.Ordinal))
        {
            return (".unit", new BilingualText("không phải đơn vị của văn bản giao quyền gốc", "not the unit of the parent grant"));
        }

        return parentLife.Scopes.All(s => grant.Scope.FirstExcess(s) is not null) && grant.Scope.FirstExcess(parent.Scope) is string dimension
            ? (".scope", new BilingualText(
                "vượt phạm vi của văn bản giao quyền gốc '" + parent.Id + "': " + AuthorityReasons.DimensionName(dimension).Vietnamese,
                "exceeds the scope of the parent grant '" + parent.Id + "': " + AuthorityReasons.DimensionName(dimension).English))
            : null;
    }

    private static void CheckEvent(GrantEvent step, string field, Dictionary<string, Grant> grants, List<AuthorityProblem> problems)
    {
        if (!grants.TryGetValue(step.GrantId, out Grant? grant))
        {
            problems.Add(Unknown("grant", step.GrantId, field + ".grant"));
        }
        else if (step.On < grant.Instrument.Date)
        {
            bool revocation = step is GrantEvent.Revoked;
            problems.Add(new AuthorityProblem(revocation ? "revocation_before_grant" : "event_before_grant", field + ".on", new BilingualText(
                revocation ? "thu hồi trước khi giao quyền" : "sự kiện trước khi giao quyền",
                revocation ? "the revocation lies before the grant" : "the event lies before the grant")));
        }
    }

    private static void ForEach<T>(ValueList<Recorded<T>> records, ValueList<Recorded<T>> standing, string list, Action<T, string> look)
        where T : class
    {
        HashSet<Recorded<T>> stands = new(standing, ReferenceEqualityComparer.Instance);
        for (int i = 0; i < records.Count; i++)
        {
            if (stands.Contains(records[i]))
            {
                look(records[i].Fact!, At(list, i));
            }
        }
    }

    private static AuthorityProblem Twice(string field, string id) =>
        new("duplicate_id", field, new BilingualText("mã '" + id + "' bị lặp lại", "the identifier '" + id + "' stands twice"));

    private static string At(string list, int index) => list + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";
}
