using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reform.Samples.HaiPhong.Generator;

/// <summary>Makes the synthetic cases of the sample and the list of the breaches put into them; always the same ones.</summary>
public static class SampleGenerator
{
    private const ulong Seed = 72_2024_05_03;
    private const int SoundFinished = 1380;
    private const int SoundOpen = 60;
    private static readonly DateOnly AsOf = new(2026, 5, 29);
    private static readonly DateOnly NewRules = new(2025, 7, 1);
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes cases.xes.gz and expected-breaches.json.</summary>
    /// <param name="referenceFolder">The folder with the sample's calendar, procedures and authority.</param>
    /// <param name="outputFolder">The folder to write to.</param>
    public static void Generate(string referenceFolder, string outputFolder)
    {
        ReferenceData data = ReferenceData.Read(referenceFolder);
        List<Draft> cases = Make(data);
        var checker = new Checker(data, AsOf);
        foreach (Draft d in cases)
        {
            (SortedSet<string> breaches, SortedSet<string> unknown) = checker.Judge(d);
            if (!breaches.SetEquals(d.Breaches) || !unknown.SetEquals(d.Unknown))
            {
                throw new InvalidDataException(
                    d.Id + ": put in " + string.Join(" ", d.Breaches) + " ? " + string.Join(" ", d.Unknown)
                    + ", but the check finds " + string.Join(" ", breaches) + " ? " + string.Join(" ", unknown));
            }
        }

        XesText.Write(Path.Combine(outputFolder, "cases.xes.gz"), cases);
        File.WriteAllText(Path.Combine(outputFolder, "expected-breaches.json"), Expected(cases).ToJsonString(Json).ReplaceLineEndings("\n") + "\n");
    }

    private static List<Draft> Make(ReferenceData data)
    {
        var random = new SplitMix64(Seed);
        var sound = new SoundCases(data, random, AsOf);
        List<Draft> cases = [];
        void Add(int count, Func<Draft> make, params Action<Draft>[] inject)
        {
            for (int i = 0; i < count; i++)
            {
                Draft d = make();
                foreach (Action<Draft> injection in inject)
                {
                    injection(d);
                }

                cases.Add(d);
            }
        }

        Draft Any() => sound.Finished();
        Draft Early() => sound.Finished(before: new DateOnly(2026, 1, 5));
        bool Decides(DateOnly from, DateOnly before, Draft d) => Draft.DateOf(d.Decision.Time) >= from && Draft.DateOf(d.Decision.Time) < before;
        Draft DecidedIn(DateOnly from, DateOnly before, Func<int, bool> ward)
        {
            Draft d;
            do
            {
                d = sound.Finished();
            }
            while (!Decides(from, before, d) || !ward(d.Ward));
            return d;
        }

        Add(SoundFinished, Any);
        Add(SoundOpen, sound.Open);
        Add(14, Any, Injections.NoReceipt);
        Add(12, Any, Injections.NoDeadline);
        Add(25, Any, d => Injections.WrongDueDate(d, random));
        Add(18, Any, Injections.SecondSupplement);
        Add(22, Early, Injections.NeverFinished);
        Add(40, Early, d => Injections.Late(d, random));
        Add(16, Any, Injections.RefusedWithoutReason);
        Add(11, Any, Injections.OwnCase);
        Add(15, Any, d => Injections.StepSkipped(d, random));
        Add(13, () => sound.Finished(p => p.Steps.Count > 3), Injections.StepsSwapped);
        Add(17, Any, d => Injections.StepRepeated(d, random));
        Add(19, Any, Injections.ActivityOutside);
        Add(24, Any, d => Injections.OnePersonDidBoth(d, random));
        Add(15, Any, Injections.NobodyResponsible);
        Add(14, Early, d => Injections.EventAfterEnd(d, random));
        Add(12, Any, d => Injections.TestAccount(d, random));
        Add(10, Any, d => Injections.EndedBeforeReceipt(d, random));
        Add(16, Any, d => Injections.PlannedTooLate(d, random));
        Add(13, Any, Injections.TimesOutOfOrder);
        Add(12, Any, d => Injections.EventBeforeReceipt(d, random));
        Add(11, Any, Injections.NoUnit);
        Add(18, Any, d => Injections.UnknownProcedure(d, random));
        DateOnly end = AsOf.AddDays(1);
        Add(20, () => DecidedIn(NewRules, end, w => w <= 3), Injections.GrantExpired);
        Add(18, () => DecidedIn(new DateOnly(2024, 1, 1), new DateOnly(2026, 1, 1), w => w >= 4), Injections.GrantNotYetInForce);
        Add(22, Any, d => Injections.OutOfScope(d, random));
        Add(15, () => DecidedIn(new DateOnly(2024, 1, 1), end, w => w % 2 == 0), Injections.GrantorLackedPower);
        Add(17, () => DecidedIn(new DateOnly(2024, 1, 1), end, w => w % 2 == 1), Injections.PassedOn);
        Add(12, Any, Injections.NeverGranted);

        Add(10, Early, d => Injections.Late(d, random), Injections.NobodyResponsible, Injections.NeverGranted);
        Add(8, Early, d => Injections.Late(d, random), d => d.Due = Draft.Moved(d.Due!.Value, Draft.DateOf(d.Returned!.Value)), d => d.Breaches.Add("CR-CAS-03"));
        Add(6, Any, d => Injections.OnePersonDidBoth(d, random), Injections.OwnCase);
        Add(6, Any, d => Injections.UnknownProcedure(d, random), Injections.NoUnit, Injections.RefusedWithoutReason);

        Add(3, Any, Injections.NeitherReceiptNorDeadline);
        Add(4, Any, Injections.NoRoleOfDecider);
        Add(4, Any, Injections.NoTerritory);
        Add(4, Any, Injections.NoRequester);
        Add(4, Any, Injections.NoDecider);
        Add(8, () => sound.Finished(p => p.Code is "PTY-REC" or "PTY-QRY"), d => Injections.NoLimitInForce(d, new DateOnly(2024, 3, 4).AddDays(random.Below(60))));
        return [.. cases.OrderBy(d => d.Id, StringComparer.Ordinal)];
    }

    private static JsonObject Expected(List<Draft> cases) => new()
    {
        ["synthetic"] = true,
        ["cases"] = cases.Count,
        ["events"] = cases.Sum(d => d.Events.Count),
        ["counts"] = Counts(cases, d => d.Breaches),
        ["unknown_counts"] = Counts(cases, d => d.Unknown),
        ["breaches"] = Rows(cases, d => d.Breaches),
        ["unknown"] = Rows(cases, d => d.Unknown),
    };

    private static JsonObject Counts(List<Draft> cases, Func<Draft, IEnumerable<string>> rules)
    {
        var counts = new JsonObject();
        foreach (IGrouping<string, string> rule in cases.SelectMany(rules).GroupBy(r => r).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            counts[rule.Key] = rule.Count();
        }

        return counts;
    }

    private static JsonArray Rows(List<Draft> cases, Func<Draft, IEnumerable<string>> rules) => new(
        [.. cases.SelectMany(d => rules(d).Select(r => (JsonNode)new JsonObject { ["case"] = d.Id, ["rule"] = r }))]);
}
