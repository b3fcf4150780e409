using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>What kind of document makes a grant (loại văn bản).</summary>
public enum InstrumentKind
{
    /// <summary>Not stated (không nêu).</summary>
    Unstated = 0,

    /// <summary>A law (luật).</summary>
    Law = 1,

    /// <summary>A resolution of the National Assembly (nghị quyết của Quốc hội).</summary>
    NationalAssemblyResolution = 2,

    /// <summary>Another normative legal document (văn bản quy phạm pháp luật).</summary>
    NormativeDocument = 3,

    /// <summary>An ordinary administrative document (văn bản hành chính, quyết định cá biệt).</summary>
    AdministrativeDocument = 4,

    /// <summary>A regulation or guidance of the Party (quy định, quy chế, hướng dẫn của Đảng).</summary>
    PartyRegulation = 5,

    /// <summary>A decision or another single document of a Party body (quyết định, văn bản cá biệt của Đảng).</summary>
    PartyDocument = 6,

    /// <summary>Working regulations of a body (quy chế làm việc).</summary>
    WorkingRegulation = 7,
}

/// <summary>A document (văn bản) that grants a power, or changes or ends a grant.</summary>
/// <param name="Number">Its number; for example "12-QĐ/TU".</param>
/// <param name="Date">Its date: when it was signed.</param>
/// <param name="Title">Its title.</param>
public sealed record Instrument(string Number, LocalDate Date, BilingualText Title)
{
    /// <summary>What kind of document it is.</summary>
    public InstrumentKind Kind { get; init; }

    /// <summary>Whether it is a document in writing; false for what was only said, as at a meeting, even where minutes tell of it.</summary>
    public bool IsWritten { get; init; } = true;
}
