using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Judges one cell of the publication matrix after another.</summary>
internal sealed class PublicationJudge(LocalDate on, OrganizationRegister organization, WorkCalendar calendar, ValueList<PublicationRule> rules)
{
    public PublicationCell Cell(
        string unitId,
        Procedure procedure,
        List<Publication> publications,
        List<ProcedureApplication> applications,
        List<EffectiveDecider> deciders)
    {
        PublicationCell Of(PublicationState state, Reason reason) => new(unitId, procedure.Code, state, reason);

        if (!organization.Covers(on))
        {
            return Of(PublicationState.Unknown, PublicationReasons.OutsideRegister.Because(null, ("on", on)));
        }

        if (organization.FindUnit(unitId) is not OrganizationUnit unit)
        {
            return Of(PublicationState.Unknown, PublicationReasons.UnitUnknown.Because(null, ("unit", unitId)));
        }

        if (!unit.Validity.Contains(on))
        {
            return Of(PublicationState.NotApplicable, PublicationReasons.UnitNotThere.Because(null, ("unit", unitId), ("on", on)));
        }

        List<Publication> now = publications.FindAll(p => p.Posted.Contains(on));
        (ReasonKind? kind, ProcedureApplication? application) = Application(applications);
        if (procedure.InForceOn(on) is not ProcedureVersion version)
        {
            return new PublicationFaults(on, procedure, deciders).AddTo(
                Of(PublicationState.NotApplicable, PublicationReasons.NotInForce.Because(null, ("procedure", procedure.Code), ("on", on))), now, null);
        }

        if (application is null)
        {
            PublicationState state = kind == PublicationReasons.NotApplied ? PublicationState.NotApplicable : PublicationState.Unknown;
            return new PublicationFaults(on, procedure, deciders).AddTo(
                Of(state, kind!.Because(null, ("procedure", procedure.Code), ("on", on))), now, null);
        }

        (LocalDate? due, LegalBasis? basis) = DueOf(procedure, version, unit, application);
        int number = NumberOf(procedure, version);
        List<Publication> current = publications.FindAll(p => p.Version == number && !p.Posted.StartsAfter(on));
        (PublicationState how, Reason why) = current.Exists(p => p.Posted.Contains(on)) ? Published(current, number, due, basis) : Unpublished(number, due, basis);
        return new PublicationFaults(on, procedure, deciders).AddTo(Of(how, why) with { DueOn = due }, now, version);
    }

    public static int NumberOf(Procedure procedure, ProcedureVersion version)
    {
        for (int i = 0; i < procedure.Versions.Count; i++)
        {
            if (procedure.Versions[i] == version)
            {
                return i + 1;
            }
        }

        throw new ArgumentException("The procedure has no such version.", nameof(version));
    }

    private (ReasonKind? Kind, ProcedureApplication? Application) Application(List<ProcedureApplication> applications)
    {
        List<ProcedureApplication> today = applications.FindAll(a => a.Validity.Contains(on));
        if (today.Count == 0)
        {
            return (PublicationReasons.ApplicationUnknown, null);
        }

        if (today.Exists(a => a.Applies) && today.Exists(a => !a.Applies))
        {
            return (PublicationReasons.ApplicationContradictory, null);
        }

        return today[0].Applies ? (null, today.MinBy(a => a.Validity.From ?? LocalDate.MinIsoValue)) : (PublicationReasons.NotApplied, null);
    }

    // The limit runs from when the version is in effect for the unit: since it is in force, the unit exists, and applies it.
    private (LocalDate? Due, LegalBasis? Basis) DueOf(
        Procedure procedure, ProcedureVersion version, OrganizationUnit unit, ProcedureApplication application)
    {
        LocalDate? start = Later(Later(version.Validity.From, unit.Validity.From), application.Validity.From);
        if (start is not LocalDate effect
            || rules.FirstOrDefault(r => r.Validity.Contains(effect) && (r.System is null || r.System == procedure.System)) is not PublicationRule rule)
        {
            return (null, null);
        }

        try
        {
            Deadline deadline = rule.Within.From(effect, calendar);
            return (deadline.HasDue ? deadline.DueDate : null, rule.Basis);
        }
        catch (CalendarRangeException)
        {
            return (null, null);
        }
        catch (InvalidTermsException)
        {
            return (null, null);
        }
    }

    private static LocalDate? Later(LocalDate? one, LocalDate? other) => one is null || other > one ? other ?? one : one;

    private static (PublicationState State, Reason Reason) Published(List<Publication> current, int number, LocalDate? due, LegalBasis? basis)
    {
        LocalDate? first = current.Select(p => p.Posted.From).Min();
        bool isFirstUnknown = current.Exists(p => p.Posted.From is null);
        if (due is LocalDate limit && first is LocalDate posted && (posted <= limit || !isFirstUnknown))
        {
            bool late = posted > limit;
            ReasonKind kind = late ? PublicationReasons.Late : PublicationReasons.InTime;
            return (
                late ? PublicationState.PublishedLate : PublicationState.PublishedInTime,
                kind.Because(basis, ("version", number), ("posted", posted), ("due", limit)));
        }

        return (PublicationState.PublishedTimeUnknown, PublicationReasons.TimeUnknown.Because(basis, ("version", number)));
    }

    private (PublicationState State, Reason Reason) Unpublished(int number, LocalDate? due, LegalBasis? basis)
    {
        if (due is not LocalDate limit)
        {
            return (PublicationState.Unknown, PublicationReasons.MissingWithoutDue.Because(null, ("version", number)));
        }

        return on <= limit
            ? (PublicationState.Pending, PublicationReasons.Pending.Because(basis, ("version", number), ("due", limit)))
            : (PublicationState.Missing, PublicationReasons.Missing.Because(basis, ("on", on), ("version", number), ("due", limit)));
    }
}
