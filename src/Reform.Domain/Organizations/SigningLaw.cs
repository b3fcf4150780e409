using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>The rules about signing forms, as the law that was read states them, row by row.</summary>
internal static class SigningLaw
{
    public static readonly LegalBasis Decree30 = new(new BilingualText("Điều 13 Nghị định 30/2020/NĐ-CP", "Decree 30/2020/NĐ-CP, Art. 13"));
    public static readonly LegalBasis Guidance36 = new(new BilingualText("Hướng dẫn 36-HD/VPTW, mục II, 1.7.1", "Guidance 36-HD/VPTW, II.1.7.1"));

    public static readonly LegalBasis Guidance05 = new(new BilingualText(
        "Quy định 399-QĐ/TW; Hướng dẫn 05-HD/VPTW (2026)", "Regulation 399-QĐ/TW; Guidance 05-HD/VPTW (2026)"));

    private static readonly LegalBasis Mandate72 = LegalBasis.LocalGovernment("14");
    private static readonly LegalBasis Guidance06 = new(new BilingualText("Hướng dẫn 06-HD/TW, khoản 10.1", "Guidance 06-HD/TW, 10.1"));

    /// <summary>From the date of the decree on.</summary>
    public static readonly Validity StateDates = new(new LocalDate(2020, 3, 5), null);

    /// <summary>The Party's rules of 2018, until the regulation of 2026.</summary>
    public static readonly Validity PartyDates2018 = new(new LocalDate(2018, 4, 3), PartyChange);

    /// <summary>The Party's rules of 2026, from the date of the regulation on.</summary>
    public static readonly Validity PartyDates2026 = new(PartyChange, null);

    public static readonly ValueList<SigningRule> Rules =
        [.. StateRules(), .. PartyRules(PartyDates2018, Guidance36), .. PartyRules(PartyDates2026, Guidance05)];

    private static LocalDate PartyChange => new(2026, 1, 9);

    private static IEnumerable<SigningRule> StateRules()
    {
        const OrganizationSystem state = OrganizationSystem.State;
        SigningRule Rule(SigningBasis basis, bool? collective, TitleRank rank, AppointmentMode mode, params SigningForm[] forms) =>
            new(state, basis, collective, rank, mode, [(forms.ToValueList(), SealOwner.OwnBody)], StateDates, Decree30);
        SigningRule ForOther(SigningBasis basis, TitleRank rank, AppointmentMode mode, params SigningForm[] forms) =>
            Rule(basis, null, rank, mode) with { Variants = [(forms.ToValueList(), SealOwner.OtherBody)] };

        // What the head may decide.
        yield return Rule(SigningBasis.OwnPower, null, TitleRank.Head, AppointmentMode.Substantive);
        yield return Rule(SigningBasis.OwnPower, null, TitleRank.Head, AppointmentMode.Acting, SigningForm.Acting);
        yield return Rule(SigningBasis.OwnPower, null, TitleRank.Head, AppointmentMode.InCharge, SigningForm.ForHead);
        yield return Rule(SigningBasis.OwnPower, null, TitleRank.Deputy, AppointmentMode.Substantive, SigningForm.ForHead);

        // What the collective decided.
        const SigningForm tm = SigningForm.OnBehalfOfCollective;
        yield return Rule(SigningBasis.CollectiveDecision, true, TitleRank.Head, AppointmentMode.Substantive, tm);
        yield return Rule(SigningBasis.CollectiveDecision, true, TitleRank.Head, AppointmentMode.Acting, tm, SigningForm.Acting);
        yield return Rule(SigningBasis.CollectiveDecision, true, TitleRank.Head, AppointmentMode.InCharge, tm, SigningForm.ForHead);
        yield return Rule(SigningBasis.CollectiveDecision, true, TitleRank.Deputy, AppointmentMode.Substantive, tm, SigningForm.ForHead);

        // What the working regulations give to the head of a subordinate unit.
        const SigningForm tl = SigningForm.ByOrder;
        yield return ForOther(SigningBasis.StandingOrder, TitleRank.Head, AppointmentMode.Substantive, tl);
        yield return ForOther(SigningBasis.StandingOrder, TitleRank.Head, AppointmentMode.Acting, tl, SigningForm.Acting);
        yield return ForOther(SigningBasis.StandingOrder, TitleRank.Head, AppointmentMode.InCharge, tl, SigningForm.ForHead);
        yield return ForOther(SigningBasis.StandingOrder, TitleRank.Deputy, AppointmentMode.Substantive, tl, SigningForm.ForHead) with { NeedsPassing = true };

        // A mandate to sign is never passed on; a mandate to decide is used in the recipient's own form.
        yield return ForOther(SigningBasis.SigningMandate, TitleRank.Head, AppointmentMode.Substantive, SigningForm.ByMandate);
        yield return ForOther(SigningBasis.SigningMandate, TitleRank.Deputy, AppointmentMode.Substantive) with { Variants = [] };
        Validity mandateDates = new(new LocalDate(2025, 6, 16), null);
        yield return Rule(SigningBasis.Mandate, null, TitleRank.Head, AppointmentMode.Substantive) with { Validity = mandateDates, Law = Mandate72 };
        yield return Rule(SigningBasis.Mandate, null, TitleRank.Head, AppointmentMode.Acting, SigningForm.Acting) with { Validity = mandateDates };
        yield return Rule(SigningBasis.Mandate, null, TitleRank.Head, AppointmentMode.InCharge, SigningForm.ForHead) with { Validity = mandateDates };
    }

    private static IEnumerable<SigningRule> PartyRules(Validity dates, LegalBasis law)
    {
        const OrganizationSystem party = OrganizationSystem.Party;
        SigningRule Rule(SigningBasis basis, bool? collective, TitleRank rank, AppointmentMode mode, SealOwner seal, params SigningForm[] forms) =>
            new(party, basis, collective, rank, mode, [(forms.ToValueList(), seal)], dates, law);

        // Of a collective everyone signs on behalf of it: no one person takes its place, and no deputy signs for its head.
        foreach (TitleRank rank in new[] { TitleRank.Head, TitleRank.Deputy, TitleRank.Member })
        {
            yield return Rule(SigningBasis.CollectiveDecision, true, rank, AppointmentMode.Substantive, SealOwner.OwnBody, SigningForm.OnBehalfOfCollective);
            yield return Rule(SigningBasis.OwnPower, true, rank, AppointmentMode.Substantive, SealOwner.OwnBody) with { Variants = [] };
        }

        yield return Rule(SigningBasis.CollectiveDecision, true, TitleRank.Head, AppointmentMode.InCharge, SealOwner.OwnBody, SigningForm.OnBehalfOfCollective);
        yield return Rule(SigningBasis.OwnPower, false, TitleRank.Head, AppointmentMode.Substantive, SealOwner.OwnBody);
        yield return Rule(SigningBasis.OwnPower, false, TitleRank.Head, AppointmentMode.InCharge, SealOwner.OwnBody, SigningForm.ForHead);
        yield return Rule(SigningBasis.OwnPower, false, TitleRank.Deputy, AppointmentMode.Substantive, SealOwner.OwnBody, SigningForm.ForHead);

        // Who signs for the standing board signs by order, whether the order stands or was given for the one document.
        yield return Rule(SigningBasis.StandingOrder, false, TitleRank.Head, AppointmentMode.Substantive, SealOwner.OtherBody, SigningForm.ByOrder);
        yield return Rule(SigningBasis.SigningMandate, false, TitleRank.Head, AppointmentMode.Substantive, SealOwner.OtherBody, SigningForm.ByOrder);
        yield return Rule(SigningBasis.Commission, false, TitleRank.Head, AppointmentMode.Substantive, SealOwner.OtherBody) with
        {
            Variants = [([SigningForm.ByOrder], SealOwner.OtherBody), ([], SealOwner.OwnBody)],
            Law = Guidance06,
        };
        yield return Rule(SigningBasis.Commission, false, TitleRank.Deputy, AppointmentMode.Substantive, SealOwner.OwnBody, SigningForm.ForHead) with
        {
            Law = Guidance06,
        };
    }
}
