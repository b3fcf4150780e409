namespace Reform.Samples.HaiPhong.Generator;

/// <summary>
/// Judges a case by a slow and obvious reading of every rule. It finds injections with an effect that was not planned; it shares
/// nothing with the library that the sample tests.
/// </summary>
internal sealed class Checker(ReferenceData data, DateOnly asOf)
{
    private readonly WorkDays days = new(data.Calendar);

    public (SortedSet<string> Breaches, SortedSet<string> Unknown) Judge(Draft d)
    {
        var breaches = new SortedSet<string>(StringComparer.Ordinal);
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        void Break(string rule, bool broken)
        {
            if (broken)
            {
                breaches.Add(rule);
            }
        }

        ProcedureData? procedure = data.Procedures.SingleOrDefault(p => p.Code == d.ProcedureCode);
        bool open = d.Returned is null;
        DateOnly? recorded = d.Due is { } due ? Draft.DateOf(due) : null;
        DateOnly? computed = d.Received is { } received ? Computed(procedure, Draft.DateOf(received)) : null;
        DateOnly? judgedBy = computed ?? recorded;
        Break("CR-CAS-01", d.LawOf >= Laws.OneStop && (d.Received is null || d.Due is null));
        if (procedure is not null)
        {
            if (computed is null || recorded is null)
            {
                unknown.Add("CR-CAS-03");
            }
            else
            {
                Break("CR-CAS-03", computed != recorded);
            }
        }

        Break("CR-CAS-04", d.LawOf >= Laws.PartyProcedures && d.Events.Count(e => e.Activity == "Yêu cầu bổ sung hồ sơ") > 1);
        string lateRule = open ? "CR-CAS-05" : "CR-CAS-06";
        if (judgedBy is null)
        {
            unknown.Add(lateRule);
        }
        else
        {
            Break(lateRule, (open ? asOf : Draft.DateOf(d.Returned!.Value)) > judgedBy);
        }

        Break("CR-CAS-09", d.LawOf >= Laws.PartyProcedures && d.Outcome == "tu_choi" && d.RefusalReason is null);
        Break("CR-CAS-30", d.Responsible is null);
        Break("CR-CAS-37", d.Unit is null);
        Break("CR-PRC-01", procedure is null);
        Break("CR-CAS-31", !open && d.Events.Any(e => Draft.DateOf(e.Time) > Draft.DateOf(d.Returned!.Value)));
        if (d.Events.Select(e => e.Resource).Append(d.Responsible).Any(a => a?.ToUpperInvariant() is "TEST" or "KIEMTHU"))
        {
            breaches.Add("CR-CAS-32");
        }
        else if (d.Events.Any(e => e.Resource is null))
        {
            unknown.Add("CR-CAS-32");
        }

        Break("CR-CAS-35", Enumerable.Range(1, Math.Max(0, d.Events.Count - 1)).Any(i => d.Events[i].Time < d.Events[i - 1].Time));
        if (d.Received is null)
        {
            unknown.UnionWith(open ? ["CR-CAS-36"] : ["CR-CAS-33", "CR-CAS-36"]);
        }
        else
        {
            Break("CR-CAS-33", d.Returned < d.Received);
            Break("CR-CAS-36", d.Events.Any(e => e.Time < d.Received));
        }

        if (d.Planned is { } planned)
        {
            if (recorded is null)
            {
                unknown.Add("CR-CAS-34");
            }
            else
            {
                Break("CR-CAS-34", Draft.DateOf(planned) > recorded);
            }
        }

        if (procedure is not null)
        {
            JudgeSteps(d, procedure, open, Break);
            JudgePairs(d, procedure, breaches, unknown);
            JudgeDecision(d, procedure, breaches, unknown);
        }

        return (breaches, unknown);
    }

    private DateOnly? Computed(ProcedureData? procedure, DateOnly received) =>
        procedure?.TimeLimits.SingleOrDefault(l => l.From <= received && (l.To is null || received < l.To)) is { } limit ? days.Due(received, limit) : null;

    private static void JudgeSteps(Draft d, ProcedureData procedure, bool open, Action<string, bool> breach)
    {
        List<string> done = [.. d.Events.Select(e => e.Activity)];
        bool missing = procedure.Steps.Any(s => !done.Contains(s));
        bool outOfOrder = procedure.Steps.Where(done.Contains).Any(later => procedure.Steps.TakeWhile(s => s != later)
            .Any(earlier => done.Contains(earlier) && done.IndexOf(later) < done.IndexOf(earlier)));
        breach("CR-CAS-15", outOfOrder || (missing && !open));
        breach("CR-CAS-27", procedure.Steps.Any(s => done.Count(a => a == s) > 1));
        breach("CR-CAS-28", done.Any(a => !procedure.Steps.Contains(a) && a != "Yêu cầu bổ sung hồ sơ"));
    }

    private static void JudgePairs(Draft d, ProcedureData procedure, SortedSet<string> breaches, SortedSet<string> unknown)
    {
        bool undecided = false;
        foreach (Pair pair in procedure.FourEyes)
        {
            List<DraftEvent> first = [.. d.Events.Where(e => e.Activity == pair.First)];
            List<DraftEvent> second = [.. d.Events.Where(e => e.Activity == pair.Second)];
            if (first.Any(a => second.Any(b => a.Resource is not null && a.Resource == b.Resource)))
            {
                breaches.Add("CR-CAS-29");
            }
            else if (first.Count > 0 && second.Count > 0)
            {
                undecided |= first.Concat(second).Any(e => e.Resource is null);
            }
        }

        if (undecided && !breaches.Contains("CR-CAS-29"))
        {
            unknown.Add("CR-CAS-29");
        }
    }

    private void JudgeDecision(Draft d, ProcedureData procedure, SortedSet<string> breaches, SortedSet<string> unknown)
    {
        DraftEvent? decision = d.Events.FirstOrDefault(e => e.Activity == procedure.Decision.Activity);
        if (decision is null)
        {
            return;
        }

        if (d.Requester is null || decision.Resource is null)
        {
            unknown.Add("CR-CAS-12");
        }
        else if (d.Requester == decision.Resource)
        {
            breaches.Add("CR-CAS-12");
        }

        if (decision.Role is null || d.Territory is null)
        {
            unknown.UnionWith(Laws.AuthorityRulesOn(Draft.DateOf(decision.Time)));
            return;
        }

        var authority = new AuthorityCheck(data.Authority, procedure.Decision.Power, Draft.DateOf(decision.Time), d.Territory, procedure.Code);
        if (authority.Cause(decision.Role) is string cause && Laws.AuthorityRulesOn(Draft.DateOf(decision.Time)).Contains(cause))
        {
            breaches.Add(cause);
        }
    }
}
