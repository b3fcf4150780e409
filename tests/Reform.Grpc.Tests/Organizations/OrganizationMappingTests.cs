using CsCheck;
using Google.Protobuf;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using Reform.Grpc.Organizations;

namespace Reform.Grpc.Tests.Organizations;

/// <summary>Every fact survives the way to its message, through the journal's bytes, and back.</summary>
public sealed class OrganizationMappingTests
{
    private static readonly LocalDate First = new(2025, 1, 1);
    private static readonly Gen<string> Ids = Gen.OneOf("u1", "ủy ban/xã", "a b%2F", "x");
    private static readonly Gen<string?> Words = Gen.OneOf<string?>(null, "land", "đất đai");
    private static readonly Gen<LocalDate> Days = Gen.Int[0, 800].Select(d => First.PlusDays(d));
    private static readonly Gen<LocalDate?> MaybeDays = Gen.Frequency((1, Gen.Const((LocalDate?)null)), (2, Days.Select(d => (LocalDate?)d)));
    private static readonly Gen<BilingualText> Texts = Gen.OneOf(new BilingualText("Ủy ban", "Committee"), BilingualText.Same("UBND"));
    private static readonly Gen<LegalBasis?> Bases = Gen.OneOf<LegalBasis?>(null, LegalBasis.LocalGovernment("14"), LegalBasis.Citing("12/QĐ"));

    private static readonly Gen<Validity> Periods = Gen.Select(Gen.Int[-200, 400], Gen.Int[1, 500]).Select((from, length) =>
        new Validity(from < 0 ? null : First.PlusDays(from), length > 400 ? null : First.PlusDays(Math.Max(from, 0) + length)));

    private static readonly Gen<object> Facts = Gen.OneOf<object>(
        Gen.Select(Ids, Texts, Gen.Enum<BodyKind>(), Gen.Enum<OrganizationLevel>(), Periods, Gen.Select(Gen.Enum<BaseSetting>(), Gen.Bool, Words, Days))
            .Select((id, name, kind, level, period, more) => (object)new OrganizationUnit(id, name, kind, level, period)
            {
                Setting = more.Item2 ? more.Item1 : null,
                Territory = more.Item3,
                FormerNames = more.Item2 ? [new FormerName(name, more.Item4), new FormerName(name, more.Item4.PlusDays(1))] : [],
            }),
        Gen.Select(Ids, Ids, Periods, Bases).Select((a, b, period, basis) => (object)new UnitPlacement(a, b, period) { Basis = basis }),
        Gen.Select(Ids, Ids, Texts, Gen.Enum<TitleKind>(), Periods).Select((a, b, name, title, period) => (object)new Position(a, b, name) { Title = title, Validity = period }),
        Gen.Select(Ids, Ids, Periods, Gen.Enum<AppointmentMode>(), Gen.Bool, Gen.Select(MaybeDays, MaybeDays, Bases)).Select((a, b, period, mode, elected, more) =>
            (object)new Appointment(a, b, period)
            {
                Mode = mode,
                IsElected = elected,
                ConfirmedOn = more.Item1,
                CommissionedToSignFrom = more.Item2,
                Basis = more.Item3,
            }),
        Gen.Select(Ids, Ids, Periods, Bases).Select((a, b, period, basis) => (object)new WorkAllocation(a, b, "đất đai", period) { Basis = basis }),
        Gen.Select(Ids, Ids, Periods).Select((a, b, period) => (object)new Membership(a, b, period)),
        Gen.Select(Ids, Ids, Gen.Enum<ExclusionCause>(), Periods).Select((a, b, cause, period) => (object)new MembershipExclusion(a, b, cause, period)),
        Gen.Select(Ids, Ids, Gen.Enum<RelationshipKind>(), Periods).Select((a, b, kind, period) => (object)new Relationship(a, b, kind, period)),
        Gen.Select(Ids, Ids, Gen.Enum<ReorganizationKind>(), Days, Gen.Select(Words, Words, Bases, Gen.Bool)).Select((a, b, kind, on, more) =>
            (object)new SuccessionLink(a, more.Item4 ? b : null, kind, on) { Function = more.Item1, Territory = more.Item2, Basis = more.Item3 }));

    [Fact]
    public void A_fact_comes_back_as_it_went()
    {
        var lists = new HashSet<string>();
        Facts.Sample(
            fact =>
            {
                (string list, _, IMessage message) = OrganizationLists.In(OrganizationLists.Wrap(fact))!.Value;
                var builder = new OrganizationRecordsBuilder();
                builder.Add(list, list + "/1", builder.Parse(list, message.ToByteArray()), Instant.MinValue, null, "fact");
                OrganizationRecords records = builder.Build();
                IEnumerable<object?> all =
                [
                    .. records.Units.Select(r => r.Fact), .. records.Placements.Select(r => r.Fact), .. records.Positions.Select(r => r.Fact),
                    .. records.Appointments.Select(r => r.Fact), .. records.Allocations.Select(r => r.Fact), .. records.Memberships.Select(r => r.Fact),
                    .. records.Exclusions.Select(r => r.Fact), .. records.Relationships.Select(r => r.Fact), .. records.Successions.Select(r => r.Fact),
                ];
                lists.Add(list);
                return fact.Equals(all.Single());
            },
            iter: 5_000,
            threads: 1);
        Assert.Equal(9, lists.Count);
    }
}
