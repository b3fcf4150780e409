namespace Reform.Domain.Tests.Specifications;

public sealed class EvaluateTests
{
    private static readonly NumberBetween Between = new(2, 3);

    [Fact]
    public void Candidates_are_taken_one_by_one_as_they_are_asked_for()
    {
        int taken = 0;
        IEnumerable<Sample> Candidates()
        {
            for (int i = 0; i < 100; i++)
            {
                taken++;
                yield return new Sample { Number = i };
            }
        }

        IEnumerable<Sample> found = Between.Evaluate(Candidates());

        Assert.Equal(0, taken);
        Assert.Equal(2, found.First().Number);
        Assert.Equal(3, taken);
    }

    [Fact]
    public void The_order_of_the_candidates_is_kept()
    {
        Sample[] candidates =
        [
            new() { Id = 0, Number = 3 },
            new() { Id = 1, Number = 9 },
            new() { Id = 2, Number = 2 },
            new() { Id = 3, Number = 3 },
        ];

        Assert.Equal([0, 2, 3], Between.Evaluate(candidates).Select(s => s.Id));
    }

    [Fact]
    public void A_query_stays_a_query()
    {
        IQueryable<Sample> query = Enumerable.Range(0, 6).Select(n => new Sample { Number = n }).AsQueryable();

        IQueryable<Sample> narrowed = Between.Evaluate(query);

        Assert.Contains("Where", narrowed.Expression.ToString(), StringComparison.Ordinal);
        Assert.Equal([2, 3], narrowed.Select(s => s.Number));
    }

    [Fact]
    public void Null_is_refused_at_once_not_at_the_first_element()
    {
        Assert.Throws<ArgumentNullException>(() => { Between.Evaluate((IEnumerable<Sample>)null!); });
        Assert.Throws<ArgumentNullException>(() => { Between.Evaluate((IQueryable<Sample>)null!); });
    }
}
