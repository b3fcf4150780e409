using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>The hash of everything that a calendar answers.</summary>
internal static class CalendarVersion
{
    private const int HexDigits = 16;

    public static string Of(CalendarContent content, KnownDays known, DayTable days, HoursPlan plan, CalendarQuestion[] questions)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
        {
            writer.Write(content.Covers.ToString());
            WriteDays(writer, days);
            WriteHours(writer, days, plan);
            foreach (SpecialDay day in known.Days.Values.OrderBy(d => d.Day.Date))
            {
                day.WriteTo(writer);
            }

            foreach (CalendarQuestion question in questions)
            {
                Write(writer, question.Reason);
            }

            WriteRestBases(writer, known, days);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..HexDigits];
    }

    private static void WriteDays(BinaryWriter writer, DayTable days)
    {
        foreach (DayMark mark in days.Marks)
        {
            writer.Write(mark.Bits);
        }
    }

    // The sessions where they differ from those of the last such day.
    private static void WriteHours(BinaryWriter writer, DayTable days, HoursPlan plan)
    {
        ValueList<OfficeSession> work = [];
        ValueList<OfficeSession> reception = [];
        LocalDate date = days.First;
        for (int i = 0; i < days.Count; i++, date = date.PlusDays(1))
        {
            DayMark mark = days.At(i);
            if (mark.IsWorked)
            {
                work = WriteIfNew(writer, i, work, plan.Work(date));
            }
            else if (mark.IsOpen)
            {
                reception = WriteIfNew(writer, i, reception, plan.Reception(date));
            }
        }
    }

    private static ValueList<OfficeSession> WriteIfNew(
        BinaryWriter writer, int day, ValueList<OfficeSession> before, ValueList<OfficeSession> now)
    {
        if (!ReferenceEquals(before, now) && !before.Equals(now))
        {
            writer.Write(day);
            foreach (OfficeSession session in now)
            {
                writer.Write(session.Start.NanosecondOfDay);
                writer.Write(session.End.NanosecondOfDay);
            }
        }

        return now;
    }

    // What explains a plain rest day changes with the law, so with the year at most.
    private static void WriteRestBases(BinaryWriter writer, KnownDays known, DayTable days)
    {
        string last = string.Empty;
        for (int year = days.First.Year; year <= days.DateAt(days.Count - 1).Year; year++)
        {
            foreach (LocalDate date in known.Laws.Select(l => l.From).Where(d => d.Year == year).Append(new LocalDate(year, 12, 31)).Order())
            {
                string basis = known.RestBasis(date)?.Citation.ToString() ?? string.Empty;
                if (basis != last)
                {
                    writer.Write(LocalDatePattern.Iso.Format(date));
                    writer.Write(basis);
                    last = basis;
                }
            }
        }
    }

    private static void Write(BinaryWriter writer, Reason reason)
    {
        writer.Write(reason.Code);
        writer.Write(reason.Sentence.Vietnamese);
        writer.Write(reason.Sentence.English);
        writer.Write(reason.Basis?.Citation.ToString() ?? string.Empty);
    }
}
