using Google.Protobuf.Collections;
using Reform.Domain.Delegation;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using ProtoRange = Reform.Delegation.V1.AmountRange;
using ProtoScope = Reform.Delegation.V1.GrantScope;

namespace Reform.Grpc.Delegation;

/// <summary>The scopes of grants and their messages, both ways.</summary>
internal static class ScopeMapping
{
    private const int MostWords = 1000;
    private const int MostExclusions = 100;

    public static GrantScope Scope(string field, ProtoScope? scope) => scope is null ? GrantScope.Everything : Scope(field, scope, mayExclude: true);

    public static ProtoScope? ToProto(GrantScope scope) => scope.IsEverything ? null : Whole(scope);

    public static ValueList<string> Words(string field, RepeatedField<string> words, int most = MostWords)
    {
        RequestFields.AtMost(field, words.Count, most);
        return words.Select((w, i) => RecordMapping.RequiredWord(RequestFields.At(field, i), w)).ToValueList();
    }

    private static GrantScope Scope(string field, ProtoScope scope, bool mayExclude)
    {
        RequestFields.AtMost(field + ".exclusions", scope.Exclusions.Count, mayExclude ? MostExclusions : 0);
        return new GrantScope
        {
            Subjects = Words(field + ".subjects", scope.Subjects),
            Territories = Words(field + ".territories", scope.Territories),
            CaseKinds = Words(field + ".case_kinds", scope.CaseKinds),
            Amount = Range(field + ".amount", scope.Amount),
            Exclusions = scope.Exclusions.Select((e, i) => Scope(RequestFields.At(field + ".exclusions", i), e, mayExclude: false)).ToValueList(),
        };
    }

    private static ProtoScope Whole(GrantScope scope) => new()
    {
        Subjects = { scope.Subjects },
        Territories = { scope.Territories },
        CaseKinds = { scope.CaseKinds },
        Amount = scope.Amount is AmountRange amount ? ToProto(amount) : null,
        Exclusions = { scope.Exclusions.Select(e => Whole(e with { Exclusions = [] })) },
    };

    private static AmountRange? Range(string field, ProtoRange? range)
    {
        if (range is null)
        {
            return null;
        }

        (decimal? from, bool includesFrom) = Bound(field, "from", range.From, "above", range.Above);
        (decimal? to, bool includesTo) = Bound(field, "to", range.To, "below", range.Below);
        try
        {
            return new AmountRange(from, includesFrom, to, includesTo);
        }
        catch (ArgumentException)
        {
            throw Refusal.InvalidField(field, "không có số nào nằm trong khoảng", "holds no amount");
        }
    }

    private static (decimal? Bound, bool IsIncluded) Bound(string field, string with, string included, string without, string excluded) =>
        (included.Length > 0, excluded.Length > 0) switch
        {
            (true, true) => throw Refusal.InvalidField(field + "." + without, "không dùng cùng với '" + with + "'", "does not go together with '" + with + "'"),
            (true, false) => (RecordMapping.Number(field + "." + with, included), true),
            (false, true) => (RecordMapping.Number(field + "." + without, excluded), false),
            _ => (null, false),
        };

    private static ProtoRange ToProto(AmountRange range) => new()
    {
        From = range.IncludesFrom ? RecordMapping.ToProto(range.From) : "",
        Above = range.IncludesFrom ? "" : RecordMapping.ToProto(range.From),
        To = range.IncludesTo ? RecordMapping.ToProto(range.To) : "",
        Below = range.IncludesTo ? "" : RecordMapping.ToProto(range.To),
    };
}
