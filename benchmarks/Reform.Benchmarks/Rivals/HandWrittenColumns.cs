using NodaTime;

namespace Reform.Benchmarks.Rivals;

/// <summary>The twelve rules as a plain loop over arrays made for them: dates as numbers, texts as codes.</summary>
public sealed class HandWrittenColumns
{
    private const int Absent = int.MinValue;
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly int count;
    private readonly int[] department;
    private readonly int[] channel;
    private readonly int[] status;
    private readonly int[] receipt;
    private readonly int[] responsible;
    private readonly int[] approver;
    private readonly int[] reason;
    private readonly bool[] extended;
    private readonly int[] received;
    private readonly int[] accepted;
    private readonly int[] deadline;
    private readonly int[] completed;
    private readonly int[] firstStep;
    private readonly int[] stepDue;
    private readonly int[] stepEnded;
    private readonly bool[] isDepartment;
    private readonly bool[] isChannel;
    private readonly int closed;
    private readonly int asOf = Day(RivalWork.AsOf);

    public HandWrittenColumns(RivalWork work)
    {
        RivalCase<LocalDate>[] cases = work.Cases;
        count = cases.Length;
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        int Code(string? text) => text is null ? 0 : codes.TryGetValue(text, out int code) ? code : codes[text] = codes.Count + 1;
        department = [.. cases.Select(c => Code(c.Department))];
        channel = [.. cases.Select(c => Code(c.Channel))];
        status = [.. cases.Select(c => Code(c.Status))];
        receipt = [.. cases.Select(c => Code(c.ReceiptNumber))];
        responsible = [.. cases.Select(c => Code(c.Responsible))];
        approver = [.. cases.Select(c => Code(c.Approver))];
        reason = [.. cases.Select(c => Code(c.ExtensionReason))];
        extended = [.. cases.Select(c => c.IsExtended)];
        received = [.. cases.Select(c => Day(c.ReceivedOn))];
        accepted = [.. cases.Select(c => Day(c.AcceptedOn))];
        deadline = [.. cases.Select(c => Day(c.Deadline))];
        completed = [.. cases.Select(c => Day(c.CompletedOn))];
        firstStep = new int[count + 1];
        for (int i = 0; i < count; i++)
        {
            firstStep[i + 1] = firstStep[i] + cases[i].Steps.Count;
        }

        stepDue = [.. cases.SelectMany(c => c.Steps).Select(s => Day(s.DueOn))];
        stepEnded = [.. cases.SelectMany(c => c.Steps).Select(s => Day(s.EndedOn))];
        closed = Code("CLOSED");
        isDepartment = Members(work.Departments);
        isChannel = Members(work.Channels);

        bool[] Members(string[] texts)
        {
            int[] own = [.. texts.Select(Code)];
            var members = new bool[codes.Count + 1];
            foreach (int code in own)
            {
                members[code] = true;
            }

            return members;
        }
    }

    public void Judge(List<Finding> findings)
    {
        for (int i = 0; i < count; i++)
        {
            int done = completed[i];
            if (done != Absent)
            {
                if (done > deadline[i])
                    findings.Add(new(i, 0));
            }
            else
            {
                if (deadline[i] < asOf)
                    findings.Add(new(i, 1));
                if (status[i] == closed)
                    findings.Add(new(i, 11));
            }

            if (responsible[i] == 0)
                findings.Add(new(i, 2));
            if (receipt[i] == 0)
                findings.Add(new(i, 3));
            if (!isDepartment[department[i]])
                findings.Add(new(i, 4));
            if (!isChannel[channel[i]])
                findings.Add(new(i, 5));
            int first = firstStep[i];
            int end = firstStep[i + 1];
            if (end - first < 3)
                findings.Add(new(i, 6));
            int late = 0;
            for (int s = first; s < end; s++)
            {
                if (stepEnded[s] > stepDue[s])
                    late++;
            }

            if (late >= 2)
                findings.Add(new(i, 7));
            if (extended[i] && reason[i] == 0)
                findings.Add(new(i, 8));
            if (approver[i] != 0 && approver[i] == responsible[i])
                findings.Add(new(i, 9));
            if (accepted[i] == Absent || accepted[i] > received[i] + 3)
                findings.Add(new(i, 10));
        }
    }

    private static int Day(LocalDate? date) => date is { } there ? Period.DaysBetween(Epoch, there) : Absent;
}
