using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Digital;

/// <summary>A document in the electronic flow, flat (văn bản trên môi trường điện tử); never its content.</summary>
public sealed record FlowDocumentFacts
{
    /// <summary>What rules have to know of these: judged by the rules of the day on which they were seen.</summary>
    public static RuleSubject<FlowDocumentFacts> Subject { get; } = new(
        "electronic_document", new BilingualText("văn bản trên môi trường điện tử", "document in the electronic flow"), f => f.Id, f => f.SeenOn, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị", "unit"),
            [nameof(SeenOn)] = new("ngày ghi nhận", "seen on"),
            [nameof(Secrecy)] = new("độ mật", "secrecy"),
        },
    };

    /// <summary>The document.</summary>
    public required string Id { get; init; }

    /// <summary>The unit in whose flow it is.</summary>
    public required string UnitId { get; init; }

    /// <summary>When it was seen there; null: not known.</summary>
    public LocalDate? SeenOn { get; init; }

    /// <summary>Its class; null: not recorded.</summary>
    public SecrecyClass? Secrecy { get; init; }
}
