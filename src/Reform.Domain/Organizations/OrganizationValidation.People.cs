using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <content>Appointments, allocations, memberships, exclusions, relationships.</content>
internal sealed partial class OrganizationValidation
{
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
            [.. KnownPieces.Of(records.Appointments, a => a.Validity).SelectMany(a => a.Within(posts[a.Fact.PositionId]))];
        AddOverlaps(pieces, a => a.PersonId + "\n" + a.PositionId, "appointments", known.Appointments.Count, "held_twice", a => new BilingualText(
            "'" + a.PersonId + "' giữ chức vụ '" + a.PositionId + "' hai lần cùng lúc",
            "'" + a.PersonId + "' holds the position '" + a.PositionId + "' twice at once"));
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
            Add("confirmed_before_election", field + ".commissioned_to_sign_from", "ngày ủy nhiệm ký trước ngày bầu",
                "commissioned to sign before the election");
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
            m => new BilingualText(
                "'" + m.PersonId + "' là thành viên của '" + m.UnitId + "' hai lần cùng lúc",
                "'" + m.PersonId + "' is a member of '" + m.UnitId + "' twice at once"));
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
}
