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
        foreach (AuthorityBreak cause in new GrantCauses(model, question, null).BeforeScope(number))
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

        if (grant.ParentId is string parent && grant.Scope.FirstExcess(model.Lives[model.FindGrant(parent)].ScopeOn(life.Starts)) is string dimension)
        {
            yield return new GrantObjection("outside_grantor_scope", false, new BilingualText(
                "vượt phạm vi hiện tại của văn bản giao quyền gốc: " + AuthorityReasons.DimensionName(dimension).Vietnamese,
                "exceeds what is left of the scope of the parent grant: " + AuthorityReasons.DimensionName(dimension).English));
        }

        if (model.DaysOf(number).Contains(life.Starts) && ExcessOverGrantor(life) is string place)
        {
            yield return new GrantObjection("outside_grantor_scope", false, new BilingualText(
                "vượt phạm vi mà bên giao có vào ngày đầu: " + AuthorityReasons.DimensionName(place).Vietnamese,
                "exceeds what the grantor has on its first day: " + AuthorityReasons.DimensionName(place).English));
        }

        foreach (string missing in model.Laws[number].Missing)
        {
            BilingualText name = AuthorityReasons.DimensionName(missing);
            yield return new GrantObjection(
                missing + "_missing", false, new BilingualText("chưa thể kết luận: thiếu " + name.Vietnamese, "cannot be told: " + name.English + " is missing"));
        }

        foreach (string remark in model.Laws[number].Remarks)
        {
            yield return new GrantObjection(remark, false, new AuthorityFinding(remark, grant, [], []).Reason(BilingualText.Same).Sentence);
        }

        IntervalSet lost = life.OwnDays.Except(model.DaysOf(number));
        if (!model.DaysOf(number).IsEmpty && !lost.IsEmpty)
        {
            yield return new GrantObjection("outlasts_grantor", false, new BilingualText(
                "có ngày trong thời hạn mà căn cứ giao quyền không còn, kể từ " + Day(lost.First, Language.Vietnamese),
                "on some days of its term what it rests on does not hold, from " + Day(lost.First, Language.English)));
        }
    }

    // A grant that names no territory reaches everywhere.
    private string? ExcessOverGrantor(GrantLife life)
    {
        var question = new AuthorityQuestion(grant.GranteeId, grant.PowerId, DayNumber.ToDate(life.Starts))
        {
            UnitId = grant.UnitId,
            Case = new AuthorityCase { Territories = life.ScopeOn(life.Starts).Territories },
        };
        ScopeFit fit = new ChainScope(model, question).OfGrantorOf(number);
        return fit.Missing.Contains(ChainScope.Successor) ? ChainScope.Successor
            : fit.Dimension == ChainScope.Territory || fit.Missing.Contains(ChainScope.Territory) ? ChainScope.Territory
            : null;
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
