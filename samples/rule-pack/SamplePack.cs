using Reform.Domain.Compliance;

namespace Reform.Samples.RulePack;

/// <summary>A pack of two rules that no authority ever issued: it shows how rules are added from outside.</summary>
public sealed class SamplePack : IRulePack
{
    public string Name => "sample";

    public RuleBooks AddTo(RuleBooks books)
    {
        ArgumentNullException.ThrowIfNull(books);
        return books.With(new ResultToldOnTheDay()).With(new FewConsultations());
    }
}
