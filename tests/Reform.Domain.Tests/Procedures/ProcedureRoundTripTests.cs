using CsCheck;
using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Procedures;

/// <summary>Random procedures, with every optional part there or not, read back from what is written of them.</summary>
public sealed class ProcedureRoundTripTests
{
    private static readonly LocalDate First = new(2020, 1, 1);

    private static readonly ProcedureSource Source = new("Q1", "Quy chế \"mới\"", "12-QĐ/TU", "Thành ủy", "primary-text", new Validity(First, null));

    private static readonly Gen<string> Texts = Gen.OneOf("a", "Đơn xin vào Đảng", "\"quoted\" \\ // not a comment", "two\nlines\tand a tab", "<b>&amp;</b>", "𝒜 🙂");

    private static readonly Gen<BilingualText> Names = from vi in Texts from en in Texts select new BilingualText(vi, en);

    private static readonly Gen<SourceConfidence> Confidences = Gen.OneOf(SourceConfidence.Verified, SourceConfidence.FromMemory);

    private static readonly Gen<TimeLimit> Lengths =
        from amount in Gen.Int[1, 24]
        from unit in Gen.OneOf(TimeUnit.WorkingDay, TimeUnit.CalendarDay, TimeUnit.Month, TimeUnit.Week)
        from what in Gen.Int[0, 4]
        from name in Names
        select what == 0 ? TimeLimit.NextEvent(name) : what == 1 ? new TimeLimit(1, TimeUnit.SameDay) : new TimeLimit(amount, unit);

    private static readonly Gen<LimitExtension> Extensions =
        from condition in Texts
        from times in Gen.Int[0, 3]
        from length in Maybe(Lengths)
        select new LimitExtension(condition, times == 0 ? null : times, length);

    private static readonly Gen<LimitTerms> TermsWithLength =
        from length in Lengths
        from start in Texts
        from confidence in Confidences
        from extension in Maybe(Extensions)
        from note in Maybe(Texts)
        select new LimitTerms(length, start, Source.Id, confidence) { Extension = extension, Note = note };

    // Some periods follow each other at once, some leave days of which nothing is known.
    private static readonly Gen<ValueList<DatedLimitTerms>> Histories =
        from terms in TermsWithLength.List[0, 3]
        from gap in Gen.Int[0, 40]
        select terms.Select((t, i) => new DatedLimitTerms(
            new Validity(First.PlusDays(i * 400), i == 2 ? null : First.PlusDays(((i + 1) * 400) - gap)), t)).ToValueList();

    private static readonly Gen<ProcedureTimeLimit> Limits =
        from name in Names
        from scope in Gen.OneOf(LimitScope.Total, LimitScope.Step, LimitScope.MinimumWait, LimitScope.Warning, LimitScope.Periodic, LimitScope.CutOff, LimitScope.None)
        from direction in Gen.OneOf(CountDirection.Forward, CountDirection.Backward)
        from terms in TermsWithLength
        from minute in Gen.Int[0, (24 * 60) - 1]
        from texts in Maybe(Texts).List[4, 4]
        from history in Histories
        select new ProcedureTimeLimit("", name, scope, direction, scope switch
        {
            LimitScope.CutOff => terms with { Limit = null, CutOff = new LocalTime(minute / 60, minute % 60) },
            LimitScope.None => terms with { Limit = null },
            _ => terms,
        })
        {
            EndEvent = "end",
            Place = texts[0],
            OnBreach = texts[1],
            Responsible = texts[2],
            AppliesTo = texts[3],
            History = history,
        };

    private static readonly Gen<CollectiveVote> Votes =
        from denominator in Gen.Int[2, 5]
        from numerator in Gen.Int[1, denominator - 1]
        from strict in Gen.Bool
        from electorate in Texts
        select new CollectiveVote(new VotingThreshold(numerator, denominator, strict), electorate, "ballot");

    private static readonly Gen<ProcedureStep> Steps =
        from name in Names
        from unit in Texts
        from output in Maybe(Texts)
        from vote in Maybe(Votes)
        from decider in Maybe(Texts)
        from power in Maybe(Texts)
        select new ProcedureStep(1, name, unit) { Output = output, Vote = vote, Decider = vote is null ? decider : null, PowerId = power };

    private static readonly Gen<DocumentValidity> DocumentLives =
        from length in Lengths
        from start in Texts
        from confidence in Confidences
        select new DocumentValidity(length, start, Source.Id, confidence);

    private static readonly Gen<RequiredDocument> Documents =
        from name in Names
        from kind in Gen.OneOf(DocumentKind.Original, DocumentKind.Copy, DocumentKind.CertifiedCopy, DocumentKind.Electronic)
        from copies in Gen.Int[0, 3]
        from form in Maybe(Texts)
        from optional in Gen.Bool
        from life in Maybe(DocumentLives)
        from issuer in Maybe(Texts)
        select new RequiredDocument(name, kind) { IssuedBy = issuer, Copies = copies == 0 ? null : copies, Form = form, IsOptional = optional, Validity = life };

    private static readonly Gen<LocalVariant> Variants =
        from authority in Texts
        from reason in Maybe(Names)
        select new LocalVariant(authority, reason);

    private static readonly Gen<ProcedureVersion> Versions =
        from steps in Steps.List[0, 4]
        from documents in Maybe(Documents.List[0, 4])
        from visits in Maybe(Gen.Select(Names, Gen.Bool, Gen.Bool).List[0, 3])
        from conditions in Names.List[0, 2]
        from supplement in Gen.Int[0, 2]
        from written in Gen.Bool
        from variant in Maybe(Variants)
        from limits in Limits.List[0, 4]
        from texts in Texts.List[5, 5]
        from channels in Texts.List[0, 3]
        from notes in Maybe(Texts)
        from pilot in Maybe(Texts)
        select new ProcedureVersion(default, texts[0], texts[1], texts[2], texts[3], texts[4])
        {
            Levels = channels.ToValueList(),
            Channels = channels.ToValueList(),
            Steps = steps.Select((s, i) => s with
            {
                Number = i + 1,
                After = i == 0 ? null : i,
                Activity = i == 0 ? s.Name.Vietnamese : "activity " + i,
                TimeLimitIds = limits.Take(i).Select((_, n) => "L" + n).ToValueList(),
            }).ToValueList(),
            Documents = documents?.ToValueList(),
            Visits = visits?.Select(v => new RequiredVisit(v.Item1)
            {
                Step = v.Item2 && steps.Count > 0 ? steps.Count : null,
                Channels = v.Item3 ? channels.Take(1).ToValueList() : [],
            }).ToValueList(),
            Conditions = conditions.ToValueList(),
            FourEyes = steps.Count < 3 ? [] : [new FourEyesPair("activity 1", "activity 2"), new FourEyesPair("activity 2", steps[0].Name.Vietnamese)],
            Supplement = supplement == 0 ? null : SupplementRegime.All[supplement - 1],
            IsWritten = written,
            Variant = variant,
            TimeLimits = limits.Select((l, i) => l with { Id = "L" + i }).ToValueList(),
            Basis = channels.ToValueList(),
            Notes = notes,
            PilotId = pilot,
        };

    [Fact]
    public void A_random_procedure_survives_being_written() => Gen.Select(Versions, Names).Sample((version, name) =>
    {
        var all = new ProcedureCatalogue([Source], [new Procedure("P", name, OrganizationSystem.State, [version])]);
        using var stream = new MemoryStream(ProcedureFile.Write(all));
        Assert.Equal(all, ProcedureFile.Read(stream));
    });

    [Fact]
    public void A_random_procedure_said_in_code_is_the_one_of_the_file() => Gen.Select(Versions, Names).Sample((version, name) =>
    {
        var expected = new Procedure("P", name, OrganizationSystem.State, [version]);
        HashSet<string> own = [.. version.TimeLimits.Select(l => l.Id)];
        ProcedureCatalogue built = ProcedureDefinition.Of("P", name, OrganizationSystem.State).Source(Source)
            .Version(null, null, v => ProcedureDefinitionTests.SayAgain(v, version, own)).Build();
        Assert.Equal(expected, built.Find("P"));
    });

    // Whatever says something else has another hash; that a version ended since, and where it was read from, changes nothing.
    [Fact]
    public void The_hash_of_a_version_tells_one_content_from_another() => Gen.Select(Versions, Versions).Sample((one, other) =>
    {
        ProcedureVersion ended = one with { Validity = new Validity(First, First.PlusDays(30)) }, open = one with { Validity = new Validity(First, null) };
        using var stream = new MemoryStream(ProcedureFile.Write(new ProcedureCatalogue([Source], [new Procedure("P", new BilingualText("a", "b"), OrganizationSystem.State, [ended])])));
        Assert.Matches("^[0-9a-f]{16}$", one.Hash);
        Assert.Equal(open.Hash, ended.Hash);
        Assert.Equal(ended.Hash, ProcedureFile.Read(stream).Find("P")!.Versions[0].Hash);
        Assert.Equal(one.Equals(other), one.Hash == other.Hash);
        Assert.NotEqual(one.Hash, (one with { Result = one.Result + "." }).Hash);
        Assert.NotEqual(open.Hash, (open with { Validity = new Validity(First.PlusDays(1), null) }).Hash);
    });

    private static Gen<T?> Maybe<T>(Gen<T> some)
        where T : class =>
        from isThere in Gen.Bool
        from value in some
        select isThere ? value : null;
}
