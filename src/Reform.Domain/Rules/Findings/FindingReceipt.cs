using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>
/// What is needed to judge a finding again without any system (biên nhận phát hiện): the facts, the rule with its thresholds, and their
/// versions, as a JSON document that ends with the SHA-256 of what it says. A rule as data stands in it whole; of one from a rule pack, the name of
/// the pack. It has one form only: a changed byte is noticed.
/// </summary>
public static class FindingReceipt
{
    private const string Format = "reform-finding/1";
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the receipt of a finding.</summary>
    /// <typeparam name="T">The type of the object: flat facts.</typeparam>
    /// <param name="finding">The finding.</param>
    /// <param name="facts">The facts on which it was found.</param>
    /// <returns>UTF-8 text, with a line feed at its end.</returns>
    public static byte[] Write<T>(Finding finding, T facts)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(facts);
        return Written(new ReceiptContent(
            finding.Key, finding.RuleHash, finding.BookHash, finding.SimulatedOn, finding.IsToCome, finding.JudgedOn, finding.Verdict.ToString(), finding.Reason.Code,
            finding.Reason.Arguments.Select(a => (a.Name, a.Value.ToInvariant())).ToValueList(),
            finding.Reason.Sentence, finding.Values, FactsText.Of(facts!), finding.Rule.Pack, finding.RuleText));
    }

    /// <summary>The kind of object of a receipt: which book can judge it again.</summary>
    /// <param name="receipt">The document.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <returns>The kind.</returns>
    /// <exception cref="InvalidDataFileException">It is no receipt; every problem is listed.</exception>
    public static string KindOf(ReadOnlyMemory<byte> receipt, string source) => ReceiptReader.Read(receipt, source).Key.SubjectKind;

    /// <summary>Judges a finding again.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="receipt">The document, as <see cref="Write"/> wrote it.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="book">The rules as they are now.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="InvalidDataFileException">It is no receipt of such an object; every problem is listed.</exception>
    public static Replay ReplayOf<T>(ReadOnlyMemory<byte> receipt, string source, RuleBook<T> book)
    {
        ArgumentNullException.ThrowIfNull(book);
        ReceiptContent content = ReceiptReader.Read(receipt, source);
        if (!receipt.Span.SequenceEqual(Written(content)))
        {
            return new Replay(content.Key, ReplayOutcome.Altered, content.Verdict, null);
        }

        T facts = FactsText.Read<T>(content.Facts, source);
        DataRuleText? own = content.Data is DataRuleText text && !book.Codes.Any(c => c.Code == text.Code) ? text : null;
        RuleBook<T> judging = own is null ? book : new RuleBook<T>(book.Subject, [DataRuleJson.RuleOf(own, book.Subject, source)]);
        RuleBook<T> then = content.SimulatedOn is LocalDate on ? judging.AsOn(on) : content.IsToCome ? judging.ToComeOn(content.JudgedOn) : judging;
        return ReplayOf(content, facts, then) with { OwnText = own, Pack = content.Pack };
    }

    private static Replay ReplayOf<T>(ReceiptContent content, T facts, RuleBook<T> book)
    {
        RuleEdition<T>? edition = book.EditionFor(content.Key.RuleCode, facts);
        Judgement? judgement = edition is not null ? edition.Rule.Judge(facts)
            : book.JudgementWithoutEdition(content.Key.RuleCode, facts) is { Verdict: Verdict.Unknown } undated ? undated
            : null;
        if (judgement is null)
        {
            return new Replay(content.Key, ReplayOutcome.RuleAbsent, content.Verdict, null);
        }

        bool isSame = judgement.Verdict.ToString() == content.Verdict && judgement.Reason?.Code == content.ReasonCode
            && judgement.Reason.Arguments.Select(a => (a.Name, a.Value.ToInvariant())).SequenceEqual(content.Arguments);
        ReplayOutcome outcome = !isSame ? ReplayOutcome.VerdictDiffers
            : (edition is null ? "" : RuleText.Hash(edition.Rule.ToCanonicalText())) != content.RuleHash ? ReplayOutcome.RuleChanged
            : ReplayOutcome.Confirmed;
        return new Replay(content.Key, outcome, content.Verdict, judgement);
    }

    private static byte[] Written(ReceiptContent content)
    {
        byte[] said = Json(content, null);
        return Json(content, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(said)));
    }

    private static byte[] Json(ReceiptContent content, string? sha256)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("rule", content.Key.RuleCode);
            json.WriteString("rule_version", content.RuleHash);
            json.WriteString("book_version", content.BookHash);
            DataRuleJson.WriteDate(json, "simulated_on", content.SimulatedOn);
            json.WriteBoolean("to_come", content.IsToCome);
            json.WriteString("judged_on", LocalDatePattern.Iso.Format(content.JudgedOn));
            json.WriteString("subject_kind", content.Key.SubjectKind);
            json.WriteString("subject", content.Key.SubjectId);
            json.WriteString("period", content.Key.Period);
            json.WriteString("verdict", content.Verdict);
            json.WriteString("reason", content.ReasonCode);
            WriteTexts(json, "arguments", content.Arguments);
            json.WriteString("sentence_vi", content.Sentence.Vietnamese);
            json.WriteString("sentence_en", content.Sentence.English);
            json.WriteStartObject("thresholds");
            foreach ((string name, int value) in content.Values.All)
            {
                json.WriteNumber(name, value);
            }

            json.WriteEndObject();
            if (content.Pack is not null)
            {
                json.WriteString("pack", content.Pack);
            }

            if (content.Data is not null)
            {
                DataRuleJson.Write(json, "data_rule", content.Data);
            }

            WriteTexts(json, "facts", content.Facts);
            if (sha256 is not null)
            {
                json.WriteString("sha256", sha256);
            }

            json.WriteEndObject();
        }

        stream.Write("\n"u8);
        return stream.ToArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, ValueList<(string Name, string Value)> texts)
    {
        json.WriteStartObject(name);
        foreach ((string key, string value) in texts)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }
}

/// <summary>What came of judging a finding again.</summary>
/// <param name="Key">The finding.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Verdict">The verdict that the receipt states.</param>
/// <param name="Judgement">The judgement now; null where none could be made.</param>
public sealed record Replay(FindingKey Key, ReplayOutcome Outcome, string Verdict, Judgement? Judgement)
{
    /// <summary>The rule as the receipt has it, where it judged because the rules at hand have none of its code; null: they judged.</summary>
    public DataRuleText? OwnText { get; init; }

    /// <summary>The rule pack that brought the rule; null: none did.</summary>
    public string? Pack { get; init; }
}

/// <summary>What can come of judging a finding again.</summary>
public enum ReplayOutcome
{
    /// <summary>The same rule, on the same facts, says the same (xác nhận).</summary>
    Confirmed = 0,

    /// <summary>The document is not as it was written (đã bị sửa).</summary>
    Altered = 1,

    /// <summary>The rules at hand have no such rule for such an object (không có quy tắc).</summary>
    RuleAbsent = 2,

    /// <summary>The rule was stated otherwise since, but says the same (quy tắc đã thay đổi, kết luận giữ nguyên).</summary>
    RuleChanged = 3,

    /// <summary>The rules at hand say something else (kết luận khác).</summary>
    VerdictDiffers = 4,
}

/// <summary>What a receipt says.</summary>
internal sealed record ReceiptContent(
    FindingKey Key,
    string RuleHash,
    string BookHash,
    LocalDate? SimulatedOn,
    bool IsToCome,
    LocalDate JudgedOn,
    string Verdict,
    string ReasonCode,
    ValueList<(string Name, string Value)> Arguments,
    BilingualText Sentence,
    RuleValues Values,
    ValueList<(string Name, string Value)> Facts,
    string? Pack,
    DataRuleText? Data);
