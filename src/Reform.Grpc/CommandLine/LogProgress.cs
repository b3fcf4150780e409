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
                ProgressTask task = progress.AddTask(label, maxValue: Math.Max(1, stream.Length));
                using var timer = new Timer(_ => task.Value = PositionOf(stream), null, 0, 100);
                work();
                task.Value = task.MaxValue;
            });
    }

    private static double PositionOf(FileStream stream) => stream.CanRead ? stream.Position : stream.Length;
}
