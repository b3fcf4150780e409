using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Procedures;

/// <summary>Two ways in, code and data file, that give the same procedure and the same problems.</summary>
public sealed class ProcedureDefinitionTests
{
    private static readonly ProcedureSource Regulation = new("Q1", "Quy chế", "12-QĐ/TU", "Thành ủy", "primary-text", new Validity(new LocalDate(2026, 1, 1), null));

    [Fact]
    public void Ten_lines_of_a_definition()
    {
        ProcedureCatalogue built = ProcedureDefinition
            .Of("HP-1", new BilingualText("Cấp phép thử", "Test permit"), OrganizationSystem.State)
            .Source(Regulation)
            .Version(new LocalDate(2026, 1, 1), null, v => v
                .Field("permits").RequestedBy("citizen").ReceivedBy("ward").DecidedBy("ward").ResultsIn("Giấy phép").Channels("paper", "online").Basis("12-QĐ/TU")
                .Step(1, new BilingualText("Thẩm định", "Appraisal"), "office", "Báo cáo")
                .Step(2, new BilingualText("Quyết định", "Decision"), "board", "Giấy phép", after: 1,
                    vote: new CollectiveVote(VotingThreshold.MoreThanHalf, "members", "card"), within: "T")
                .NoDocuments()
                .Limit("T", new BilingualText("Toàn bộ", "Whole"), LimitScope.Total, "receipt.time", "decision.date", TimeLimit.WorkingDays(5), "Q1"))
            .Build();

        ProcedureVersion version = built.Find("HP-1")!.InForceOn(new LocalDate(2026, 3, 2))!;
        Assert.Equal((2, 0, TimeLimit.WorkingDays(5)), (version.Steps.Count, version.Documents?.Count, version.TimeLimits[0].Terms.Limit));
        using var stream = new MemoryStream(ProcedureFile.Write(built));
        Assert.Equal(built, ProcedureFile.Read(stream));
    }

    [Fact]
    public void All_38_survive_being_written()
    {
        using var stream = new MemoryStream(ProcedureFile.Write(ProcedureCatalogue.Vietnam));

        Assert.Equal(ProcedureCatalogue.Vietnam, ProcedureFile.Read(stream));
    }

    // Every one of the 38, said again in code, is the one of the file.
    [Fact]
    public void All_38_defined_in_code_are_those_of_the_file()
    {
        int steps = 0, limits = 0;
        // A step may be bound by a limit of another procedure; in a file of its own it has no place.
        foreach (Procedure history in ProcedureCatalogue.Vietnam.Procedures)
        {
            HashSet<string> own = [.. history.Versions.SelectMany(v => v.TimeLimits).Select(l => l.Id)];
            ProcedureDefinition definition = ProcedureDefinition.Of(history.Code, history.Name, history.System);
            foreach (ProcedureSource source in ProcedureCatalogue.Vietnam.Sources)
            {
                definition.Source(source);
            }

            foreach (ProcedureVersion version in history.Versions)
            {
                definition.Version(version.Validity.From, version.Validity.To, v => SayAgain(v, version, own));
                steps += version.Steps.Count;
                limits += version.TimeLimits.Count;
            }

            Procedure expected = new(history.Code, history.Name, history.System, history.Versions.Select(v => v with
            {
                Steps = v.Steps.Select(s => s with { TimeLimitIds = s.TimeLimitIds.Where(own.Contains).ToValueList() }).ToValueList(),
            }).ToValueList());
            Assert.Equal(expected, definition.Build().Find(history.Code));
        }

        Assert.Equal((true, 96), (steps > 100, limits));
    }

    [Fact]
    public void Every_problem_is_told_at_its_place()
    {
        InvalidDataFileException refused = Assert.Throws<InvalidDataFileException>(() => ProcedureDefinition
            .Of("HP-1", BilingualText.Same("x"), OrganizationSystem.State)
            .Version(null, null, v => v
                .Field("permits").ReceivedBy("ward").DecidedBy("ward").ResultsIn("x")
                .Step(0, BilingualText.Same("A"), "office").Step(2, BilingualText.Same("B"), "office", after: 7, within: "none")
                .Limit("T", BilingualText.Same("T"), LimitScope.Total, "receipt.time", "decision.date", null, "nowhere"))
            .Build());

        Assert.Equal(
            [
                "procedures[0].versions[0].requester", "procedures[0].versions[0].steps[0].number",
                "procedures[0].versions[0].steps[1].after", "procedures[0].versions[0].steps[1].time_limits[0]", "procedures[0].versions[0].time_limits[0]",
                "procedures[0].versions[0].time_limits[0].source",
            ],
            refused.Problems.Select(p => p.Field).Order(StringComparer.Ordinal));
        Assert.All(refused.Problems, p => Assert.Null(p.Line));
    }

    [Fact]
    public void Versions_leave_no_gap()
    {
        Action<VersionDefinition> any = v => v.Field("f").RequestedBy("r").ReceivedBy("u").DecidedBy("u").ResultsIn("x").NoDocuments();
        ProcedureDefinition definition = ProcedureDefinition.Of("HP-1", BilingualText.Same("x"), OrganizationSystem.Party)
            .Version(null, new LocalDate(2025, 7, 1), any).Version(new LocalDate(2025, 7, 2), null, any);

        Assert.Equal("procedures[0].versions[1]", Assert.Single(Assert.Throws<InvalidDataFileException>(definition.Build).Problems).Field);
    }

    internal static void SayAgain(VersionDefinition say, ProcedureVersion version, HashSet<string> own)
    {
        say.Field(version.Field).RequestedBy(version.Requester).ReceivedBy(version.ReceivingUnit).DecidedBy(version.DecidingUnit).ResultsIn(version.Result)
            .Levels(version.Levels).Channels(version.Channels).Basis(version.Basis);
        if (version.Documents is not null)
        {
            say.NoDocuments();
        }

        foreach (ProcedureStep step in version.Steps)
        {
            say.Step(step.Number, step.Name, step.Unit, step.Output, step.After, step.Vote, step.Decider, step.PowerId, step.Activity, step.TimeLimitIds.Where(own.Contains));
        }

        foreach (RequiredDocument document in version.Documents ?? [])
        {
            say.Document(document);
        }

        _ = version.Visits is null ? say : say.NoVisits();
        foreach (RequiredVisit visit in version.Visits ?? [])
        {
            say.Visit(visit);
        }

        foreach (BilingualText condition in version.Conditions)
        {
            say.Condition(condition);
        }

        foreach (FourEyesPair pair in version.FourEyes)
        {
            say.FourEyes(pair.First, pair.Second);
        }

        _ = version.Supplement is SupplementRegime regime ? say.OnSupplement(regime) : say;
        _ = version.IsWritten ? say : say.Unwritten();
        _ = version.PilotId is string pilot ? say.UnderPilot(pilot) : say;
        _ = version.Variant is LocalVariant variant ? say.LocalVariant(variant) : say;
        foreach (InterpretationNote note in version.Interpretations)
        {
            say.Interpretation(note.Question, note.Answer, note.Confidence);
        }

        if (version.Delegation is DelegationNote delegation)
        {
            say.Delegation(delegation);
        }

        if (version.Notes is string notes)
        {
            say.Notes(notes);
        }

        if (version.Related.Count > 0)
        {
            say.Related(version.Related);
        }

        foreach (ProcedureTimeLimit limit in version.TimeLimits)
        {
            say.Limit(limit.Id, limit.Name, limit.Scope, limit.Terms.StartEvent, limit.EndEvent, limit.Terms.Limit, limit.Terms.SourceId, l => SayAgain(l, limit));
        }
    }

    private static void SayAgain(LimitDefinition say, ProcedureTimeLimit limit)
    {
        LimitTerms terms = limit.Terms;
        _ = limit.Direction == CountDirection.Backward ? say.Backward() : say;
        _ = terms.Confidence == SourceConfidence.FromMemory ? say.FromMemory() : say;
        _ = terms.CutOff is LocalTime hour ? say.CutOff(hour) : say;
        _ = terms.Extension is LimitExtension extension ? say.MayBeExtended(extension) : say;
        _ = terms.Note is string note ? say.Note(note) : say;
        _ = limit.Place is string place ? say.Place(place) : say;
        _ = limit.OnBreach is string breach ? say.OnBreach(breach) : say;
        _ = limit.Responsible is string unit ? say.AnsweredBy(unit) : say;
        _ = limit.AppliesTo is string where ? say.AppliesTo(where) : say;
        foreach (DatedLimitTerms dated in limit.History)
        {
            say.InForce(dated.Validity.From, dated.Validity.To, dated.Terms);
        }
    }
}
