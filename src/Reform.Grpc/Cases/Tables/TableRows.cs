using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Reform.Domain.Cases;
using Reform.Domain.DataFiles;

namespace Reform.Grpc.Cases;

/// <summary>A row of a table.</summary>
/// <param name="Line">The one-based line on which it begins.</param>
/// <param name="Cells">Its cells, in Unicode normalization form C.</param>
internal sealed record TableRow(int Line, string[] Cells);

/// <summary>The rows of a table, UTF-8 with or without its mark; a cell in quotes may hold line breaks.</summary>
internal sealed class TableRows(Stream bytes, TableMapping table, string source, XesLimits limits)
{
    public IEnumerable<TableRow> Read()
    {
        using var text = new StreamReader(
            bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        int line = 1;
        using var guarded = new RowGuardReader(text, table.Quote, limits, Bound);
        using var parser = new CsvParser(guarded, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = table.Delimiter.ToString(),
            Quote = table.Quote,
            Escape = table.Quote,
            IgnoreBlankLines = false,
            CacheFields = true,
            BadDataFound = _ => throw TableReader.TableProblem(source, line, "", "dấu nháy đặt sai trong một ô, hoặc không đóng", "a quote that is misplaced in a cell, or never closed"),
        });
        while (Next(parser, guarded, () => line) is string[] cells)
        {
            int begins = line;
            line = parser.RawRow + 1;
            if (cells is not [] and not [""])
            {
                yield return new TableRow(begins, cells);
            }
        }

        InvalidDataFileException Bound(string vietnamese, string english) => TableReader.TableProblem(source, line, "", vietnamese, english);
    }

    private string[]? Next(CsvParser parser, RowGuardReader guarded, Func<int> line)
    {
        try
        {
            if (!parser.Read())
            {
                return guarded.EndsInsideQuotes
                    ? throw TableReader.TableProblem(source, line(), "", "dấu nháy không đóng: bảng bị cắt", "a quote that is never closed: the table is cut off")
                    : null;
            }

            guarded.RowEnded();
            string[] cells = parser.Record ?? [];
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = Ascii.IsValid(cells[i]) ? cells[i] : cells[i].Normalize(NormalizationForm.FormC);
            }

            return cells;
        }
        catch (DecoderFallbackException)
        {
            throw TableReader.TableProblem(source, line(), "", "không phải UTF-8", "not UTF-8");
        }
        catch (InvalidDataException)
        {
            throw TableReader.TableProblem(source, line(), "",
                "tệp gzip bị cắt, bị hỏng, hoặc có byte thừa ở cuối", "the gzip is truncated, damaged, or followed by other bytes");
        }
    }

    /// <summary>Refuses a row, or a table, beyond its bound before it is in memory; counts the quotes, which a whole table has in pairs.</summary>
    private sealed class RowGuardReader(
        TextReader inner, char quote, XesLimits limits, Func<string, string, InvalidDataFileException> problem) : TextReader
    {
        private const int Piece = 16 * 1024;
        private bool isFirst = true;
        private long total;
        private long sinceRow;
        private bool inQuotes;

        public bool EndsInsideQuotes => inQuotes;

        public void RowEnded() => sinceRow = 0;

        public override int Read(char[] buffer, int index, int count)
        {
            int read = inner.Read(buffer, index, Math.Min(count, Piece));
            if (isFirst && read > 0 && buffer[index] == '\uFEFF')
            {
                buffer.AsSpan(index + 1, read - 1).CopyTo(buffer.AsSpan(index));
                read = read == 1 ? inner.Read(buffer, index, Math.Min(count, Piece)) : read - 1;
            }

            isFirst = false;
            sinceRow += read;
            total += read;
            inQuotes ^= buffer.AsSpan(index, read).Count(quote) % 2 == 1;
            if (sinceRow > limits.MaxElementBytes + Piece)
            {
                string most = limits.MaxElementBytes.ToString(CultureInfo.InvariantCulture);
                throw problem("một dòng dài hơn " + most + " ký tự", "a row is longer than " + most + " characters");
            }

            if (total > limits.MaxCharacters)
            {
                string most = limits.MaxCharacters.ToString(CultureInfo.InvariantCulture);
                throw problem("bảng dài hơn " + most + " ký tự", "the table is longer than " + most + " characters");
            }

            return read;
        }
    }
}
