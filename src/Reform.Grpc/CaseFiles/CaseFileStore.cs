using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Grpc.Pilots;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;

namespace Reform.Grpc.CaseFiles;

/// <summary>Keeps cases: their records, which are only ever added, and the facts that follow from them.</summary>
internal sealed class CaseFileStore(ReformDbContext db, IClock clock, WriteTurn writes, CaseTermsFinder termsFinder)
{
    private static readonly DateTimeZone Vietnam = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    /// <summary>Now, Vietnam civil time.</summary>
    public LocalDateTime Now => clock.GetCurrentInstant().InZone(Vietnam).LocalDateTime;

    /// <summary>Now, as a time of a case.</summary>
    public CaseTime Moment => CaseTime.At(clock.GetCurrentInstant(), Vietnam);

    public ReformDbContext Db => db;

    /// <summary>A case with its records, or null.</summary>
    public async Task<(StoredCase Stored, CaseFile File)?> Find(string caseId, CancellationToken cancellation)
    {
        CaseFileRow? row = await db.CaseFiles.AsNoTracking().SingleOrDefaultAsync(f => f.CaseId == caseId, cancellation);
        if (row is null)
        {
            return null;
        }

        // A record that came since is left for the next look.
        List<CaseRecordRow> records = await db.CaseRecords.AsNoTracking().Where(r => r.CaseId == caseId && r.Ordinal <= row.RecordCount)
            .OrderBy(r => r.Ordinal).ToListAsync(cancellation);
        return (StoredCase.Of(row), StoredCase.Replay(caseId, records));
    }

    public async Task<(StoredCase Stored, CaseFile File)> Get(string field, string name, CancellationToken cancellation) =>
        await Find(ResourceName.In(CaseFileMapping.Collection, field, name), cancellation) ?? throw RegisterRefusal.NotFound(field, name);

    /// <param name="stored">The case.</param>
    /// <param name="file">The same, as it stood.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <param name="knownAt">The moment whose questions and interpretations count; null: all.</param>
    public async Task<(CaseTerms Terms, Procedure Procedure)> TermsOf(
        StoredCase stored, CaseFile file, CancellationToken cancellation, Instant? knownAt = null) =>
        termsFinder.Of(await Registers(cancellation), stored, file.Receipt, "receipt.received.procedure", knownAt);

    /// <summary>How a case stands at any moment by a state of the registers; null: its procedure has no version for its receipt.</summary>
    public Func<LocalDateTime, CaseFacts>? JudgedBy(RegisterState registers, StoredCase stored, CaseFile file)
    {
        try
        {
            (CaseTerms terms, _) = termsFinder.Of(registers, stored, file.Receipt, "receipt.received.procedure");
            return moment => CaseFacts.Of(file, terms, moment, registers.Authority, registers.Pilots);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.InvalidArgument or StatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>The version of the calendar of a case.</summary>
    public string CalendarVersion(string calendarId) => termsFinder.CalendarVersion(calendarId);

    /// <summary>The registers by which cases are judged now.</summary>
    public Task<RegisterState> Registers(CancellationToken cancellation) => termsFinder.Current(cancellation);

    /// <summary>The cases of a query with their records, one after the other.</summary>
    public IAsyncEnumerable<(StoredCase Stored, CaseFile File)> All(IQueryable<CaseFileRow> query, CancellationToken cancellation) =>
        StoredCases.Of(db, query, cancellation);

    /// <summary>Does a change once, however often its request comes.</summary>
    /// <param name="requestId">The request id in its one spelling.</param>
    /// <param name="request">The request, by which a repeated one is known again.</param>
    /// <param name="validateOnly">Whether only to look whether it could be done.</param>
    /// <param name="change">The change: it adds to the store, and gives the answer.</param>
    /// <param name="cancellation">Gives it up.</param>
    public async Task<TResponse> Once<TResponse>(
        string requestId, IMessage request, bool validateOnly, Func<Task<TResponse>> change, CancellationToken cancellation)
        where TResponse : IMessage<TResponse>, new()
    {
        using IDisposable turn = await writes.Take(cancellation);
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await DoneRequests.Find(db, requestId, request, cancellation) is DoneRequestRow done)
        {
            return new MessageParser<TResponse>(() => new TResponse()).ParseFrom(done.Response);
        }

        TResponse response = await change();
        if (validateOnly)
        {
            db.ChangeTracker.Clear();
            return response;
        }

        DoneRequests.Add(db, requestId, request, response.ToByteArray());
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return response;
    }

    /// <summary>Adds a case, inside the transaction that does it.</summary>
    /// <param name="stored">What is kept beside its events.</param>
    /// <param name="records">Its records, in their order.</param>
    /// <param name="withSlip">Whether the appointed date is put down where the receipt, which is the only record, states none.</param>
    /// <param name="fields">The fields of the request.</param>
    /// <param name="enteredBy">The caller.</param>
    /// <param name="cancellation">Gives it up.</param>
    public async Task<CaseInTerms> Create(
        StoredCase stored, IReadOnlyList<NewRecord> records, bool withSlip, RecordFields fields, string enteredBy, CancellationToken cancellation)
    {
        if (await db.CaseFiles.AsNoTracking().AnyAsync(f => f.CaseId == stored.CaseId, cancellation))
        {
            throw RegisterRefusal.AlreadyExists(ResourceName.Of(CaseFileMapping.Collection, stored.CaseId));
        }

        return Add(await Registers(cancellation), stored, records, withSlip, fields, enteredBy);
    }

    /// <summary>Adds a case that there is not, inside the transaction that does it; what is refused leaves nothing behind.</summary>
    public CaseInTerms Add(
        RegisterState registers, StoredCase stored, IReadOnlyList<NewRecord> records, bool withSlip, RecordFields fields, string enteredBy)
    {
        Instant now = RecordTime.Of(RecordTime.Micros(clock.GetCurrentInstant()));
        CaseRecordChecks.Happened(records, now, fields);
        Recorded<CaseEvent>[] told = [.. records.Select((r, i) => new Recorded<CaseEvent>(r.Id ?? StoredCase.IdOf(i + 1), r.Event, r.RecordedAt ?? now, r.Corrects))];
        CaseFile file = CaseRecordChecks.Fit(() => CaseFile.From(stored.CaseId, told), 0, fields);
        if (told.Where((r, i) => r.Id != StoredCase.IdOf(i + 1)).Any())
        {
            // Here records are called by their places.
            var places = told.Select((r, i) => (r.Id, Place: StoredCase.IdOf(i + 1))).ToDictionary(r => r.Id, r => r.Place, StringComparer.Ordinal);
            file = CaseFile.From(stored.CaseId, told.Select(r => r with { Id = places[r.Id], Corrects = r.Corrects is string corrects ? places[corrects] : null }));
        }

        (CaseTerms terms, _) = termsFinder.Of(registers, stored, file.Receipt, fields.Event(0) + ".received.procedure");
        if (withSlip && file.Receipt.AppointedAt is null && SlipOf(new CaseInTerms(file, terms), fields.Event(0)).DueDate is LocalDate due)
        {
            file = CaseFile.From(stored.CaseId, file.Records[0] with { Fact = file.Receipt with { AppointedAt = CaseTime.On(due) } });
        }

        CaseFacts facts = CaseFacts.Of(file, terms, Now, registers.Authority, registers.Pilots);
        db.CaseFiles.Add(new CaseFileRow
        {
            CaseId = stored.CaseId,
            CalendarId = stored.CalendarId,
            Place = stored.Place,
            RecordCount = records.Count,
            LastRecordedAtMicros = RecordTime.Micros(file.Records[^1].RecordedAt),
            LastHappenedOn = records.Select(r => r.Event).OfType<CaseEvent>().Max(e => DateDigits.Of(e.At.Date)),
            FactsEdition = CaseFactsRenewal.Edition,
            FactsRevision = registers.Revision,
            FactsCalendar = termsFinder.CalendarVersion(stored.CalendarId),
        });
        AddRecords(stored.CaseId, file.Records, 0, enteredBy);
        db.CaseFacts.Add(facts);
        return new CaseInTerms(file, terms);
    }

    /// <summary>The slip of a case.</summary>
    public static ReceiptSlip SlipOf(CaseInTerms one, string field)
    {
        try
        {
            return ReceiptSlip.Of(one.File, one.Terms);
        }
        catch (CalendarRangeException e)
        {
            throw Refusal.CalendarRange(e);
        }
        catch (InvalidTermsException e)
        {
            throw Refusal.InvalidField(field + ".at", e.Reason.Sentence.Vietnamese, e.Reason.Sentence.English);
        }
    }

    /// <summary>Adds records to a case, inside the transaction that does it.</summary>
    public async Task<(StoredCase Stored, CaseInTerms Case)> Append(
        string caseId, string name, string? etag, IReadOnlyList<NewRecord> entries, RecordFields fields, string enteredBy,
        CancellationToken cancellation)
    {
        (StoredCase stored, CaseFile before) = await Find(caseId, cancellation) ?? throw RegisterRefusal.NotFound("name", name);
        if (etag is not null && etag != stored.Etag)
        {
            throw Refusal.EtagMismatch(name);
        }

        CaseRecordChecks.Happened(entries, clock.GetCurrentInstant(), fields);
        Instant recordedAt = RecordTime.After(before.Records[^1].RecordedAt, clock.GetCurrentInstant());
        int known = before.Records.Count;
        CaseFile file = CaseRecordChecks.Fit(
            () => before.With(entries.Select((e, i) => new Recorded<CaseEvent>(StoredCase.IdOf(known + i + 1), e.Event, recordedAt, e.Corrects))), known, fields);
        StoredCase after = stored with { RecordCount = file.Records.Count };
        RegisterState registers = await Registers(cancellation);
        (CaseTerms terms, _) = termsFinder.Of(registers, after, file.Receipt, "receipt.received.procedure");
        CaseFileRow row = await db.CaseFiles.SingleAsync(f => f.CaseId == caseId, cancellation);
        row.RecordCount = file.Records.Count;
        row.FactsRevision = registers.Revision;
        row.FactsCalendar = termsFinder.CalendarVersion(row.CalendarId);
        row.LastRecordedAtMicros = RecordTime.Micros(recordedAt);
        row.LastHappenedOn = entries.Select(e => e.Event).OfType<CaseEvent>().Select(e => DateDigits.Of(e.At.Date)).Append(row.LastHappenedOn).Max();
        AddRecords(caseId, file.Records, known, enteredBy);
        db.CaseFacts.Update(CaseFacts.Of(file, terms, Now, registers.Authority, registers.Pilots));
        return (after, new CaseInTerms(file, terms));
    }

    private void AddRecords(string caseId, ValueList<Recorded<CaseEvent>> records, int from, string enteredBy)
    {
        for (int i = from; i < records.Count; i++)
        {
            Recorded<CaseEvent> record = records[i];
            db.CaseRecords.Add(new CaseRecordRow
            {
                CaseId = caseId,
                Ordinal = i + 1,
                Corrects = record.Corrects is string corrects ? int.Parse(corrects, System.Globalization.CultureInfo.InvariantCulture) : null,
                RecordedAtMicros = RecordTime.Micros(record.RecordedAt),
                Content = record.Fact is CaseEvent e ? CaseEventWriting.ToProto(e).ToByteArray() : null,
                EnteredBy = enteredBy,
            });
        }
    }
}
