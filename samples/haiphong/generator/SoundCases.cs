using System.Globalization;

namespace Reform.Samples.HaiPhong.Generator;

/// <summary>Makes cases without a breach.</summary>
internal sealed class SoundCases(ReferenceData data, SplitMix64 random, DateOnly asOf)
{
    private static readonly DateOnly First = new(2024, 1, 2);
    private static readonly DateOnly Last = new(2026, 5, 18);
    private readonly WorkDays days = new(data.Calendar);
    private int made;

    /// <summary>A finished case; of any procedure that has a limit on its date of receipt, or of a given one in a given time.</summary>
    public Draft Finished(Func<ProcedureData, bool>? which = null, DateOnly? notBefore = null, DateOnly? before = null, int? ward = null)
    {
        while (true)
        {
            Draft draft = Received(which, notBefore ?? First, before ?? Last, ward, out DateOnly due);
            DateOnly received = Draft.DateOf(draft.Received!.Value);
            int available = Math.Max(days.CountAfter(received, due), 2);
            DateOnly returned = due;
            if (!random.Chance(12))
            {
                returned = days.Next(received.AddDays(1 + random.Below(Math.Max(1, due.DayNumber - received.DayNumber - 1))));
                returned = returned > due ? due : returned;
            }

            if (returned > asOf || available < 2)
            {
                continue;
            }

            Run(draft, draft.Procedure.Steps, received, returned);
            // At half past eleven at night of the due date a case is still in time.
            DateTimeOffset end = returned == due && random.Chance(50) ? Draft.At(returned, 23, 30) : Draft.At(returned, 16, 45);
            draft.Returned = random.Chance(6) ? end.ToOffset(TimeSpan.FromHours(random.Pick<int>([0, 9, -5]))) : end;
            draft.Events[^1].Time = Later(Draft.At(returned, 16, 40), draft.Events[^2].Time.AddMinutes(1));
            draft.Outcome = random.Chance(8) ? "tu_choi" : "dong_y";
            draft.RefusalReason = draft.Outcome == "tu_choi" ? "Chưa đủ điều kiện theo quy định" : null;
            if (random.Chance(12))
            {
                AddSupplementRequest(draft);
            }

            return draft;
        }
    }

    /// <summary>A case that is not finished on the date of judgement, within its due date.</summary>
    public Draft Open()
    {
        while (true)
        {
            Draft draft = Received(null, new DateOnly(2026, 2, 23), Last, null, out DateOnly due);
            if (due <= asOf)
            {
                continue;
            }

            DateOnly received = Draft.DateOf(draft.Received!.Value);
            int steps = 1 + random.Below(draft.Procedure.Steps.Count - 1);
            Run(draft, draft.Procedure.Steps.Take(steps), received, days.Next(received.AddDays(steps)));
            return draft;
        }
    }

    /// <summary>The chain of two grants that most sound decisions rest on: superior to ward committee, committee to deputy secretary.</summary>
    public string SoundDecider(int ward, DateOnly on, string procedure)
    {
        string ofWard = ward.ToString(CultureInfo.InvariantCulture);
        int choice = random.Below(10);
        bool headHasPower = ward <= 3 ? on < new DateOnly(2025, 7, 1) : on >= new DateOnly(2026, 1, 1);
        return choice switch
        {
            0 => "tu-btv",
            1 or 2 => "du-" + ofWard,
            3 or 4 when headHasPower => "bxd-" + ofWard + ".tb",
            5 when procedure == "PTY-REC" => "bxd-" + ofWard + ".cv",
            _ => "du-" + ofWard + ".pbt",
        };
    }

    public static void AddSupplementRequest(Draft draft)
    {
        DraftEvent opening = draft.Events[0];
        draft.Events.Insert(1, new DraftEvent
        {
            Activity = "Yêu cầu bổ sung hồ sơ",
            Time = opening.Time.AddMinutes(1),
            Resource = opening.Resource,
            Role = opening.Role,
        });
    }

    private Draft Received(Func<ProcedureData, bool>? which, DateOnly from, DateOnly before, int? ward, out DateOnly due)
    {
        while (true)
        {
            DateOnly received = from.AddDays(random.Below(before.DayNumber - from.DayNumber));
            List<(ProcedureData Procedure, Limit Limit)> inForce = [.. data.Procedures
                .Where(p => which?.Invoke(p) ?? true)
                .Select(p => (p, p.TimeLimits.SingleOrDefault(l => l.From <= received && (l.To is null || received < l.To))!))
                .Where(p => p.Item2 is not null)];
            if (!days.IsWorked(received) || inForce.Count == 0)
            {
                continue;
            }

            (ProcedureData procedure, Limit limit) = random.Pick(inForce);
            due = days.Due(received, limit) ?? throw new InvalidDataException("The sample's cases end before its calendar does.");
            int inWard = ward ?? (1 + random.Below(6));
            string number = (++made).ToString("D4", CultureInfo.InvariantCulture);
            string wardText = inWard.ToString(CultureInfo.InvariantCulture);
            return new Draft
            {
                Id = "HS-" + received.Year.ToString(CultureInfo.InvariantCulture) + "-" + number,
                Procedure = procedure,
                ProcedureCode = procedure.Code,
                Ward = inWard,
                Received = Draft.At(received, 7 + random.Below(9), 30 + random.Below(30), random.Below(60)),
                Due = random.Chance(50) ? Draft.At(due, 17, 0) : Draft.At(due, 23, 59, 59),
                Planned = random.Chance(60) ? Draft.At(due.AddDays(-random.Below(3)), 17, 0) : null,
                Responsible = Account(inWard),
                Unit = "du-" + wardText,
                Requester = "dv-" + (1000 + random.Below(9000)).ToString(CultureInfo.InvariantCulture),
                Territory = "phuong-mau-" + wardText,
            };
        }
    }

    // Steps are spread over the dates from receipt to end, each ten minutes or more after the one before, and each by another account.
    private void Run(Draft draft, IEnumerable<string> steps, DateOnly received, DateOnly last)
    {
        List<string> names = [.. steps];
        DateTimeOffset time = draft.Received!.Value.AddMinutes(2);
        int firstAccount = random.Below(30);
        for (int i = 0; i < names.Count; i++)
        {
            if (i > 0)
            {
                int span = last.DayNumber - received.DayNumber;
                DateOnly date = received.AddDays(span * i / Math.Max(1, names.Count - 1));
                DateTimeOffset planned = Draft.At(date, 16, 0).AddMinutes(i);
                time = Later(planned, time.AddMinutes(1));
            }

            bool decides = names[i] == draft.Procedure.Decision.Activity;
            draft.Events.Add(new DraftEvent
            {
                Activity = names[i],
                Time = time,
                Resource = Account(draft.Ward, firstAccount + i),
                Role = decides
                    ? SoundDecider(draft.Ward, Draft.DateOf(time), draft.Procedure.Code)
                    : "vp-" + draft.Ward.ToString(CultureInfo.InvariantCulture),
            });
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private string Account(int ward) => Account(ward, random.Below(30));

    private static string Account(int ward, int number) =>
        "cb-" + ward.ToString(CultureInfo.InvariantCulture) + (number % 30).ToString("D2", CultureInfo.InvariantCulture);
}
