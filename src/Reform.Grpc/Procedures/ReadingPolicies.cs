using Reform.Domain.Deadlines;
using Reform.Domain.Values;
using Reform.Grpc.Deadlines;
using Reform.Grpc.Rpc;
using P = Reform.Deadlines.V1;

namespace Reform.Grpc.Procedures;

/// <summary>Between the choices of counting that a reading makes and the message of policies: what is not set is not chosen.</summary>
internal static class ReadingPolicies
{
    public static ValueList<NamedPolicy> FromProto(string path, P.DeadlinePolicy? message)
    {
        if (message is null)
        {
            return [];
        }

        if (message.BackwardRoll != P.RollPolicy.Unspecified)
        {
            throw Refusal.InvalidField(path + ".backward_roll", "dùng 'roll' cho chiều tính của thời hạn", "is left out: 'roll' is for the direction of the limit");
        }

        DeadlinePolicy all = PolicyMapping.FromProto(path, message);
        (bool IsChosen, NamedPolicy Policy)[] choices =
        [
            (message.Intake is not null, all.Intake), (message.HalfDay != P.HalfDayPolicy.Unspecified, all.HalfDay),
            (message.DueEnd != P.DueEndPolicy.Unspecified, all.DueEnd), (message.LeapDay != P.LeapDayPolicy.Unspecified, all.LeapDay),
            (message.Supplement != P.SupplementRegime.Unspecified, all.Supplement), (message.Roll != P.RollPolicy.Unspecified, all.Roll),
            (message.Calendar != P.CalendarPolicy.Unspecified, all.Calendar),
        ];
        return choices.Where(c => c.IsChosen).Select(c => c.Policy).ToValueList();
    }

    public static P.DeadlinePolicy? ToProto(ValueList<NamedPolicy> policies)
    {
        if (policies.Count == 0)
        {
            return null;
        }

        var message = new P.DeadlinePolicy();
        foreach (NamedPolicy policy in policies)
        {
            Set(message, policy);
        }

        return message;
    }

    private static void Set(P.DeadlinePolicy message, NamedPolicy policy)
    {
        switch (policy)
        {
            case IntakePolicy intake:
                message.Intake = new P.IntakePolicy
                {
                    MovesDaysOff = intake.MovesDaysOff,
                    CutOff = intake.CutOff is NodaTime.LocalTime cutOff ? CivilTimes.ToProto(cutOff) : null,
                };
                break;
            case HalfDayPolicy half:
                message.HalfDay = half == HalfDayPolicy.Session ? P.HalfDayPolicy.Session : P.HalfDayPolicy.FourWorkingHours;
                break;
            case DueEndPolicy end:
                message.DueEnd = end == DueEndPolicy.EndOfDay ? P.DueEndPolicy.EndOfDay : P.DueEndPolicy.CloseOfBusiness;
                break;
            case LeapDayPolicy leap:
                message.LeapDay = leap == LeapDayPolicy.February28 ? P.LeapDayPolicy.February28 : P.LeapDayPolicy.March1;
                break;
            case SupplementRegime regime:
                message.Supplement = regime == SupplementRegime.SuspendedDaysExcluded
                    ? P.SupplementRegime.SuspendedDaysExcluded : P.SupplementRegime.RestartFromZero;
                break;
            case RollPolicy roll:
                message.Roll = roll == RollPolicy.NextWorkingDay ? P.RollPolicy.NextWorkingDay
                    : roll == RollPolicy.PreviousWorkingDay ? P.RollPolicy.PreviousWorkingDay : P.RollPolicy.Stay;
                break;
            case CalendarPolicy calendar:
                message.Calendar = calendar == CalendarPolicy.FrozenAtReceipt ? P.CalendarPolicy.FrozenAtReceipt : P.CalendarPolicy.FollowsCalendar;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(policy), policy, "No such policy.");
        }
    }
}
