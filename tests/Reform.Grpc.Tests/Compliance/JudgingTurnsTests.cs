using Reform.Grpc.Compliance;

namespace Reform.Grpc.Tests.Compliance;

public sealed class JudgingTurnsTests
{
    [Fact]
    public async Task No_more_evaluations_judge_at_one_time_than_there_are_processors()
    {
        using var turns = new JudgingTurns();
        using var together = new CountdownEvent(Environment.ProcessorCount);
        int judging = 0;
        int most = 0;
        int Judge(int i)
        {
            int now = Interlocked.Increment(ref judging);
            InterlockedMax(ref most, now);
            if (i < Environment.ProcessorCount)
            {
                // The first ones wait for each other, so that they are seen to judge at one time.
                together.Signal();
                together.Wait(TestContext.Current.CancellationToken);
            }

            Interlocked.Decrement(ref judging);
            return i;
        }

        int[] results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => turns.Run(() => Judge(i), TestContext.Current.CancellationToken)));
        Assert.Equal(Enumerable.Range(0, 100), results);
        Assert.Equal(Environment.ProcessorCount, most);
    }

    [Fact]
    public async Task A_turn_ends_with_an_error_too_and_who_gave_up_takes_none()
    {
        using var turns = new JudgingTurns();
        for (int i = 0; i < 2 * Environment.ProcessorCount; i++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => turns.Run<int>(() => throw new InvalidOperationException(), CancellationToken.None));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turns.Run(() => 1, new CancellationToken(canceled: true)));
        }

        Assert.Equal(1, await turns.Run(() => 1, CancellationToken.None));
    }

    private static void InterlockedMax(ref int most, int now)
    {
        int seen = Volatile.Read(ref most);
        while (now > seen)
        {
            int before = Interlocked.CompareExchange(ref most, now, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }
}
