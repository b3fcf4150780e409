using NodaTime;
using NodaTime.Text;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;

namespace Reform.Domain.Calendars;

/// <summary>A special day with what explains it; the sentence is made when it is asked for.</summary>
internal sealed class SpecialDay(CalendarDay day, ReasonKind sentence, LegalBasis basis, params (string Name, ReasonValue Value)[] arguments)
{
    public CalendarDay Day => day;

    public Reason Explain() => sentence.Because(basis, arguments);

    /// <summary>Writes all that it answers, without putting sentences together.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        writer.Write(LocalDatePattern.Iso.Format(day.Date));
        writer.Write((byte)day.Kind);
        writer.Write(day.IsProjected);
        writer.Write(day.KnownOn is LocalDate knownOn ? LocalDatePattern.Iso.Format(knownOn) : string.Empty);
        writer.Write(day.Name.Vietnamese);
        writer.Write(day.Name.English);
        writer.Write(sentence.Code);
        writer.Write(basis.Citation.Vietnamese);
        writer.Write(basis.Citation.English);
        foreach ((_, ReasonValue value) in arguments)
        {
            writer.Write(value.ToInvariant());
            if (value is ReasonValue.Wording wording)
            {
                writer.Write(wording.Content.Vietnamese);
            }
        }
    }
}
