using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Scoring;
using Reform.Grpc.Storage;
using P = Reform.Compliance.V1;

namespace Reform.Grpc.Compliance;

/// <summary>Judges all stored cases of a unit as of a date, some at a time, each in one transaction: facts and findings together.</summary>
internal sealed class FindingUpdates(
    CaseFactsReader reader, FindingLedger ledger, CaseRules rules, EvaluationJudging evaluations, RegisterStore registers, WriteTurn writes)
{
    public async Task Run(P.EvaluateCasesRequest request, IServerStreamWriter<P.EvaluateCasesResponse> responses, CancellationToken cancellation)
    {
        string? unit = CaseEvaluations.UnitOf(request.Parent);
        LocalDate asOf = RequestFields.Date("as_of", request.AsOf) ?? reader.Today;
        if (asOf > reader.Today)
        {
            throw Refusal.InvalidField("as_of", "nằm trong tương lai", "lies in the future");
        }

        var progress = new P.EvaluateCasesResponse { TotalCases = await reader.Count(unit, cancellation) };
        string? after = null;
        do
        {
            after = await Next(unit, after, asOf, request.ValidateOnly, progress, cancellation);
            if (after is null && asOf == reader.Today && !request.ValidateOnly)
            {
                await JudgeSets(unit, asOf, cancellation);
                await JudgeEvaluations(unit, cancellation);
            }

            progress.Done = after is null;
            progress.Events.Clear();
            progress.Events.AddRange(ledger.Events.OrderBy(e => e.Key).Select(e => new P.FindingEventCount { Kind = FindingMapping.KindOf(e.Key), Count = e.Value }));
            progress.BrokenRules.Clear();
            progress.BrokenRules.AddRange(ledger.Broken.Values.OrderBy(b => b.Code, StringComparer.Ordinal));
            await responses.WriteAsync(progress, cancellation);
        }
        while (after is not null);
    }

    private async Task JudgeSets(string? unit, LocalDate asOf, CancellationToken cancellation)
    {
        var sets = await reader.Db.CaseFacts.AsNoTracking().Where(f => unit == null || f.UnitId == unit).Select(f => new { f.UnitId, f.ProcedureCode }).Distinct()
            .OrderBy(s => s.UnitId).ThenBy(s => s.ProcedureCode).ToListAsync(cancellation);
        foreach (var set in rules.Sets.Count == 0 ? [] : sets)
        {
            using IDisposable turn = await writes.Take(cancellation);
            await using IDbContextTransaction transaction = await reader.Db.Database.BeginTransactionAsync(cancellation);
            await StaleSets.Judge(reader.Db, rules, ledger, set.UnitId, set.ProcedureCode, asOf, cancellation);
            await transaction.CommitAsync(CancellationToken.None);
            reader.Db.ChangeTracker.Clear();
        }
    }

    private async Task JudgeEvaluations(string? unit, CancellationToken cancellation)
    {
        using IDisposable turn = await writes.Take(cancellation);
        await using IDbContextTransaction transaction = await reader.Db.Database.BeginTransactionAsync(cancellation);
        await evaluations.JudgeAll(reader.Db, ledger, await registers.Current(cancellation), unit, cancellation);
        await reader.Db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        reader.Db.ChangeTracker.Clear();
    }

    // Where the next page begins; null: there is none. What is read, judged and written of a page is one turn: no event comes in between.
    private async Task<string?> Next(
        string? unit, string? after, LocalDate asOf, bool validateOnly, P.EvaluateCasesResponse progress, CancellationToken cancellation)
    {
        using IDisposable turn = await writes.Take(cancellation);
        await using IDbContextTransaction transaction = await reader.Db.Database.BeginTransactionAsync(cancellation);
        List<CaseOnDate> page = await reader.Page(unit, after, asOf, cancellation);
        CaseOnDate[] judged = [.. page.Where(c => c.Facts is not null && !c.IsPassed)];
        progress.JudgedCases += judged.Length;
        progress.SkippedCases += page.Count - judged.Length;
        reader.Db.CaseFacts.UpdateRange(judged.Where(c => !c.IsStored).Select(c => c.Facts!));
        await ledger.Judge(reader.Db, judged.Select(c => c.Facts!), cancellation);
        if (!validateOnly)
        {
            await reader.Db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(CancellationToken.None);
        }

        ledger.Done();
        reader.Db.ChangeTracker.Clear();
        return page.Count > 0 ? page[^1].CaseId : null;
    }
}
