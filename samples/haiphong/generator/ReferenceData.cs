using System.Text.Json;

namespace Reform.Samples.HaiPhong.Generator;

internal sealed record Covers(DateOnly From, DateOnly To);

internal sealed record SpecialDay(DateOnly Date);

internal sealed record CalendarData(Covers Covers, List<SpecialDay> DaysOff, List<SpecialDay> MakeUpDays);

internal sealed record Pair(string First, string Second);

internal sealed record Decision(string Activity, string Power);

internal sealed record Limit(int Amount, string Unit, DateOnly From, DateOnly? To);

internal sealed record ProcedureData(string Code, List<string> Steps, List<Pair> FourEyes, Decision Decision, List<Limit> TimeLimits);

internal sealed record HolderData(string Holder, DateOnly? From, DateOnly? To);

internal sealed record PowerData(string Id, List<HolderData> Holders);

internal sealed record ScopeData(List<string>? Territories, List<string>? Subjects);

internal sealed record GrantData(
    string Id, string Power, string Grantor, string Grantee, string? Parent, DateOnly? From, DateOnly? To, bool Onward, ScopeData Scope);

internal sealed record StepPart(NamePart Name, string? Power);

internal sealed record NamePart(string Vi);

internal sealed record LengthPart(int Amount, string Unit);

internal sealed record DatedPart(LengthPart Limit, DateOnly From, DateOnly? To);

internal sealed record LimitPart(List<DatedPart> Versions);

internal sealed record VersionPart(List<StepPart> Steps, List<Pair> FourEyes, List<LimitPart> TimeLimits);

internal sealed record ProcedurePart(string Code, List<VersionPart> Versions)
{
    public ProcedureData Flat()
    {
        VersionPart only = Versions.Single();
        StepPart decides = only.Steps.Single(s => s.Power is not null);
        return new ProcedureData(
            Code, [.. only.Steps.Select(s => s.Name.Vi)], only.FourEyes, new Decision(decides.Name.Vi, decides.Power!),
            [.. only.TimeLimits.Single().Versions.Select(v => new Limit(v.Limit.Amount, v.Limit.Unit, v.From, v.To))]);
    }
}

internal sealed record ProceduresFile(List<ProcedurePart> Procedures);

internal sealed record AuthorityData(List<PowerData> Powers, List<GrantData> Grants);

/// <summary>The sample's reference data, as far as the generator needs them.</summary>
internal sealed record ReferenceData(CalendarData Calendar, List<ProcedureData> Procedures, AuthorityData Authority)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, ReadCommentHandling = JsonCommentHandling.Skip };

    public static ReferenceData Read(string folder) => new(
        Read<CalendarData>(folder, "calendar.json"),
        Read<ProceduresFile>(folder, "procedures.json").Procedures.ConvertAll(p => p.Flat()),
        Read<AuthorityData>(folder, "authority.json"));

    private static T Read<T>(string folder, string name) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(folder, name)), Options)
        ?? throw new InvalidDataException(name + " is empty.");
}
