using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Cases;

/// <summary>
/// Adds the cases of one log, in the transaction that its context is in, by one prepared statement: through the change tracker a case
/// takes ten times as long, and a log has hundreds of thousands.
/// </summary>
internal sealed class CaseInserts : IAsyncDisposable
{
    private readonly DbCommand command;
    private readonly DbParameter ordinal;
    private readonly DbParameter caseId;
    private readonly DbParameter content;

    /// <summary>Prepares the statement.</summary>
    /// <param name="db">The context, in a transaction.</param>
    /// <param name="caseLogId">The log that the cases belong to; its row is there.</param>
    public CaseInserts(ReformDbContext db, string caseLogId)
    {
        command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("There is no transaction.");
        command.CommandText = $"""
            INSERT INTO {nameof(db.Cases)} ({nameof(CaseRow.CaseLogId)}, {nameof(CaseRow.Ordinal)}, {nameof(CaseRow.CaseId)}, {nameof(CaseRow.Content)})
            VALUES ($log, $ordinal, $id, $content)
            """;
        Parameter("$log").Value = caseLogId;
        ordinal = Parameter("$ordinal");
        caseId = Parameter("$id");
        content = Parameter("$content");
    }

    /// <summary>Adds a case.</summary>
    public void Add(int place, string id, byte[] message)
    {
        (ordinal.Value, caseId.Value, content.Value) = (place, id, message);
        command.ExecuteNonQuery();
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();

    private DbParameter Parameter(string name)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
