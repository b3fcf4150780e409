using System.Globalization;
using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Values;
using Reform.Grpc.Rpc;
using DeadlineTerms = Reform.Domain.Deadlines.DeadlineTerms;
using Extension = Reform.Domain.Deadlines.Extension;
using ExtensionCap = Reform.Domain.Deadlines.ExtensionCap;
using ProtoCap = Reform.Deadlines.V1.ExtensionCap;
using ProtoExtension = Reform.Deadlines.V1.Extension;
using ProtoLevel = Reform.Deadlines.V1.WarningLevel;
using ProtoLimit = Reform.Deadlines.V1.TimeLimit;
using ProtoSuspension = Reform.Deadlines.V1.Suspension;
using ProtoTerms = Reform.Deadlines.V1.DeadlineTerms;
using ProtoUnit = Reform.Deadlines.V1.TimeUnit;
using Suspension = Reform.Domain.Deadlines.Suspension;
using TimeLimit = Reform.Domain.Deadlines.TimeLimit;
using TimeUnit = Reform.Domain.Deadlines.TimeUnit;
using WarningLevel = Reform.Domain.Deadlines.WarningLevel;

namespace Reform.Grpc.Deadlines;

/// <summary>From the message of the terms to the terms; what is wrong is refused with its path.</summary>
internal static class TermsMapping
{
    private const int MostEntries = 200;
    private const int MostLevels = 20;
    private const int MostDaysBefore = 36_500;
    private const int WholePeriod = 100;

    public static DeadlineTerms FromProto(string field, ProtoTerms? terms)
    {
        if (terms is null)
        {
            throw Refusal.RequiredField(field);
        }

        TimeLimit limit = Limit(field + ".limit", terms.Limit);
        RequestFields.AtMost(field + ".suspensions", terms.Suspensions.Count, MostEntries);
        RequestFields.AtMost(field + ".extensions", terms.Extensions.Count, MostEntries);
        RequestFields.AtMost(field + ".known_events", terms.KnownEvents.Count, MostEntries);
        RequestFields.AtMost(field + ".warning_levels", terms.WarningLevels.Count, MostLevels);
        try
        {
            return new DeadlineTerms(limit)
            {
                Policy = PolicyMapping.FromProto(field + ".policy", terms.Policy),
                Suspensions = All(field + ".suspensions", terms.Suspensions, SuspensionOf),
                Extensions = All(field + ".extensions", terms.Extensions, ExtensionOf),
                ExtensionCap = terms.ExtensionCap is null ? null : Cap(field + ".extension_cap", terms.ExtensionCap),
                Tolerance = terms.Tolerance is null ? null : Limit(field + ".tolerance", terms.Tolerance),
                KnownEvents = All(field + ".known_events", terms.KnownEvents, CivilTimes.RequiredDate),
                WarningLevels = All(field + ".warning_levels", terms.WarningLevels, Level),
            };
        }
        catch (InvalidTermsException e)
        {
            throw Refusal.InvalidField(field + "." + e.Field, e.Reason.Sentence.Vietnamese, e.Reason.Sentence.English);
        }
    }

    // Numbered alike, from 1 on; a test compares the names.
    public static ProtoUnit ToProto(TimeUnit unit) => (ProtoUnit)((int)unit + 1);

    private static ValueList<TDomain> All<TProto, TDomain>(string field, IList<TProto> items, Func<string, TProto, TDomain> read)
    {
        if (items.Count == 0)
        {
            return [];
        }

        var all = new TDomain[items.Count];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = read(RequestFields.At(field, i), items[i]);
        }

        return ValueList.Create<TDomain>(all);
    }

    internal static TimeLimit Limit(string field, ProtoLimit? limit)
    {
        if (limit is null)
        {
            throw Refusal.RequiredField(field);
        }

        var unit = (TimeUnit)((int)limit.Unit - 1);
        if (!Enum.IsDefined(unit))
        {
            throw Refusal.InvalidField(field + ".unit", "không có đơn vị này", "there is no such unit");
        }

        int most = TimeLimit.Most(unit);
        int amount = limit.Amount == 0 && most == 1 ? 1 : limit.Amount;
        if (amount < 1 || amount > most)
        {
            string number = most.ToString(CultureInfo.InvariantCulture);
            throw Refusal.InvalidField(field + ".amount", "phải từ 1 đến " + number, "must be from 1 to " + number);
        }

        if (unit == TimeUnit.NextEvent)
        {
            return TimeLimit.NextEvent(RequestFields.RequiredText(field + ".event", limit.Event));
        }

        return limit.Event.Length == 0
            ? new TimeLimit(amount, unit)
            : throw Refusal.InvalidField(field + ".event", "chỉ dùng với đơn vị NEXT_EVENT", "is only for the unit NEXT_EVENT");
    }

    private static Suspension SuspensionOf(string field, ProtoSuspension suspension)
    {
        LocalDate from = CivilTimes.RequiredDate(field + ".from_date", suspension.FromDate);
        LocalDate? to = RequestFields.Date(field + ".to_date", suspension.ToDate);
        try
        {
            return new Suspension(from, to, RequestFields.Text(field + ".cause", suspension.Cause), Basis(field, suspension.Basis));
        }
        catch (InvalidTermsException e)
        {
            throw Refusal.InvalidField(field + ".to_date", e.Reason.Sentence.Vietnamese, e.Reason.Sentence.English);
        }
    }

    private static Extension ExtensionOf(string field, ProtoExtension extension)
    {
        TimeLimit length = Limit(field + ".length", extension.Length);
        LocalDate? grantedOn = RequestFields.Date(field + ".granted_on", extension.GrantedOn);
        try
        {
            return new Extension(length, grantedOn, RequestFields.Text(field + ".cause", extension.Cause), Basis(field, extension.Basis));
        }
        catch (InvalidTermsException e)
        {
            throw Refusal.InvalidField(field + ".length.unit", e.Reason.Sentence.Vietnamese, e.Reason.Sentence.English);
        }
    }

    private static ExtensionCap Cap(string field, ProtoCap cap)
    {
        if (cap.HasTimes && cap.Times < 0)
        {
            throw Refusal.InvalidField(field + ".times", "không được âm", "must not be negative");
        }

        return new ExtensionCap(
            new LegalBasis(RequestFields.RequiredText(field + ".basis", cap.Basis)),
            cap.HasTimes ? cap.Times : null,
            cap.Length is null ? null : Limit(field + ".length", cap.Length));
    }

    private static WarningLevel Level(string field, ProtoLevel level) => level.MeasureCase switch
    {
        ProtoLevel.MeasureOneofCase.PercentUsed =>
            WarningLevel.PercentUsed(Between(field + ".percent_used", level.PercentUsed, 1, WholePeriod)),
        ProtoLevel.MeasureOneofCase.WorkingDaysBefore =>
            WarningLevel.WorkingDaysBefore(Between(field + ".working_days_before", level.WorkingDaysBefore, 1, MostDaysBefore)),
        ProtoLevel.MeasureOneofCase.CalendarDaysBefore =>
            WarningLevel.CalendarDaysBefore(Between(field + ".calendar_days_before", level.CalendarDaysBefore, 0, MostDaysBefore)),
        _ => throw Refusal.RequiredField(field),
    };

    private static int Between(string field, int value, int least, int most)
    {
        if (value >= least && value <= most)
        {
            return value;
        }

        string from = least.ToString(CultureInfo.InvariantCulture);
        string to = most.ToString(CultureInfo.InvariantCulture);
        throw Refusal.InvalidField(field, "phải từ " + from + " đến " + to, "must be from " + from + " to " + to);
    }

    private static LegalBasis? Basis(string field, string basis) =>
        RequestFields.Text(field + ".basis", basis) is BilingualText citation ? new LegalBasis(citation) : null;
}
