using NodaTime;
using Reform.Domain.Delegation;

namespace Reform.Domain.Cases;

/// <content>What was done, by whom and by what right; and what the log records at all.</content>
public sealed partial record LoggedCaseFacts
{
    /// <summary>Whether the log records times of receipt.</summary>
    public bool LogHasReceipts { get; init; }

    /// <summary>Whether the log records deadlines.</summary>
    public bool LogHasDeadlines { get; init; }

    /// <summary>Whether the log records who is responsible.</summary>
    public bool LogHasResponsible { get; init; }

    /// <summary>Whether the log records units.</summary>
    public bool LogHasUnits { get; init; }

    /// <summary>Whether it is known which activity asks for a supplement.</summary>
    public bool KnowsSupplementActivity { get; init; }

    /// <summary>Whether any test account is known.</summary>
    public bool KnowsTestAccounts { get; init; }

    /// <summary>Whether there is a catalogue of procedures.</summary>
    public bool HasCatalogue { get; init; }

    /// <summary>Whether the catalogue has the procedure.</summary>
    public bool IsCatalogued { get; init; }

    /// <summary>Whether the version of the procedure is written down; null: no version is known.</summary>
    public bool? IsProcedureWritten { get; init; }

    /// <summary>What lays the procedure down.</summary>
    public string? ProcedureBasis { get; init; }

    /// <summary>Its events.</summary>
    public int Events { get; init; }

    /// <summary>Events that have no time.</summary>
    public int EventsWithoutTime { get; init; }

    /// <summary>Events that do not say what was done.</summary>
    public int EventsWithoutActivity { get; init; }

    /// <summary>Events that do not say who did it.</summary>
    public int EventsWithoutResource { get; init; }

    /// <summary>Events that came after their own due dates.</summary>
    public int LateEvents { get; init; }

    /// <summary>The earliest legal date of an event.</summary>
    public LocalDate? FirstEventOn { get; init; }

    /// <summary>The latest legal date of an event.</summary>
    public LocalDate? LastEventOn { get; init; }

    /// <summary>The line of the first event that is earlier than the one recorded before it; null: they are in order.</summary>
    public int? FirstUnorderedLine { get; init; }

    /// <summary>What that event says was done.</summary>
    public string? FirstUnorderedActivity { get; init; }

    /// <summary>The date of the first event before the receipt; null: there is none, or the receipt is not known.</summary>
    public LocalDate? EventBeforeReceiptOn { get; init; }

    /// <summary>Its time, in seconds after midnight; null: no more than the date is said.</summary>
    public int? EventBeforeReceiptAtSecond { get; init; }

    /// <summary>What that event says was done.</summary>
    public string? EventBeforeReceiptActivity { get; init; }

    /// <summary>How often a supplement was asked for.</summary>
    public int SupplementRequests { get; init; }

    /// <summary>How often the deadline was extended.</summary>
    public int Extensions { get; init; }

    /// <summary>How often the deadline was suspended.</summary>
    public int Suspensions { get; init; }

    /// <summary>The test accounts that occur, sorted, with semicolons between; null: none.</summary>
    public string? TestAccounts { get; init; }

    /// <summary>Whether it is known which steps are expected of it.</summary>
    public bool HasSteps { get; init; }

    /// <summary>The steps that are absent, with semicolons between; null: none.</summary>
    public string? MissingSteps { get; init; }

    /// <summary>The steps whose first occurrence comes before that of an earlier step; null: none.</summary>
    public string? StepsOutOfOrder { get; init; }

    /// <summary>The steps that occur more than once; null: none.</summary>
    public string? RepeatedSteps { get; init; }

    /// <summary>The activities outside the steps, but for those that the mapping knows; null: none.</summary>
    public string? UnexpectedActivities { get; init; }

    /// <summary>Whether both activities of some pair that needs four eyes occur.</summary>
    public bool NeedsFourEyes { get; init; }

    /// <summary>Whether of some pair it cannot be told if one account did both.</summary>
    public bool IsFourEyesUndecided { get; init; }

    /// <summary>The accounts that did both activities of a pair, of the first such pair, with semicolons between; null: none.</summary>
    public string? FourEyesAccounts { get; init; }

    /// <summary>The first activity of that pair.</summary>
    public string? FourEyesFirst { get; init; }

    /// <summary>The second activity of that pair.</summary>
    public string? FourEyesSecond { get; init; }

    /// <summary>Whether the step that decides occurs.</summary>
    public bool IsDecided { get; init; }

    /// <summary>The legal date of that step.</summary>
    public LocalDate? DecidedOn { get; init; }

    /// <summary>The account that did it.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>The position in whose name it was done.</summary>
    public string? DecidedByPosition { get; init; }

    /// <summary>Whether authority is judged.</summary>
    public bool HasAuthorityRegister { get; init; }

    /// <summary>Whether who decided was competent; null: nothing was decided, or the register could not be asked.</summary>
    public AuthorityVerdict? DecisionAuthority { get; init; }

    /// <summary>The cause that decides where who decided was not competent.</summary>
    public AuthorityBreak? DecisionBreak { get; init; }

    /// <summary>The name of that position in Vietnamese, where it was not competent.</summary>
    public string? DecidedByVietnamese { get; init; }

    /// <summary>The name of that position in English, where it was not competent.</summary>
    public string? DecidedByEnglish { get; init; }

    /// <summary>Why who decided was not competent, in Vietnamese.</summary>
    public string? WhyVietnamese { get; init; }

    /// <summary>Why who decided was not competent, in English.</summary>
    public string? WhyEnglish { get; init; }
}
