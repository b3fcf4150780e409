using Reform.Domain.Organizations;

namespace Reform.Domain.Delegation;

/// <summary>How an act on a chain is to be signed (thể thức ký theo chuỗi thẩm quyền).</summary>
internal static class ExpectedSigning
{
    public static SigningAnswer? Of(AuthorityModel model, AuthorityQuestion question, AuthorityOutcome outcome)
    {
        OrganizationFacts organization = model.Organization;
        string signer = SignerOf(question, outcome, organization, out AppointmentMode mode);
        if (organization.UnitOf(signer) is not OrganizationUnit body || TitleOf(signer, body, organization) is not TitleKind title)
        {
            return null;
        }

        return SigningRules.Allowed(new SigningQuestion(body.Kind, title, BasisOf(model, outcome, body), question.On) { Mode = mode });
    }

    // The position by which a person acts; else the unit or position itself.
    private static string SignerOf(AuthorityQuestion question, AuthorityOutcome outcome, OrganizationFacts organization, out AppointmentMode mode)
    {
        mode = AppointmentMode.Substantive;
        if (organization.UnitOf(question.ActorId) is not null)
        {
            return question.ActorId;
        }

        IEnumerable<Appointment> held = organization.AppointmentsOf(question.ActorId).Where(a => a.Validity.Contains(question.On));
        string holder = outcome.Capacity!.Links.Where(l => l.Kind != AuthorityLinkKind.AsHolder).Select(l => l.HolderId).LastOrDefault() ?? outcome.Capacity.HolderId;
        Appointment? used = held.FirstOrDefault(a => a.PositionId == holder) ?? held.FirstOrDefault();
        mode = used?.Mode ?? AppointmentMode.Substantive;
        return used?.PositionId ?? question.ActorId;
    }

    private static TitleKind? TitleOf(string signer, OrganizationUnit body, OrganizationFacts organization) =>
        organization.FindPosition(signer)?.Title ?? organization.PositionsIn(body.Id).FirstOrDefault(p => p.IsHead)?.Title;

    private static SigningBasis BasisOf(AuthorityModel model, AuthorityOutcome outcome, OrganizationUnit body)
    {
        if (outcome.Chain.Count > 0)
        {
            switch (model.Grants[outcome.Chain[^1]].Kind)
            {
                case GrantKind.Mandate:
                    return SigningBasis.Mandate;
                case GrantKind.Commission:
                    return SigningBasis.Commission;
            }
        }

        return body.IsCollective && model.Organization.FindUnit(outcome.Capacity!.HolderId) is not null ? SigningBasis.CollectiveDecision : SigningBasis.OwnPower;
    }
}
