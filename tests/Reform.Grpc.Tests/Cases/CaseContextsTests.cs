using System.Text;
using Reform.Domain.Cases;
using Reform.Grpc.Cases;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Tests.Cases;

/// <summary>However many calls come at once, documents are read one set at a time and once for each version of a log.</summary>
public sealed class CaseContextsTests
{
    private int reading;
    private int mostReading;
    private int read;

    [Fact]
    public async Task Many_calls_on_one_log_read_its_documents_once()
    {
        using var contexts = new CaseContexts();
        CaseContext[] got = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => Of(contexts, "a", "1"))));
        Assert.Single(got.Distinct());
        Assert.Equal(1, read);
        Assert.NotSame(got[0], await Of(contexts, "a", "2"));
        Assert.Equal(2, read);
    }

    [Fact]
    public async Task Documents_of_many_logs_are_read_one_set_at_a_time_and_the_last_used_are_kept()
    {
        using var contexts = new CaseContexts();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => i % 2 == 0
            ? Of(contexts, "log-" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), "1")
            : contexts.Read(() => Load().GetAwaiter().GetResult(), CancellationToken.None))));
        Assert.Equal((30, 1), (read, mostReading));
        await Of(contexts, "first", "1");
        foreach (string id in (string[])["b", "c", "d", "first", "e", "first"])
        {
            await Of(contexts, id, "1");
        }

        Assert.Equal(35, read);
    }

    [Fact]
    public async Task A_date_of_judgement_of_one_call_is_not_kept_for_the_next()
    {
        using var contexts = new CaseContexts();
        var date = new NodaTime.LocalDate(2030, 1, 1);
        CaseContext asked = await contexts.Of(Log("a", "1"), date, Load, CancellationToken.None);
        CaseContext usual = await Of(contexts, "a", "1");
        Assert.Equal((date, new NodaTime.LocalDate(2026, 6, 1), 1), (asked.Mapping.AsOf, usual.Mapping.AsOf, read));
    }

    private Task<CaseContext> Of(CaseContexts contexts, string id, string etag) => contexts.Of(Log(id, etag), null, Load, CancellationToken.None);

    private async Task<CaseContext> Load()
    {
        int now = Interlocked.Increment(ref reading);
        mostReading = Math.Max(mostReading, now);
        read++;
        await Task.Yield();
        CaseContext context = CaseContextLoader.Load("mapping.json", _ => new MemoryStream(Encoding.UTF8.GetBytes(Logs.Mapping)));
        Interlocked.Decrement(ref reading);
        return context;
    }

    private static CaseLogRow Log(string id, string etag) => new()
    {
        Id = id,
        Etag = etag,
        CreatedAtTicks = 0,
        CaseCount = 0,
        EventCount = 0,
        SizeBytes = 0,
        IsSynthetic = true,
        MappingName = "mapping.json",
        DataQuality = [],
    };
}
