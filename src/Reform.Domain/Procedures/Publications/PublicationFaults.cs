using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Looks for what is wrong with what a unit posts of a procedure on a date.</summary>
internal sealed class PublicationFaults(LocalDate on, Procedure procedure, List<EffectiveDecider> deciders)
{
    private readonly List<PublicationFinding> findings = [];
    private readonly List<Reason> unknowns = [];

    /// <summary>The cell with the faults of what is posted on the date; the deciding body is judged of the version that is applied.</summary>
    public PublicationCell AddTo(PublicationCell cell, List<Publication> posted, ProcedureVersion? applied)
    {
        foreach (Publication publication in posted)
        {
            ProcedureVersion shown = procedure.Versions[publication.Version - 1];
            if (shown.Validity.To is LocalDate end && shown.Validity.EndedBy(on))
            {
                Add(PublicationFault.SupersededPosted, publication, PublicationReasons.Superseded.Because(
                    null, ("publication", publication.Id), ("version", publication.Version), ("ended", end)));
            }

            if (applied is not null && shown == applied)
            {
                CheckBody(publication, applied);
            }

            if (publication.HasSecretContent is not bool isSecret)
            {
                unknowns.Add(PublicationReasons.SecrecyUnknown.Because(null, ("publication", publication.Id)));
            }
            else if (isSecret)
            {
                Add(PublicationFault.SecretContent, publication, PublicationReasons.Secret.Because(null, ("publication", publication.Id)));
            }
        }

        return cell with { Posted = posted.Count, Findings = findings.ToValueList(), Unknowns = unknowns.ToValueList() };
    }

    private void CheckBody(Publication publication, ProcedureVersion version)
    {
        if (publication.DecidingBodyShown is not string shown)
        {
            unknowns.Add(PublicationReasons.BodyUnknown.Because(null, ("publication", publication.Id)));
            return;
        }

        ValueList<string> bodies = deciders.Select(d => d.Body).Distinct(StringComparer.Ordinal).ToValueList();
        if (bodies.Count > 1)
        {
            unknowns.Add(PublicationReasons.DecidersDiffer.Because(null, ("publication", publication.Id), ("bodies", bodies)));
            return;
        }

        string right = bodies.Count == 1 ? bodies[0] : version.DecidingUnit;
        if (string.Equals(shown, right, StringComparison.Ordinal))
        {
            return;
        }

        Reason reason = deciders.Count > 0 && deciders[0].Validity.From is LocalDate since
            ? PublicationReasons.WrongBodyAfterGrant.Because(
                deciders[0].Basis, ("publication", publication.Id), ("shown", shown), ("since", since), ("right", right))
            : PublicationReasons.WrongBody.Because(
                deciders.Count > 0 ? deciders[0].Basis : null, ("publication", publication.Id), ("shown", shown), ("right", right));
        Add(PublicationFault.WrongDecidingBody, publication, reason);
    }

    private void Add(PublicationFault fault, Publication publication, Reason reason) => findings.Add(new PublicationFinding(fault, publication.Id, reason));
}
