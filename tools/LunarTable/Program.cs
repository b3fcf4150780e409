using Reform.Tools.LunarTable.Output;
using Reform.Tools.LunarTable.Rule;

if (args is not [var repository] || !File.Exists(Path.Combine(repository, "Reform.sln")))
{
    Console.Error.WriteLine("usage: dotnet run --project tools/LunarTable -- <folder of Reform.sln>");
    return 2;
}

CivilSky sky = CivilSky.Computed(zoneHours: 7);
IReadOnlyList<CivilMonth> months = LunisolarRule.Months(sky);
File.WriteAllText(Path.Combine(repository, GeneratedFiles.Table), TableText.Of(months));
File.WriteAllText(Path.Combine(repository, GeneratedFiles.Conformance), ConformanceText.Of(months));
Console.Write(DoubtText.Of(sky, months));
return 0;
