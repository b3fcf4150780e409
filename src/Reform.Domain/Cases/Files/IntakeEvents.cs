using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The case was received (tiếp nhận hồ sơ): the first event of every case.</summary>
public sealed record CaseReceived : CaseEvent
{
    /// <summary>Creates the event.</summary>
    /// <param name="at">When, as stamped.</param>
    /// <param name="procedureCode">The code of its procedure.</param>
    /// <param name="unitId">The unit that received it and holds it from then on.</param>
    /// <param name="requester">Who asks, under a pseudonym; see <see cref="Pseudonym"/>.</param>
    /// <exception cref="CaseInputException">A text is blank (blank), or the requester is no pseudonym (no_pseudonym).</exception>
    public CaseReceived(CaseTime at, string procedureCode, string unitId, string requester)
        : base(at)
    {
        ProcedureCode = CaseInput.NotBlank("procedure", procedureCode);
        UnitId = CaseInput.NotBlank("unit", unitId);
        Requester = Pseudonym.Check("requester", requester);
    }

    /// <summary>The code of the procedure (mã thủ tục).</summary>
    public string ProcedureCode { get; }

    /// <summary>The unit that received it (đơn vị tiếp nhận).</summary>
    public string UnitId { get; }

    /// <summary>The pseudonymous reference of who asks (người yêu cầu).</summary>
    public string Requester { get; }

    /// <summary>How it came in (kênh tiếp nhận); for example "online". Null: not said.</summary>
    public string? Channel { get; init; }

    /// <summary>The territory that it concerns (địa bàn); null: not said.</summary>
    public string? Territory { get; init; }

    /// <summary>The appointed date as it was printed on the slip (ngày hẹn trả đã ghi); null: none was given.</summary>
    public CaseTime? AppointedAt { get; init; }

    /// <summary>Whether the case is secret (mật): it stays out of publication and of digital indicators.</summary>
    public bool IsSecret { get; init; }

    /// <summary>What time limits start from and happened before the receipt (mốc có trước khi tiếp nhận); each milestone once.</summary>
    /// <exception cref="CaseInputException">One lies after the receipt (after_receipt), or stands twice (milestone_twice).</exception>
    public ValueList<EarlierEvent> Earlier
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Any(e => e.On > At.Date))
            {
                throw CaseInputException.Of("after_receipt", "earlier", "không được sau ngày tiếp nhận", "must not lie after the receipt");
            }

            if (value.DistinctBy(e => e.Milestone, StringComparer.Ordinal).Count() < value.Count)
            {
                throw CaseInputException.Of("milestone_twice", "earlier", "mỗi mốc chỉ được nêu một lần", "a milestone may stand only once");
            }

            field = value;
        }
    } = [];
}

/// <summary>Something that happened before a case was received (mốc có trước khi tiếp nhận).</summary>
/// <param name="Milestone">The event of the procedure; for example "decision.received.date".</param>
/// <param name="On">The date.</param>
/// <exception cref="CaseInputException">The milestone is blank (blank).</exception>
public sealed record EarlierEvent(string Milestone, LocalDate On)
{
    /// <summary>The event of the procedure.</summary>
    public string Milestone { get; } = CaseInput.NotBlank("milestone", Milestone);
}

/// <summary>It was checked whether the file is complete (kiểm tra tính đầy đủ của hồ sơ).</summary>
/// <param name="At">When the result was given.</param>
/// <param name="IsComplete">Whether it is.</param>
public sealed record CompletenessChecked(CaseTime At, bool IsComplete) : CaseEvent(At)
{
    /// <summary>What is missing (giấy tờ còn thiếu).</summary>
    public ValueList<string> Missing { get; init; } = [];

    /// <summary>Why it took the longer time that complex files have; null: it was not complex.</summary>
    public string? ComplexBecause { get; init; }

    /// <summary>What stands against the request (điều kiện ngăn), such as an inspection under way; empty: nothing; null: it was not looked at.</summary>
    public ValueList<string>? Blocking { get; init; }
}

/// <summary>A supplement was asked for (yêu cầu bổ sung, hoàn thiện hồ sơ): the clock stands still from the next day on.</summary>
/// <param name="At">When.</param>
/// <param name="Documents">What is asked for; at least one.</param>
/// <exception cref="CaseInputException">Nothing is asked for (nothing_asked_for).</exception>
public sealed record SupplementRequested(CaseTime At, ValueList<string> Documents) : CaseEvent(At)
{
    /// <summary>What is asked for.</summary>
    public ValueList<string> Documents { get; } = Documents is { Count: > 0 } ? Documents : throw CaseInputException.Of(
        "nothing_asked_for", "documents", "phải nêu giấy tờ cần bổ sung", "must name what is asked for");

    /// <summary>Whether it is only about papers that came with a supplement (chỉ về giấy tờ vừa bổ sung).</summary>
    public bool ConcernsSuppliedPapers { get; init; }

    /// <summary>Whether paper is asked for although a valid electronic document is there (yêu cầu nộp lại bản giấy).</summary>
    public bool AsksForPaper { get; init; }
}

/// <summary>The supplement came (nhận hồ sơ bổ sung): the clock goes on, or starts again, by the procedure's regime.</summary>
/// <param name="At">When.</param>
public sealed record SupplementReceived(CaseTime At) : CaseEvent(At)
{
    /// <summary>What came.</summary>
    public ValueList<string> Documents { get; init; } = [];
}
