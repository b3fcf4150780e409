using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>Reads the laws and the yearly decisions of a work calendar's data file.</summary>
internal sealed class StatutoryFile
{
    private static readonly Dictionary<string, HolidayKind> Kinds = new(StringComparer.Ordinal)
    {
        ["new_year"] = HolidayKind.NewYear,
        ["lunar_new_year"] = HolidayKind.LunarNewYear,
        ["hung_kings"] = HolidayKind.HungKings,
        ["victory_day"] = HolidayKind.VictoryDay,
        ["labour_day"] = HolidayKind.LabourDay,
        ["national_day"] = HolidayKind.NationalDay,
        ["culture_day"] = HolidayKind.CultureDay,
        ["other"] = HolidayKind.Other,
    };

    private static readonly Dictionary<string, CompensatoryRule> Compensations = new(StringComparer.Ordinal)
    {
        ["next_working_day"] = CompensatoryRule.NextWorkingDay,
        ["unsettled"] = CompensatoryRule.Unsettled,
        ["none"] = CompensatoryRule.None,
    };

    private static readonly Dictionary<string, DecisionStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["in_force"] = DecisionStatus.InForce,
        ["proposed"] = DecisionStatus.Proposed,
    };

    private static readonly Dictionary<string, EvidenceConfidence> Confidences = new(StringComparer.Ordinal)
    {
        ["confirmed"] = EvidenceConfidence.Confirmed,
        ["single_source"] = EvidenceConfidence.SingleSource,
        ["inferred"] = EvidenceConfidence.Inferred,
        ["uncertain"] = EvidenceConfidence.Uncertain,
    };

    private readonly Dictionary<string, string> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<object, JsonPart> places = new(ReferenceEqualityComparer.Instance);

    public StatutoryFile(JsonPart? sourceList, JsonPart? laws, JsonPart? decisions)
    {
        if (sourceList?.ExpectObject() == true)
        {
            foreach ((string id, JsonPart text) in sourceList.Members)
            {
                sources[id] = text.Text() ?? string.Empty;
            }
        }

        Laws = (laws?.Items() ?? []).Select(Law).OfType<HolidayLaw>().ToValueList();
        Decisions = (decisions?.Items() ?? []).Select(Decision).OfType<AnnualDecision>().ToValueList();
    }

    public ValueList<HolidayLaw> Laws { get; }

    public ValueList<AnnualDecision> Decisions { get; }

    public JsonPart PlaceOf(object culprit) => places[culprit];

    private HolidayLaw? Law(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        string? id = item.Required("id")?.Text();
        LegalBasis? basis = Basis(item.Required("basis"));
        LocalDate? from = item.Required("from")?.Date();
        LocalDate? knownOn = item.Required("known_on")?.Date();
        CompensatoryRule? compensation = item.Required("compensatory_days")?.Word(Compensations);
        LegalBasis? compensatoryBasis = Basis(item.Optional("compensatory_basis"));
        LegalBasis? restBasis = Basis(item.Optional("weekly_rest_basis"));
        string? replaces = item.Optional("replaces")?.Text();
        BilingualText? note = item.Optional("note")?.Bilingual();
        ValueList<string> readIn = Sources(item);
        ValueList<HolidayRule> holidays = (item.Required("holidays")?.Items() ?? []).Select(Rule).OfType<HolidayRule>().ToValueList();
        item.RejectUnknownMembers();
        if (id is null || basis is null || from is not LocalDate start || knownOn is not LocalDate known || compensation is not CompensatoryRule rule)
        {
            return null;
        }

        var law = new HolidayLaw(id, basis, start, known, holidays, rule)
        {
            CompensatoryBasis = compensatoryBasis,
            WeeklyRestBasis = restBasis,
            Replaces = replaces,
            Sources = readIn,
            Note = note,
        };
        places.Add(law, item);
        return law;
    }

    private static HolidayRule? Rule(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        HolidayKind? kind = item.Required("kind")?.Word(Kinds);
        BilingualText? name = item.Required("name")?.Bilingual();
        LegalBasis? basis = Basis(item.Required("basis"));
        if (kind is not HolidayKind k || name is null || basis is null)
        {
            return null;
        }

        HolidayRule? rule = k == HolidayKind.LunarNewYear ? LunarNewYear(item, name, basis)
            : item.Optional("lunar") is JsonPart lunar ? MonthAndDay(lunar, HolidayRule.Lunar.MaxDay) is (int month, int day)
                ? new HolidayRule.Lunar(k, name, basis, month, day)
                : null
            : item.Required("solar") is JsonPart solar && AnnualDay(solar) is AnnualDate date
                ? new HolidayRule.Solar(k, name, basis, date, item.Optional("adjacent_day_by_decision")?.Boolean() ?? false)
                : null;
        item.RejectUnknownMembers();
        return rule;
    }

    private static HolidayRule.LunarNewYear? LunarNewYear(JsonPart item, BilingualText name, LegalBasis basis)
    {
        int? days = item.Required("days")?.Integer();
        int? before = item.Required("last_days_of_old_year")?.Integer();
        bool? isChosen = item.Required("chosen_by_decision")?.Boolean();
        if (days is not int count || before is not int last || isChosen is not bool chosen)
        {
            return null;
        }

        if (count is < 1 or > HolidayRule.LunarNewYear.MaxDays || last < 0 || last >= count)
        {
            item.Problem("số ngày nghỉ Tết từ 1 đến 15, có cả mùng một", "Lunar New Year has 1 to 15 days, its first day among them");
            return null;
        }

        return new HolidayRule.LunarNewYear(name, basis, count, last, chosen);
    }

    private AnnualDecision? Decision(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        string? id = item.Required("id")?.Text();
        BilingualText? form = item.Required("form")?.Bilingual();
        string? number = item.Optional("number")?.Text();
        LocalDate? date = item.Optional("date")?.Date();
        LocalDate? knownOn = item.Optional("known_on")?.Date();
        DecisionStatus? status = item.Required("status")?.Word(Statuses);
        EvidenceConfidence? confidence = item.Required("confidence")?.Word(Confidences);
        LocalDate? evidence = item.Optional("earliest_evidence")?.Date();
        LocalDate? tet = item.Optional("tet_first_day")?.Date();
        LocalDate? adjacent = item.Optional("national_day_adjacent_day")?.Date();
        ValueList<LegalBasis> announcedBy = (item.Optional("announced_by")?.Items() ?? []).Select(Basis).OfType<LegalBasis>().ToValueList();
        ValueList<WorkingDaySwap> swaps = (item.Optional("swaps")?.Items() ?? []).Select(Swap).OfType<WorkingDaySwap>().ToValueList();
        BilingualText? note = item.Optional("note")?.Bilingual();
        ValueList<string> readIn = Sources(item);
        item.RejectUnknownMembers();
        if (id is null || form is null || status is not DecisionStatus made || confidence is not EvidenceConfidence sure)
        {
            return null;
        }

        var decision = new AnnualDecision(id, form, number, date)
        {
            Status = made,
            Confidence = sure,
            KnownOn = knownOn,
            EarliestEvidence = evidence,
            AnnouncedBy = announcedBy,
            TetFirstDay = tet,
            NationalDayAdjacentDay = adjacent,
            Swaps = swaps,
            Sources = readIn,
            Note = note,
        };
        places.Add(decision, item);
        return decision;
    }

    private WorkingDaySwap? Swap(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        LocalDate? dayOff = item.Required("day_off")?.Date();
        LocalDate? makeUp = item.Required("make_up")?.Date();
        item.RejectUnknownMembers();
        if (dayOff is not LocalDate off || makeUp is not LocalDate worked)
        {
            return null;
        }

        var swap = new WorkingDaySwap(off, worked);
        places.Add(swap, item);
        return swap;
    }

    private ValueList<string> Sources(JsonPart item)
    {
        var found = new List<string>();
        foreach (JsonPart reference in item.Optional("sources")?.Items() ?? [])
        {
            if (reference.Text() is not string id)
            {
                continue;
            }

            if (sources.TryGetValue(id, out string? text))
            {
                found.Add(text);
            }
            else
            {
                reference.Problem("nguồn '" + id + "' không có trong danh mục", "the source '" + id + "' is not in the file");
            }
        }

        return found.ToValueList();
    }

    private static LegalBasis? Basis(JsonPart? part) => part?.Bilingual() is BilingualText citation ? new LegalBasis(citation) : null;

    private static AnnualDate? AnnualDay(JsonPart part) =>
        MonthAndDay(part, 31) is (int month, int day) && IsOfEveryYear(part, month, day) ? new AnnualDate(month, day) : null;

    private static bool IsOfEveryYear(JsonPart part, int month, int day)
    {
        const int CommonYear = 2001;
        if (day <= CalendarSystem.Iso.GetDaysInMonth(CommonYear, month))
        {
            return true;
        }

        part.Problem("không phải ngày của mọi năm", "is not a day of every year");
        return false;
    }

    // Written as month-day; a lunar day is not checked against the solar months.
    private static (int Month, int Day)? MonthAndDay(JsonPart part, int maxDay)
    {
        if (part.Text() is not string text)
        {
            return null;
        }

        if (text.Length == 5 && text[2] == '-' && Digits(text[..2]) is int month and >= 1 and <= 12
            && Digits(text[3..]) is int day && day >= 1 && day <= maxDay)
        {
            return (month, day);
        }

        part.Problem("'" + text + "' không phải ngày dạng tháng-ngày", "'" + text + "' is not a day of the form month-day");
        return null;
    }

    private static int? Digits(string text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int value) ? value : null;
}
