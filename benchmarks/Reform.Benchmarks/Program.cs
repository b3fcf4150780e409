if (args is ["logs", .. string[] rest])
{
    Reform.Benchmarks.LogMeasurement.Run(rest);
    return;
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
