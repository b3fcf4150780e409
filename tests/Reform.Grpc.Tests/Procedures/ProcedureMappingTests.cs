using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Reform.Deadlines.V1;
using Reform.Grpc.Procedures;
using Reform.Grpc.Registers;
using Reform.Procedures.V1;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;

namespace Reform.Grpc.Tests.Procedures;

/// <summary>Nothing of a fact about procedures is lost between its message, the domain and back.</summary>
public sealed class ProcedureMappingTests
{
    // Set elsewhere, or not together with what is set here.
    private static readonly string[] LeftOut = ["etag", "event", "backward_roll", "prevailing_limit", "seconds", "nanos", "minutes", "merged_into"];

    [Fact]
    public void Every_field_of_every_kind_of_fact_survives()
    {
        InterpretationQuestion question = Month();
        question.Name = "questions/%C4%91%2F1";
        question.Concerns = From("2025-01-01", "2026-01-01");
        question.Readings[0].Limit = Limit(2, TimeUnit.Month);
        question.Readings[0].StartEvent = "decision.date";
        question.Readings[0].Policy = new DeadlinePolicy
        {
            Intake = new IntakePolicy { CutOff = new Google.Type.TimeOfDay { Hours = 15 }, MovesDaysOff = true },
            HalfDay = HalfDayPolicy.FourWorkingHours,
            DueEnd = DueEndPolicy.CloseOfBusiness,
            LeapDay = LeapDayPolicy.March1,
            Supplement = SupplementRegime.RestartFromZero,
            Roll = RollPolicy.PreviousWorkingDay,
            Calendar = CalendarPolicy.FollowsCalendar,
        };
        Survives(ProcedureKinds.Question, question);
        Interpretation answer = ThirtyDays();
        answer.Name = "interpretations/a1";
        answer.Period = From("2025-05-01", "2027-01-01");
        answer.Reading = question.Readings[0];
        Survives(ProcedureKinds.Interpretation, answer);
        Publication posted = Posting("p1", "2026-01-05", to: "2026-06-01");
        posted.SecretContent = true;
        Survives(ProcedureKinds.Publication, posted);
        ProcedureApplication applies = Applies("w");
        applies.Period = From("2026-01-01", "2027-01-01");
        Survives(ProcedureKinds.Application, applies);
        PublicationRule rule = WithinFiveDays();
        rule.Name = "publicationRules/five";
        rule.Period = From("2026-01-01", "2027-01-01");
        rule.System = Reform.Organizations.V1.OrganizationSystem.Front;
        Survives(ProcedureKinds.Rule, rule);
        ReviewRound round = Round();
        round.Name = "reviewRounds/r1";
        Survives(ProcedureKinds.Round, round);
        ReviewVerdict verdict = Verdict();
        verdict.Name = "reviewVerdicts/v1";
        Survives(ProcedureKinds.Verdict, verdict);
        Same(ProcedureKinds.Verdict, new ReviewVerdict(verdict) { Outcome = ReviewOutcome.Merge, MergedInto = "procedures/PTY-ADM" });
    }

    // What is not chosen stays so: a default is a choice too.
    [Theory]
    [InlineData("half_day", 2)]
    [InlineData("due_end", 2)]
    [InlineData("leap_day", 2)]
    [InlineData("supplement", 2)]
    [InlineData("roll", 3)]
    [InlineData("calendar", 2)]
    public void Every_choice_of_counting_survives_alone(string field, int values)
    {
        for (int i = 1; i <= values; i++)
        {
            InterpretationQuestion question = Month();
            question.Name = "questions/q1";
            question.Readings[1].Policy = new DeadlinePolicy();
            FieldDescriptor chosen = DeadlinePolicy.Descriptor.FindFieldByName(field);
            chosen.Accessor.SetValue(question.Readings[1].Policy, Enum.ToObject(chosen.EnumType.ClrType, i));
            Same(ProcedureKinds.Question, question);
        }
    }

    private static void Survives<TMessage, TFact>(FactKind<TMessage, TFact> kind, TMessage message)
        where TMessage : class, IMessage<TMessage>, new()
        where TFact : class
    {
        Assert.Empty(Unset(message, ""));
        Same(kind, message);
    }

    private static void Same<TMessage, TFact>(FactKind<TMessage, TFact> kind, TMessage message)
        where TMessage : class, IMessage<TMessage>, new()
        where TFact : class =>
        Assert.Equal(message, kind.Write(kind.Read("fact", (TMessage)message.Descriptor.Parser.ParseFrom(message.ToByteArray())), ""));

    // The fields to which the test gives nothing, and which it would therefore not miss.
    private static IEnumerable<string> Unset(IMessage message, string path)
    {
        foreach (FieldDescriptor field in message.Descriptor.Fields.InDeclarationOrder().Where(f => !LeftOut.Contains(f.Name)))
        {
            object? value = field.Accessor.GetValue(message);
            bool isSet = field.IsRepeated ? ((IList)value!).Count > 0
                : field.FieldType == FieldType.Message ? value is not null
                : field.HasPresence ? field.Accessor.HasValue(message)
                : !value!.Equals(field.FieldType == FieldType.String ? "" : Activator.CreateInstance(value.GetType()));
            if (!isSet)
            {
                yield return path + field.Name;
            }

            IEnumerable<IMessage> within = field.FieldType != FieldType.Message ? [] : field.IsRepeated ? ((IList)value!).Cast<IMessage>().Take(1) : value is IMessage one ? [one] : [];
            foreach (string deeper in within.SelectMany(w => Unset(w, path + field.Name + ".")))
            {
                yield return deeper;
            }
        }
    }
}
