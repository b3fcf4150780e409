using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Reform.Grpc.Procedures;
using Reform.Grpc.Registers;
using Reform.Grpc.Storage;
using Reform.Organizations.V1;

namespace Reform.Grpc.Tests.Procedures;

/// <summary>What was published before the journal had procedures is in it afterwards, at its time and byte by byte.</summary>
public sealed class ProcedureMigrationTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reform-tests-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    // Sizes on both sides of each length that takes one more byte to write, beyond which the definition begins with spaces.
    [Theory]
    [InlineData(0)]
    [InlineData(16_383)]
    [InlineData(16_384)]
    [InlineData(2_097_151)]
    [InlineData(2_097_152)]
    public async Task Published_procedures_move_into_the_journal(int size)
    {
        string database = Path.Combine(folder, size + ".db");
        ByteString first = Padded(PermitFile.Of(5), size);
        await using (var db = new ReformDbContext(new DbContextOptionsBuilder<ReformDbContext>().UseSqlite(DatabaseFile.ConnectionString(database)).Options))
        {
            await db.GetService<IMigrator>().MigrateAsync("CaseFiles", TestContext.Current.CancellationToken);
            await Publish(db, 20, first);
            await Unit(db, 10, "before");
            await Unit(db, 30, "between");
            await Publish(db, 40, PermitFile.Of(3));
            await Unit(db, 50, "after");
        }

        await using WebApplication app = ReformServer.Build(["--Database=" + database, "--Logging:LogLevel:Default=Warning"]);
        RegisterStore store = app.Services.GetRequiredService<RegisterStore>();
        async Task<RegisterState> At(long micros) => await store.At(RecordTime.Of(micros), TestContext.Current.CancellationToken);
        Assert.Equal((1, null), ((await At(19)).Organization.Units.Count, (await At(19)).Procedures.Find("HP-1")?.Etag));
        Assert.Equal((1, 5), ((await At(20)).Organization.Units.Count, LimitOf(await At(20))));
        Assert.Equal((2, 5), ((await At(39)).Organization.Units.Count, LimitOf(await At(39))));
        RegisterState now = await store.Current(TestContext.Current.CancellationToken);
        Assert.Equal((3, 3), (now.Organization.Units.Count, LimitOf(now)));

        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        List<RegisterRecordRow> rows = await scope.ServiceProvider.GetRequiredService<ReformDbContext>().RegisterRecords.AsNoTracking()
            .OrderBy(r => r.Sequence).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([10L, 20, 30, 40, 50], rows.Select(r => r.RecordedAtMicros));
        Assert.Equal(["clerk", "publisher", "clerk", "publisher", "clerk"], rows.Select(r => r.EnteredBy));
        Assert.Equal(first, Google.Protobuf.WellKnownTypes.BytesValue.Parser.ParseFrom(rows[1].Content).Value);
    }

    private static int LimitOf(RegisterState state) => state.Procedures.Find("HP-1")!.History.Versions[^1].TimeLimits.Single().Terms.Limit!.Amount;

    private static ByteString Padded(ByteString content, int size) =>
        content.Length >= size ? content : ByteString.CopyFrom([.. Enumerable.Repeat((byte)' ', size - content.Length), .. content.ToByteArray()]);

    private static Task<int> Publish(ReformDbContext db, long micros, ByteString content) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO Procedures (Code, RecordedAtMicros, Content, EnteredBy) VALUES ('HP-1', {micros}, {content.ToByteArray()}, 'publisher')",
        TestContext.Current.CancellationToken);

    private static async Task Unit(ReformDbContext db, long micros, string id)
    {
        byte[] unit = new Unit
        {
            Name = "units/" + id,
            DisplayName = new Reform.Registers.V1.BilingualText { Vi = id, En = id },
            Kind = BodyKind.PeoplesCommittee,
            Level = OrganizationLevel.Commune,
        }.ToByteArray();
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO RegisterRecords (List, RecordId, RecordedAtMicros, Content, EnteredBy) VALUES ('units', {"units/" + id}, {micros}, {unit}, 'clerk')",
            TestContext.Current.CancellationToken);
    }
}
