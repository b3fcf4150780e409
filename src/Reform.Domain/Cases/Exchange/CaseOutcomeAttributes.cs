using Reform.Domain.Organizations;

namespace Reform.Domain.Cases;

/// <summary>The events of the outcome, and documents, as attributes; and back.</summary>
internal static class CaseOutcomeAttributes
{
    public static void Put(CaseAttributeWriter to, CaseEvent e)
    {
        switch (e)
        {
            case VoteHeld vote:
                to.Put("reform:body", vote.BodyId);
                to.Put("reform:voted_on", vote.Ballot.On);
                to.Put("reform:base", vote.Ballot.Base);
                to.Put("reform:present", vote.Ballot.Present);
                to.Put("reform:in_favour", vote.Ballot.InFavour);
                to.Put("reform:step", vote.Step);
                break;
            case CaseDecided decided:
                to.Put("reform:document", decided.Document?.ToString());
                to.Put("reform:effective_on", decided.EffectiveOn);
                to.Put("reform:declared_relation", decided.DeclaredRelation);
                break;
            case CaseRefused refused:
                to.Put("reform:reason", refused.Reason);
                to.Put("reform:basis", refused.Basis?.Citation);
                to.Put("reform:declared_relation", refused.DeclaredRelation);
                if (refused.IsForLateFiling)
                {
                    to.Put("reform:for_late_filing", true);
                }

                break;
            case PartyNotified notified:
                to.Put("reform:about", CaseCodes.Of(notified.About));
                to.Put("reform:to", notified.To);
                to.Put("reform:why", notified.Why);
                break;
            case ApologyGiven apology:
                to.Put("reform:new_appointed_on", apology.NewAppointedOn);
                to.Put("reform:why", apology.Why);
                break;
            case SatisfactionAnswered answer:
                to.Put("reform:score", answer.Score);
                break;
            case DocumentRecorded document:
                to.Put("reform:issued", document.IsIssued);
                to.Put("reform:document_kind", document.Kind);
                to.Put("reform:number", document.Number?.ToString());
                to.Put("reform:sha256", document.Sha256);
                to.Put("reform:signer", document.Signer);
                to.Put("reform:signing_form", document.SigningForm is SigningForm form ? CaseCodes.Of(form) : null);
                to.Put("reform:signature_status", CaseCodes.Of(document.SignatureStatus));
                to.Put("reform:secrecy", CaseCodes.Of(document.Secrecy));
                to.Put("reform:issued_on", document.IssuedOn);
                break;
        }
    }

    public static CaseEvent? OfKind(string kind, CaseTime at, CaseAttributeReader from) => kind switch
    {
        "vote_held" => new VoteHeld(at, from.RequiredText("reform:body"), new Ballot(
            from.RequiredDate("reform:voted_on"), from.RequiredWhole("reform:base"), from.RequiredWhole("reform:present"), from.RequiredWhole("reform:in_favour")))
        {
            Step = from.Whole("reform:step"),
        },
        "decided" => new CaseDecided(at)
        {
            Document = from.Number("reform:document"),
            EffectiveOn = from.Date("reform:effective_on"),
            DeclaredRelation = from.Text("reform:declared_relation"),
        },
        "refused" => new CaseRefused(at, from.Text("reform:reason"), from.Basis("reform:basis"))
        {
            IsForLateFiling = from.Truth("reform:for_late_filing"),
            DeclaredRelation = from.Text("reform:declared_relation"),
        },
        "withdrawn" => new CaseWithdrawn(at),
        "result_returned" => new ResultReturned(at),
        "notified" => new PartyNotified(at, from.RequiredCode<NoticeSubject>("reform:about"), from.RequiredText("reform:to")) { Why = from.Bilingual("reform:why") },
        "apology_given" => new ApologyGiven(at, from.RequiredDate("reform:new_appointed_on"), from.Bilingual("reform:why") ?? throw from.Missing("reform:why.vi")),
        "satisfaction_answered" => new SatisfactionAnswered(at, from.RequiredWhole("reform:score")),
        "document_recorded" => new DocumentRecorded(at, from.RequiredTruth("reform:issued"), from.RequiredText("reform:document_kind"))
        {
            Number = from.Number("reform:number"),
            Sha256 = from.Text("reform:sha256"),
            Signer = from.Text("reform:signer"),
            SigningForm = from.Code<SigningForm>("reform:signing_form"),
            SignatureStatus = from.RequiredCode<SignatureStatus>("reform:signature_status"),
            Secrecy = from.RequiredCode<SecrecyClass>("reform:secrecy"),
            IssuedOn = from.Date("reform:issued_on"),
        },
        _ => null,
    };
}

/// <summary>The stable snake_case codes of enumerated facts.</summary>
internal static class CaseCodes
{
    public static string Of<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(
        Enum.GetName(value) ?? throw new ArgumentOutOfRangeException(nameof(value), value, "No such value."));

    public static T? Read<T>(string code)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (string.Equals(Of(value), code, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }
}
