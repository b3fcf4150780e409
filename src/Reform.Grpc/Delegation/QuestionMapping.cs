using NodaTime;
using Reform.Domain.Delegation;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Proto = Reform.Delegation.V1;
using When = Reform.Delegation.V1.AuthorityQuestion.WhenOneofCase;

namespace Reform.Grpc.Delegation;

/// <summary>From the messages of questions to questions; what is wrong is refused with its path.</summary>
internal static class QuestionMapping
{
    private const int MostWords = 100;

    // A question whose date is not looked at is asked about a day that exists.
    private static readonly LocalDate AnyDay = new(2026, 1, 1);

    /// <param name="field">The path of the question.</param>
    /// <param name="question">The question.</param>
    /// <param name="needsDate">Whether its date is looked at.</param>
    /// <param name="needsActor">Whether its actor is looked at.</param>
    public static AuthorityQuestion Question(string field, Proto.AuthorityQuestion? question, bool needsDate = true, bool needsActor = true)
    {
        if (question is null)
        {
            throw Refusal.RequiredField(field);
        }

        string actor = needsActor ? ResourceName.Identifier(field + ".actor", question.Actor) : question.Actor;
        string power = ResourceName.In(ResourceName.Powers, field + ".power", question.Power);
        AuthorityQuestion asked = question.WhenCase switch
        {
            When.On => new AuthorityQuestion(actor, power, CivilTimes.RequiredDate(field + ".on", question.On)),
            When.SignedAt => AuthorityQuestion.At(actor, power, RecordMapping.Moment(field + ".signed_at", question.SignedAt)),
            _ when !needsDate => new AuthorityQuestion(actor, power, AnyDay),
            _ => throw Refusal.RequiredField(field + ".on"),
        };
        return asked with
        {
            UnitId = ResourceName.InOptional(ResourceName.Units, field + ".unit", question.Unit),
            Case = Case(field + ".case", question.Case),
        };
    }

    public static AuthorityCase Case(string field, Proto.CaseFacts? facts) => facts is null ? AuthorityCase.Unstated : new AuthorityCase
    {
        Subject = RecordMapping.Word(field + ".subject", facts.Subject),
        Territories = ScopeMapping.Words(field + ".territories", facts.Territories, MostWords),
        CaseKind = RecordMapping.Word(field + ".case_kind", facts.CaseKind),
        Amount = facts.Amount.Length == 0 ? null : RecordMapping.Number(field + ".amount", facts.Amount),
        ConcernedPersons = ScopeMapping.Words(field + ".concerned_persons", facts.ConcernedPersons, MostWords),
        VotePassed = facts.HasVotePassed ? facts.VotePassed : null,
        ConditionsMet = ScopeMapping.Words(field + ".conditions_met", facts.ConditionsMet, MostWords),
        ConditionsNotMet = ScopeMapping.Words(field + ".conditions_not_met", facts.ConditionsNotMet, MostWords),
        CompetentUntil = RequestFields.Date(field + ".competent_until", facts.CompetentUntil),
        PublishedDecider = facts.PublishedDecider.Length == 0 ? null : ResourceName.Identifier(field + ".published_decider", facts.PublishedDecider),
        ResourcesProvided = facts.HasResourcesProvided ? facts.ResourcesProvided : null,
    };
}
