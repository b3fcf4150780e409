using Reform.Domain.Indicators;
using Reform.Domain.Procedures;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Procedures.V1;

namespace Reform.Grpc.Procedures;

/// <summary>What a change of a procedure saves, asked and answered.</summary>
internal static class SavingsMapping
{
    /// <summary>The volume and the costs of a request; null: it asks for no savings. What is wrong is refused with its path.</summary>
    public static (long Volume, string? Limit, UnitCosts Costs)? Read(P.SavingsTerms? terms)
    {
        if (terms is null)
        {
            return null;
        }

        const long MostCases = 1_000_000_000;
        if (terms.Volume is < 0 or > MostCases)
        {
            throw Refusal.InvalidField("savings.volume", "phải từ 0 đến 1.000.000.000", "must be from 0 to 1,000,000,000");
        }

        return (terms.Volume, RecordMapping.Word("savings.limit", terms.Limit), new UnitCosts(
            Cost("savings.day_cost", terms.DayCost), Cost("savings.copy_cost", terms.CopyCost), Cost("savings.visit_cost", terms.VisitCost)));
    }

    /// <summary>What the change saves by those terms.</summary>
    public static P.Savings? ToProto(VersionComparison comparison, (long Volume, string? Limit, UnitCosts Costs)? terms)
    {
        if (terms is not (long volume, var limit, UnitCosts costs))
        {
            return null;
        }

        if (limit is not null && comparison.Limits.All(l => l.Id != limit))
        {
            throw Refusal.InvalidField("savings.limit", "không có ở cả hai phiên bản", "does not stand in both versions");
        }

        var savings = Savings.Of(comparison, limit, volume, costs);
        var message = new P.Savings { Volume = savings.Volume, Amount = RecordMapping.ToProto(savings.Amount), Partial = savings.IsPartial };
        if (savings.Days is long days)
        {
            message.Days = days;
        }

        if (savings.Copies is long copies)
        {
            message.Copies = copies;
        }

        if (savings.Visits is long visits)
        {
            message.Visits = visits;
        }

        return message;
    }

    private static decimal? Cost(string field, string text)
    {
        const decimal MostDong = 1_000_000_000;
        if (text.Length == 0)
        {
            return null;
        }

        decimal cost = RecordMapping.Number(field, text);
        return cost is >= 0 and <= MostDong ? cost : throw Refusal.InvalidField(field, "phải từ 0 đến 1.000.000.000", "must be from 0 to 1,000,000,000");
    }
}
