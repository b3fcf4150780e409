using System.Globalization;
using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Cases as traces of an event log, for other tools and for other agencies; and back (xuất, nhập hồ sơ theo XES).</summary>
/// <remarks>
/// Other tools find the standard's own attributes: "concept:name", "concept:instance", "lifecycle:transition", "time:timestamp", "org:resource",
/// "org:group". All else stands in attributes that begin with "reform:": both times of every record, what was corrected, every fact of an event.
/// Read back in the same zone, a case has the same records; texts come in Unicode normalization form C.
/// </remarks>
public static class CaseFileTraces
{
    internal const string Superseded = "reform:superseded";
    private const string Id = "concept:name";
    private const string Calendar = "reform:calendar";
    private const string Locality = "reform:locality";

    /// <summary>What stands before such traces: the extension of their attributes, what every one has, and how events are told apart.</summary>
    /// <returns>A head for <see cref="XesWriter"/>.</returns>
    public static XesHead Head() => new()
    {
        Extensions = [new XesExtension("Reform", "reform", "urn:reform:casefile")],
        Globals =
        [
            new XesGlobal("trace", [new XesAttribute(Id, "-", 1)]),
            new XesGlobal("event",
            [
                new XesAttribute(Id, "-", 1), new XesAttribute("lifecycle:transition", "complete", 1),
                new XesAttribute("time:timestamp", "1970-01-01T00:00:00+00:00", 1) { Type = XesType.Date },
            ]),
        ],
        Classifiers = [new XesClassifier("Activity", Id), new XesClassifier("Activity and transition", Id + " lifecycle:transition")],
    };

    /// <summary>The traces of cases. Secret ones are left out unless they are asked for: <see cref="IsWithheld"/>.</summary>
    /// <param name="files">The cases, walked once.</param>
    /// <param name="zone">The zone of their legal dates.</param>
    /// <param name="withSecret">Whether secret cases come too; a decision of whoever may see them (tài liệu mật).</param>
    /// <returns>The traces, lazily, in the order of the cases.</returns>
    public static IEnumerable<XesTrace> Of(IEnumerable<CaseFile> files, DateTimeZone zone, bool withSecret = false)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(zone);
        return files.Where(f => withSecret || !IsWithheld(f)).Select(f => Plain(f, zone));
    }

    /// <summary>The trace of one case, secret or not, with by what its clocks run.</summary>
    /// <param name="file">The case.</param>
    /// <param name="zone">The zone of its legal dates.</param>
    /// <param name="terms">By what its clocks run.</param>
    /// <returns>The trace.</returns>
    public static XesTrace Trace(CaseFile file, DateTimeZone zone, TraceTerms terms)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(terms);
        XesTrace trace = Plain(file, zone);
        var own = new CaseAttributeWriter(zone);
        own.Put(Calendar, terms.CalendarId);
        own.Put(Locality, terms.Place);
        return trace with { Attributes = trace.Attributes.Concat(own.Attributes).ToValueList() };
    }

    /// <summary>By what the clocks of a case run, as its trace says.</summary>
    /// <param name="trace">A trace that was made of a case.</param>
    /// <returns>What it says; null where it says nothing.</returns>
    public static TraceTerms TermsOf(XesTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return new TraceTerms(trace.Attributes.Find(Calendar)?.Value, trace.Attributes.Find(Locality)?.Value);
    }

    /// <summary>Whether a case stays out of an export: it is or was marked secret, or a document in it has a class of secrecy.</summary>
    /// <param name="file">The case.</param>
    /// <returns>True when it is left out by default.</returns>
    public static bool IsWithheld(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Records.Any(r => r.Fact is CaseReceived { IsSecret: true } or DocumentRecorded { Secrecy: not SecrecyClass.None });
    }

    /// <summary>The case of a trace that <see cref="Of"/> made.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="zone">The zone of its legal dates.</param>
    /// <param name="source">What to call the log in problems.</param>
    /// <returns>The case.</returns>
    /// <exception cref="InvalidDataFileException">An attribute is missing, unknown or no value of its kind, or the records are no case.</exception>
    public static CaseFile Read(XesTrace trace, DateTimeZone zone, string source = "log")
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(zone);
        var own = new CaseAttributeReader(trace.Attributes, trace.Line, zone, source);
        string id = own.RequiredText(Id);
        _ = (own.Text(Calendar), own.Text(Locality));
        ValueList<XesAttribute> superseded = own.List(Superseded);
        own.RejectUnknown();
        var records = new SortedDictionary<int, Recorded<CaseEvent>>();
        foreach ((ValueList<XesAttribute> attributes, int line) in trace.Events.Select(e => (e.Attributes, e.Line)).Concat(superseded.Select(s => (s.Nested, s.Line))))
        {
            var reader = new CaseAttributeReader(attributes, line, zone, source);
            (int place, Recorded<CaseEvent> record) = CaseRecordAttributes.Read(reader);
            if (!records.TryAdd(place, record))
            {
                throw reader.Problem(CaseRecordAttributes.Place, "vị trí ghi nhận bị lặp lại", "the place of a record stands twice");
            }
        }

        if (records.Count > 0 && (records.Keys.First() != 0 || records.Keys.Last() != records.Count - 1))
        {
            throw own.Problem(CaseRecordAttributes.Place, "thiếu ghi nhận: các vị trí phải liên tục từ 0", "a record is missing: places run from 0 without a gap");
        }

        try
        {
            return CaseFile.From(id, records.Values);
        }
        catch (CaseInputException e)
        {
            throw own.Problem(e.Field, e.Problem.Vietnamese, e.Problem.English);
        }
    }

    private static XesTrace Plain(CaseFile file, DateTimeZone zone)
    {
        List<int> standing = Standing(file);
        var runs = new StepRunNumbers();
        ValueList<XesEvent> events = standing.Select(i =>
        {
            var writer = new CaseAttributeWriter(zone);
            CaseActivity.Put(writer, file.Records[i].Fact!, runs);
            CaseRecordAttributes.Put(writer, file.Records[i], i);
            return new XesEvent(1, writer.Attributes);
        }).ToValueList();
        XesAttribute[] superseded =
        [
            .. Enumerable.Range(0, file.Records.Count).Except(standing).Select(i =>
            {
                var writer = new CaseAttributeWriter(zone);
                CaseRecordAttributes.Put(writer, file.Records[i], i);
                return new XesAttribute("record", i.ToString(CultureInfo.InvariantCulture), 1) { Nested = writer.Attributes };
            }),
        ];
        var own = new CaseAttributeWriter(zone);
        own.Put(Id, file.Id);
        own.PutList(Superseded, superseded);
        return new XesTrace(1, own.Attributes, events);
    }

    // The places of the records that stand, in the order in which they happened. Of equal facts the first recorded comes first, as in the case.
    private static List<int> Standing(CaseFile file)
    {
        var corrected = new HashSet<string>(file.Records.Select(r => r.Corrects).OfType<string>(), StringComparer.Ordinal);
        List<int> left = [.. Enumerable.Range(0, file.Records.Count).Where(i => file.Records[i].Fact is not null && !corrected.Contains(file.Records[i].Id))];
        var places = new List<int>();
        foreach (CaseEvent e in file.Events)
        {
            int at = left.FindIndex(i => ReferenceEquals(file.Records[i].Fact, e));
            places.Add(left[at]);
            left.RemoveAt(at);
        }

        return places;
    }
}
