using Reform.Domain.Organizations;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Proto = Reform.Organizations.V1;

namespace Reform.Grpc.Organizations;

/// <summary>The answers of the organization register and their messages, in one language.</summary>
internal static class OrganizationAnswers
{
    private const int MostWorkloads = 10_000;

    public static Proto.Succession Succession(SuccessionAnswer answer, Language language) => new()
    {
        Outcome = (Proto.SuccessionOutcome)((int)answer.Outcome + 1),
        Successors =
        {
            answer.Successors.Select(s => new Proto.SuccessionPath
            {
                Unit = ResourceName.Of(ResourceName.Units, s.UnitId),
                Links = { s.Links.Select(OrganizationMapping.Succession) },
            }),
        },
        Missing = { answer.Missing },
        Reasons = { answer.Reasons.Select(r => ReasonMapping.ToProto(r, language)) },
    };

    public static Proto.CompareUnitTreesResponse Comparison(TreeComparison comparison, long revision) => new()
    {
        Ended = { comparison.Ended.Select(Name) },
        Begun = { comparison.Begun.Select(Name) },
        Moved =
        {
            comparison.Moved.Select(m => new Proto.UnitMove
            {
                Unit = ResourceName.Of(ResourceName.Units, m.UnitId), FromParent = OptionalUnit(m.FromParentId), ToParent = OptionalUnit(m.ToParentId),
            }),
        },
        Renamed = { comparison.Renamed.Select(Name) },
        Levels = { comparison.Levels.Select(l => new Proto.LevelCount { Level = (Proto.OrganizationLevel)((int)l.Level + 1), Earlier = l.Earlier, Later = l.Later }) },
        Work =
        {
            comparison.Work.Select(w => new Proto.WorkloadChange
            {
                Unit = ResourceName.Of(ResourceName.Units, w.UnitId),
                Earlier = RecordMapping.ToProto(w.Earlier),
                Later = RecordMapping.ToProto(w.Later),
                Successors = { w.SuccessorIds.Select(s => ResourceName.Of(ResourceName.Units, s)) },
            }),
        },
        Revision = revision,
    };

    public static Dictionary<string, decimal> Workloads(string field, IList<Proto.Workload> work)
    {
        RequestFields.AtMost(field, work.Count, MostWorkloads);
        var loads = new Dictionary<string, decimal>(StringComparer.Ordinal);
        for (int i = 0; i < work.Count; i++)
        {
            string at = RequestFields.At(field, i);
            string unit = ResourceName.In(ResourceName.Units, at + ".unit", work[i].Unit);
            decimal amount = RecordMapping.Number(at + ".amount", work[i].Amount);
            if (!loads.TryAdd(unit, amount))
            {
                throw Refusal.InvalidField(at + ".unit", "xuất hiện hai lần", "stands twice");
            }
        }

        return loads;
    }

    /// <summary>The field of the request for a workload of the domain, such as "work_earlier[city]"; null when it is of another list.</summary>
    public static string? FieldOfWorkload(string field, string list, IList<Proto.Workload> work)
    {
        for (int i = 0; i < work.Count; i++)
        {
            if (field == list + "[" + ResourceName.In(ResourceName.Units, list, work[i].Unit) + "]")
            {
                return RequestFields.At(list, i);
            }
        }

        return null;
    }

    public static Proto.SigningAnswer Signing(SigningAnswer answer, Language language) => new()
    {
        Variants =
        {
            answer.Variants.Select(v => new Proto.SigningVariant
            {
                Forms = { v.Forms.Select(f => (Proto.SigningForm)((int)f + 1)) },
                Seal = (Proto.SealOwner)((int)v.Seal + 1),
                Basis = v.Basis.Citation.In(language),
                Marks = { v.Forms.Select(f => SigningBlock.MarkOf(f, answer.Question.Body.System())) },
            }),
        },
        Settled = answer.IsSettled,
        Reasons = { answer.Reasons.Select(r => ReasonMapping.ToProto(r, language)) },
    };

    public static Proto.TreeUnit TreeUnit(UnitTree tree, OrganizationUnit unit, int depth) => new()
    {
        Unit = Name(unit),
        Parent = OptionalUnit(tree.ParentOf(unit.Id)),
        DisplayName = RecordMapping.ToProto(unit.NameOn(tree.On)),
        Kind = (Proto.BodyKind)((int)unit.Kind + 1),
        Level = (Proto.OrganizationLevel)((int)unit.Level + 1),
        Depth = depth,
        Detached = tree.Detached.Contains(unit),
    };

    public static Proto.DocumentNumber Number(DocumentNumber number) => number switch
    {
        PartyDocumentNumber p => new Proto.DocumentNumber
        {
            System = Proto.OrganizationSystem.Party,
            Serial = p.Number,
            Type = p.Type,
            Issuer = p.Issuer,
        },
        StateDocumentNumber s => new Proto.DocumentNumber
        {
            System = Proto.OrganizationSystem.State,
            Serial = s.Number,
            Year = s.Year ?? 0,
            Type = s.Type ?? "",
            Issuer = s.Issuer,
            Office = s.Office ?? "",
        },
        _ => throw new ArgumentException("No such kind of number.", nameof(number)),
    };

    public static DocumentNumber Number(string field, Proto.DocumentNumber number)
    {
        int? year = number.Year == 0 ? null : number.Year;
        string? office = number.Office.Length == 0 ? null : number.Office;
        try
        {
            return (RecordMapping.Required<OrganizationSystem>(field + ".system", number.System), number.Type.Length > 0) switch
            {
                (OrganizationSystem.Party, _) when year is null && office is null => new PartyDocumentNumber(number.Serial, number.Type, number.Issuer),
                (OrganizationSystem.State, true) when office is null => StateDocumentNumber.Typed(number.Serial, year, number.Type, number.Issuer),
                (OrganizationSystem.State, false) => StateDocumentNumber.Untyped(number.Serial, year, number.Issuer, office),
                _ => throw Refusal.InvalidField(field, "các phần không hợp với hệ thống văn bản", "has parts that numbers of this system do not have"),
            };
        }
        catch (OrganizationInputException e)
        {
            throw Refusal.InvalidField(field, e.Problems[0].Message.Vietnamese, e.Problems[0].Message.English);
        }
    }

    public static Proto.LiveMatter Matter(LiveMatter matter) => new()
    {
        Kind = (Proto.MatterKind)((int)matter.Kind + 1),
        Id = matter.Id,
        Unit = ResourceName.Of(ResourceName.Units, matter.UnitId),
        Function = matter.Function ?? "",
        Territory = matter.Territory ?? "",
    };

    public static string OptionalUnit(string? unitId) => unitId is null ? "" : ResourceName.Of(ResourceName.Units, unitId);

    private static string Name(OrganizationUnit unit) => ResourceName.Of(ResourceName.Units, unit.Id);
}
