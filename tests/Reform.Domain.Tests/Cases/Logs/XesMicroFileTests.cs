using Reform.Domain.Cases;
using Reform.Domain.DataFiles;
using Reform.Testing;

namespace Reform.Domain.Tests.Cases;

/// <summary>
/// Small logs with one property each, and what has to become of them. The verdicts follow from IEEE 1849-2016: strict reading refuses
/// whatever the standard does not allow; lenient reading takes it, and tells what it could not use for judging.
/// </summary>
public sealed class XesMicroFileTests
{
    // File | strict: ok or refused | lenient: the codes of what is counted, or refused | why. A log without a trace is also told as such.
    private const string Verdicts = """
        attributeEventSwapped|refused|event_outside_trace|an attribute of the log after an event
        attributeTraceSwapped|refused||an attribute of the log after a trace
        attributeValuesSwapped|refused||in a list, attributes come before "values"
        booleanCorrectValue|ok||"true" is a boolean
        booleanIncorrectValue|refused|value_not_of_type|"yes" is no float
        classifierAttributeSwapped|refused||a classifier after an attribute of the log
        classifierCorrectAttributes|ok||name and keys; without a scope it classifies events
        classifierEmptyKeys|refused||a classifier by no key
        classifierEventCorrectAttributes|ok||scope event
        classifierEventSwapped|refused|event_outside_trace|a classifier after an event
        classifierIncorrectKey|refused||"resource" is no key that the log promises
        classifierIncorrectScope|refused||scope is event or trace; nothing is judged by classifiers
        classifierNoAttributes|refused|unexpected_text|no name, no keys, and a stray "0" in the log
        classifierTooManyAttributes|refused||an XML attribute that classifiers do not have
        classifierTraceCorrectAttributes|ok||scope trace, by promised keys
        classifierTraceSwapped|refused||a classifier after a trace
        dateCorrectValue|ok||UTC
        dateIncorrectValue|refused|value_not_of_type|"2002-0530" is no date
        dateNoTZD|ok||dateTime of XML Schema may lack the zone; it stays naive, and only a mapping may say which zone it is
        elementIncorrect|refused|event_outside_trace,unknown_element|"text" is no attribute
        eventCorrectAttributes|ok|event_outside_trace|events may stand outside traces; they belong to no case
        eventIdenticalAttributes|refused|duplicate_attribute,duplicate_attribute,event_outside_trace|a key twice in a promise and in an event
        eventIncorrectType|refused|event_outside_trace,type_differs_from_promise|an int where a string is promised
        eventTooManyAttributes|refused|event_outside_trace,unexpected_xml_attribute|an event has no key and no value
        extensionAttributeSwapped|refused||an extension after an attribute of the log
        extensionClassifierSwapped|refused||an extension after a classifier
        extensionCorrectAttributes|ok||name, prefix, uri
        extensionEventSwapped|refused|event_outside_trace|an extension after an event
        extensionGlobalSwapped|refused||an extension after a promise
        extensionIncorrectKey|refused||Concept has "name" and "instance", not "event"
        extensionNoAttributes|refused||name, prefix and uri are required
        extensionNotDeclared|refused||"org" is used, not declared
        extensionStandard|ok||the seven standard extensions
        extensionTooManyAttributes|refused||an XML attribute that extensions do not have
        extensionTraceSwapped|refused||an extension after a trace
        globalAttributeSwapped|refused||a promise after an attribute of the log
        globalClassifierSwapped|refused||a promise after a classifier
        globalEventStringCorrectAttributes|ok||a promise for events
        globalEventSwapped|refused|event_outside_trace|a promise after an event
        globalIncorrectScope|refused|unknown_scope|scope is event or trace; what else is promised cannot be checked
        globalNoAttributes|ok||a promise without a scope is one for events; of nothing, it is idle
        globalStringCorrectAttributes|ok||without a scope it is for events
        globalStringNoAttributes|refused|attribute_without_key_or_value|key and value are required
        globalStringTooManyAttributes|refused|unexpected_xml_attribute|an attribute has only a key and a value
        globalTooManyAttributes|refused||an XML attribute that promises do not have
        globalTraceStringCorrectAttributes|ok||"concept:name" may stand on traces
        globalTraceSwapped|refused||a promise after a trace
        idCorrectValue|ok||a UUID
        idIncorrectValue|refused|value_not_of_type|"No ID" is no UUID
        intCorrectValue|ok||0 is an int
        intIncorrectValue|refused|value_not_of_type|"0.0" is no int
        listEmptyValues|ok||a list may be empty
        listNoValues|refused||"values" is required; an empty list all the same
        listTwoValues|ok||items of a list may share a key
        logCorrectAttributes|ok||version and features
        logNoAttributes|refused||the version is required
        logNoNestedAttributes|ok||what may be nested need not be
        logOutOfPlace|refused|event_outside_trace,unknown_element|a log inside an event
        logTooManyAttributes|refused||"openxes.version" is of XES 1.0 and 2.0, not of IEEE 1849
        noLog|refused|refused|an empty file
        realCorrectValue|ok||1.0 is a float
        realIncorrectValue|refused|value_not_of_type|"1.0.0" is no float
        stringCorrectAttributes|ok||key and value
        stringNestedNotDeclared|refused||nested, without the feature; it is read all the same
        stringNoAttributes|refused|attribute_without_key_or_value|key and value are required
        stringNotNestedButDeclared|ok||a feature may go unused
        stringTooManyAttributes|refused|unexpected_xml_attribute|an attribute has only a key and a value
        traceCorrectAttributes|ok||both promised attributes are there
        traceEventSwapped|refused|event_outside_trace|a trace after an event
        traceOutOfPlace|refused|event_outside_trace,unknown_element|a trace inside an event
        traceTooManyAttributes|refused|unexpected_xml_attribute|a trace has no key and no value
        """;

    public static TheoryData<string, string, string> Rows =>
        new(Verdicts.Split('\n').Select(row => row.Trim().Split('|')).Select(cells => (cells[0], cells[1], cells[2])));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_small_log_gets_its_verdict(string file, string strict, string lenient)
    {
        string path = Path.Combine(Folder(), file + ".xes");
        Assert.Equal(lenient == "refused" ? "refused" : "ok", Read(path, isStrict: false, out IEnumerable<string> found));
        Assert.Equal(strict, Read(path, isStrict: true, out _));
        if (lenient != "refused")
        {
            bool hasTrace = File.ReadAllText(path).Contains("<trace", StringComparison.Ordinal);
            string[] alwaysTold = hasTrace ? [] : ["log_without_cases"];
            Assert.Equal(lenient.Split(',', StringSplitOptions.RemoveEmptyEntries).Concat(alwaysTold).Order(StringComparer.Ordinal), found);
        }
    }

    [Fact]
    public void Every_small_log_has_a_verdict() => Assert.Equal(
        Directory.GetFiles(Folder()).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal),
        Verdicts.Split('\n').Select(row => row.Trim().Split('|')[0] + ".xes").Order(StringComparer.Ordinal));

    private static string Read(string path, bool isStrict, out IEnumerable<string> found)
    {
        var quality = new DataQuality();
        using FileStream stream = File.OpenRead(path);
        try
        {
            _ = XesReader.Read(stream, quality, isStrict: isStrict).Count();
            found = quality.Findings.Select(f => f.Code).Order(StringComparer.Ordinal);
            return "ok";
        }
        catch (InvalidDataFileException e)
        {
            Assert.All(e.Problems, p => Assert.NotEmpty(p.Message.Vietnamese));
            found = [];
            return "refused";
        }
    }

    private static string Folder() => Path.GetDirectoryName(Repository.RealLog(Path.Combine("xes_importer_tests", "logCorrectAttributes.xes")))!;
}
