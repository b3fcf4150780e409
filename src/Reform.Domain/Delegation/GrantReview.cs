using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Looks at a grant that is not made yet, in a model that has it.</summary>
internal sealed class GrantReview(Grant grant, AuthorityModel model)
{
    private readonly int number = model.FindGrant(grant.Id);

    public IEnumerable<GrantObjection> Objections() => Fatal().Concat(Partial());

    // What leaves it without effect on its first day.
    private IEnumerable<GrantObjection> Fatal()
    {
        GrantLife life = model.Lives[number];
        var question = new AuthorityQuestion(grant.GranteeId, grant.PowerId, DayNumber.ToDate(life.Starts)) { UnitId = grant.UnitId };
        foreach (AuthorityBreak cause in new GrantCauses(model, question).BeforeScope(number))
        {
            yield return new GrantObjection(AuthorityReasons.CodeOf(cause), true, Say(cause, life));
        }
    }

    // What takes from it, without voiding it.
    private IEnumerable<GrantObjection> Partial()
    {
        GrantLife life = model.Lives[number];
        if (grant.Validity.From is NodaTime.LocalDate from && from < grant.Instrument.Date)
        {
            yield return new GrantObjection("retroactive", false, new BilingualText(
                "thời hạn bắt đầu trước ngày của văn bản; chỉ có hiệu lực từ ngày của văn bản", "the term begins before the instrument; it has effect from the instrument on"));
        }

        IntervalSet lost = life.OwnDays.Except(model.DaysOf(number));
        if (!model.DaysOf(number).IsEmpty && !lost.IsEmpty)
        {
            yield return new GrantObjection("outlasts_grantor", false, new BilingualText(
                "có ngày trong thời hạn mà căn cứ giao quyền không còn, kể từ " + Day(lost.First, Language.Vietnamese),
                "on some days of its term what it rests on does not hold, from " + Day(lost.First, Language.English)));
        }
    }

    private BilingualText Say(AuthorityBreak cause, GrantLife life)
    {
        var places = new Dictionary<string, ReasonValue>(StringComparer.Ordinal)
        {
            ["on"] = DayNumber.ToDate(life.Starts),
            ["from"] = DayNumber.ToDate(life.Starts),
            ["to"] = DayNumber.ToDateOrNull(life.Ends) ?? DayNumber.ToDate(life.Starts),
        };
        return AuthorityReasons.Broken(cause, grant, places, BilingualText.Same).Sentence;
    }

    private static string Day(int day, Language language) => new ReasonValue.Date(DayNumber.ToDate(day)).In(language);
}
