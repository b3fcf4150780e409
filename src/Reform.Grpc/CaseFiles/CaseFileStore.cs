using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
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
            return moment => CaseFacts.Of(file, terms, moment, registers.Authority);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.InvalidArgument or StatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>The registers by which cases are judged now.</summary>
    public Task<RegisterState> Registers(CancellationToken cancellation) => termsFinder.Current(cancellation);

    public async Task<AuthorityRegister> Authority(CancellationToken cancellation) => (await Registers(cancellation)).Authority;

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
    /// <param name="events">Its events, the receipt first.</param>
    /// <param name="withSlip">Whether the appointed date is put down where the receipt states none.</param>
    /// <param name="fieldOf">The field of the request for the place of an event.</param>
    /// <param name="enteredBy">The caller.</param>
    /// <param name="cancellation">Gives it up.</param>
    public async Task<CaseInTerms> Create(
        StoredCase stored, IReadOnlyList<CaseEvent> events, bool withSlip, Func<int, string> fieldOf, string enteredBy, CancellationToken cancellation)
    {
        if (await db.CaseFiles.AsNoTracking().AnyAsync(f => f.CaseId == stored.CaseId, cancellation))
        {
            throw RegisterRefusal.AlreadyExists(ResourceName.Of(CaseFileMapping.Collection, stored.CaseId));
        }

        Instant recordedAt = RecordTime.Of(RecordTime.Micros(clock.GetCurrentInstant()));
        CheckHappened(events, fieldOf);
        CaseFile Replayed(IEnumerable<CaseEvent> all) =>
            Fit(() => CaseFile.From(stored.CaseId, all.Select((e, i) => new Recorded<CaseEvent>(StoredCase.IdOf(i + 1), e, recordedAt))), 0, fieldOf);
        CaseFile file = Replayed(events);
        RegisterState registers = await Registers(cancellation);
        (CaseTerms terms, _) = termsFinder.Of(registers, stored, file.Receipt, fieldOf(0) + ".received.procedure");
        if (withSlip && file.Receipt.AppointedAt is null && SlipOf(new CaseInTerms(file, terms), fieldOf(0)).DueDate is LocalDate due)
        {
            file = Replayed([file.Receipt with { AppointedAt = CaseTime.On(due) }]);
        }

        db.CaseFiles.Add(new CaseFileRow
        {
            CaseId = stored.CaseId,
            CalendarId = stored.CalendarId,
            Place = stored.Place,
            RecordCount = events.Count,
            LastRecordedAtMicros = RecordTime.Micros(recordedAt),
            LastHappenedOn = events.Max(e => DateDigits.Of(e.At.Date)),
            FactsEdition = CaseFactsRenewal.Edition,
            FactsRevision = registers.Revision,
        });
        AddRecords(stored.CaseId, file.Records, 0, enteredBy);
        db.CaseFacts.Add(CaseFacts.Of(file, terms, Now, registers.Authority));
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
        string caseId, string name, string? etag, IReadOnlyList<(CaseEvent? Event, string? Corrects)> entries, Func<int, string> fieldOf, string enteredBy,
        CancellationToken cancellation)
    {
        (StoredCase stored, CaseFile before) = await Find(caseId, cancellation) ?? throw RegisterRefusal.NotFound("name", name);
        if (etag is not null && etag != stored.Etag)
        {
            throw Refusal.EtagMismatch(name);
        }

        CheckHappened([.. entries.Select(e => e.Event)], fieldOf);
        Instant recordedAt = RecordTime.After(before.Records[^1].RecordedAt, clock.GetCurrentInstant());
        int known = before.Records.Count;
        CaseFile file = Fit(
            () => before.With(entries.Select((e, i) => new Recorded<CaseEvent>(StoredCase.IdOf(known + i + 1), e.Event, recordedAt, e.Corrects))), known, fieldOf);
        StoredCase after = stored with { RecordCount = file.Records.Count };
        RegisterState registers = await Registers(cancellation);
        (CaseTerms terms, _) = termsFinder.Of(registers, after, file.Receipt, "receipt.received.procedure");
        CaseFileRow row = await db.CaseFiles.SingleAsync(f => f.CaseId == caseId, cancellation);
        row.RecordCount = file.Records.Count;
        row.FactsRevision = registers.Revision;
        row.LastRecordedAtMicros = RecordTime.Micros(recordedAt);
        row.LastHappenedOn = entries.Select(e => e.Event).OfType<CaseEvent>().Select(e => DateDigits.Of(e.At.Date)).Append(row.LastHappenedOn).Max();
        AddRecords(caseId, file.Records, known, enteredBy);
        db.CaseFacts.Update(CaseFacts.Of(file, terms, Now, registers.Authority));
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

    // What lies in the future has not happened.
    private void CheckHappened(IReadOnlyList<CaseEvent?> events, Func<int, string> fieldOf)
    {
        LocalDate today = Now.Date;
        for (int i = 0; i < events.Count; i++)
        {
            if (events[i]?.At.Date > today)
            {
                throw Refusal.InvalidField(fieldOf(i) + ".at", "nằm trong tương lai", "lies in the future");
            }
        }
    }

    private static CaseFile Fit(Func<CaseFile> replay, int known, Func<int, string> fieldOf)
    {
        try
        {
            return replay();
        }
        catch (CaseInputException e)
        {
            throw RegisterRefusal.Conflict([(e.Code, FieldOf(e.Field, known, fieldOf), e.Problem)]);
        }
    }

    // "records[7].corrects" of the case is "entries[2].corrects" of the request. What no longer fits of a record that was there before is told at
    // the first entry: it is what does not fit with the rest.
    private static string FieldOf(string field, int known, Func<int, string> fieldOf)
    {
        const string Event = ".event";
        int end = field.IndexOf(']', StringComparison.Ordinal);
        if (end < 0 || !int.TryParse(field["records[".Length..end], out int place) || place < known)
        {
            return fieldOf(0);
        }

        string entry = fieldOf(place - known);
        string within = field[(end + 1)..];
        // What an entry corrects stands beside its event, not in it.
        return (within == ".corrects" && entry.EndsWith(Event, StringComparison.Ordinal) ? entry[..^Event.Length] : entry) + within;
    }
}
