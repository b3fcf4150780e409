using NodaTime;
using NodaTime.Text;
using Reform.Domain.Legal;

namespace Reform.Domain.Organizations;

/// <content>Succession links.</content>
internal sealed partial class OrganizationValidation
{
    private void CheckSuccessions() => ForEach(records.Successions, "successions", known.Successions.Count, (link, field, stands) =>
    {
        bool found = KnowsUnit(link.FromId, field + ".from_unit", stands)
            & (link.ToId is null ? MayBeNobody(link, field) : KnowsUnit(link.ToId, field + ".to_unit", stands));
        if (string.Equals(link.FromId, link.ToId, StringComparison.Ordinal))
        {
            Add("succeeds_itself", field + ".to_unit", "đơn vị không kế thừa chính nó", "a unit does not succeed itself");
        }
        else if (found && stands)
        {
            CheckSource(link, view.UnitById[link.FromId].Validity, field);
            if (link.ToId is string to && !view.UnitById[to].Validity.Contains(link.On))
            {
                Add("successor_not_there", field + ".to_unit", "đơn vị '" + to + "' không tồn tại vào ngày " + Iso(link.On),
                    "the unit '" + to + "' does not exist on " + Iso(link.On));
            }
        }
    });

    private void CheckSource(SuccessionLink link, Validity life, string field)
    {
        bool lives = life.Contains(link.On);
        if (life.From >= link.On || (link.Kind == ReorganizationKind.SplitOff && !lives))
        {
            Add("source_not_there", field + ".from_unit", "đơn vị '" + link.FromId + "' không có gì để chuyển vào ngày " + Iso(link.On),
                "the unit '" + link.FromId + "' has nothing to give away on " + Iso(link.On));
        }
        else if (lives && link.Kind.EndsTheSource())
        {
            Add("source_still_there", field + ".from_unit", "đơn vị '" + link.FromId + "' vẫn tồn tại vào ngày " + Iso(link.On),
                "the unit '" + link.FromId + "' still exists on " + Iso(link.On));
        }
        else if (lives && link.Function is null && link.Territory is null)
        {
            Add("scope_missing", field, "đơn vị vẫn tồn tại: phải nêu chức năng hoặc địa bàn được chuyển",
                "the unit goes on: the function or the territory that passes has to be stated");
        }
    }

    private bool MayBeNobody(SuccessionLink link, string field)
    {
        bool dissolves = link.Kind is ReorganizationKind.Dissolve or ReorganizationKind.DissolveAsDiscipline;
        if (!dissolves)
        {
            Add("successor_missing", field + ".to_unit", "phải nêu đơn vị kế thừa, trừ khi giải thể",
                "the unit that takes over has to be named, except in a dissolution");
        }

        return dissolves;
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
