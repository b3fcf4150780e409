using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Cases;
using Reform.Domain.Legal;

namespace Reform.Domain.Tests.Cases.Files;

/// <summary>Writes a case down line by line: "2026-03-02" or "2026-03-02 09:30" and what happened, recorded in that order.</summary>
internal sealed class CaseBuilder
{
    private static readonly DateTimeZone Zone = DateTimeZone.ForOffset(Offset.FromHours(7));
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public List<Recorded<CaseEvent>> Records { get; } = [];

    public CaseFile File => CaseFile.From("H-1", Records);

    public static CaseTime At(string text) => text.Length == 10
        ? CaseTime.On(LocalDatePattern.Iso.Parse(text).Value)
        : CaseTime.At(Moment.Parse(text).Value.InZoneStrictly(Zone).ToInstant(), Zone);

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static CaseBuilder Received(string at, string procedure = "PTY-ADM", string unit = "cell") =>
        new CaseBuilder().Then(new CaseReceived(At(at), procedure, unit, "R-100"));

    public CaseBuilder Then(CaseEvent e, string? recorded = null, string? corrects = null) => Add(e, recorded, corrects);

    public CaseBuilder Strike(string record, string recorded) => Add(null, recorded, record);

    private CaseBuilder Add(CaseEvent? e, string? recorded, string? corrects)
    {
        LocalDate on = recorded is null ? e!.At.Date : Day(recorded);
        Instant at = on.AtMidnight().InUtc().ToInstant();
        if (Records.Count > 0 && recorded is null && at < Records[^1].RecordedAt)
        {
            at = Records[^1].RecordedAt;
        }

        Records.Add(new Recorded<CaseEvent>("r" + (Records.Count + 1).ToString(CultureInfo.InvariantCulture), e, at, corrects));
        return this;
    }
}
