using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>Looks for what makes records no register: every problem, with its field.</summary>
internal sealed partial class OrganizationValidation
{
    private readonly List<OrganizationProblem> problems = [];
    private readonly OrganizationRecords records;
    private readonly OrganizationRecords known;
    private readonly OrganizationView view;
    private readonly ILookup<string, KnownPiece<OrganizationUnit>> lives;
    private readonly ILookup<string, KnownPiece<Position>> posts;
    private readonly HashSet<string> everUnits;
    private readonly HashSet<string> everPositions;

    private OrganizationValidation(OrganizationRecords records, OrganizationRecords known)
    {
        this.records = records;
        this.known = known;
        view = new OrganizationView(records.StandingAt(Instant.MaxValue));
        lives = KnownPieces.Merged(KnownPieces.Of(records.Units, u => u.Validity), u => u.Id, (_, _) => true)
            .ToLookup(u => u.Fact.Id, StringComparer.Ordinal);
        posts = KnownPieces.Merged(KnownPieces.Of(records.Positions, p => p.Validity), p => p.Id, (a, b) => (a.UnitId, a.IsHead) == (b.UnitId, b.IsHead))
            .SelectMany(p => p.Within(lives[p.Fact.UnitId])).ToLookup(p => p.Fact.Id, StringComparer.Ordinal);
        everUnits = new(records.Units.Select(r => r.Fact?.Id).OfType<string>(), StringComparer.Ordinal);
        everPositions = new(records.Positions.Select(r => r.Fact?.Id).OfType<string>(), StringComparer.Ordinal);
    }

    /// <summary>Every problem of records, of which some were known before.</summary>
    public static List<OrganizationProblem> Of(OrganizationRecords records, OrganizationRecords known)
    {
        var validation = new OrganizationValidation(records, known);
        validation.CheckRecords();
        validation.CheckUnits();
        validation.CheckPlacements();
        validation.CheckPositions();
        validation.CheckAppointments();
        validation.CheckAllocations();
        validation.CheckMemberships();
        validation.CheckExclusions();
        validation.CheckRelationships();
        validation.CheckSuccessions();
        return validation.problems;
    }

    public static OrganizationProblem Blank(string field) => new("blank", field, new BilingualText("không được để trống", "must not be blank"));

    private void CheckRecords()
    {
        var checks = new RecordChecks(problems);
        checks.Check(records.Units, "units", known.Units.Count, u => u.Id);
        checks.Check(records.Positions, "positions", known.Positions.Count, p => p.Id);
        checks.Check(records.Placements, "placements", known.Placements.Count, null);
        checks.Check(records.Appointments, "appointments", known.Appointments.Count, null);
        checks.Check(records.Allocations, "allocations", known.Allocations.Count, null);
        checks.Check(records.Memberships, "memberships", known.Memberships.Count, null);
        checks.Check(records.Exclusions, "exclusions", known.Exclusions.Count, null);
        checks.Check(records.Relationships, "relationships", known.Relationships.Count, null);
        checks.Check(records.Successions, "successions", known.Successions.Count, null);
    }

    private void CheckUnits() => ForEach(records.Units, "units", known.Units.Count, (unit, field, _) =>
    {
        NotBlank(unit.Id, field + ".id");
        for (int i = 0; i < unit.FormerNames.Count; i++)
        {
            LocalDate until = unit.FormerNames[i].Until;
            if (unit.Validity.EndedBy(until) || unit.Validity.From >= until || (i > 0 && until <= unit.FormerNames[i - 1].Until))
            {
                Add("names_out_of_order", field + ".former_names", "các tên cũ phải theo thứ tự thời gian, trong thời gian đơn vị tồn tại",
                    "former names stand in the order of time, within the life of the unit");
            }
        }
    });

    private void CheckPlacements()
    {
        ForEach(records.Placements, "placements", known.Placements.Count, (placement, field, stands) =>
        {
            bool found = KnowsUnit(placement.UnitId, field + ".unit", stands) & KnowsUnit(placement.ParentId, field + ".parent", stands);
            if (found && stands)
            {
                BeginsWithin(placement.Validity, field, view.Life(placement.UnitId), view.Life(placement.ParentId));
            }
        });

        List<KnownPiece<UnitPlacement>> pieces =
        [
            .. KnownPieces.Of(records.Placements, p => p.Validity)
                .SelectMany(p => p.Within(lives[p.Fact.UnitId])).SelectMany(p => p.Within(lives[p.Fact.ParentId])),
        ];
        AddOverlaps(pieces, p => p.UnitId, "placements", known.Placements.Count, "two_parents_at_once", p => new BilingualText(
            "đơn vị '" + p.UnitId + "' có hai cấp trên trực tiếp cùng lúc", "the unit '" + p.UnitId + "' stands under two units at once"));
        foreach ((KnownPiece<UnitPlacement> piece, bool isTooDeep) in TreeCircles.In(pieces).DistinctBy(c => c.Piece.Index))
        {
            string field = RecordChecks.At("placements", piece.Index, known.Placements.Count) + ".parent";
            if (isTooDeep)
            {
                Add("tree_too_deep", field, "đơn vị nằm dưới hơn 64 cấp", "the unit stands more than 64 units deep");
            }
            else
            {
                Add("cycle_in_tree", field, "đơn vị nằm trên chính nó", "the unit stands above itself");
            }
        }
    }

    private void CheckPositions()
    {
        ForEach(records.Positions, "positions", known.Positions.Count, (position, field, stands) =>
        {
            NotBlank(position.Id, field + ".id");
            if (everUnits.Contains(position.Id))
            {
                problems.Add(RecordChecks.Twice(field + ".id", position.Id));
            }

            if (KnowsUnit(position.UnitId, field + ".unit", stands) && stands)
            {
                BeginsWithin(position.Validity, field, view.Life(position.UnitId));
            }
        });
    }

    private void BeginsWithin(Validity validity, string field, params ReadOnlySpan<Validity?> lives)
    {
        foreach (Validity? life in lives)
        {
            if (life is null || !validity.BeginsWithin(life.Value))
            {
                Add("begins_outside_life", field, "bắt đầu vào ngày đơn vị hoặc chức vụ không tồn tại: " + validity,
                    "it begins on a date on which the unit or position does not exist: " + validity);
                return;
            }
        }

        if (lives.Length == 2 && lives[0]!.Value.Intersect(lives[1]!.Value)?.Intersect(validity) is null)
        {
            Add("begins_outside_life", field, "hai đơn vị không cùng tồn tại trong thời gian này: " + validity,
                "the two units do not exist at the same time: " + validity);
        }
    }

    // What stands is about units that stand; what was corrected is about units that once were recorded.
    private bool KnowsUnit(string id, string field, bool stands)
    {
        bool knows = stands ? view.UnitById.ContainsKey(id) : everUnits.Contains(id);
        if (!knows)
        {
            Add("unknown_unit", field, "không có đơn vị '" + id + "'", "there is no unit '" + id + "'");
        }

        return knows;
    }

    private bool KnowsPosition(string id, string field, bool stands)
    {
        bool knows = stands ? view.PositionById.ContainsKey(id) : everPositions.Contains(id);
        if (!knows)
        {
            Add("unknown_position", field, "không có chức vụ '" + id + "'", "there is no position '" + id + "'");
        }

        return knows;
    }

    private void NotBlank(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(Blank(field));
        }
    }

    private void AddOverlaps<T>(
        IEnumerable<KnownPiece<T>> pieces, Func<T, string> key, string list, int knownBefore, string code, Func<T, BilingualText> message)
        where T : class
    {
        foreach (IGrouping<string, KnownPiece<T>> group in pieces.GroupBy(p => key(p.Fact), StringComparer.Ordinal))
        {
            foreach ((KnownPiece<T> later, _) in KnownPieces.Overlapping(group).DistinctBy(o => o.Later.Index))
            {
                problems.Add(new OrganizationProblem(code, RecordChecks.At(list, later.Index, knownBefore), message(later.Fact)));
            }
        }
    }

    private static void ForEach<T>(ValueList<Recorded<T>> records, string list, int knownBefore, Action<T, string, bool> check)
        where T : class
    {
        HashSet<string> corrected = new(records.Select(r => r.Corrects).OfType<string>(), StringComparer.Ordinal);
        for (int i = 0; i < records.Count; i++)
        {
            if (records[i].Fact is T fact)
            {
                check(fact, RecordChecks.At(list, i, knownBefore), !corrected.Contains(records[i].Id));
            }
        }
    }

    private void Add(string code, string field, string vietnamese, string english) =>
        problems.Add(new OrganizationProblem(code, field, new BilingualText(vietnamese, english)));
}
