using CsCheck;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;

namespace Reform.Domain.Tests.Rules;

/// <summary>A book over many objects at once says what it says of each.</summary>
public sealed class RuleBatchTests
{
    private static readonly LocalDate Change = EndedInTimeWithFewCopies.Change;

    private static readonly RuleBook<Dossier> Book = new RuleBook<Dossier>(
        Dossier.Subject,
        [
            new EndedInTimeWithFewCopies(), new Requirement("T-01", d => d.Pages < 3), new Requirement("T-02", d => d.Pages > 0, new Validity(Change, null)),
            new Requirement("T-03", d => d.Channel!.Length > 0 || d.Pages != 2),
        ]).With(new UnitThreshold("T-CAS-01", "most_copies", "U2", 2, new Validity(Change.PlusDays(1), null), LegalBasis.Citing("Quy chế của đơn vị")));

    private static readonly Gen<Dossier> Dossiers =
        from received in Gen.Int[-2, 2].Nullable()
        from unit in Gen.Int[1, 2]
        from closed in Gen.Bool
        from due in Gen.Int[0, 2].Nullable()
        from ended in Gen.Int[0, 2].Nullable()
        from copies in Gen.Int[1, 6].Nullable()
        from pages in Gen.Int[0, 4]
        from channel in Gen.Bool
        select new Dossier
        {
            ReceivedOn = received is int o ? Change.PlusDays(o) : null,
            UnitId = "U" + unit,
            State = closed ? DossierState.Closed : DossierState.Open,
            DueOn = due is int d ? Change.PlusDays(d) : null,
            EndedOn = ended is int e ? Change.PlusDays(e) : null,
            Copies = copies,
            Pages = pages,
            Channel = channel ? "post" : null,
        };

    [Fact]
    public void A_batch_finds_what_judging_one_by_one_finds_in_the_same_order()
    {
        var batch = new RuleBatch<Dossier>(Book);
        var matches = new SpecificationMatches();
        int broken = 0;
        Dossiers.Array[0, 40].Sample(
            all =>
            {
                List<(int, string, Verdict)> expected = [];
                List<(int, string)> failed = [];
                for (int i = 0; i < all.Length; i++)
                {
                    Judgements one = Book.Judge(all[i]);
                    expected.AddRange(one.Judged.Where(j => j.Verdict is Verdict.Fail or Verdict.Unknown).Select(j => (i, j.Rule.Code, j.Verdict)));
                    failed.AddRange(one.Failures.Select(f => (i, f.RuleCode)));
                }

                broken += failed.Count;
                batch.Judge(all, matches);
                Assert.Equal(expected, Found(batch, matches));
                Assert.Equal(failed, matches.Failures.Select(f => (f.Candidate, batch.Places[f.Specification].Code)).Distinct());
                batch.JudgeInParallel(all, matches, TestContext.Current.CancellationToken);
                Assert.Equal(expected, Found(batch, matches));
            },
            iter: 300,
            threads: 1,
            seed: "0000KoDzHfQ4");
        Assert.NotEqual(0, broken);
    }

    [Fact]
    public void An_object_without_findings_costs_no_memory()
    {
        var batch = new RuleBatch<Dossier>(Book);
        var matches = new SpecificationMatches();
        Dossier[] sound = [.. Enumerable.Repeat(new Dossier { ReceivedOn = Change, Pages = 1, Channel = "post" }, 1000)];
        batch.Judge(sound, matches);
        long before = GC.GetAllocatedBytesForCurrentThread();
        batch.Judge(sound, matches);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(0, matches.Matches.Length);
    }

    private static List<(int, string, Verdict)> Found(RuleBatch<Dossier> batch, SpecificationMatches matches)
    {
        List<(int, string, Verdict)> found = [];
        foreach (SpecificationMatch match in matches.Matches)
        {
            found.Add((match.Candidate, batch.Places[match.Specification].Code, batch.Places[match.Specification].Verdict));
        }

        return found;
    }
}
