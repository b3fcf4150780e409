using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A collective voted on the matter (biểu quyết).</summary>
/// <param name="At">When.</param>
/// <param name="BodyId">The body.</param>
/// <param name="Ballot">The vote, with the base that counts; its date is that of the event.</param>
public sealed record VoteHeld(CaseTime At, string BodyId, Ballot Ballot) : CaseEvent(At)
{
    /// <summary>The step of the procedure that it belongs to (bước biểu quyết); null: not said.</summary>
    public int? Step { get; init; }
}

/// <summary>The matter was decided (quyết định).</summary>
/// <param name="At">When.</param>
public sealed record CaseDecided(CaseTime At) : CaseEvent(At)
{
    /// <summary>The document that says so; null: none is named.</summary>
    public DocumentNumber? Document { get; init; }

    /// <summary>The day on which it takes effect (ngày có hiệu lực), as it says itself; null: it does not say.</summary>
    public LocalDate? EffectiveOn { get; init; }

    /// <summary>How who decided is related to the requester (quan hệ với người yêu cầu), as declared; null: nothing was declared.</summary>
    public string? DeclaredRelation { get; init; }
}

/// <summary>The request was refused (từ chối giải quyết).</summary>
/// <param name="At">When.</param>
/// <param name="Reason">Why; null: no reason was given, which a rule finds.</param>
/// <param name="Basis">The law; null: none was given.</param>
public sealed record CaseRefused(CaseTime At, string? Reason, LegalBasis? Basis) : CaseEvent(At)
{
    /// <summary>Whether it was refused because it was filed too late (hết thời hiệu).</summary>
    public bool IsForLateFiling { get; init; }

    /// <summary>How who refused is related to the requester, as declared; null: nothing was declared.</summary>
    public string? DeclaredRelation { get; init; }
}

/// <summary>The request was withdrawn (rút hồ sơ).</summary>
/// <param name="At">When.</param>
public sealed record CaseWithdrawn(CaseTime At) : CaseEvent(At);

/// <summary>The result was handed over (trả kết quả).</summary>
/// <param name="At">When.</param>
public sealed record ResultReturned(CaseTime At) : CaseEvent(At);

/// <summary>Somebody was notified (thông báo).</summary>
/// <param name="At">When.</param>
/// <param name="About">What about.</param>
/// <param name="To">The pseudonymous requester, or a unit.</param>
public sealed record PartyNotified(CaseTime At, NoticeSubject About, string To) : CaseEvent(At)
{
    /// <summary>The reason that the notice states, such as that of a delay; null: none.</summary>
    public BilingualText? Why { get; init; }
}

/// <summary>An apology for lateness with a new appointed date (xin lỗi và hẹn lại ngày trả kết quả).</summary>
/// <param name="At">When.</param>
/// <param name="NewAppointedOn">The new date.</param>
/// <param name="Why">The reason for the lateness, as the requester reads it.</param>
public sealed record ApologyGiven(CaseTime At, LocalDate NewAppointedOn, BilingualText Why) : CaseEvent(At);

/// <summary>The requester said how satisfied they are (đánh giá mức độ hài lòng); once in a case.</summary>
public sealed record SatisfactionAnswered : CaseEvent
{
    /// <summary>Creates the event.</summary>
    /// <param name="at">When.</param>
    /// <param name="score">From 1, very dissatisfied, to 5, very satisfied.</param>
    /// <exception cref="CaseInputException">The score is out of range (score_out_of_range).</exception>
    public SatisfactionAnswered(CaseTime at, int score)
        : base(at)
    {
        Score = score is >= 1 and <= 5
            ? score
            : throw CaseInputException.Of("score_out_of_range", "score", "phải từ 1 đến 5", "must be from 1 to 5");
    }

    /// <summary>From 1 to 5.</summary>
    public int Score { get; }
}

/// <summary>What a notice is about (nội dung thông báo).</summary>
public enum NoticeSubject
{
    /// <summary>The result, whichever it is (kết quả).</summary>
    Result = 0,

    /// <summary>That it will be late, and why (chậm trễ và lý do).</summary>
    Delay = 1,

    /// <summary>Something else (nội dung khác).</summary>
    Other = 2,
}
