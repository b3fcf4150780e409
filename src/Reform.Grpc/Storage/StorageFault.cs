using Microsoft.Data.Sqlite;

namespace Reform.Grpc.Storage;

/// <summary>Tells the failures that come from the disk or from another process apart from those that are defects.</summary>
internal static class StorageFault
{
    // SQLITE_BUSY, _LOCKED, _READONLY, _IOERR, _FULL, _CANTOPEN: https://sqlite.org/rescode.html
    private static readonly int[] Unavailable = [5, 6, 8, 10, 13, 14];

    public static bool IsUnavailable(Exception error) =>
        Sqlite(error) is SqliteException e && Unavailable.Contains(e.SqliteErrorCode);

    private static SqliteException? Sqlite(Exception? error) => error as SqliteException ?? (error is null ? null : Sqlite(error.InnerException));
}
