using Google.Protobuf.Reflection;
using Reform.Deadlines.V1;
using Reform.Grpc.Procedures;
using Reform.Grpc.Tests.Rpc;
using Reform.Procedures.V1;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;

namespace Reform.Grpc.Tests.Procedures;

/// <summary>Nothing of a fact about procedures is lost between its message, the domain and back.</summary>
public sealed class ProcedureMappingTests
{
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
        FactMapping.Survives(ProcedureKinds.Question, question);
        Interpretation answer = ThirtyDays();
        answer.Name = "interpretations/a1";
        answer.Period = From("2025-05-01", "2027-01-01");
        answer.Reading = question.Readings[0];
        FactMapping.Survives(ProcedureKinds.Interpretation, answer);
        Publication posted = Posting("p1", "2026-01-05", to: "2026-06-01");
        posted.SecretContent = true;
        FactMapping.Survives(ProcedureKinds.Publication, posted);
        ProcedureApplication applies = Applies("w");
        applies.Period = From("2026-01-01", "2027-01-01");
        FactMapping.Survives(ProcedureKinds.Application, applies);
        PublicationRule rule = WithinFiveDays();
        rule.Name = "publicationRules/five";
        rule.Period = From("2026-01-01", "2027-01-01");
        rule.System = Reform.Organizations.V1.OrganizationSystem.Front;
        FactMapping.Survives(ProcedureKinds.Rule, rule);
        ReviewRound round = Round();
        round.Name = "reviewRounds/r1";
        FactMapping.Survives(ProcedureKinds.Round, round);
        ReviewVerdict verdict = Verdict();
        verdict.Name = "reviewVerdicts/v1";
        FactMapping.Survives(ProcedureKinds.Verdict, verdict);
        FactMapping.Same(ProcedureKinds.Verdict, new ReviewVerdict(verdict) { Outcome = ReviewOutcome.Merge, MergedInto = "procedures/PTY-ADM" });
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
            FactMapping.Same(ProcedureKinds.Question, question);
        }
    }
}
