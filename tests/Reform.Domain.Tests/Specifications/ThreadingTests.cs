using Reform.Domain.Specifications;

namespace Reform.Domain.Tests.Specifications;

public sealed class ThreadingTests
{
    private const int Threads = 8;

    [Fact]
    public void Many_threads_may_use_one_new_specification_at_once()
    {
        for (int round = 0; round < 50; round++)
        {
            int least = round;
            Specification<Sample> shared = new NumberBetween(least, least + 1) | new NumberAbove(least + 10);

            bool[][] answers = AtOnce(_ => Enumerable.Range(0, 80).Select(n => shared.IsSatisfiedBy(new Sample { Number = n })).ToArray());

            bool[] expected = [.. Enumerable.Range(0, 80).Select(n => n == least || n == least + 1 || n > least + 10)];
            Assert.All(answers, a => Assert.Equal(expected, a));
        }
    }

    [Fact]
    public void Threads_with_their_own_instance_of_one_shape_get_their_own_answers()
    {
        int[][] answers = AtOnce(thread => Enumerable.Range(0, 200)
            .Select(i => (Wanted: thread * 1000 + i, Found: new NumberBetween(thread * 1000 + i, thread * 1000 + i)
                .Evaluate(Enumerable.Range(0, 200).Select(n => new Sample { Number = thread * 1000 + n })).Single().Number))
            .Where(p => p.Wanted != p.Found).Select(p => p.Wanted).ToArray());

        Assert.All(answers, Assert.Empty);
    }

    [Fact]
    public void Adding_a_condition_while_another_thread_uses_it_is_refused_or_in_time_never_lost()
    {
        for (int round = 0; round < 200; round++)
        {
            var between = new NumberBetween(0, 5);
            bool[] results = AtOnce(thread => thread == 0 ? Added(between) : between.IsSatisfiedBy(new Sample { Number = 3 }));

            Assert.Equal(!results[0], between.IsSatisfiedBy(new Sample { Number = 3 }));
            Assert.All(results[1..], r => Assert.Equal(!results[0], r));
        }

        static bool Added(NumberBetween between)
        {
            try
            {
                between.AddLate();
                return true;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }
    }

    private static TResult[] AtOnce<TResult>(Func<int, TResult> work)
    {
        using var start = new Barrier(Threads);
        var results = new TResult[Threads];
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(i => new Thread(() =>
        {
            start.SignalAndWait();
            results[i] = work(i);
        }))];
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        return results;
    }
}
