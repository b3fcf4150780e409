using Reform.Domain.Values;
using Spectre.Console;

namespace Reform.Grpc.CommandLine;

/// <summary>Shows on standard error how much of a file has been read; says nothing where nobody watches.</summary>
internal static class LogProgress
{
    public static void Show(FileStream stream, Language language, Action work)
    {
        if (Console.IsErrorRedirected)
        {
            work();
            return;
        }

        string label = language == Language.English ? "Judging cases" : "Đánh giá hồ sơ";
        Consoles.Error().Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(progress =>
            {
                // A pipe has no length: the bar then only shows that work goes on.
                ProgressTask task = progress.AddTask(label, maxValue: stream.CanSeek ? Math.Max(1, stream.Length) : 1);
                task.IsIndeterminate = !stream.CanSeek;
                using Timer? timer = stream.CanSeek ? new Timer(_ => task.Value = PositionOf(stream), null, 0, 100) : null;
                work();
                task.IsIndeterminate = false;
                task.Value = task.MaxValue;
            });
    }

    private static double PositionOf(FileStream stream) => stream.CanRead ? stream.Position : stream.Length;
}
