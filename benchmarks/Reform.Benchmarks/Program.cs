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
        BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
        break;
}
