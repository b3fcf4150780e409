using NodaTime;
using Reform.Grpc.Rpc;
using CalendarPolicy = Reform.Domain.Deadlines.CalendarPolicy;
using DeadlinePolicy = Reform.Domain.Deadlines.DeadlinePolicy;
using DueEndPolicy = Reform.Domain.Deadlines.DueEndPolicy;
using HalfDayPolicy = Reform.Domain.Deadlines.HalfDayPolicy;
using IntakePolicy = Reform.Domain.Deadlines.IntakePolicy;
using LeapDayPolicy = Reform.Domain.Deadlines.LeapDayPolicy;
using ProtoCalendarPolicy = Reform.Deadlines.V1.CalendarPolicy;
using ProtoDueEnd = Reform.Deadlines.V1.DueEndPolicy;
using ProtoHalfDay = Reform.Deadlines.V1.HalfDayPolicy;
using ProtoIntake = Reform.Deadlines.V1.IntakePolicy;
using ProtoLeapDay = Reform.Deadlines.V1.LeapDayPolicy;
using ProtoPolicy = Reform.Deadlines.V1.DeadlinePolicy;
using ProtoRegime = Reform.Deadlines.V1.SupplementRegime;
using ProtoRoll = Reform.Deadlines.V1.RollPolicy;
using RollPolicy = Reform.Domain.Deadlines.RollPolicy;
using SupplementRegime = Reform.Domain.Deadlines.SupplementRegime;

namespace Reform.Grpc.Deadlines;

/// <summary>From the message of the policies to the policies.</summary>
internal static class PolicyMapping
{
    public static DeadlinePolicy FromProto(string field, ProtoPolicy? policy)
    {
        DeadlinePolicy defaults = DeadlinePolicy.Default;
        return policy is null ? defaults : defaults with
        {
            Intake = Intake(field + ".intake", policy.Intake),
            HalfDay = policy.HalfDay switch
            {
                ProtoHalfDay.Unspecified => defaults.HalfDay,
                ProtoHalfDay.Session => HalfDayPolicy.Session,
                ProtoHalfDay.FourWorkingHours => HalfDayPolicy.FourWorkingHours,
                _ => throw NoSuchChoice(field + ".half_day"),
            },
            DueEnd = policy.DueEnd switch
            {
                ProtoDueEnd.Unspecified => defaults.DueEnd,
                ProtoDueEnd.EndOfDay => DueEndPolicy.EndOfDay,
                ProtoDueEnd.CloseOfBusiness => DueEndPolicy.CloseOfBusiness,
                _ => throw NoSuchChoice(field + ".due_end"),
            },
            LeapDay = policy.LeapDay switch
            {
                ProtoLeapDay.Unspecified => defaults.LeapDay,
                ProtoLeapDay.February28 => LeapDayPolicy.February28,
                ProtoLeapDay.March1 => LeapDayPolicy.March1,
                _ => throw NoSuchChoice(field + ".leap_day"),
            },
            Supplement = policy.Supplement switch
            {
                ProtoRegime.Unspecified => defaults.Supplement,
                ProtoRegime.SuspendedDaysExcluded => SupplementRegime.SuspendedDaysExcluded,
                ProtoRegime.RestartFromZero => SupplementRegime.RestartFromZero,
                _ => throw NoSuchChoice(field + ".supplement"),
            },
            Roll = Roll(field + ".roll", policy.Roll, defaults.Roll),
            BackwardRoll = Roll(field + ".backward_roll", policy.BackwardRoll, defaults.BackwardRoll),
            Calendar = policy.Calendar switch
            {
                ProtoCalendarPolicy.Unspecified => defaults.Calendar,
                ProtoCalendarPolicy.FrozenAtReceipt => CalendarPolicy.FrozenAtReceipt,
                ProtoCalendarPolicy.FollowsCalendar => CalendarPolicy.FollowsCalendar,
                _ => throw NoSuchChoice(field + ".calendar"),
            },
        };
    }

    private static IntakePolicy Intake(string field, ProtoIntake? intake)
    {
        if (intake?.CutOff is null)
        {
            return intake?.MovesDaysOff == true ? IntakePolicy.NextOpeningAfterDayOff : IntakePolicy.AsStamped;
        }

        LocalTime cutOff = CivilTimes.RequiredTime(field + ".cut_off", intake.CutOff);
        return intake.MovesDaysOff ? IntakePolicy.NextOpeningAfterCutOffOrDayOff(cutOff) : IntakePolicy.NextOpeningAfter(cutOff);
    }

    private static RollPolicy Roll(string field, ProtoRoll roll, RollPolicy byDefault) => roll switch
    {
        ProtoRoll.Unspecified => byDefault,
        ProtoRoll.NextWorkingDay => RollPolicy.NextWorkingDay,
        ProtoRoll.PreviousWorkingDay => RollPolicy.PreviousWorkingDay,
        ProtoRoll.Stay => RollPolicy.Stay,
        _ => throw NoSuchChoice(field),
    };

    private static global::Grpc.Core.RpcException NoSuchChoice(string field) =>
        Refusal.InvalidField(field, "không có lựa chọn này", "there is no such choice");
}
