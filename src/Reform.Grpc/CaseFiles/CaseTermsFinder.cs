using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Procedures;
using Reform.Grpc.Calendars;
using Reform.Grpc.Procedures;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.CaseFiles;

/// <summary>
/// Finds by what the clocks of a case run: the version of its procedure in force when it was received, its calendar, and how its limits have to
/// be read.
/// </summary>
internal sealed class CaseTermsFinder(RegisterStore registers, CalendarSelections calendars)
{
    private (InterpretationRegister All, Instant KnownAt, InterpretationRegister Known)? last;

    /// <summary>The registers by which cases are judged now.</summary>
    public Task<RegisterState> Current(CancellationToken cancellation) => registers.Current(cancellation);

    /// <summary>The version of the calendar of a case.</summary>
    public string CalendarVersion(string calendarId) => calendars.Get("calendar", ResourceName.OfCalendar(calendarId)).Version;

    /// <param name="state">The registers.</param>
    /// <param name="stored">The case.</param>
    /// <param name="receipt">Its receipt.</param>
    /// <param name="field">The field of the request for a procedure that cannot be applied.</param>
    /// <param name="knownAt">The moment whose questions and interpretations count; null: all.</param>
    public (CaseTerms Terms, Procedure Procedure) Of(RegisterState state, StoredCase stored, CaseReceived receipt, string field, Instant? knownAt = null)
    {
        Published published = state.Procedures.Find(receipt.ProcedureCode) ?? throw RegisterRefusal.NotFound(field, receipt.ProcedureCode);
        ProcedureVersion version = published.History.InForceOn(receipt.At.Date) ?? throw Refusal.InvalidField(
            field, "thủ tục không có phiên bản có hiệu lực vào ngày tiếp nhận", "has no version in force on the date of receipt");
        CaseTerms terms = CaseTerms.Of(version, calendars.Get("calendar", ResourceName.OfCalendar(stored.CalendarId)), stored.Place);
        return ((terms with { Sources = published.File.Sources, System = published.History.System })
            .ReadBy(Known(state.Procedures.Interpretations, knownAt), receipt.ProcedureCode), published.History);
    }

    // Of one call all cases are looked at as known at one moment.
    private InterpretationRegister Known(InterpretationRegister all, Instant? knownAt)
    {
        if (knownAt is not Instant moment)
        {
            return all;
        }

        if (last is not { } kept || !ReferenceEquals(kept.All, all) || kept.KnownAt != moment)
        {
            last = kept = (all, moment, all.AsKnownAt(moment));
        }

        return kept.Known;
    }
}
