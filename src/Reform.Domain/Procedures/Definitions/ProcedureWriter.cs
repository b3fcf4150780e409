using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Deadlines;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Writes procedures as the data file that <see cref="ProcedureFile"/> reads.</summary>
internal static class ProcedureWriter
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    public static byte[] Bytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Readable);

    public static JsonObject File(ProcedureCatalogue file) => Object(
        ("sources", Array(file.Sources.Select(Source))),
        ("procedures", Array(file.Procedures.Select(p => Object(
            ("code", p.Code), ("name", Text(p.Name)), ("system", Word(DefinitionParts.Systems, p.System)), ("versions", Array(p.Versions.Select(Version))))))));

    public static JsonObject Source(ProcedureSource source) => Object(
        ("id", source.Id), ("title", source.Title), ("number", source.Number), ("issuer", source.Issuer), ("kind", source.Kind),
        ("from_note", source.FromNote), ("from", Date(source.Validity.From)), ("to", Date(source.Validity.To)));

    public static JsonObject Text(BilingualText text) => Object(("vi", text.Vietnamese), ("en", text.English));

    public static JsonNode? Date(LocalDate? date) => date is LocalDate known ? LocalDatePattern.Iso.Format(known) : null;

    public static JsonNode? Time(LocalTime? time) => time is LocalTime known ? Hour.Format(known) : null;

    public static JsonNode? Limit(TimeLimit? limit) => limit is null ? null : Length(limit);

    public static JsonObject Length(TimeLimit limit) => Object(
        ("unit", TimeUnits.CodeOf(limit.Unit)),
        ("amount", limit.Unit is TimeUnit.NextEvent or TimeUnit.SameDay or TimeUnit.Immediate ? null : limit.Amount),
        ("event", limit.Event is null ? null : Text(limit.Event)));

    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode?)t)]);

    /// <summary>An object without the members that have no value.</summary>
    public static JsonObject Object(params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var made = new JsonObject();
        foreach ((string name, JsonNode? value) in members)
        {
            if (value is not null)
            {
                made[name] = value;
            }
        }

        return made;
    }

    public static string Word<T>(Dictionary<string, T> words, T value)
        where T : struct => words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Key;

    public static JsonObject Vote(CollectiveVote vote) => Object(
        ("numerator", vote.Threshold.Numerator), ("denominator", vote.Threshold.Denominator), ("strict", vote.Threshold.IsStrict),
        ("electorate", vote.Electorate), ("ballot", vote.Ballot));

    public static JsonObject Extension(LimitExtension extension) => Object(
        ("condition", extension.Condition), ("times", extension.Times), ("limit", Limit(extension.Length)));

    public static JsonObject DocumentLife(DocumentValidity validity)
    {
        JsonObject made = Length(validity.Length);
        made["from"] = validity.From;
        made["source"] = validity.SourceId;
        made["confidence"] = Word(DefinitionParts.Confidences, validity.Confidence);
        return made;
    }

    public static JsonObject Version(ProcedureVersion version) => Object(
        ("from", Date(version.Validity.From)), ("to", Date(version.Validity.To)), ("field", version.Field), ("requester", version.Requester),
        ("receiving_unit", version.ReceivingUnit), ("deciding_unit", version.DecidingUnit), ("result", version.Result),
        ("levels", Texts(version.Levels)), ("channels", Texts(version.Channels)), ("steps", Array(version.Steps.Select(Step))),
        ("documents", version.Documents is null ? null : Array(version.Documents.Select(Document))), ("visits", version.Visits is null ? null : Array(version.Visits.Select(Visit))),
        ("time_limits", Array(version.TimeLimits.Select(TimeLimitOf))), ("basis", Texts(version.Basis)),
        ("delegation", version.Delegation is DelegationNote note
            ? Object(("delegable", note.IsDelegable), ("rule", note.Rule), ("source", note.Source), ("confidence", Word(DefinitionParts.Confidences, note.Confidence)))
            : null),
        ("interpretations", version.Interpretations.Count == 0 ? null : Array(version.Interpretations.Select(i => Object(
            ("question", i.Question), ("answer", i.Answer), ("confidence", Word(DefinitionParts.Confidences, i.Confidence)))))),
        ("conditions", version.Conditions.Count == 0 ? null : Array(version.Conditions.Select(Text))),
        ("four_eyes", version.FourEyes.Count == 0 ? null : Array(version.FourEyes.Select(Pair))),
        ("supplement", version.Supplement?.Code), ("written", version.IsWritten ? null : false),
        ("local_variant", version.Variant is null ? null : Variant(version.Variant)),
        ("pilot", version.PilotId), ("notes", version.Notes), ("related", version.Related.Count == 0 ? null : Texts(version.Related)));

    private static JsonObject Step(ProcedureStep step) => Object(
        ("number", step.Number), ("after", step.After), ("name", Text(step.Name)), ("unit", step.Unit), ("output", step.Output),
        ("time_limits", step.TimeLimitIds.Count == 0 ? null : Texts(step.TimeLimitIds)), ("decision", step.Vote is null ? null : Vote(step.Vote)),
        ("decided_by", step.Decider), ("power", step.PowerId), ("activity", step.Activity == step.Name.Vietnamese ? null : step.Activity));

    public static JsonObject Pair(FourEyesPair pair) => Object(("first", pair.First), ("second", pair.Second));

    public static JsonObject Variant(LocalVariant variant) => Object(
        ("authority", variant.Authority), ("lengthening_reason", variant.LengtheningReason is null ? null : Text(variant.LengtheningReason)));

    public static JsonObject Document(RequiredDocument document) => Object(
        ("name", Text(document.Name)), ("kind", Word(DefinitionParts.DocumentKinds, document.Kind)), ("copies", document.Copies), ("form", document.Form),
        ("optional", document.IsOptional ? true : null), ("issued_by", document.IssuedBy), ("validity", document.Validity is null ? null : DocumentLife(document.Validity)));

    public static JsonObject Visit(RequiredVisit visit) => Object(
        ("purpose", Text(visit.Purpose)), ("step", visit.Step), ("channels", visit.Channels.Count == 0 ? null : Texts(visit.Channels)));

    private static JsonObject TimeLimitOf(ProcedureTimeLimit limit)
    {
        JsonObject made = Object(
            ("id", limit.Id), ("name", Text(limit.Name)), ("scope", Word(DefinitionParts.Scopes, limit.Scope)),
            ("direction", Word(DefinitionParts.Directions, limit.Direction)), ("end_event", limit.EndEvent));
        AddTerms(made, limit.Terms);
        foreach ((string name, string? value) in new[]
        {
            ("place", limit.Place), ("on_breach", limit.OnBreach), ("responsible", limit.Responsible), ("applies_to", limit.AppliesTo),
        })
        {
            if (value is not null)
            {
                made[name] = value;
            }
        }

        if (limit.History.Count > 0)
        {
            made["versions"] = Array(limit.History.Select(Dated));
        }

        return made;
    }

    private static JsonObject Dated(DatedLimitTerms dated)
    {
        JsonObject made = Object(("from", Date(dated.Validity.From)), ("to", Date(dated.Validity.To)));
        AddTerms(made, dated.Terms);
        return made;
    }

    public static void AddTerms(JsonObject made, LimitTerms terms)
    {
        foreach ((string name, JsonNode? value) in new (string, JsonNode?)[]
        {
            ("limit", Limit(terms.Limit)), ("cut_off", Time(terms.CutOff)), ("start_event", terms.StartEvent),
            ("extension", terms.Extension is null ? null : Extension(terms.Extension)), ("source", terms.SourceId),
            ("confidence", Word(DefinitionParts.Confidences, terms.Confidence)), ("note", terms.Note),
        })
        {
            if (value is not null)
            {
                made[name] = value;
            }
        }
    }
}
