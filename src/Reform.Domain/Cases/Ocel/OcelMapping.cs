using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Which objects of an object-centric log are the cases (ánh xạ nhật ký hướng đối tượng).</summary>
/// <param name="CaseType">The type of object whose every object is a case; for example "application".</param>
/// <param name="Qualifiers">The qualifiers of the relations by which an event belongs to a case; empty: every relation does it.</param>
public sealed record OcelMapping(string CaseType, ValueList<string> Qualifiers);
