namespace Reform.Tools.LunarTable.Output;

/// <summary>The files that the tool writes, from the repository's root.</summary>
public static class GeneratedFiles
{
    /// <summary>The table that Reform.Domain ships.</summary>
    public const string Table = "src/Reform.Domain/Calendars/Lunar/LunarTable.cs";

    /// <summary>The vectors for other implementations.</summary>
    public const string Conformance = "conformance/calendar/lunar.tsv";
}
