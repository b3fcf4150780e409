using NodaTime;

namespace Reform.Domain.Calendars;

/// <summary>When each of some laws is in force: from its first date until one that replaces it begins.</summary>
internal sealed class LawPeriods
{
    private readonly Dictionary<HolidayLaw, LocalDate> ends = new(ReferenceEqualityComparer.Instance);
    private readonly IReadOnlyCollection<HolidayLaw> laws;

    public LawPeriods(IReadOnlyCollection<HolidayLaw> laws)
    {
        this.laws = laws;
        foreach (HolidayLaw law in laws)
        {
            HolidayLaw? next = laws.Where(l => l.Replaces == law.Id).MinBy(l => l.From);
            if (next is not null)
            {
                ends[law] = next.From;
            }
        }
    }

    public IEnumerable<HolidayLaw> InForceOn(LocalDate date) => laws.Where(l => IsInForce(l, date));

    public bool IsInForce(HolidayLaw law, LocalDate date) => law.From <= date && (!ends.TryGetValue(law, out LocalDate end) || date < end);
}
