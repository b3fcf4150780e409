using System.Globalization;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Organizations;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Registers;

/// <summary>
/// Keeps the registers: a journal in the database that is only added to, and the state that follows from it, in memory. A state that was
/// given out never changes; what another process has entered is read before the next answer.
/// </summary>
internal sealed class RegisterStore(
    IServiceScopeFactory scopes,
    IClock clock,
    WriteTurn writes,
    RegisterBounds bounds,
    WriteWatch watch,
    RegisterSignal signal,
    Func<IRecordsBuilder<OrganizationRecords>> organizations,
    Func<IRecordsBuilder<AuthorityRecords>> authorities,
    IEnumerable<FactRegister> registers) : IDisposable
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly EarlierStates earlier = new();
    private readonly RegisterState empty = RegisterState.Empty(bounds.Covers, registers);
    private RegisterState? published;
    private long readAt = long.MinValue;

    /// <summary>Everything that is recorded.</summary>
    public async Task<RegisterState> Current(CancellationToken cancellation)
    {
        // The version is taken before the journal is read: a write in between makes the next call look again.
        long version = watch.Version();
        if (version == Interlocked.Read(ref readAt) && Volatile.Read(ref published) is RegisterState known)
        {
            return known;
        }

        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        RegisterState state = await CatchUp(Db(scope), cancellation);
        Publish(state);
        Interlocked.Exchange(ref readAt, version);
        return state;
    }

    /// <summary>What was known at a moment; null: everything that is recorded.</summary>
    public async Task<RegisterState> At(Instant? knownAt, CancellationToken cancellation)
    {
        RegisterState now = await Current(cancellation);
        if (knownAt is not Instant moment || moment >= now.RecordedAt)
        {
            return now;
        }

        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        ReformDbContext db = Db(scope);
        long until = RecordTime.Micros(moment);
        var last = await db.RegisterRecords.AsNoTracking().Where(r => r.RecordedAtMicros <= until)
            .OrderByDescending(r => r.Sequence).Select(r => new { r.Sequence, r.RecordedAtMicros }).FirstOrDefaultAsync(cancellation);
        return last is null ? empty : earlier.Get(now, last.Sequence, RecordTime.Of(last.RecordedAtMicros));
    }

    /// <summary>The state at a revision that was given out, for the further pages of a listing; null when there never was one.</summary>
    public async Task<RegisterState?> AtRevision(long revision, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        ReformDbContext db = Db(scope);
        RegisterState now = await CatchUp(db, cancellation);
        if (revision == now.Revision)
        {
            return now;
        }

        if (revision == 0)
        {
            return empty;
        }

        long? at = await db.RegisterRecords.AsNoTracking().Where(r => r.Sequence == revision).Select(r => (long?)r.RecordedAtMicros).SingleOrDefaultAsync(cancellation);
        return at is long micros ? earlier.Get(now, revision, RecordTime.Of(micros)) : null;
    }

    /// <summary>Who entered records, by record.</summary>
    public async Task<IReadOnlyDictionary<string, string>> EnteredBy(IReadOnlyCollection<string> recordIds, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        return await Db(scope).RegisterRecords.AsNoTracking().Where(r => recordIds.Contains(r.RecordId))
            .ToDictionaryAsync(r => r.RecordId, r => r.EnteredBy, StringComparer.Ordinal, cancellation);
    }

    /// <summary>Enters what a mutation decides, with its answer, in one transaction; done before, it gives the answer of then.</summary>
    public async Task<TResponse> Append<TResponse>(RegisterMutation<TResponse> mutation, CancellationToken cancellation)
        where TResponse : IMessage<TResponse>, new()
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        ReformDbContext db = Db(scope);
        using IDisposable turn = await writes.Take(cancellation);
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await DoneRequests.Find(db, mutation.RequestId, mutation.Request, cancellation) is DoneRequestRow done)
        {
            return new MessageParser<TResponse>(() => new TResponse()).ParseFrom(done.Response);
        }

        RegisterState before = await CatchUp(db, cancellation);
        RegisterEntries entries = mutation.Decide(before);
        Instant recordedAt = RecordTime.After(before.RecordedAt, clock.GetCurrentInstant());
        List<RegisterRecordRow> rows = [.. entries.All.Select(e => Row(e, recordedAt, mutation.EnteredBy))];
        await RefuseTakenIds(db, entries, cancellation);
        RegisterState after = Fit(before, entries, recordedAt);
        if (mutation.ValidateOnly)
        {
            return mutation.Answer(after, entries);
        }

        db.RegisterRecords.AddRange(rows);
        await db.SaveChangesAsync(cancellation);
        after = after with { Revision = rows.Count == 0 ? before.Revision : rows.Max(r => r.Sequence) };
        foreach (FactRegister register in registers.Where(r => r.Lists.Any(l => entries.All.Any(e => e.List == l.List))))
        {
            await register.Follow(scope.ServiceProvider, before, after, cancellation);
        }

        TResponse response = mutation.Answer(after, entries);
        DoneRequests.Add(db, mutation.RequestId, mutation.Request, response.ToByteArray());
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        Publish(after);
        return response;
    }

    public void Dispose() => reading.Dispose();

    private RegisterState Fit(RegisterState before, RegisterEntries entries, Instant recordedAt)
    {
        IRecordsBuilder<OrganizationRecords> units = organizations();
        IRecordsBuilder<AuthorityRecords> powers = authorities();
        FactRecords.Builder facts = empty.Facts.NewRecords();
        foreach (RegisterEntry e in entries.All)
        {
            if (units.Has(e.List))
            {
                units.Add(e.List, e.RecordId, e.Fact, recordedAt, e.Corrects, e.Path);
            }
            else if (facts.Has(e.List))
            {
                facts.Add(e.List, e.RecordId, e.Fact, recordedAt, e.Corrects, e.Path);
            }
            else
            {
                powers.Add(e.List, e.RecordId, e.Fact, recordedAt, e.Corrects, e.Path);
            }
        }

        try
        {
            return before.With(units.Build(), powers.Build(), facts.Build(), before.Revision, recordedAt);
        }
        catch (OrganizationInputException e)
        {
            throw RegisterRefusal.Conflict(e, entries.FieldOf);
        }
        catch (AuthorityInputException e)
        {
            throw RegisterRefusal.Conflict(e, entries.FieldOf);
        }
        catch (FactConflictException e)
        {
            throw RegisterRefusal.Conflict(e, entries.FieldOf);
        }
    }

    private static async Task RefuseTakenIds(ReformDbContext db, RegisterEntries entries, CancellationToken cancellation)
    {
        string[] ids = [.. entries.All.Select(e => e.RecordId)];
        string? taken = await db.RegisterRecords.AsNoTracking().Where(r => ids.Contains(r.RecordId)).Select(r => r.RecordId).FirstOrDefaultAsync(cancellation)
            ?? ids.GroupBy(i => i, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (taken is not null)
        {
            throw RegisterRefusal.AlreadyExists(taken);
        }
    }

    // Reads on from where the state in memory ends.
    private async Task<RegisterState> CatchUp(ReformDbContext db, CancellationToken cancellation)
    {
        RegisterState known = Volatile.Read(ref published) ?? empty;
        long last = await db.RegisterRecords.AsNoTracking().MaxAsync(r => (long?)r.Sequence, cancellation) ?? 0;
        if (last <= known.Revision)
        {
            return known;
        }

        await reading.WaitAsync(cancellation);
        try
        {
            known = Volatile.Read(ref published) ?? empty;
            return last <= known.Revision ? known : Publish(await ReadOn(db, known, cancellation));
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task<RegisterState> ReadOn(ReformDbContext db, RegisterState known, CancellationToken cancellation)
    {
        IRecordsBuilder<OrganizationRecords> units = organizations();
        IRecordsBuilder<AuthorityRecords> powers = authorities();
        FactRecords.Builder facts = empty.Facts.NewRecords();
        long revision = known.Revision;
        Instant recordedAt = known.RecordedAt;
        await foreach (RegisterRecordRow row in db.RegisterRecords.AsNoTracking().Where(r => r.Sequence > known.Revision).OrderBy(r => r.Sequence)
            .AsAsyncEnumerable().WithCancellation(cancellation))
        {
            revision = row.Sequence;
            recordedAt = RecordTime.Of(row.RecordedAtMicros);
            if (units.Has(row.List))
            {
                Read(units, row, recordedAt);
            }
            else if (facts.Has(row.List))
            {
                Read(facts, row, recordedAt);
            }
            else
            {
                Read(powers, row, recordedAt);
            }
        }

        return known.Revision == 0
            ? empty.Read(
                units.Build() with { Covers = bounds.Covers }, powers.Build() with { Covers = bounds.Covers }, facts.Build(), revision, recordedAt)
            : known.With(units.Build(), powers.Build(), facts.Build(), revision, recordedAt);
    }

    private static void Read<TRecords>(IRecordsBuilder<TRecords> records, RegisterRecordRow row, Instant recordedAt) => records.Add(
        row.List, row.RecordId, row.Content is byte[] content ? records.Parse(row.List, content) : null, recordedAt, row.Corrects,
        "journal[" + row.Sequence.ToString(CultureInfo.InvariantCulture) + "]");

    private RegisterState Publish(RegisterState state)
    {
        while (true)
        {
            RegisterState? seen = Volatile.Read(ref published);
            if (seen is not null && seen.Revision >= state.Revision)
            {
                return seen;
            }

            if (ReferenceEquals(Interlocked.CompareExchange(ref published, state, seen), seen))
            {
                signal.Give();
                return state;
            }
        }
    }

    private static RegisterRecordRow Row(RegisterEntry entry, Instant recordedAt, string enteredBy) => new()
    {
        List = entry.List,
        RecordId = entry.RecordId,
        Corrects = entry.Corrects,
        RecordedAtMicros = RecordTime.Micros(recordedAt),
        Content = entry.Fact?.ToByteArray(),
        EnteredBy = enteredBy,
    };

    private static ReformDbContext Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<ReformDbContext>();
}
