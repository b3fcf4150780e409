using CsCheck;
using Google.Protobuf;
using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using Reform.Grpc.Delegation;
using Proto = Reform.Delegation.V1;

namespace Reform.Grpc.Tests.Delegation;

/// <summary>Nothing of a power, a grant or an event is lost on the way into a message, over the wire and back.</summary>
public sealed class DelegationMappingTests
{
    private static readonly Gen<string> Id = Gen.OneOf(Gen.String[Gen.Char["abcxyz0129/%+ ếđŨ.:"], 1, 20].Where(s => s.Trim().Length > 0), Of("u0/head", "100%", "a b", "đơn-vị", "%2F"));
    private static readonly Gen<string> Word = Of("X", "Y", "P1", "thủ tục", "Hải Phòng", "a/b");
    private static readonly Gen<LocalDate> Date = Gen.Int[0, 3_600_000].Select(d => new LocalDate(1, 1, 1).PlusDays(d));
    private static readonly Gen<BilingualText> Text = Gen.Select(Word, Word, (vi, en) => new BilingualText(vi, en));
    private static readonly Gen<LegalBasis> Basis = Text.Select(t => new LegalBasis(t));
    private static readonly Gen<Validity> Period = Gen.Select(Date, Gen.Int[1, 9000], Gen.Int[0, 3], (from, days, open) =>
        new Validity((open & 1) == 0 ? from : null, (open & 2) == 0 ? from.PlusDays(days) : null));

    private static readonly Gen<AmountRange> Range = Gen.Select(Gen.Long, Gen.Int[0, 12], Gen.Int[1, 10_000], Gen.Int[0, 15], (digits, scale, more, bits) =>
    {
        decimal low = digits / (decimal)Math.Pow(10, scale);
        return new AmountRange((bits & 1) == 0 ? low : null, (bits & 2) == 0, (bits & 4) == 0 ? low + more : null, (bits & 8) == 0);
    });

    private static readonly Gen<ValueList<string>> Words = Word.Array[0, 3].Select(w => w.ToValueList());

    private static readonly Gen<GrantScope> Limits = Gen.Select(Words, Words, Words, Maybe(Range), (subjects, territories, kinds, amount) =>
        new GrantScope { Subjects = subjects, Territories = territories, CaseKinds = kinds, Amount = amount });

    private static readonly Gen<GrantScope> Scope = Gen.Select(Limits, Limits.Array[0, 2], (limits, exclusions) => limits with { Exclusions = exclusions.ToValueList() });

    private static readonly Gen<Instrument> Paper = Gen.Select(Word, Date, Text, Any<InstrumentKind>(), Gen.Bool, (number, date, title, kind, written) =>
        new Instrument(number, date, title) { Kind = kind, IsWritten = written });

    private static readonly Gen<GranteeFacts> Facts = Gen.Select(MaybeValue(Gen.Int[0, 10_000]), Gen.Select(Gen.Int[1, 9999], Gen.Bool, (y, g) => new BaseRating(y, g)).Array[0, 3], (members, ratings) =>
        new GranteeFacts(members, ratings.ToValueList()));

    private static readonly Gen<Grant> Grants = Gen.Select(
        Gen.Select(Id, Id, Id, Id, Maybe(Id)), Gen.Select(Maybe(Id), Any<GrantKind>(), Any<GranteeKind>(), Period, Gen.Bool), Gen.Select(Scope, Paper, Maybe(Facts)),
        Gen.Select(Word, Text, (c, t) => new GrantCondition(c, t)).Array[0, 3], (ids, terms, more, conditions) => new Grant
        {
            Id = ids.Item1,
            PowerId = ids.Item2,
            GrantorId = ids.Item3,
            GranteeId = ids.Item4,
            ParentId = ids.Item5,
            UnitId = terms.Item1,
            Kind = terms.Item2,
            GranteeKind = terms.Item3,
            Validity = terms.Item4,
            AllowsOnward = terms.Item5,
            Scope = more.Item1,
            Instrument = more.Item2,
            GranteeFacts = more.Item3,
            Conditions = conditions.ToValueList(),
        });

    private static readonly Gen<GrantEvent> Events = Gen.Select(Gen.Int[0, 4], Id, Date, Maybe(Paper), Gen.Select(Maybe(Scope), MaybeValue(Date), MaybeValue(Gen.Bool), Text), (which, id, on, paper, more) =>
    {
        GrantEvent happened = which switch
        {
            0 => new GrantEvent.Amended(id, on) { Scope = more.Item1, To = more.Item2, AllowsOnward = more.Item3 },
            1 => new GrantEvent.Suspended(id, on),
            2 => new GrantEvent.Resumed(id, on),
            3 => new GrantEvent.Revoked(id, on, more.Item2),
            _ => new GrantEvent.Lapsed(id, on, more.Item4),
        };
        return happened with { Instrument = paper };
    });

    private static readonly Gen<HolderRule> Holder = Gen.Select(Id, Period, Basis, Maybe(Id), Words, (holder, period, basis, unit, territories) =>
        new HolderRule(holder, period, basis) { UnitId = unit, Territories = territories });

    private static readonly Gen<HolderPattern> Pattern = Gen.Select(Any<BodyKind>(), MaybeValue(Any<OrganizationLevel>()), MaybeValue(Any<TitleKind>()), Period, Basis, (body, level, title, period, basis) =>
        new HolderPattern(body, level, title, period, basis));

    private static readonly Gen<Delegability> Delegable = Gen.Select(Any<GrantKind>().Array[0, 3], Maybe(Text), (kinds, why) => new Delegability(kinds.ToValueList(), why));

    private static readonly Gen<Power> Powers = Gen.Select(
        Gen.Select(Id, Text, Holder.Array[0, 3], Pattern.Array[0, 2]), Gen.Select(Maybe(Word), Gen.Bool, Gen.Bool, Any<GranteeRule>()), Dated(Any<BodyKind>()), Dated(Delegable),
        (main, more, deciding, delegable) => new Power(main.Item1, main.Item2, main.Item3.ToValueList())
        {
            HolderPatterns = main.Item4.ToValueList(),
            Field = more.Item1,
            IsCollective = more.Item2,
            IsPublicService = more.Item3,
            GranteeRule = more.Item4,
            DecidingBody = deciding,
            Delegability = delegable,
        });

    [Fact]
    public void Every_field_of_a_grant_comes_back() =>
        Grants.Sample(grant => Assert.Equal(grant, GrantMapping.Grant("grant", Sent(GrantMapping.ToProto(grant)))), iter: 3000);

    [Fact]
    public void Every_field_of_an_event_comes_back() =>
        Events.Sample(happened => Assert.Equal(happened, GrantMapping.Event("event", Sent(GrantMapping.ToProto(happened)))), iter: 3000);

    [Fact]
    public void Every_field_of_a_power_comes_back() =>
        Powers.Sample(power => Assert.Equal(power, PowerMapping.Power("power", Sent(PowerMapping.ToProto(power)))), iter: 3000);

    [Fact]
    public void Every_field_of_a_question_comes_through()
    {
        var question = new Proto.AuthorityQuestion
        {
            Actor = "an",
            Power = "powers/issue%2Fpermit",
            On = Civil.Date("2026-06-15"),
            Unit = "units/u0",
            Case = new Proto.CaseFacts
            {
                Subject = "P1",
                Territories = { "X", "Y" },
                CaseKind = "new",
                Amount = "4.50",
                ConcernedPersons = { "binh" },
                VotePassed = false,
                ConditionsMet = { "a" },
                ConditionsNotMet = { "b" },
                CompetentUntil = Civil.Date("2026-07-01"),
                PublishedDecider = "chair",
                ResourcesProvided = false,
            },
        };
        Assert.Equal(new AuthorityQuestion("an", "issue/permit", new LocalDate(2026, 6, 15))
        {
            UnitId = "u0",
            Case = new AuthorityCase
            {
                Subject = "P1",
                Territories = ["X", "Y"],
                CaseKind = "new",
                Amount = 4.5m,
                ConcernedPersons = ["binh"],
                VotePassed = false,
                ConditionsMet = ["a"],
                ConditionsNotMet = ["b"],
                CompetentUntil = new LocalDate(2026, 7, 1),
                PublishedDecider = "chair",
                ResourcesProvided = false,
            },
        }, QuestionMapping.Question("question", question));
        question.Case = null;
        Assert.Equal(AuthorityCase.Unstated, QuestionMapping.Question("question", question).Case);
    }

    private static T Sent<T>(T message)
        where T : class, IMessage<T>, new() => new MessageParser<T>(() => new T()).ParseFrom(message.ToByteArray());

    private static Gen<T?> Maybe<T>(Gen<T> of)
        where T : class => Gen.Select(Gen.Bool, of, (there, value) => there ? value : null);

    private static Gen<T?> MaybeValue<T>(Gen<T> of)
        where T : struct => Gen.Select(Gen.Bool, of, (there, value) => there ? value : (T?)null);

    private static Gen<T> Any<T>()
        where T : struct, Enum => Of(Enum.GetValues<T>());

    private static Gen<T> Of<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    // Periods one after the other, so that no two hold at once.
    private static Gen<DatedValues<T>> Dated<T>(Gen<T> of) => Gen.Select(Date, Gen.Select(of, Basis, Gen.Int[1, 3000]).Array[0, 3], (first, values) =>
    {
        LocalDate from = first;
        var entries = new List<Dated<T>>();
        foreach ((T value, LegalBasis basis, int days) in values)
        {
            entries.Add(new Dated<T>(value, new Validity(from, from.PlusDays(days)), basis));
            from = from.PlusDays(days);
        }

        return new DatedValues<T>(entries);
    });
}
