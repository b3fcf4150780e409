using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>How a unit publishes a procedure on a date (tình trạng công khai); exactly one of these.</summary>
public enum PublicationState
{
    /// <summary>The unit does not exist, does not apply the procedure, or the procedure is not in force (không thuộc diện công khai).</summary>
    NotApplicable = 0,

    /// <summary>A fact on which it depends is not known (chưa rõ).</summary>
    Unknown = 1,

    /// <summary>Not posted, and the limit still runs (chưa công khai, còn hạn).</summary>
    Pending = 2,

    /// <summary>Not posted, and the limit is over (chưa công khai, quá hạn).</summary>
    Missing = 3,

    /// <summary>Posted, and first so within the limit (công khai đúng hạn).</summary>
    PublishedInTime = 4,

    /// <summary>Posted, but first after the limit (công khai chậm).</summary>
    PublishedLate = 5,

    /// <summary>Posted; whether in time is not known (đã công khai, chưa rõ thời điểm).</summary>
    PublishedTimeUnknown = 6,
}

/// <summary>What is wrong with what is posted (lỗi công khai).</summary>
public enum PublicationFault
{
    /// <summary>A version that is no longer in force is still posted (còn niêm yết bản cũ).</summary>
    SupersededPosted = 0,

    /// <summary>Another deciding body is shown than the one that decides (sai cơ quan giải quyết).</summary>
    WrongDecidingBody = 1,

    /// <summary>It includes content marked secret (công khai nội dung mật).</summary>
    SecretContent = 2,
}

/// <summary>A fault of a publication.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="PublicationId">The publication.</param>
/// <param name="Reason">Why.</param>
public sealed record PublicationFinding(PublicationFault Fault, string PublicationId, Reason Reason);

/// <summary>One unit and one procedure on a date (ô của bảng đối chiếu công khai).</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="ProcedureCode">The procedure.</param>
/// <param name="State">How it is published.</param>
/// <param name="Reason">Why.</param>
public sealed record PublicationCell(string UnitId, string ProcedureCode, PublicationState State, Reason Reason)
{
    /// <summary>By when the version in force has to be posted; null: not known, or not applicable.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>How many postings of the procedure, in whatever version, the unit has on the date.</summary>
    public int Posted { get; init; }

    /// <summary>What is wrong with what is posted, in the order of the publications.</summary>
    public ValueList<PublicationFinding> Findings { get; init; } = [];

    /// <summary>What about the posted publications is not known, so that a fault can be neither stated nor excluded.</summary>
    public ValueList<Reason> Unknowns { get; init; } = [];

    /// <summary>Whether the version in force is posted.</summary>
    public bool IsPublished => State is PublicationState.PublishedInTime or PublicationState.PublishedLate or PublicationState.PublishedTimeUnknown;

    /// <summary>Whether it has a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>True when it has.</returns>
    public bool Has(PublicationFault fault) => Findings.Any(f => f.Fault == fault);
}

/// <summary>How far publication goes (độ phủ công khai), in whole numbers; what is unknown stands apart.</summary>
/// <param name="Published">The cells whose version in force is posted, in time or not.</param>
/// <param name="Missing">Those without, the limit being over.</param>
/// <param name="Pending">Those without, the limit still running.</param>
/// <param name="Unknown">Those of which it is not known.</param>
/// <param name="NotApplicable">Those that need not publish.</param>
public sealed record PublicationCoverage(int Published, int Missing, int Pending, int Unknown, int NotApplicable)
{
    /// <summary>Of how many cells <see cref="Published"/> is the share: those where it had to be posted and is known. 0: there is no share.</summary>
    public int Due => Published + Missing;
}

/// <summary>Units against procedures on a date (bảng đối chiếu đơn vị và thủ tục).</summary>
/// <param name="On">The date.</param>
/// <param name="Cells">A cell for every unit and procedure, unit by unit.</param>
public sealed record PublicationMatrix(LocalDate On, ValueList<PublicationCell> Cells)
{
    /// <summary>How far publication goes.</summary>
    public PublicationCoverage Coverage => new(
        Cells.Count(c => c.IsPublished),
        CountOf(PublicationState.Missing),
        CountOf(PublicationState.Pending),
        CountOf(PublicationState.Unknown),
        CountOf(PublicationState.NotApplicable));

    /// <summary>Finds a cell.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="procedureCode">The procedure.</param>
    /// <returns>The cell, or null.</returns>
    public PublicationCell? Find(string unitId, string procedureCode) => Cells.FirstOrDefault(c =>
        string.Equals(c.UnitId, unitId, StringComparison.Ordinal) && string.Equals(c.ProcedureCode, procedureCode, StringComparison.Ordinal));

    private int CountOf(PublicationState state) => Cells.Count(c => c.State == state);
}
