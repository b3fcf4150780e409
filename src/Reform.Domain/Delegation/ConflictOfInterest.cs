using Reform.Domain.Organizations;

namespace Reform.Domain.Delegation;

/// <summary>Whether a case concerns the one who would decide it, or one close to it (xung đột lợi ích).</summary>
internal sealed class ConflictOfInterest(OrganizationFacts organization, AuthorityQuestion question)
{
    public bool IsThere() => question.Case.ConcernedPersons.Count > 0 && Persons().Distinct(StringComparer.Ordinal).Any(IsConcerned);

    private bool IsConcerned(string person) =>
        question.Case.ConcernedPersons.Contains(person, StringComparer.Ordinal)
        || (organization.Register?.ConflictsOf(person, question.Case.ConcernedPersons, question.On).Count ?? 0) > 0;

    // The actor in person; of a position whoever holds it; of a unit under one head, its head. In a collective the member concerned stays away.
    private IEnumerable<string> Persons()
    {
        yield return question.ActorId;
        IEnumerable<string> posts = organization.FindPosition(question.ActorId) is not null ? [question.ActorId]
            : organization.FindUnit(question.ActorId) is { IsCollective: false } unit ? organization.PositionsIn(unit.Id).Where(p => p.IsHead).Select(p => p.Id)
            : [];
        foreach (Appointment held in posts.SelectMany(organization.AppointmentsTo).Where(a => a.Validity.Contains(question.On)))
        {
            yield return held.PersonId;
        }
    }
}
