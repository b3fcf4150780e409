using NodaTime;
using NodaTime.Text;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>
/// A decision on the days off of a year (quyết định về lịch nghỉ lễ, tết trong năm): where the days of Tết lie, which day is added to
/// National Day, and which working days are swapped.
/// </summary>
/// <param name="Id">A short name, unique in its calendar.</param>
/// <param name="Form">The form of the instrument; for example "Công văn" / "Official Dispatch".</param>
/// <param name="Number">Its number; null: not recorded.</param>
/// <param name="Date">Its date; null: not recorded.</param>
public sealed record AnnualDecision(string Id, BilingualText Form, string? Number, LocalDate? Date)
{
    private static readonly LocalDatePattern Vietnamese = LocalDatePattern.CreateWithInvariantCulture("dd'/'MM'/'uuuu");
    private static readonly LocalDatePattern English = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    /// <summary>Whether it was made, or only proposed.</summary>
    public DecisionStatus Status { get; init; }

    /// <summary>How well it is attested.</summary>
    public EvidenceConfidence Confidence { get; init; }

    /// <summary>The date on which it became known: that of the instrument unless another is recorded; null: unknown.</summary>
    public LocalDate? KnownOn { get => field ?? Date; init; }

    /// <summary>The date of the earliest source that tells of it; null: none is dated. It matters where <see cref="KnownOn"/> is unknown.</summary>
    public LocalDate? EarliestEvidence { get; init; }

    /// <summary>Other instruments that announced the same, for example a ministry's notice.</summary>
    public ValueList<LegalBasis> AnnouncedBy { get; init; } = [];

    /// <summary>The first of the days of Tết; null: it does not decide on Tết.</summary>
    public LocalDate? TetFirstDay { get; init; }

    /// <summary>The day that is added to National Day, before or after it; null: it does not decide on it.</summary>
    public LocalDate? NationalDayAdjacentDay { get; init; }

    /// <summary>The working days that are swapped.</summary>
    public ValueList<WorkingDaySwap> Swaps { get; init; } = [];

    /// <summary>The sources, in short.</summary>
    public ValueList<string> Sources { get; init; } = [];

    /// <summary>What a reader should know of it.</summary>
    public BilingualText? Note { get; init; }

    /// <summary>The instrument as a clerk would cite it, with what announced it; its sources where number and date are not recorded.</summary>
    public LegalBasis Basis
    {
        get
        {
            string vietnamese = Form.Vietnamese + (Number is null ? string.Empty : " " + Number);
            string english = Form.English + (Number is null ? string.Empty : " " + Number);
            if (Date is LocalDate date)
            {
                vietnamese += " ngày " + Vietnamese.Format(date);
                english += " of " + English.Format(date);
            }
            else
            {
                (string viUnknown, string enUnknown) = Status == DecisionStatus.Proposed ? (string.Empty, string.Empty)
                    : Number is null ? ("chưa rõ số, ngày; ", "number and date not recorded; ")
                    : ("chưa rõ ngày; ", "date not recorded; ");
                string sources = string.Join("; ", Sources);
                vietnamese += " (" + viUnknown + "nguồn: " + sources + ")";
                english += " (" + enUnknown + "source: " + sources + ")";
            }

            foreach (LegalBasis other in AnnouncedBy)
            {
                vietnamese += "; " + other.Citation.Vietnamese;
                english += "; " + other.Citation.English;
            }

            return new LegalBasis(new BilingualText(vietnamese, english));
        }
    }

    /// <summary>The days that it is about, in order.</summary>
    internal IEnumerable<LocalDate> Days
    {
        get
        {
            IEnumerable<LocalDate?> chosen = [TetFirstDay, NationalDayAdjacentDay];
            return chosen.OfType<LocalDate>().Concat(Swaps.SelectMany(s => (LocalDate[])[s.DayOff, s.MakeUpDay])).Order();
        }
    }

    /// <summary>When it was known at the latest, as far as is recorded: by its own date, else its earliest evidence, else its first day.</summary>
    internal LocalDate? KnownAtTheLatest => KnownOn ?? EarliestEvidence ?? Days.Cast<LocalDate?>().FirstOrDefault();
}
