using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Whether an actor holds a power, and why (kết luận về thẩm quyền); yes and no have the same shape.</summary>
public sealed class AuthorityDecision
{
    private static readonly ReasonKind HoldsByLaw = new(
        "holds_by_law", "{holder} có thẩm quyền theo quy định: {basis}", "{holder} holds the power by law: {basis}");

    private static readonly ReasonKind Granted = new(
        "granted",
        "{grantor} giao cho {grantee} ({kind}) theo {instrument}, hiệu lực {period}",
        "{grantor} granted it to {grantee} ({kind}) by {instrument}, in force {period}");

    private static readonly ReasonKind NoGrant = new(
        "no_grant", "Không có văn bản nào giao thẩm quyền này cho {actor}", "No instrument grants this power to {actor}");

    private static readonly ReasonKind NotYetInForce = new(
        "grant_not_yet_in_force",
        "{instrument} chỉ có hiệu lực từ ngày {from}, sau ngày quyết định {on}",
        "{instrument} is in force only from {from}, after the decision on {on}");

    private static readonly ReasonKind Expired = new(
        "grant_expired",
        "{instrument} hết hiệu lực từ ngày {to}; quyết định ký ngày {on}",
        "{instrument} ended on {to}; the decision was made on {on}");

    private static readonly ReasonKind OutOfScope = new(
        "out_of_scope",
        "{instrument} không áp dụng cho địa bàn {territory}, thủ tục {procedure}",
        "{instrument} does not hold for the territory {territory} and the procedure {procedure}");

    private static readonly ReasonKind GrantorLackedPower = new(
        "grantor_lacked_power",
        "{grantor} giao theo {instrument} nhưng bản thân không có thẩm quyền ngày {on}",
        "{grantor} granted it by {instrument} without holding the power on {on}");

    private static readonly ReasonKind OnwardNotPermitted = new(
        "onward_not_permitted",
        "{grantor} được giao nhưng không được giao lại; {instrument} vì vậy không có giá trị",
        "{grantor} may not pass the power on; {instrument} is therefore without effect");

    private static readonly BilingualText NotStated = new("(không nêu)", "(not stated)");

    private static readonly Dictionary<GrantKind, BilingualText> KindNames = new()
    {
        [GrantKind.Mandate] = new("ủy quyền", "mandate"),
        [GrantKind.Commission] = new("ủy nhiệm", "commission"),
        [GrantKind.Decentralization] = new("phân cấp", "decentralization"),
        [GrantKind.Devolution] = new("phân quyền", "devolution"),
        [GrantKind.Conferral] = new("giao quyền", "conferral"),
    };

    internal AuthorityDecision(AuthorityQuestion question, ValueList<AuthorityLink> chain, AuthorityBreak @break, Grant? brokenGrant, AuthorityDecision? grantorDecision)
    {
        Question = question;
        Chain = chain;
        Break = @break;
        BrokenGrant = brokenGrant;
        GrantorDecision = grantorDecision;
    }

    /// <summary>What was asked.</summary>
    public AuthorityQuestion Question { get; }

    /// <summary>Whether the actor holds the power.</summary>
    public bool IsCompetent => Break == AuthorityBreak.None;

    /// <summary>The chain from the holder by law to the actor, grant by grant; empty when the actor is not competent.</summary>
    public ValueList<AuthorityLink> Chain { get; }

    /// <summary>Where the nearest chain is broken; none when the actor is competent.</summary>
    public AuthorityBreak Break { get; }

    /// <summary>The grant at which the nearest chain is broken; null when the actor is competent or there is no grant.</summary>
    public Grant? BrokenGrant { get; }

    /// <summary>What holds for the grantor of the broken grant, when the break lies there; otherwise null.</summary>
    public AuthorityDecision? GrantorDecision { get; }

    /// <summary>Why, link by link; the first reason of a "no" is the break at the actor, the later ones lie further up.</summary>
    /// <param name="nameOf">Gives units and positions their names; identifiers stand where it returns null or is absent.</param>
    /// <returns>At least one reason.</returns>
    public ValueList<Reason> Explain(Func<string, BilingualText?>? nameOf = null)
    {
        BilingualText Name(string id) => nameOf?.Invoke(id) ?? (string.IsNullOrWhiteSpace(id) ? NotStated : BilingualText.Same(id));
        if (IsCompetent)
        {
            return Chain.Select(link => ExplainLink(link, Name)).ToValueList();
        }

        var reasons = new List<Reason>();
        for (AuthorityDecision? at = this; at is { IsCompetent: false }; at = at.GrantorDecision)
        {
            reasons.Add(at.ExplainBreak(Name));
        }

        return reasons.ToValueList();
    }

    private static Reason ExplainLink(AuthorityLink link, Func<string, BilingualText> name) => link.Grant is Grant grant
        ? Granted.Because(
            link.Basis,
            ("grantor", name(grant.GrantorId)),
            ("grantee", name(grant.GranteeId)),
            ("kind", KindNames[grant.Kind]),
            ("instrument", Cite(grant)),
            ("period", PeriodText(grant.Validity)))
        : HoldsByLaw.Because(link.Basis, ("holder", name(link.HolderId)), ("basis", link.Basis.Citation));

    private Reason ExplainBreak(Func<string, BilingualText> name)
    {
        if (BrokenGrant is not Grant grant)
        {
            return NoGrant.Because(null, ("actor", name(Question.ActorId)));
        }

        LegalBasis basis = AuthorityLink.BasisOf(grant);
        BilingualText instrument = Cite(grant);
        return Break switch
        {
            AuthorityBreak.NotYetInForce => NotYetInForce.Because(basis, ("instrument", instrument), ("from", grant.Validity.From ?? Question.On), ("on", Question.On)),
            AuthorityBreak.Expired => Expired.Because(basis, ("instrument", instrument), ("to", grant.Validity.To ?? Question.On), ("on", Question.On)),
            AuthorityBreak.OutOfScope => OutOfScope.Because(
                basis, ("instrument", instrument), ("territory", name(Question.Territory)), ("procedure", Question.ProcedureCode)),
            AuthorityBreak.GrantorLackedPower => GrantorLackedPower.Because(
                basis, ("grantor", name(grant.GrantorId)), ("instrument", instrument), ("on", Question.On)),
            AuthorityBreak.OnwardNotPermitted => OnwardNotPermitted.Because(basis, ("grantor", name(grant.GrantorId)), ("instrument", instrument)),
            _ => throw new InvalidOperationException("A broken grant has a cause."),
        };
    }

    private static BilingualText Cite(Grant grant) => new(
        "văn bản " + grant.Instrument.Number + " (" + Day(grant.Instrument.Date, Language.Vietnamese) + ")",
        "instrument " + grant.Instrument.Number + " (" + Day(grant.Instrument.Date, Language.English) + ")");

    private static BilingualText PeriodText(Validity validity) => new(PeriodText(validity, Language.Vietnamese), PeriodText(validity, Language.English));

    private static string PeriodText(Validity validity, Language language)
    {
        bool english = language == Language.English;
        string from = validity.From is LocalDate f ? (english ? "from " : "từ ngày ") + Day(f, language) : english ? "from the start" : "từ đầu";
        return validity.To is LocalDate t ? from + (english ? " until before " : " đến trước ngày ") + Day(t, language) : from;
    }

    private static string Day(LocalDate date, Language language) => new ReasonValue.Date(date).In(language);
}
