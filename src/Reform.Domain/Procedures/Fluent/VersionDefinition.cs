using System.Text.Json.Nodes;
using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Defines a version of a procedure in code (định nghĩa phiên bản thủ tục).</summary>
public sealed class VersionDefinition
{
    internal VersionDefinition(LocalDate? from, LocalDate? to) => Json = ProcedureWriter.Object(
        ("from", ProcedureWriter.Date(from)), ("to", ProcedureWriter.Date(to)), ("levels", new JsonArray()), ("channels", new JsonArray()),
        ("basis", new JsonArray()), ("steps", new JsonArray()), ("time_limits", new JsonArray()));

    internal JsonObject Json { get; }

    /// <summary>The field (lĩnh vực).</summary>
    /// <param name="field">In the words of the catalogue.</param>
    /// <returns>This version.</returns>
    public VersionDefinition Field(string field) => Set("field", field);

    /// <summary>Who requests it (đối tượng thực hiện).</summary>
    /// <param name="requester">In the words of the catalogue.</param>
    /// <returns>This version.</returns>
    public VersionDefinition RequestedBy(string requester) => Set("requester", requester);

    /// <summary>The kind of unit that receives (đơn vị tiếp nhận).</summary>
    /// <param name="unit">In the words of the catalogue.</param>
    /// <returns>This version.</returns>
    public VersionDefinition ReceivedBy(string unit) => Set("receiving_unit", unit);

    /// <summary>The kind of unit that decides (cơ quan quyết định).</summary>
    /// <param name="unit">In the words of the catalogue.</param>
    /// <returns>This version.</returns>
    public VersionDefinition DecidedBy(string unit) => Set("deciding_unit", unit);

    /// <summary>What comes out of it (kết quả).</summary>
    /// <param name="result">The result.</param>
    /// <returns>This version.</returns>
    public VersionDefinition ResultsIn(string result) => Set("result", result);

    /// <summary>The levels at which it is done (cấp thực hiện).</summary>
    /// <param name="levels">The levels.</param>
    /// <returns>This version.</returns>
    public VersionDefinition Levels(params IEnumerable<string> levels) => Set("levels", ProcedureWriter.Texts(levels));

    /// <summary>How it may be filed (cách thức nộp).</summary>
    /// <param name="channels">The channels.</param>
    /// <returns>This version.</returns>
    public VersionDefinition Channels(params IEnumerable<string> channels) => Set("channels", ProcedureWriter.Texts(channels));

    /// <summary>The instruments that lay it down (căn cứ).</summary>
    /// <param name="basis">The instruments, with their articles.</param>
    /// <returns>This version.</returns>
    public VersionDefinition Basis(params IEnumerable<string> basis) => Set("basis", ProcedureWriter.Texts(basis));

    /// <summary>Further notes.</summary>
    /// <param name="notes">The notes.</param>
    /// <returns>This version.</returns>
    public VersionDefinition Notes(string notes) => Set("notes", notes);

    /// <summary>Related procedures (thủ tục liên quan).</summary>
    /// <param name="codes">Their codes.</param>
    /// <returns>This version.</returns>
    public VersionDefinition Related(params IEnumerable<string> codes) => Set("related", ProcedureWriter.Texts(codes));

    /// <summary>Whether the deciding power may be delegated (ủy quyền).</summary>
    /// <param name="note">The note.</param>
    /// <returns>This version.</returns>
    public VersionDefinition Delegation(DelegationNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return Set("delegation", ProcedureWriter.Object(
            ("delegable", note.IsDelegable), ("rule", note.Rule), ("source", note.Source), ("confidence", ProcedureWriter.Word(DefinitionParts.Confidences, note.Confidence))));
    }

    /// <summary>A question of interpretation and the answer that is followed (vấn đề có nhiều cách hiểu).</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="confidence">How well it is known.</param>
    /// <returns>This version.</returns>
    public VersionDefinition Interpretation(string question, string answer, SourceConfidence confidence = SourceConfidence.Verified) => Add(
        "interpretations", ProcedureWriter.Object(("question", question), ("answer", answer), ("confidence", ProcedureWriter.Word(DefinitionParts.Confidences, confidence))));

    /// <summary>Adds what has to be fulfilled (yêu cầu, điều kiện).</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>This version.</returns>
    public VersionDefinition Condition(BilingualText condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Add("conditions", ProcedureWriter.Text(condition));
    }

    /// <summary>Two activities that two people must do (nguyên tắc bốn mắt).</summary>
    /// <param name="first">The one activity.</param>
    /// <param name="second">The other activity.</param>
    /// <returns>This version.</returns>
    public VersionDefinition FourEyes(string first, string second) => Add("four_eyes", ProcedureWriter.Pair(new FourEyesPair(first, second)));

    /// <summary>What a request for a supplement does to its limits (bổ sung hồ sơ).</summary>
    /// <param name="regime">The regime.</param>
    /// <returns>This version.</returns>
    public VersionDefinition OnSupplement(SupplementRegime regime)
    {
        ArgumentNullException.ThrowIfNull(regime);
        return Set("supplement", regime.Code);
    }

    /// <summary>It is practised, and written down nowhere (quy trình chưa thành văn).</summary>
    /// <returns>This version.</returns>
    public VersionDefinition Unwritten() => Set("written", false);

    /// <summary>It departs from the rule of the level above (quy định riêng của địa phương).</summary>
    /// <param name="variant">By what right and why.</param>
    /// <returns>This version.</returns>
    public VersionDefinition LocalVariant(LocalVariant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        return Set("local_variant", ProcedureWriter.Variant(variant));
    }

    /// <summary>A pilot tries it (thực hiện theo thí điểm).</summary>
    /// <param name="pilotId">The pilot.</param>
    /// <returns>This version.</returns>
    public VersionDefinition UnderPilot(string pilotId) => Set("pilot", pilotId);

    /// <summary>Adds a step (bước).</summary>
    /// <param name="number">Its number.</param>
    /// <param name="name">Its name.</param>
    /// <param name="unit">The kind of unit in charge.</param>
    /// <param name="output">What it produces; null: nothing is recorded.</param>
    /// <param name="after">The number of the step that it follows; null: it is a first step.</param>
    /// <param name="vote">The vote of a collective that decides it; null: none.</param>
    /// <param name="decider">The title of the one person who decides it; null: none.</param>
    /// <param name="power">The power that deciding it takes; null: none.</param>
    /// <param name="activity">The activity by which event logs call it; null: its Vietnamese name.</param>
    /// <param name="within">The limits that bind it.</param>
    /// <returns>This version.</returns>
    public VersionDefinition Step(
        int number, BilingualText name, string unit, string? output = null, int? after = null, CollectiveVote? vote = null,
        string? decider = null, string? power = null, string? activity = null, params IEnumerable<string> within)
    {
        ArgumentNullException.ThrowIfNull(name);
        JsonArray limits = ProcedureWriter.Texts(within);
        return Add("steps", ProcedureWriter.Object(
            ("number", number), ("after", after), ("name", ProcedureWriter.Text(name)), ("unit", unit), ("output", output),
            ("time_limits", limits.Count == 0 ? null : limits), ("decision", vote is null ? null : ProcedureWriter.Vote(vote)),
            ("decided_by", decider), ("power", power), ("activity", activity)));
    }

    /// <summary>Says that no document has to be handed in (không yêu cầu giấy tờ).</summary>
    /// <returns>This version.</returns>
    public VersionDefinition NoDocuments() => Set("documents", new JsonArray());

    /// <summary>Adds a document that has to be handed in (thành phần hồ sơ).</summary>
    /// <param name="document">The document.</param>
    /// <returns>This version.</returns>
    public VersionDefinition Document(RequiredDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Add("documents", ProcedureWriter.Document(document));
    }

    /// <summary>Says that the requester need not come at all (không phải đi lại).</summary>
    /// <returns>This version.</returns>
    public VersionDefinition NoVisits() => Set("visits", new JsonArray());

    /// <summary>Adds a visit that the requester has to make (lượt đi lại).</summary>
    /// <param name="visit">The visit.</param>
    /// <returns>This version.</returns>
    public VersionDefinition Visit(RequiredVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return Add("visits", ProcedureWriter.Visit(visit));
    }

    /// <summary>Adds a time limit (thời hạn).</summary>
    /// <param name="id">Its identifier.</param>
    /// <param name="name">What has to happen within it.</param>
    /// <param name="scope">What it bounds.</param>
    /// <param name="from">The event that starts it.</param>
    /// <param name="to">The event that ends it.</param>
    /// <param name="length">The length; null: none.</param>
    /// <param name="source">The instrument that says so.</param>
    /// <param name="more">What else it says.</param>
    /// <returns>This version.</returns>
    public VersionDefinition Limit(
        string id, BilingualText name, LimitScope scope, string from, string to, TimeLimit? length, string source, Action<LimitDefinition>? more = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var limit = new LimitDefinition(ProcedureWriter.Object(
            ("id", id), ("name", ProcedureWriter.Text(name)), ("scope", ProcedureWriter.Word(DefinitionParts.Scopes, scope)),
            ("direction", "forward"), ("limit", ProcedureWriter.Limit(length)), ("start_event", from), ("end_event", to), ("source", source),
            ("confidence", "verified")));
        more?.Invoke(limit);
        return Add("time_limits", limit.Json);
    }

    private VersionDefinition Set(string name, JsonNode? value)
    {
        Json[name] = value;
        return this;
    }

    private VersionDefinition Add(string list, JsonObject item)
    {
        if (Json[list] is not JsonArray items)
        {
            Json[list] = items = [];
        }

        items.Add((JsonNode)item);
        return this;
    }
}
