using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>Looks for what makes records no register: every problem, with its field.</summary>
internal sealed class OrganizationValidation
{
    private readonly List<OrganizationProblem> problems = [];
    private readonly OrganizationRecords records;
    private readonly OrganizationRecords known;
    private readonly OrganizationView view;
    private readonly ILookup<string, KnownPiece<Lifetime>> lives;
    private readonly ILookup<string, KnownPiece<Position>> posts;
    private readonly HashSet<string> everUnits;
    private readonly HashSet<string> everPositions;

    private OrganizationValidation(OrganizationRecords records, OrganizationRecords known)
    {
        this.records = records;
        this.known = known;
        view = new OrganizationView(records.StandingAt(Instant.MaxValue));
        List<KnownPiece<OrganizationUnit>> units = KnownPieces.Of(records.Units, u => u.Validity);
        lives = units.ToLookup(u => u.Fact.Id, u => new KnownPiece<Lifetime>(new Lifetime(u.Fact.Id), u.Index, u.Known, u.Validity), StringComparer.Ordinal);
        posts = KnownPieces.Of(records.Positions, p => p.Validity)
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

    private void CheckAppointments()
    {
        ForEach(records.Appointments, "appointments", known.Appointments.Count, (appointment, field, stands) =>
        {
            NotBlank(appointment.PersonId, field + ".person");
            CheckElection(appointment, field);
            if (!KnowsPosition(appointment.PositionId, field + ".position", stands) || !stands)
            {
                return;
            }

            BeginsWithin(appointment.Validity, field, view.PositionLife(appointment.PositionId));
            if (appointment.Mode != AppointmentMode.Substantive && !view.PositionById[appointment.PositionId].IsHead)
            {
                Add("not_a_head", field + ".mode", "chỉ người đứng đầu mới có quyền, phụ trách", "only the post of a head is held by one acting or in charge");
            }
        });

        List<KnownPiece<Appointment>> pieces =
            [.. KnownPieces.Of(records.Appointments, a => a.Validity).SelectMany(a => posts[a.Fact.PositionId].Select(p => Life(p)).SelectMany(l => a.Within([l])))];
        AddOverlaps(pieces, a => a.PersonId + "\n" + a.PositionId, "appointments", known.Appointments.Count, "held_twice", a => new BilingualText(
            "'" + a.PersonId + "' giữ chức vụ '" + a.PositionId + "' hai lần cùng lúc", "'" + a.PersonId + "' holds the position '" + a.PositionId + "' twice at once"));
        AddOverlaps(
            pieces.Where(a => posts[a.Fact.PositionId].Any(p => p.Fact.IsHead && p.Known.Intersect(a.Known) is not null)),
            a => posts[a.PositionId].First().Fact.UnitId,
            "appointments",
            known.Appointments.Count,
            "two_heads_at_once",
            a => new BilingualText(
                "đơn vị '" + posts[a.PositionId].First().Fact.UnitId + "' có hai người đứng đầu cùng lúc",
                "the unit '" + posts[a.PositionId].First().Fact.UnitId + "' has two heads at once"));
    }

    private void CheckElection(Appointment appointment, string field)
    {
        if (appointment.ConfirmedOn is LocalDate confirmed)
        {
            if (!appointment.IsElected)
            {
                Add("not_elected", field + ".confirmed_on", "chỉ chuẩn y chức danh được bầu", "only an elected title is confirmed");
            }
            else if (appointment.Validity.StartsAfter(confirmed))
            {
                Add("confirmed_before_election", field + ".confirmed_on", "ngày chuẩn y trước ngày bầu", "confirmed before the election");
            }
        }

        if (appointment.CommissionedToSignFrom is LocalDate commissioned && appointment.Validity.StartsAfter(commissioned))
        {
            Add("confirmed_before_election", field + ".commissioned_to_sign_from", "ngày ủy nhiệm ký trước ngày bầu", "commissioned to sign before the election");
        }
    }

    private void CheckAllocations() => ForEach(records.Allocations, "allocations", known.Allocations.Count, (allocation, field, stands) =>
    {
        NotBlank(allocation.PersonId, field + ".person");
        NotBlank(allocation.Field, field + ".field");
        if (KnowsPosition(allocation.PositionId, field + ".position", stands) && stands
            && !view.AppointmentsTo[allocation.PositionId]
                .Any(a => string.Equals(a.PersonId, allocation.PersonId, StringComparison.Ordinal) && allocation.Validity.BeginsWithin(a.Validity)))
        {
            Add("not_a_holder", field + ".person", "'" + allocation.PersonId + "' không giữ chức vụ này khi được phân công",
                "'" + allocation.PersonId + "' does not hold the position when the allocation begins");
        }
    });

    private void CheckMemberships()
    {
        ForEach(records.Memberships, "memberships", known.Memberships.Count, (membership, field, stands) =>
        {
            NotBlank(membership.PersonId, field + ".person");
            if (KnowsCollective(membership.UnitId, field + ".unit", stands))
            {
                BeginsWithin(membership.Validity, field, view.Life(membership.UnitId));
            }
        });
        AddOverlaps(
            KnownPieces.Of(records.Memberships, m => m.Validity).SelectMany(m => m.Within(lives[m.Fact.UnitId])),
            m => m.PersonId + "\n" + m.UnitId,
            "memberships",
            known.Memberships.Count,
            "member_twice",
            m => new BilingualText("'" + m.PersonId + "' là thành viên của '" + m.UnitId + "' hai lần cùng lúc", "'" + m.PersonId + "' is a member of '" + m.UnitId + "' twice at once"));
    }

    private void CheckExclusions() => ForEach(records.Exclusions, "exclusions", known.Exclusions.Count, (exclusion, field, stands) =>
    {
        NotBlank(exclusion.PersonId, field + ".person");
        if (KnowsCollective(exclusion.UnitId, field + ".unit", stands)
            && !view.MembershipsOf[exclusion.PersonId]
                .Any(m => string.Equals(m.UnitId, exclusion.UnitId, StringComparison.Ordinal) && m.Validity.Overlaps(exclusion.Validity)))
        {
            Add("not_a_member", field + ".person", "'" + exclusion.PersonId + "' không phải thành viên trong thời gian này",
                "'" + exclusion.PersonId + "' is no member at that time");
        }
    });

    private void CheckRelationships() => ForEach(records.Relationships, "relationships", known.Relationships.Count, (tie, field, _) =>
    {
        NotBlank(tie.PersonId, field + ".person");
        NotBlank(tie.OtherId, field + ".other");
        if (string.Equals(tie.PersonId, tie.OtherId, StringComparison.Ordinal))
        {
            Add("tied_to_oneself", field + ".other", "một người không có quan hệ với chính mình", "nobody is tied to oneself");
        }
    });

    private void CheckSuccessions() => ForEach(records.Successions, "successions", known.Successions.Count, (link, field, stands) =>
    {
        bool found = KnowsUnit(link.FromId, field + ".from_unit", stands)
            & (link.ToId is null ? MayBeNobody(link, field) : KnowsUnit(link.ToId, field + ".to_unit", stands));
        if (string.Equals(link.FromId, link.ToId, StringComparison.Ordinal))
        {
            Add("succeeds_itself", field + ".to_unit", "đơn vị không kế thừa chính nó", "a unit does not succeed itself");
        }
        else if (found && stands)
        {
            CheckSource(link, view.UnitById[link.FromId].Validity, field);
            if (link.ToId is string to && !view.UnitById[to].Validity.Contains(link.On))
            {
                Add("successor_not_there", field + ".to_unit", "đơn vị '" + to + "' không tồn tại vào ngày " + Iso(link.On),
                    "the unit '" + to + "' does not exist on " + Iso(link.On));
            }
        }
    });

    private void CheckSource(SuccessionLink link, Validity life, string field)
    {
        bool lives = life.Contains(link.On);
        if (life.From >= link.On || (link.Kind == ReorganizationKind.SplitOff && !lives))
        {
            Add("source_not_there", field + ".from_unit", "đơn vị '" + link.FromId + "' không có gì để chuyển vào ngày " + Iso(link.On),
                "the unit '" + link.FromId + "' has nothing to give away on " + Iso(link.On));
        }
        else if (lives && link.Kind.EndsTheSource())
        {
            Add("source_still_there", field + ".from_unit", "đơn vị '" + link.FromId + "' vẫn tồn tại vào ngày " + Iso(link.On),
                "the unit '" + link.FromId + "' still exists on " + Iso(link.On));
        }
        else if (lives && link.Function is null && link.Territory is null)
        {
            Add("scope_missing", field, "đơn vị vẫn tồn tại: phải nêu chức năng hoặc địa bàn được chuyển",
                "the unit goes on: the function or the territory that passes has to be stated");
        }
    }

    private bool MayBeNobody(SuccessionLink link, string field)
    {
        bool dissolves = link.Kind is ReorganizationKind.Dissolve or ReorganizationKind.DissolveAsDiscipline;
        if (!dissolves)
        {
            Add("successor_missing", field + ".to_unit", "phải nêu đơn vị kế thừa, trừ khi giải thể", "the unit that takes over has to be named, except in a dissolution");
        }

        return dissolves;
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

    private bool KnowsCollective(string id, string field, bool stands)
    {
        if (!KnowsUnit(id, field, stands) || !stands)
        {
            return false;
        }

        if (!view.UnitById[id].IsCollective)
        {
            Add("not_a_collective", field, "'" + id + "' không làm việc theo chế độ tập thể", "'" + id + "' is no collective");
            return false;
        }

        return true;
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

    private static KnownPiece<Lifetime> Life(KnownPiece<Position> post) => new(new Lifetime(post.Fact.Id), post.Index, post.Known, post.Validity);

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    private void Add(string code, string field, string vietnamese, string english) =>
        problems.Add(new OrganizationProblem(code, field, new BilingualText(vietnamese, english)));
}
