using System.Globalization;

namespace Reform.Samples.HaiPhong.Generator;

/// <summary>Puts one breach, or one gap in the data, into a sound case, and notes what must be found.</summary>
internal static class Injections
{
    public static void NoReceipt(Draft d)
    {
        d.Received = null;
        d.Breaches.Add("CR-CAS-01");
        d.Unknown.UnionWith(["CR-CAS-03", "CR-CAS-33", "CR-CAS-36"]);
    }

    public static void NoDeadline(Draft d)
    {
        d.Due = null;
        d.Breaches.Add("CR-CAS-01");
        d.Unknown.Add("CR-CAS-03");
        if (d.Planned is not null)
        {
            d.Unknown.Add("CR-CAS-34");
        }
    }

    public static void NeitherReceiptNorDeadline(Draft d)
    {
        NoReceipt(d);
        NoDeadline(d);
        d.Unknown.Add("CR-CAS-06");
    }

    public static void WrongDueDate(Draft d, SplitMix64 random)
    {
        d.Due = d.Due!.Value.AddDays(1 + random.Below(10));
        d.Breaches.Add("CR-CAS-03");
    }

    public static void SecondSupplement(Draft d)
    {
        while (d.Events.Count(e => e.Activity == "Yêu cầu bổ sung hồ sơ") < 2)
        {
            SoundCases.AddSupplementRequest(d);
        }

        FromPartyProceduresOn(d, "CR-CAS-04");
    }

    /// <summary>For a case that was due before the date of judgement; what was done on the last day is taken off.</summary>
    public static void NeverFinished(Draft d)
    {
        d.Returned = null;
        d.Outcome = null;
        d.RefusalReason = null;
        d.Events.RemoveAt(d.Events.Count - 1);
        d.Breaches.Add("CR-CAS-05");
    }

    public static void Late(Draft d, SplitMix64 random)
    {
        DateOnly end = Draft.DateOf(d.Due!.Value).AddDays(1 + random.Below(40));
        d.Returned = random.Chance(30) ? Draft.At(end, 0, 5) : Draft.At(end, 16, 45);
        MoveLast(d, Draft.At(end, 0, 2) > d.Events[^2].Time ? Draft.At(end, 0, 2) : d.Events[^2].Time.AddMinutes(1));
        d.Breaches.Add("CR-CAS-06");
    }

    public static void RefusedWithoutReason(Draft d)
    {
        d.Outcome = "tu_choi";
        d.RefusalReason = null;
        FromPartyProceduresOn(d, "CR-CAS-09");
    }

    public static void OwnCase(Draft d)
    {
        d.Requester = d.Decision.Resource;
        d.Breaches.Add("CR-CAS-12");
    }

    public static void StepSkipped(Draft d, SplitMix64 random)
    {
        d.Events.RemoveAt(random.Pick(StepsBeforeDecision(d)));
        d.Breaches.Add("CR-CAS-15");
    }

    /// <summary>For a case with two steps or more before the one that decides.</summary>
    public static void StepsSwapped(Draft d)
    {
        List<int> steps = StepsBeforeDecision(d);
        DraftEvent first = d.Events[steps[0]];
        DraftEvent second = d.Events[steps[^1]];
        (first.Activity, second.Activity) = (second.Activity, first.Activity);
        (first.Resource, second.Resource) = (second.Resource, first.Resource);
        d.Breaches.Add("CR-CAS-15");
    }

    public static void StepRepeated(Draft d, SplitMix64 random)
    {
        int at = random.Pick(StepsBeforeDecision(d));
        DraftEvent e = d.Events[at];
        d.Events.Insert(at + 1, new DraftEvent { Activity = e.Activity, Time = e.Time.AddSeconds(20), Resource = e.Resource, Role = e.Role });
        d.Breaches.Add("CR-CAS-27");
    }

    public static void ActivityOutside(Draft d)
    {
        DraftEvent e = d.Events[0];
        d.Events.Insert(1, new DraftEvent { Activity = "Xin ý kiến ngoài quy trình", Time = e.Time.AddSeconds(20), Resource = e.Resource, Role = e.Role });
        d.Breaches.Add("CR-CAS-28");
    }

    public static void OnePersonDidBoth(Draft d, SplitMix64 random)
    {
        Pair pair = random.Pick(d.Procedure.FourEyes);
        d.Events.First(e => e.Activity == pair.Second).Resource = d.Events.First(e => e.Activity == pair.First).Resource;
        d.Breaches.Add("CR-CAS-29");
    }

    public static void NobodyResponsible(Draft d)
    {
        d.Responsible = null;
        d.Breaches.Add("CR-CAS-30");
    }

    public static void EventAfterEnd(Draft d, SplitMix64 random)
    {
        MoveLast(d, d.Returned!.Value.AddDays(1 + random.Below(9)));
        d.Breaches.Add("CR-CAS-31");
    }

    public static void TestAccount(Draft d, SplitMix64 random)
    {
        string account = random.Pick<string>(["TEST", "test", "KiemThu"]);
        if (random.Chance(30))
        {
            d.Responsible = account;
        }
        else
        {
            d.Events[0].Resource = account;
        }

        d.Breaches.Add("CR-CAS-32");
    }

    public static void EndedBeforeReceipt(Draft d, SplitMix64 random)
    {
        d.Returned = d.Received!.Value.AddDays(-1 - random.Below(5));
        d.Breaches.UnionWith(["CR-CAS-31", "CR-CAS-33"]);
    }

    public static void PlannedTooLate(Draft d, SplitMix64 random)
    {
        d.Planned = d.Due!.Value.AddDays(1 + random.Below(9));
        d.Breaches.Add("CR-CAS-34");
    }

    public static void TimesOutOfOrder(Draft d)
    {
        d.Events[0].Time = d.Events[1].Time.AddSeconds(30);
        d.Breaches.Add("CR-CAS-35");
    }

    public static void EventBeforeReceipt(Draft d, SplitMix64 random)
    {
        d.Events[0].Time = d.Received!.Value.AddDays(-1 - random.Below(3));
        d.Breaches.Add("CR-CAS-36");
    }

    public static void NoUnit(Draft d)
    {
        d.Unit = null;
        d.Breaches.Add("CR-CAS-37");
    }

    public static void UnknownProcedure(Draft d, SplitMix64 random)
    {
        d.ProcedureCode = random.Chance(50) ? "PTY-KHAC" : null;
        d.Breaches.Add("CR-PRC-01");
    }

    /// <summary>The head of the board in wards 1 to 3, whose grant ended on 1 July 2025.</summary>
    public static void GrantExpired(Draft d) => Decide(d, "bxd-{0}.tb", "CR-DLG-03");

    /// <summary>The head of the board in wards 4 to 6, whose grant began on 1 January 2026.</summary>
    public static void GrantNotYetInForce(Draft d) => Decide(d, "bxd-{0}.tb", "CR-DLG-04");

    /// <summary>The deputy secretary of another ward, or the specialist who may decide on recognition but decides on admission.</summary>
    public static void OutOfScope(Draft d, SplitMix64 random)
    {
        bool byProcedure = d.Procedure.Code == "PTY-ADM" && random.Chance(50);
        d.Decision.Role = byProcedure ? Of("bxd-{0}.cv", d.Ward) : Of("du-{0}.pbt", (d.Ward % 6) + 1);
        ByLawOfDecision(d, "CR-DLG-05");
    }

    /// <summary>The chief of office in even wards, mandated by an office that holds nothing.</summary>
    public static void GrantorLackedPower(Draft d) => Decide(d, "vp-{0}.cvp", "CR-DLG-06");

    /// <summary>The chief of office in odd wards, mandated by a deputy secretary who may not pass the power on.</summary>
    public static void PassedOn(Draft d) => Decide(d, "vp-{0}.cvp", "CR-DLG-07");

    /// <summary>A specialist of the office, to whom nothing was ever granted.</summary>
    public static void NeverGranted(Draft d) => Decide(d, "vp-{0}.cv", "CR-DLG-24");

    public static void NoRoleOfDecider(Draft d)
    {
        d.Decision.Role = null;
        d.Unknown.UnionWith(Laws.AuthorityRulesOn(Draft.DateOf(d.Decision.Time)));
    }

    public static void NoTerritory(Draft d)
    {
        d.Territory = null;
        d.Unknown.UnionWith(Laws.AuthorityRulesOn(Draft.DateOf(d.Decision.Time)));
    }

    public static void NoRequester(Draft d)
    {
        d.Requester = null;
        d.Unknown.Add("CR-CAS-12");
    }

    public static void NoDecider(Draft d)
    {
        d.Decision.Resource = null;
        d.Unknown.UnionWith(["CR-CAS-12", "CR-CAS-32"]);
        if (d.Procedure.FourEyes.Any(p => p.First == d.Procedure.Decision.Activity || p.Second == d.Procedure.Decision.Activity))
        {
            d.Unknown.Add("CR-CAS-29");
        }
    }

    /// <summary>A case received on a date on which no limit of its procedure is known.</summary>
    public static void NoLimitInForce(Draft d, DateOnly received)
    {
        TimeSpan shift = Draft.At(received, 8, 15) - d.Received!.Value;
        d.Received += shift;
        d.Due += shift;
        d.Planned += d.Planned is null ? TimeSpan.Zero : shift;
        d.Returned += shift;
        foreach (DraftEvent e in d.Events)
        {
            e.Time += shift;
        }

        d.Decision.Role = "tu-btv";
        d.Unknown.Add("CR-CAS-03");
    }

    private static void Decide(Draft d, string role, string rule)
    {
        d.Decision.Role = Of(role, d.Ward);
        ByLawOfDecision(d, rule);
    }

    // Of an earlier case it is no breach of any law.
    private static void FromPartyProceduresOn(Draft d, string rule)
    {
        if (d.LawOf >= Laws.PartyProcedures)
        {
            d.Breaches.Add(rule);
        }
    }

    private static void ByLawOfDecision(Draft d, string rule)
    {
        if (Laws.AuthorityRulesOn(Draft.DateOf(d.Decision.Time)).Contains(rule))
        {
            d.Breaches.Add(rule);
        }
    }

    private static string Of(string role, int ward) => role.Replace("{0}", ward.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    // The last step may be the one that decides; a deputy secretary holds the power on every date of the sample.
    private static void MoveLast(Draft d, DateTimeOffset time)
    {
        d.Events[^1].Time = time;
        if (d.Events[^1] == d.Decision)
        {
            d.Decision.Role = Of("du-{0}.pbt", d.Ward);
        }
    }

    private static List<int> StepsBeforeDecision(Draft d) =>
        [.. Enumerable.Range(0, d.Events.IndexOf(d.Decision)).Where(i => d.Procedure.Steps.Contains(d.Events[i].Activity))];
}
