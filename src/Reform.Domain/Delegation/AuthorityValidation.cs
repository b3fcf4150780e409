using System.Globalization;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Looks for what makes records no register: every problem, with its field.</summary>
/// <param name="records">All records.</param>
/// <param name="before">Those that were there before, at the beginning of each list: fields count from what was added.</param>
/// <param name="organization">The units, positions and persons.</param>
internal sealed class AuthorityValidation(AuthorityRecords records, AuthorityRecords before, OrganizationFacts organization)
{
    private readonly List<AuthorityProblem> problems = [];
    private readonly Dictionary<string, Power> powers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Grant> grants = new(StringComparer.Ordinal);

    /// <summary>Every problem of the records, as they stand when everything is known.</summary>
    public List<AuthorityProblem> Problems(AuthorityRecords standing)
    {
        var checks = new AuthorityRecordChecks(problems);
        checks.Check(records.Powers, i => At("powers", i, before.Powers.Count), p => p.Id, isUnique: true);
        checks.Check(records.Grants, i => At("grants", i, before.Grants.Count), g => g.Id, isUnique: true);
        checks.Check(records.Events, i => At("events", i, before.Events.Count), e => e.GrantId, isUnique: false);
        ForEach(records.Powers, standing.Powers, "powers", before.Powers.Count, (power, field) =>
        {
            powers.TryAdd(power.Id, power);
            CheckBlank(power.Id, field + ".id");
            CheckHolders(power, field);
        });
        ForEach(records.Grants, standing.Grants, "grants", before.Grants.Count, (grant, _) => grants.TryAdd(grant.Id, grant));
        ILookup<string, GrantEvent> events = standing.Events.Select(r => r.Fact!).ToLookup(e => e.GrantId, StringComparer.Ordinal);
        ForEach(records.Grants, standing.Grants, "grants", before.Grants.Count, (grant, field) =>
        {
            CheckNames(grant, field, powers);
            CheckParent(grant, field, grants, events);
        });
        ForEach(records.Events, standing.Events, "events", before.Events.Count, (step, field) => CheckEvent(step, field, grants.GetValueOrDefault));
        return problems;
    }

    /// <summary>Every problem that added events make, where nothing else was added.</summary>
    public List<AuthorityProblem> ProblemsOfEvents(AuthorityRecords standing, Func<string, Grant?> findGrant)
    {
        new AuthorityRecordChecks(problems).Check(records.Events, i => At("events", i, before.Events.Count), e => e.GrantId, isUnique: false);
        HashSet<Recorded<GrantEvent>> added = new(records.Events.Skip(before.Events.Count), ReferenceEqualityComparer.Instance);
        ForEach(records.Events, standing.Events.Where(added.Contains), "events", before.Events.Count, (step, field) => CheckEvent(step, field, findGrant));
        return problems;
    }

    /// <summary>Every problem of one grant more.</summary>
    public List<AuthorityProblem> ProblemsOf(Grant grant, AuthorityRegister register)
    {
        if (register.FindGrant(grant.Id) is not null)
        {
            problems.Add(AuthorityRecordChecks.Twice("grant.id", grant.Id));
        }

        CheckNames(grant, "grant", register.Powers.ToDictionary(p => p.Id, StringComparer.Ordinal));
        CheckParent(
            grant, "grant", register.Grants.ToDictionary(g => g.Id, StringComparer.Ordinal),
            register.Events.ToLookup(e => e.GrantId, StringComparer.Ordinal));
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

    /// <summary>The field of a record: its place in what was added, or, of one that was there before, in the register.</summary>
    public static string At(string list, int index, int knownBefore) => index < knownBefore
        ? "recorded." + list + "[" + index.ToString(CultureInfo.InvariantCulture) + "]"
        : list + "[" + (index - knownBefore).ToString(CultureInfo.InvariantCulture) + "]";

    private void CheckHolders(Power power, string field)
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

    private void CheckNames(Grant grant, string field, Dictionary<string, Power> known)
    {
        CheckBlank(grant.Id, field + ".id");
        if (!known.ContainsKey(grant.PowerId))
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

    private void CheckParent(Grant grant, string field, Dictionary<string, Grant> known, ILookup<string, GrantEvent> events)
    {
        if (grant.ParentId is not string parentId)
        {
            return;
        }

        if (!known.TryGetValue(parentId, out Grant? parent))
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

    private void CheckEvent(GrantEvent step, string field, Func<string, Grant?> findGrant)
    {
        if (findGrant(step.GrantId) is not Grant grant)
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

    private void CheckBlank(string id, string field)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            problems.Add(new AuthorityProblem("blank", field, new BilingualText("không được để trống", "must not be blank")));
        }
    }

    private static void ForEach<T>(ValueList<Recorded<T>> records, IEnumerable<Recorded<T>> standing, string list, int knownBefore, Action<T, string> look)
        where T : class
    {
        HashSet<Recorded<T>> stands = new(standing, ReferenceEqualityComparer.Instance);
        for (int i = 0; i < records.Count; i++)
        {
            if (stands.Contains(records[i]))
            {
                look(records[i].Fact!, At(list, i, knownBefore));
            }
        }
    }
}
