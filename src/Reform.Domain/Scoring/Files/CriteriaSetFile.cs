using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Reads a version of a criteria set from a data file (JSON; comments allowed), its tree also from a table (CSV).</summary>
public static class CriteriaSetFile
{
    private static readonly Dictionary<string, RoundingMode> Modes = new(StringComparer.Ordinal)
    {
        ["halfAwayFromZero"] = RoundingMode.HalfAwayFromZero,
        ["halfToEven"] = RoundingMode.HalfToEven,
        ["towardZero"] = RoundingMode.TowardZero,
        ["awayFromZero"] = RoundingMode.AwayFromZero,
    };

    private static readonly Dictionary<string, CapBase> Bases = new(StringComparer.Ordinal)
    {
        ["afterDemotion"] = CapBase.AfterDemotion,
        ["beforeDemotion"] = CapBase.BeforeDemotion,
        ["goodOrBetter"] = CapBase.GoodOrBetter,
        ["wholeGroup"] = CapBase.WholeGroup,
    };

    /// <summary>Reads a version: id, version, name, effective, groups, criteria, levels; adjustments, rounding, cap, gapThreshold, comparableWith.</summary>
    /// <param name="stream">The JSON text, UTF-8, at most 64 MiB; read to its end, not closed.</param>
    /// <param name="source">What to call it in problems.</param>
    /// <param name="table">The tree as CSV, in the place of "criteria"; null: the file has it.</param>
    /// <param name="tableSource">What to call the table in problems.</param>
    /// <returns>The version.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong; every problem is listed with its place. Every leaf states its measureSource and evidence.</exception>
    public static CriteriaSet Read(Stream stream, string source = "criteria_set", Stream? table = null, string tableSource = "criteria_csv")
    {
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        string? id = root.Required("id")?.Identifier();
        int? version = root.Required("version")?.Count();
        BilingualText? name = root.Required("name")?.Bilingual();
        Validity? effective = root.Required("effective") is JsonPart days && days.ExpectObject() ? days.DateRange() : null;
        ValueList<string>? groups = root.Required("groups")?.Texts();
        CriteriaTree? tree = table is null ? CriteriaReader.Tree(root, isStrict: true) : CriteriaTable.Read(table, tableSource);
        LevelRules? levels = LevelRulesReader.Read(root);
        AdjustmentRules? adjustments = CriteriaReader.Adjustments(root);
        (Rounding leaf, Rounding index) = Roundings(root);
        ExcellenceCap? cap = root.Optional("cap") is JsonPart given ? Cap(given) : ExcellenceCap.Default;
        Fraction? gap = root.Optional("gapThreshold") is JsonPart threshold ? threshold.Fraction() : SelfAppraisalGap.DefaultThreshold;
        ValueList<int> comparable = (root.Optional("comparableWith")?.Items() ?? []).Select(p => p.Count()).OfType<int>().ToValueList();
        root.RejectUnknown(
            "id", "version", "effective", "groups", "criteria", "levels", "adjustments", "rounding", "indexRounding", "cap", "gapThreshold", "comparableWith");
        file.ThrowIfAnyProblem();
        try
        {
            return new CriteriaSet(id!, version!.Value, name!, effective!.Value, groups!, tree!, levels!)
            {
                Adjustments = adjustments!,
                LeafRounding = leaf,
                IndexRounding = index,
                Cap = cap!,
                GapThreshold = gap!.Value,
                ComparableWith = comparable,
            };
        }
        catch (RecordInputException invalid)
        {
            CriteriaReader.Report(root, invalid);
            file.ThrowIfAnyProblem();
            throw;
        }
    }

    private static (Rounding Leaf, Rounding Index) Roundings(JsonPart root)
    {
        Rounding leaf = root.Optional("rounding") is JsonPart part ? RoundingOf(part) : Rounding.ToTwoDecimals;
        return (leaf, root.Optional("indexRounding") is JsonPart other ? RoundingOf(other) : leaf);
    }

    private static Rounding RoundingOf(JsonPart part)
    {
        if (!part.ExpectObject())
        {
            return default;
        }

        RoundingMode? mode = part.Required("mode")?.Word(Modes);
        JsonPart? decimalsPart = part.Required("decimals");
        int? decimals = decimalsPart?.Count();
        part.RejectUnknown("mode", "decimals");
        if (decimals > 12)
        {
            decimalsPart!.Problem("phải từ 0 đến 12", "must lie from 0 to 12");
            return default;
        }

        return mode is null || decimals is null ? default : new Rounding(mode.Value, decimals.Value);
    }

    private static ExcellenceCap? Cap(JsonPart part)
    {
        if (!part.ExpectObject())
        {
            return null;
        }

        Fraction? share = part.Required("share")?.Fraction();
        CapBase? capBase = part.Optional("base") is JsonPart given ? given.Word(Bases) : CapBase.AfterDemotion;
        part.RejectUnknown("share", "base");
        if (share is null || capBase is null)
        {
            return null;
        }

        try
        {
            return new ExcellenceCap(share.Value, capBase.Value);
        }
        catch (RecordInputException invalid)
        {
            CriteriaReader.Report(part, invalid);
            return null;
        }
    }
}
