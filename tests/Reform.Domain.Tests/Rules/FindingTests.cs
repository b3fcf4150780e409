using System.Text;
using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Rules;

public sealed class FindingTests
{
    private static readonly LocalDate Day = new(2025, 8, 1);
    private static readonly RuleBook<Dossier> Book = new(Dossier.Subject, [new EndedInTimeWithFewCopies(), new Requirement("T-02", d => d.Pages > 0)]);

    private static readonly Dossier Late = new()
    {
        State = DossierState.Closed,
        ReceivedOn = Day.PlusDays(-30),
        DueOn = Day,
        EndedOn = Day.PlusDays(2),
        Copies = 1,
        Pages = 1,
        Channel = "a \"b\"\\ đường",
    };

    [Fact]
    public void A_finding_says_who_answers_and_what_it_was_read_from()
    {
        var search = new FindingSearch<Dossier>(Book, (unit, on) => unit + "@" + on.ToString("uuuu-MM-dd", null));

        Finding finding = Assert.Single(search.In(Late, Day.PlusDays(5)));

        Assert.Equal(new FindingKey("T-CAS-01", "dossier", "D1"), finding.Key);
        Assert.Equal(("U1", "U1@2025-08-06"), (finding.UnitId, finding.HeadId));
        Assert.Equal(
            [("Copies", "1"), ("DueOn", "2025-08-01"), ("EndedOn", "2025-08-03"), ("IsSecret", "false"), ("State", "Closed")],
            finding.Facts.Select(f => (f.Name, f.Value)));
        Assert.Equal("hạn trả", finding.Facts[1].Label.Vietnamese);
        Assert.Equal(Book.Hash, finding.BookHash);
        Assert.Equal(3, finding.Values["most_copies"]);
    }

    [Fact]
    public void A_waived_finding_is_shown_as_waived_until_the_waiver_ends()
    {
        var waiver = new Waiver("W1", "T-CAS-01", "dossier", "D1", "U0", "thiên tai", new Validity(Day, Day.PlusDays(10)));
        var search = new FindingSearch<Dossier>(Book, null, [waiver]);

        Assert.Equal(waiver, Assert.Single(search.In(Late, Day.PlusDays(9))).Waiver);
        Assert.Null(Assert.Single(search.In(Late, Day.PlusDays(10))).Waiver);
        Assert.Null(Assert.Single(search.In(Late with { Id = "D2" }, Day.PlusDays(9))).Waiver);
    }

    [Fact]
    public void A_waiver_without_end_issuer_or_reason_is_refused()
    {
        var waiver = new Waiver("W1", "T-CAS-01", "dossier", "D1", "U0", "thiên tai", new Validity(Day, Day.PlusDays(10)));
        foreach (Waiver odd in new[] { waiver with { Validity = default }, waiver with { IssuerId = " " }, waiver with { Reason = "" } })
        {
            Assert.Throws<ArgumentException>(() => new FindingSearch<Dossier>(Book, null, [odd]));
        }
    }

    [Fact]
    public void A_daily_run_updates_and_never_doubles()
    {
        var search = new FindingSearch<Dossier>(Book);
        FindingRecord? record = null;
        for (int day = 0; day < 5; day++)
        {
            record = FindingHistory.After(record, Assert.Single(search.In(Late, Day.PlusDays(day))), Day.PlusDays(day));
            record = FindingHistory.After(record, Assert.Single(search.In(Late, Day.PlusDays(day))), Day.PlusDays(day));
        }

        Assert.Equal((FindingState.Open, Day, Day.PlusDays(4)), (record!.State, record.FirstFoundOn, record.LastFoundOn));
        Assert.Equal([FindingEventKind.Opened], record.History.Select(e => e.Kind));
    }

    [Fact]
    public void The_life_of_a_finding()
    {
        var waiver = new Waiver("W1", "T-CAS-01", "dossier", "D1", "U0", "thiên tai", new Validity(Day.PlusDays(2), Day.PlusDays(4)));
        var search = new FindingSearch<Dossier>(Book, null, [waiver]);
        Dossier unknown = Late with { EndedOn = null };
        FindingRecord? record = null;
        Dossier?[] days = [unknown, Late, Late, Late, Late, null, null, Late];
        for (int day = 0; day < days.Length; day++)
        {
            record = FindingHistory.After(record, days[day] is Dossier d ? Assert.Single(search.In(d, Day.PlusDays(day))) : null, Day.PlusDays(day));
        }

        Assert.Equal(
            [
                (FindingEventKind.Opened, 0, Verdict.Unknown), (FindingEventKind.Changed, 1, Verdict.Fail), (FindingEventKind.Waived, 2, Verdict.Fail),
                (FindingEventKind.WaiverEnded, 4, Verdict.Fail), (FindingEventKind.Resolved, 5, null), (FindingEventKind.Reopened, 7, (Verdict?)Verdict.Fail),
            ],
            record!.History.Select(e => (e.Kind, Period.DaysBetween(Day, e.On), e.Verdict)));
        Assert.Equal(FindingState.Open, record.State);
    }

    [Fact]
    public void A_run_that_is_older_than_what_is_known_is_refused_and_simulations_stay_out()
    {
        Finding found = Assert.Single(new FindingSearch<Dossier>(Book).In(Late, Day));
        FindingRecord record = FindingHistory.After(null, found, Day)!;

        Assert.Throws<ArgumentException>(() => FindingHistory.After(record, null, Day.PlusDays(-1)));
        Assert.Throws<ArgumentException>(() => FindingHistory.After(record, found with { Key = found.Key with { SubjectId = "D9" } }, Day));
        Assert.Throws<ArgumentException>(() => FindingHistory.After(null, found with { SimulatedOn = Day }, Day));
        Assert.Null(FindingHistory.After(null, null, Day));
    }

    [Fact]
    public void A_receipt_judges_the_finding_again()
    {
        byte[] receipt = Receipt(Late);

        Assert.Equal("dossier", FindingReceipt.KindOf(receipt, "r"));
        Replay replay = FindingReceipt.ReplayOf(receipt, "r", Book);
        Assert.Equal(ReplayOutcome.Confirmed, replay.Outcome);
        Assert.Equal(Verdict.Fail, replay.Judgement!.Verdict);
    }

    [Fact]
    public void A_changed_byte_is_noticed_whichever_it_is()
    {
        byte[] receipt = Receipt(Late);
        int refused = 0;
        for (int i = 0; i < receipt.Length; i++)
        {
            byte[] changed = [.. receipt];
            changed[i] ^= 1;
            try
            {
                Assert.Equal(ReplayOutcome.Altered, FindingReceipt.ReplayOf(changed, "r", Book).Outcome);
            }
            catch (InvalidDataFileException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1, receipt.Length - 1);
        Assert.Equal(ReplayOutcome.Altered, FindingReceipt.ReplayOf((byte[])[.. receipt, (byte)'\n'], "r", Book).Outcome);
    }

    [Fact]
    public void A_receipt_knows_when_the_rules_changed_since()
    {
        byte[] receipt = Receipt(Late);

        Assert.Equal(ReplayOutcome.RuleAbsent, FindingReceipt.ReplayOf(receipt, "r", new RuleBook<Dossier>(Dossier.Subject, [])).Outcome);
        Assert.Equal(
            ReplayOutcome.VerdictDiffers,
            FindingReceipt.ReplayOf(receipt, "r", new RuleBook<Dossier>(Dossier.Subject, [new Requirement("T-CAS-01", d => true)])).Outcome);
        Assert.Equal(
            ReplayOutcome.RuleChanged,
            FindingReceipt.ReplayOf(receipt, "r", new RuleBook<Dossier>(Dossier.Subject, [new EndedInTimeWithFewCopies("T-CAS-01", new Validity(null, Day))])).Outcome);
    }

    [Fact]
    public void A_receipt_of_a_simulation_is_replayed_as_one()
    {
        RuleBook<Dossier> simulated = Book.AsOn(new LocalDate(2025, 1, 1));
        Finding found = Assert.Single(new FindingSearch<Dossier>(simulated).In(Late, Day));

        Assert.Equal(ReplayOutcome.Confirmed, FindingReceipt.ReplayOf(FindingReceipt.Write(found, Late), "r", Book).Outcome);
    }

    [Fact]
    public void A_receipt_of_a_rule_of_data_judges_by_the_rule_in_it_where_there_is_no_other()
    {
        byte[] receipt = DataReceipt(out DataRuleText text);

        Replay replay = FindingReceipt.ReplayOf(receipt, "r", Book);
        Assert.Equal((ReplayOutcome.Confirmed, text), (replay.Outcome, replay.OwnText));
        Assert.Equal("Kết thúc 03/08/2025", replay.Judgement!.Reason!.Sentence.Vietnamese);
        Replay stored = FindingReceipt.ReplayOf(receipt, "r", Book.With(new DataRule<Dossier>(text, Dossier.Subject)));
        Assert.Equal((ReplayOutcome.Confirmed, (DataRuleText?)null), (stored.Outcome, stored.OwnText));
        Replay changed = FindingReceipt.ReplayOf(receipt, "r", Book.With(new DataRule<Dossier>(text with { Requires = "copies < 9" }, Dossier.Subject)));
        Assert.Equal((ReplayOutcome.VerdictDiffers, (DataRuleText?)null), (changed.Outcome, changed.OwnText));
        for (int i = 0; i < receipt.Length; i++)
        {
            byte[] other = [.. receipt];
            other[i] ^= 1;
            try
            {
                Assert.Equal(ReplayOutcome.Altered, FindingReceipt.ReplayOf(other, "r", Book).Outcome);
            }
            catch (InvalidDataFileException)
            {
                // Refused is noticed too.
            }
        }
    }

    // Whoever alters a receipt can make its checksum again; nothing that then stands in it makes the program fall.
    [Theory]
    [InlineData("\"requires\": \"ended_on", "\"requires\": \"no_such_fact", "data_rule.requires")]
    [InlineData("\"breach_vi\": \"Kết thúc {ended_on}\"", "\"breach_vi\": \"{\"", "data_rule.breach")]
    [InlineData("\"valid_to\": null", "\"valid_to\": \"2020-01-01\"", "data_rule")]
    [InlineData("\"severity\": \"Warning\"", "\"severity\": \"Grave\"", "data_rule.severity")]
    [InlineData("\"title_en\": \"Late\"", "\"title_en\": \" \"", "data_rule.title_vi")]
    [InlineData("\"for_review\": false", "\"for_review\": 0", "data_rule.for_review")]
    [InlineData("\"for_review\": false", "\"for_review\": false, \"more\": 1", "data_rule.more")]
    public void A_hostile_rule_in_a_receipt_is_refused_at_its_field(string from, string to, string field)
    {
        string text = Encoding.UTF8.GetString(DataReceipt(out _));
        string changed = text.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(text, changed);
        string said = changed[..changed.LastIndexOf(",\n  \"sha256\"", StringComparison.Ordinal)] + "\n}\n";
        string sealedAgain = said[..^3] + ",\n  \"sha256\": \"" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(said))) + "\"\n}\n";

        InvalidDataFileException refused = Assert.Throws<InvalidDataFileException>(() => FindingReceipt.ReplayOf(Encoding.UTF8.GetBytes(sealedAgain), "r", Book));

        Assert.Equal(field, Assert.Single(refused.Problems).Field);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"format\": \"reform-finding/2\"}")]
    [InlineData("nonsense")]
    public void What_is_no_receipt_is_refused_with_its_problems(string text) =>
        Assert.NotEmpty(Assert.Throws<InvalidDataFileException>(() => FindingReceipt.ReplayOf(Encoding.UTF8.GetBytes(text), "r", Book)).Problems);

    private static byte[] DataReceipt(out DataRuleText text)
    {
        text = new DataRuleText(
            "HP-CAS-01", Severity.Warning, new BilingualText("Trễ", "Late"), LegalBasis.Citing("Quy chế 01"), "ended_on <= \"2025-08-01\"",
            new BilingualText("Kết thúc {ended_on}", "Ended {ended_on}"))
        {
            AppliesWhen = "state = closed",
            Validity = new Validity(new LocalDate(2024, 1, 1), null),
            Version = 3,
        };
        var book = new RuleBook<Dossier>(Dossier.Subject, [new DataRule<Dossier>(text, Dossier.Subject)]);
        return FindingReceipt.Write(Assert.Single(new FindingSearch<Dossier>(book).In(Late, Day)), Late);
    }

    private static byte[] Receipt(Dossier dossier) =>
        FindingReceipt.Write(Assert.Single(new FindingSearch<Dossier>(Book).In(dossier, Day)), dossier);
}
