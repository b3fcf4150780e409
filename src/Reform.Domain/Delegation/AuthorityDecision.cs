using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Whether an actor holds a power, and why (kết luận về thẩm quyền); yes and no have the same shape.</summary>
/// <remarks>The sentences, the nearest grant and the next change are worked out when they are asked for, always the same ones.</remarks>
public sealed class AuthorityDecision
{
    private readonly AuthorityModel model;
    private readonly AuthorityOutcome outcome;
    private Worked<Grant?>? nearest;
    private Worked<LocalDate?>? nextChange;

    internal AuthorityDecision(AuthorityModel model, AuthorityQuestion question, AuthorityOutcome outcome)
    {
        this.model = model;
        this.outcome = outcome;
        Question = question;
        Causes = outcome.Causes.ToValueList();
        Missing = outcome.Missing.ToValueList();
        Chain = ChainLinks();
        FindingList = AuthorityFindings.Of(model, question, outcome);
        Responsible = WhoAnswers();
        Signing = IsCompetent ? ExpectedSigning.Of(model, question, outcome) : null;
    }

    /// <summary>What was asked.</summary>
    public AuthorityQuestion Question { get; }

    /// <summary>The answer.</summary>
    public AuthorityVerdict Verdict => outcome.Verdict;

    /// <summary>Whether the answer is yes.</summary>
    public bool IsCompetent => Verdict == AuthorityVerdict.Competent;

    /// <summary>The cause that decides; none when the actor is competent.</summary>
    public AuthorityBreak Break => Causes.Count == 0 ? AuthorityBreak.None : Causes[0];

    /// <summary>Every cause that was found in what is nearest the actor, the one that decides first; empty when the actor is competent.</summary>
    public ValueList<AuthorityBreak> Causes { get; }

    /// <summary>The snake_case code of the cause that decides, or "competent"; programs branch on it.</summary>
    public string Code => AuthorityReasons.CodeOf(Break);

    /// <summary>
    /// The chain from the holder by law to the actor, link by link. When it cannot be told or the matter is to be assigned: the chain that
    /// would carry a yes. Empty when the actor is not competent.
    /// </summary>
    public ValueList<AuthorityLink> Chain { get; }

    /// <summary>The grant at which the nearest chain is broken, which may lie far above the actor; null when no grant is at fault.</summary>
    public Grant? BrokenGrant => outcome.Verdict == AuthorityVerdict.NotCompetent
        ? outcome.Steps.Where(s => s.Grant >= 0).Select(s => model.Grants[s.Grant]).LastOrDefault()
        : null;

    /// <summary>
    /// Of a no: the grant to the actor that came nearest, or else the one in force by which another could have decided this case; null when
    /// there is none. Null for every other answer.
    /// </summary>
    public Grant? NearestGrant => outcome.Verdict == AuthorityVerdict.NotCompetent
        ? (nearest ??= new(NearestStep is >= 0 and int grant ? model.Grants[grant] : AuthorityNearest.Elsewhere(model, Question))).Value
        : null;

    /// <summary>The facts that are missing, where it cannot be told: unit, subject, territory, case_kind, amount, vote, confirmation, condition:….</summary>
    public ValueList<string> Missing { get; }

    /// <summary>Who answers for the act; null when it cannot be told or the matter is to be assigned.</summary>
    public Responsibility? Responsible { get; }

    /// <summary>
    /// How the act is to be signed: the forms that the law of the date allows for the one who signs on this chain, the usual one first. Null
    /// when the answer is no, or the register does not know the signer's body and title.
    /// </summary>
    public SigningAnswer? Signing { get; }

    /// <summary>The codes of what is to be remarked of a yes without making it void.</summary>
    public ValueList<string> Findings => FindingList.Select(f => f.Code).ToValueList();

    /// <summary>
    /// The first later date on which this decision is another (verdict, causes, chain, broken link, findings, responsibility or signing), by what
    /// is known; null: never. Until then it stays the same, but for the person behind a responsible unit or position.
    /// </summary>
    public LocalDate? NextChange => (nextChange ??= new(AuthorityTurns.NextChange(model, Question, this))).Value;

    internal ValueList<AuthorityFinding> FindingList { get; }

    private int NearestStep => outcome.Steps.Count == 0 ? -1 : outcome.Steps[0].Grant;

    /// <summary>
    /// Why. Of a yes: the chain, link by link, then the findings. Of a no: from what is nearest the actor upwards; the last reason is the
    /// broken link. Otherwise: what is missing, or who has to assign it.
    /// </summary>
    /// <param name="nameOf">Gives units, positions, persons and territories their names; identifiers stand where it returns null or is absent.</param>
    /// <returns>At least one reason; the same for the same question over the same register.</returns>
    public ValueList<Reason> Explain(Func<string, BilingualText?>? nameOf = null)
    {
        BilingualText Name(string id) => AuthorityReasons.Named(id, nameOf);
        var reasons = new List<Reason>();
        if (IsCompetent)
        {
            reasons.AddRange(Chain.Select(link => AuthorityReasons.By(link, Name)));
            reasons.AddRange(FindingList.Select(f => f.Reason(Name)));
            return reasons.ToValueList();
        }

        return outcome.Steps.Select(step => Explain(step, Name)).ToValueList();
    }

    /// <summary>Whether a document on this decision was signed in the right form.</summary>
    /// <param name="forms">The forms that were used, in the order of the lines; empty for the title alone.</param>
    /// <returns>The judgement; null where <see cref="Signing"/> is null.</returns>
    public SigningJudgement? JudgeSigning(ValueList<SigningForm> forms) => Signing is null ? null : SigningRules.Judge(Signing.Question, forms);

    /// <summary>Everything that is part of the decision, as text: two decisions are the same when it is.</summary>
    internal string Signature() => string.Join(
        '|',
        [
            Verdict.ToString(),
            .. Causes.Select(c => c.ToString()),
            "chain", .. Chain.Select(l => l.Grant?.Id ?? l.Kind + "/" + l.HolderId + "/" + l.Basis?.Citation.Vietnamese),
            "steps", .. outcome.Steps.Select(s => s.Cause + "/" + (s.Grant >= 0 ? model.Grants[s.Grant].Id : "") + "/" + (s.Rule >= 0 ? Place(s.Rule) : "")),
            "dimension", outcome.Dimension ?? "",
            "missing", .. Missing,
            "findings", .. FindingList.Select(f => f.Code + "/" + f.Grant?.Id),
            Responsible?.ResultId ?? "", Responsible?.HandlingId ?? "", Responsible?.ConditionsId ?? "",
            "signing", .. (Signing?.Variants ?? []).Select(v => string.Join('+', v.Forms) + "/" + v.Seal),
        ]);

    private ValueList<AuthorityLink> ChainLinks()
    {
        if (outcome.Rule < 0)
        {
            return [];
        }

        List<AuthorityLink> links = [AuthorityLink.By(model.Rules[outcome.Rule].Rule)];
        links.AddRange(outcome.Chain.Select(g => AuthorityLink.By(model.Grants[g], model.Lives[g])));
        links.AddRange(outcome.Capacity?.Links ?? []);
        return links.ToValueList();
    }

    private Responsibility? WhoAnswers()
    {
        if (Verdict is AuthorityVerdict.Unknown or AuthorityVerdict.Ambiguous)
        {
            return null;
        }

        string result = Question.ActorId;
        string? conditions = null;
        bool grantorAnswers = true;
        for (int i = outcome.Chain.Count - 1; i >= 0; i--)
        {
            Grant grant = model.Grants[outcome.Chain[i]];
            grantorAnswers &= model.Laws[outcome.Chain[i]].GrantorStaysResponsible;
            result = grantorAnswers ? grant.GrantorId : result;
            conditions ??= grant.Kind == GrantKind.Decentralization ? grant.GrantorId : null;
        }

        return new Responsibility(result, Question.ActorId, conditions) { PersonId = model.Organization.PersonBehind(result, Question.On) };
    }

    // Rules have no identifier: who holds by them, and by what law.
    private string Place(int rule) => model.Rules[rule].Rule.HolderId + "/" + model.Rules[rule].Rule.Basis.Citation.Vietnamese;

    // What was worked out once; two threads that ask at once work out the same.
    private sealed record Worked<T>(T Value);

    private Reason Explain(BrokenStep step, Func<string, BilingualText> name)
    {
        string dimension = outcome.Dimension ?? "subject";
        var places = new Dictionary<string, ReasonValue>(StringComparer.Ordinal)
        {
            ["actor"] = name(Question.ActorId),
            ["on"] = DayNumber.ToDate(step.Day),
            ["dimension"] = AuthorityReasons.DimensionName(dimension),
            ["value"] = AuthorityReasons.ValueOf(dimension, Question, name),
        };
        if (step.Grant >= 0 && AuthorityReasons.IsAboutGrant(step.Cause))
        {
            GrantLife life = model.Lives[step.Grant];
            places["from"] = DayNumber.ToDate(life.Starts);
            places["to"] = DayNumber.ToDateOrNull(step.Cause switch
            {
                AuthorityBreak.Revoked => life.RevokedAndNotified,
                AuthorityBreak.Lapsed => life.LapsedFrom,
                _ => life.Ends,
            }) ?? Question.On;
            return AuthorityReasons.Broken(step.Cause, model.Grants[step.Grant], places, name);
        }

        LegalBasis? basis = step.Rule >= 0 ? model.Rules[step.Rule].Rule.Basis : null;
        places["holder"] = name(step.Rule >= 0 ? model.Rules[step.Rule].Rule.HolderId : Question.ActorId);
        places["to"] = Question.Case.CompetentUntil ?? Question.On;
        places["territories"] = AuthorityReasons.ValueOf("territory", Question, name);
        places["missing"] = AuthorityReasons.Joined(Missing.DefaultIfEmpty("subject").Select(AuthorityReasons.DimensionName));
        return AuthorityReasons.Broken(step.Cause, basis, places);
    }
}
