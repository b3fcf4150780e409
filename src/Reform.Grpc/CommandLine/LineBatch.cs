using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Reform.Domain.Values;

namespace Reform.Grpc.CommandLine;

/// <summary>Writes the answer to one line; nothing when the line is bad.</summary>
/// <exception cref="BadLineException">The line cannot be answered.</exception>
internal delegate void LineAnswer(ReadOnlySpan<byte> line, IBufferWriter<byte> output);

/// <summary>
/// Answers standard input line by line, one line of output for each, in order. A bad line gives "error", a tab and the reason; the rest
/// goes on.
/// </summary>
internal static class LineBatch
{
    private const int BadLines = 2;
    private const int SendFrom = 64 * 1024;

    private static readonly BilingualText Empty = new("dòng: trống", "line: is empty");
    private static readonly BilingualText TooLong = new("dòng: dài quá 1 MiB", "line: is longer than 1 MiB");
    private static readonly BilingualText NoText = new("dòng: không phải UTF-8", "line: is not UTF-8");

    /// <returns>0, or 2 when a line was bad.</returns>
    public static int Run(Language language, LineAnswer answer)
    {
        using Stream input = Console.OpenStandardInput();
        using Stream output = Console.OpenStandardOutput();
        return Run(input, output, language, answer);
    }

    private static int Run(Stream input, Stream output, Language language, LineAnswer answer)
    {
        var answered = new ArrayBufferWriter<byte>(SendFrom * 2);
        var reader = new LineReader(input, Send);
        bool isAnyBad = false;
        bool isEmptyPending = false;
        while (reader.TryRead(out ReadOnlySpan<byte> line, out bool isTooLong))
        {
            // An empty line is a bad one, except as the last.
            if (isEmptyPending)
            {
                Refuse(Empty);
            }

            isEmptyPending = line.IsEmpty && !isTooLong;
            if (isTooLong)
            {
                Refuse(TooLong);
            }
            else if (!Utf8.IsValid(line))
            {
                Refuse(NoText);
            }
            else if (!line.IsEmpty)
            {
                try
                {
                    answer(line, answered);
                    answered.Write("\n"u8);
                }
                catch (BadLineException e)
                {
                    Refuse(e.Reason);
                }
            }

            if (answered.WrittenCount >= SendFrom)
            {
                Send();
            }
        }

        Send();
        output.Flush();
        return isAnyBad ? BadLines : 0;

        void Refuse(BilingualText reason)
        {
            isAnyBad = true;
            answered.Write("error\t"u8);
            answered.Write(Encoding.UTF8.GetBytes(ReformCommands.Printable(reason.In(language))));
            answered.Write("\n"u8);
        }

        void Send()
        {
            if (answered.WrittenCount > 0)
            {
                output.Write(answered.WrittenSpan);
                answered.ResetWrittenCount();
            }
        }
    }
}
