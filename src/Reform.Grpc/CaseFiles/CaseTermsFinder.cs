using Reform.Domain.Cases;
using Reform.Domain.Delegation;
using Reform.Domain.Procedures;
using Reform.Grpc.Calendars;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.CaseFiles;

/// <summary>Finds by what the clocks of a case run: the version of its procedure in force when it was received, and its calendar.</summary>
internal sealed class CaseTermsFinder(RegisterStore registers, CalendarSelections calendars)
{
    public async Task<(CaseTerms Terms, Procedure Procedure)> Of(StoredCase stored, CaseReceived receipt, string field, CancellationToken cancellation)
    {
        Published published = (await registers.Current(cancellation)).Procedures.Find(receipt.ProcedureCode) ?? throw RegisterRefusal.NotFound(field, receipt.ProcedureCode);
        ProcedureVersion version = published.History.InForceOn(receipt.At.Date) ?? throw Refusal.InvalidField(
            field, "thủ tục không có phiên bản có hiệu lực vào ngày tiếp nhận", "has no version in force on the date of receipt");
        CaseTerms terms = CaseTerms.Of(version, calendars.Get("calendar", ResourceName.OfCalendar(stored.CalendarId)), stored.Place);
        return (terms with { Sources = published.File.Sources, System = published.History.System }, published.History);
    }

    /// <summary>The register by which it is judged who may decide.</summary>
    public async Task<AuthorityRegister> Authority(CancellationToken cancellation) => (await registers.Current(cancellation)).Authority;
}
