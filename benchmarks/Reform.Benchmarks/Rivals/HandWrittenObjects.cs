using NodaTime;

namespace Reform.Benchmarks.Rivals;

/// <summary>The twelve rules as a plain loop over the cases, once with the dates of either library.</summary>
public static class HandWrittenObjects
{
    public static void Judge(RivalWork work, HashSet<string> departments, HashSet<string> channels, List<Finding> findings)
    {
        LocalDate asOf = RivalWork.AsOf;
        RivalCase<LocalDate>[] cases = work.Cases;
        for (int i = 0; i < cases.Length; i++)
        {
            RivalCase<LocalDate> c = cases[i];
            LocalDate? completed = c.CompletedOn;
            if (completed is { } done)
            {
                if (done > c.Deadline)
                    findings.Add(new(i, 0));
            }
            else
            {
                if (c.Deadline < asOf)
                    findings.Add(new(i, 1));
                if (c.Status == "CLOSED")
                    findings.Add(new(i, 11));
            }

            if (c.Responsible is null)
                findings.Add(new(i, 2));
            if (c.ReceiptNumber is null)
                findings.Add(new(i, 3));
            if (!departments.Contains(c.Department))
                findings.Add(new(i, 4));
            if (!channels.Contains(c.Channel))
                findings.Add(new(i, 5));
            if (c.Steps.Count < 3)
                findings.Add(new(i, 6));
            int late = 0;
            foreach (RivalStep<LocalDate> step in c.Steps)
            {
                if (step.EndedOn is { } ended && ended > step.DueOn)
                    late++;
            }

            if (late >= 2)
                findings.Add(new(i, 7));
            if (c.IsExtended && c.ExtensionReason is null)
                findings.Add(new(i, 8));
            if (c.Approver is not null && c.Approver == c.Responsible)
                findings.Add(new(i, 9));
            if (c.AcceptedOn is not { } accepted || accepted > c.ReceivedOn.PlusDays(3))
                findings.Add(new(i, 10));
        }
    }

    public static void JudgeDateOnly(RivalWork work, HashSet<string> departments, HashSet<string> channels, List<Finding> findings)
    {
        DateOnly asOf = RivalWork.AsOf.ToDateOnly();
        RivalCase<DateOnly>[] cases = work.CasesDateOnly;
        for (int i = 0; i < cases.Length; i++)
        {
            RivalCase<DateOnly> c = cases[i];
            if (c.CompletedOn is { } done)
            {
                if (done > c.Deadline)
                    findings.Add(new(i, 0));
            }
            else
            {
                if (c.Deadline < asOf)
                    findings.Add(new(i, 1));
                if (c.Status == "CLOSED")
                    findings.Add(new(i, 11));
            }

            if (c.Responsible is null)
                findings.Add(new(i, 2));
            if (c.ReceiptNumber is null)
                findings.Add(new(i, 3));
            if (!departments.Contains(c.Department))
                findings.Add(new(i, 4));
            if (!channels.Contains(c.Channel))
                findings.Add(new(i, 5));
            if (c.Steps.Count < 3)
                findings.Add(new(i, 6));
            int late = 0;
            foreach (RivalStep<DateOnly> step in c.Steps)
            {
                if (step.EndedOn is { } ended && ended > step.DueOn)
                    late++;
            }

            if (late >= 2)
                findings.Add(new(i, 7));
            if (c.IsExtended && c.ExtensionReason is null)
                findings.Add(new(i, 8));
            if (c.Approver is not null && c.Approver == c.Responsible)
                findings.Add(new(i, 9));
            if (c.AcceptedOn is not { } accepted || accepted > c.ReceivedOn.AddDays(3))
                findings.Add(new(i, 10));
        }
    }
}
