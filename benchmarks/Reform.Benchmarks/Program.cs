using System.Reflection;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;

switch (args)
{
    case ["logs", .. string[] rest]:
        Reform.Benchmarks.LogMeasurement.Run(rest);
        break;
    case ["store", .. string[] rest]:
        await Reform.Benchmarks.StoreMeasurement.Run(rest);
        break;
    case ["indicators", .. string[] rest]:
        await Reform.Benchmarks.IndicatorMeasurement.Run(rest);
        break;
    case ["daily", .. string[] rest]:
        await Reform.Benchmarks.DailyMeasurement.Run(rest);
        break;
    case ["book", .. string[] rest]:
        Reform.Benchmarks.BookMeasurement.Run(rest);
        break;
    case ["rivals", "start", .. string[] rest]:
        Reform.Benchmarks.Rivals.ColdStart.Run(rest);
        break;
    case ["rivals", .. string[] rest]:
        Reform.Benchmarks.Rivals.RoundRobin.Run(rest);
        break;
    default:
        // Its process builds this project and all that it refers to anew: on a busy machine that takes longer than the two minutes that it is given,
        // most of it for analyzers, whose word every other build has.
        BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(
            args,
            ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(15))
                .AddJob(Job.Default.WithArguments([new MsBuildArgument("/p:RunAnalyzers=false")]).AsMutator()));
        break;
}
