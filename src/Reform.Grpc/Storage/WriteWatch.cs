using Microsoft.Data.Sqlite;

namespace Reform.Grpc.Storage;

/// <summary>
/// Notices that the database file was written, by this process or another one, without reading it: SQLite's own counter, some microseconds
/// a look. It has a connection of its own, since the counter tells of the others.
/// </summary>
internal sealed class WriteWatch(string connectionString) : IDisposable
{
    private readonly Lock guard = new();
    private SqliteConnection? connection;
    private SqliteCommand? command;

    /// <summary>A number that is another one after every write.</summary>
    public long Version()
    {
        lock (guard)
        {
            if (command is null)
            {
                connection = new SqliteConnection(connectionString);
                connection.Open();
                command = connection.CreateCommand();
                command.CommandText = "PRAGMA data_version";
            }

            return (long)command.ExecuteScalar()!;
        }
    }

    public void Dispose()
    {
        command?.Dispose();
        connection?.Dispose();
    }
}
