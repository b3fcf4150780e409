using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A version of a procedure (phiên bản thủ tục).</summary>
/// <param name="Validity">When it is in force; open sides are not recorded.</param>
/// <param name="Field">The field, in the words of the catalogue.</param>
/// <param name="Requester">Who requests it.</param>
/// <param name="ReceivingUnit">The kind of unit that receives.</param>
/// <param name="DecidingUnit">The kind of unit that decides.</param>
/// <param name="Result">What comes out of it.</param>
public sealed record ProcedureVersion(Validity Validity, string Field, string Requester, string ReceivingUnit, string DecidingUnit, string Result)
{
    /// <summary>The levels at which it is done.</summary>
    public ValueList<string> Levels { get; init; } = [];

    /// <summary>How it may be filed.</summary>
    public ValueList<string> Channels { get; init; } = [];

    /// <summary>The steps, in order.</summary>
    public ValueList<ProcedureStep> Steps { get; init; } = [];

    /// <summary>The required documents; empty: explicitly none; null: not recorded.</summary>
    public ValueList<RequiredDocument>? Documents { get; init; }

    /// <summary>The visits that the requester has to make (lượt đi lại); empty: explicitly none; null: not recorded.</summary>
    public ValueList<RequiredVisit>? Visits { get; init; }

    /// <summary>What has to be fulfilled (yêu cầu, điều kiện); empty: none is recorded.</summary>
    public ValueList<BilingualText> Conditions { get; init; } = [];

    /// <summary>The pairs of activities that two people must do.</summary>
    public ValueList<FourEyesPair> FourEyes { get; init; } = [];

    /// <summary>What a request for a supplement does to its limits; null: not recorded, and the general rule holds.</summary>
    public SupplementRegime? Supplement { get; init; }

    /// <summary>Whether it is written down somewhere; false: it is only practised (quy trình chưa thành văn).</summary>
    public bool IsWritten { get; init; } = true;

    /// <summary>By what right and why it departs from the rule of the level above; null: it does not.</summary>
    public LocalVariant? Variant { get; init; }

    /// <summary>The pilot (<see cref="Pilots.PilotProposal.Id"/>) that tries it (thực hiện theo thí điểm); null: it stands by the rules, under no pilot.</summary>
    public string? PilotId { get; init; }

    /// <summary>The time limits.</summary>
    public ValueList<ProcedureTimeLimit> TimeLimits { get; init; } = [];

    /// <summary>The instruments that lay it down, with their articles.</summary>
    public ValueList<string> Basis { get; init; } = [];

    /// <summary>Whether the deciding power may be delegated; null: not recorded.</summary>
    public DelegationNote? Delegation { get; init; }

    /// <summary>Questions of interpretation and the answer now followed.</summary>
    public ValueList<InterpretationNote> Interpretations { get; init; } = [];

    /// <summary>Further notes; null: none.</summary>
    public string? Notes { get; init; }

    /// <summary>The step that decides and the power that it takes: the last step that names one; null when none does.</summary>
    public ProcedureStep? DecidingStep => Steps.LastOrDefault(s => s.PowerId is not null);

    /// <summary>How many visits the requester has to make who files by a channel.</summary>
    /// <param name="channel">The channel, in the words of <see cref="Channels"/>.</param>
    /// <returns>The number; null: visits are not recorded.</returns>
    public int? VisitsBy(string channel) => Visits?.Count(v => v.Channels.Count == 0 || v.Channels.Contains(channel, StringComparer.Ordinal));

    /// <summary>How many visits the requester has to make at most, whatever the channel; null: visits are not recorded.</summary>
    public int? MostVisits => Visits is null ? null : Channels.Count == 0 ? Visits.Count : Channels.Select(c => VisitsBy(c)!.Value).Max();

    /// <summary>
    /// What tells this version from every other (mã phiên bản): 16 hexadecimal digits that follow from its content. The day on which it ends is left out:
    /// it is not known while the version is in force.
    /// </summary>
    public string Hash => VersionHash.Of(this);

    /// <summary>The codes of related procedures.</summary>
    public ValueList<string> Related { get; init; } = [];
}

/// <summary>That a place has a rule of its own (quy định riêng của địa phương, cơ quan).</summary>
/// <param name="Authority">The provision that lets it.</param>
/// <param name="LengtheningReason">Why a limit is longer than that of the level above; null: none is recorded.</param>
public sealed record LocalVariant(string Authority, BilingualText? LengtheningReason);

/// <summary>Two activities of a case that may not be done by the same person (nguyên tắc bốn mắt).</summary>
/// <param name="First">The one activity.</param>
/// <param name="Second">The other activity.</param>
public sealed record FourEyesPair(string First, string Second);

/// <summary>Whether the deciding power of a procedure may be delegated (ghi chú về ủy quyền).</summary>
/// <param name="IsDelegable">Whether.</param>
/// <param name="Rule">On what terms.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Confidence">How well it is known.</param>
public sealed record DelegationNote(bool IsDelegable, string Rule, string Source, SourceConfidence Confidence);

/// <summary>A question of interpretation (vấn đề có nhiều cách hiểu).</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer now followed.</param>
/// <param name="Confidence">How well it is known.</param>
public sealed record InterpretationNote(string Question, string Answer, SourceConfidence Confidence);
