using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Keeps what stands before the traces for whoever asked for it, within bounds; what stands behind the first one is reported.</summary>
internal sealed class XesHeadKeeper(XesHead? kept, XesCursor cursor, XesConformance conformance, XesLimits limits)
{
    private readonly List<XesExtension> extensions = [];
    private readonly List<XesGlobal> globals = [];
    private readonly List<XesClassifier> classifiers = [];
    private readonly List<XesAttribute> attributes = [];
    private bool isClosed;

    public bool Keeps => kept is not null;

    public void Keep(XesExtension extension) => Keep(extensions, extension, "extension");

    public void Keep(XesGlobal global) => Keep(globals, global, "global");

    public void Keep(XesClassifier classifier) => Keep(classifiers, classifier, "classifier");

    public void Keep(XesAttribute attribute) => Keep(attributes, attribute, attribute.Key);

    /// <summary>The first trace, or the end of the log, is there.</summary>
    public void Close()
    {
        if (isClosed || kept is null)
        {
            return;
        }

        isClosed = true;
        kept.Extensions = extensions.ToValueList();
        kept.Globals = globals.ToValueList();
        kept.Classifiers = classifiers.ToValueList();
        kept.Attributes = attributes.ToValueList();
    }

    private void Keep<T>(List<T> list, T item, string what)
    {
        if (kept is null)
        {
            return;
        }

        if (isClosed)
        {
            conformance.Content("head_after_traces", what, cursor.Line,
                "đứng sau hồ sơ đầu tiên; không được giữ khi xuất", "stands behind the first case; not kept on export");
        }
        else if (list.Count == limits.MaxAttributes)
        {
            throw cursor.TooMany(what, limits.MaxAttributes);
        }
        else
        {
            list.Add(item);
        }
    }
}
