using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Scores, ranks and classifies the units of one data file (JSON; comments allowed): criteria, formulas, level rules, raw measures.</summary>
public static class ScoringFile
{
    /// <summary>Reads a file and scores it. Numbers are read exactly, from JSON numbers or strings; what the file expects is not looked at.</summary>
    /// <param name="stream">The JSON text, UTF-8, at most 64 MiB; read to its end, not closed.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The units, in the order of the file.</returns>
    /// <exception cref="InvalidDataFileException">
    /// It is not JSON of this shape; an expression, a number or an identifier is wrong; a measure is missing; a score cannot be computed; or the
    /// period lies before the criterion exists. Every problem is listed with its place.
    /// </exception>
    public static ScoreSheet Score(Stream stream, string source = "scores")
    {
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        CheckPeriod(root.Optional("period"));
        CriteriaTree? tree = CriteriaReader.Tree(root, isStrict: false);
        AdjustmentRules? adjustments = CriteriaReader.Adjustments(root);
        LevelRules? levels = LevelRulesReader.Read(root);
        IReadOnlyList<JsonPart>? items = root.Required("units")?.ItemsIfList();
        if (tree is null || adjustments is null || levels is null || items is null)
        {
            file.ThrowIfAnyProblem();
        }

        var reader = new UnitReader(tree!, adjustments!, levels!);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        UnitPart[] units = [.. items!.Select(i => reader.Read(i, seen)).OfType<UnitPart>()];
        foreach (UnitPart unit in units)
        {
            CheckConditions(unit, levels!);
        }

        // A score of measures that could not be read would only repeat what is wrong.
        file.ThrowIfAnyProblem();
        var scorer = new Scorer(tree!, adjustments!);
        UnitScore[] scores = [.. units.Select(u => scorer.Score(u.Unit))];
        LevelResult[] results = [.. units.Zip(scores, (u, s) => levels!.Classify(LevelFacts.Of(s, u.Unit)))];
        for (int i = 0; i < units.Length; i++)
        {
            ReportFaults(units[i], scores[i]);
        }

        file.ThrowIfAnyProblem();
        Dictionary<string, int> ranks = Ranks.Of(scores).ToDictionary(r => r.UnitId, r => r.Rank, StringComparer.Ordinal);
        return new ScoreSheet(tree!, levels!, units
            .Select((u, i) => new ScoredUnit(scores[i], ranks.TryGetValue(u.Unit.UnitId, out int rank) ? rank : null, results[i], u.SelfScores))
            .ToValueList());
    }

    private static void CheckPeriod(JsonPart? part)
    {
        if (part?.ExpectObject() != true)
        {
            return;
        }

        LocalDate? from = part.Optional("from")?.Date();
        LocalDate? to = part.Optional("to")?.Date();
        if (from is null || to is null)
        {
            return;
        }

        try
        {
            ReformCriterion.CheckPeriod(new EvaluationPeriod(part.Optional("id")?.Identifier() ?? "", from.Value, to.Value));
        }
        catch (RecordInputException invalid)
        {
            CriteriaReader.Report(part, invalid);
        }
    }

    private static void CheckConditions(UnitPart unit, LevelRules levels)
    {
        // The index is a number in any case; its value does not matter here.
        var facts = new LevelFacts(0, unit.Unit.Tasks, unit.Unit.Conditions);
        string[] missing = [.. levels.Names.Where(n => facts.Find(n) is null)];
        if (missing.Length == 0)
        {
            CheckKinds(unit.Part.Find("conditions") ?? unit.Part, levels, facts);
        }
        else if (unit.Part.Required("conditions") is JsonPart conditions)
        {
            // A wrong value has been reported in its place already.
            foreach (string name in missing.Where(n => conditions.Find(n) is null))
            {
                conditions.Required(name);
            }
        }
    }

    // A flag where a flag is asked, numbers where they are compared.
    private static void CheckKinds(JsonPart conditions, LevelRules levels, LevelFacts facts)
    {
        foreach (ScoreCondition condition in levels.Rules.SelectMany(r => r.All.Concat(r.Any)))
        {
            if (condition.Evaluate(facts.Find).Fault is { Kind: ScoreFaultKind.WrongKind or ScoreFaultKind.TooLarge } fault)
            {
                (conditions.Find(fault.Name) ?? conditions).Problem(fault.Message.Vietnamese, fault.Message.English);
            }
        }
    }

    private static void ReportFaults(UnitPart unit, UnitScore score)
    {
        JsonPart raw = unit.Part.Find("raw")!;
        foreach (LeafScore leaf in score.UnknownLeaves)
        {
            ScoreFault fault = leaf.Fault!;
            if (raw.Required(leaf.LeafId) is not JsonPart measures)
            {
                continue;
            }

            if (fault.Kind == ScoreFaultKind.Missing)
            {
                measures.Required(fault.Name);
            }
            else
            {
                (measures.Find(fault.Name) ?? measures).Problem(fault.Message.Vietnamese, fault.Message.English);
            }
        }
    }
}
