using System.Text.Json.Nodes;
using NodaTime;

namespace Reform.Domain.Procedures;

/// <summary>Defines what else a time limit says (định nghĩa thời hạn).</summary>
public sealed class LimitDefinition
{
    internal LimitDefinition(JsonObject json) => Json = json;

    internal JsonObject Json { get; }

    /// <summary>It is counted back from its start event (tính ngược).</summary>
    /// <returns>This limit.</returns>
    public LimitDefinition Backward() => Set("direction", "backward");

    /// <summary>The hour after which a receipt counts as the next day's (giờ chốt tiếp nhận).</summary>
    /// <param name="hour">The hour.</param>
    /// <returns>This limit.</returns>
    public LimitDefinition CutOff(LocalTime hour) => Set("cut_off", ProcedureWriter.Time(hour));

    /// <summary>How far it may be extended (gia hạn).</summary>
    /// <param name="extension">How far.</param>
    /// <returns>This limit.</returns>
    public LimitDefinition MayBeExtended(LimitExtension extension)
    {
        ArgumentNullException.ThrowIfNull(extension);
        return Set("extension", ProcedureWriter.Extension(extension));
    }

    /// <summary>The article.</summary>
    /// <param name="place">The article.</param>
    /// <returns>This limit.</returns>
    public LimitDefinition Place(string place) => Set("place", place);

    /// <summary>What follows when it is broken.</summary>
    /// <param name="consequence">The consequence.</param>
    /// <returns>This limit.</returns>
    public LimitDefinition OnBreach(string consequence) => Set("on_breach", consequence);

    /// <summary>Who answers for it.</summary>
    /// <param name="unit">The kind of unit or person.</param>
    /// <returns>This limit.</returns>
    public LimitDefinition AnsweredBy(string unit) => Set("responsible", unit);

    /// <summary>The territory or level that alone it binds.</summary>
    /// <param name="place">The territory or level.</param>
    /// <returns>This limit.</returns>
    public LimitDefinition AppliesTo(string place) => Set("applies_to", place);

    /// <summary>A note on how it is read.</summary>
    /// <param name="note">The note.</param>
    /// <returns>This limit.</returns>
    public LimitDefinition Note(string note) => Set("note", note);

    /// <summary>It is recalled, not read (theo trí nhớ).</summary>
    /// <returns>This limit.</returns>
    public LimitDefinition FromMemory() => Set("confidence", "from-memory");

    /// <summary>What it was or is in a period (thời hạn theo từng giai đoạn hiệu lực); the periods do not overlap.</summary>
    /// <param name="from">The first date; null: not recorded.</param>
    /// <param name="to">The first date on which it no longer holds; null: no end is known.</param>
    /// <param name="terms">The terms.</param>
    /// <returns>This limit.</returns>
    public LimitDefinition InForce(LocalDate? from, LocalDate? to, LimitTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (Json["versions"] is not JsonArray versions)
        {
            Json["versions"] = versions = [];
        }

        JsonObject made = ProcedureWriter.Object(("from", ProcedureWriter.Date(from)), ("to", ProcedureWriter.Date(to)));
        ProcedureWriter.AddTerms(made, terms);
        versions.Add((JsonNode)made);
        return this;
    }

    private LimitDefinition Set(string name, JsonNode? value)
    {
        Json[name] = value;
        return this;
    }
}
