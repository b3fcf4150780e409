using Reform.Domain.Organizations;

namespace Reform.Domain.Cases;

/// <summary>A document came in or went out (văn bản đến, văn bản đi): what identifies it, never its content.</summary>
public sealed record DocumentRecorded : CaseEvent
{
    /// <summary>Creates the event.</summary>
    /// <param name="at">When.</param>
    /// <param name="isIssued">True: it was issued in the case; false: it was received.</param>
    /// <param name="kind">What it is, in the words of the procedure.</param>
    /// <exception cref="CaseInputException">The kind is blank (blank).</exception>
    public DocumentRecorded(CaseTime at, bool isIssued, string kind)
        : base(at)
    {
        IsIssued = isIssued;
        Kind = CaseInput.NotBlank("kind", kind);
    }

    /// <summary>Whether it was issued in the case; else it was received.</summary>
    public bool IsIssued { get; }

    /// <summary>What it is (loại giấy tờ).</summary>
    public string Kind { get; }

    /// <summary>Its number and symbol (số và ký hiệu); null: it has none.</summary>
    public DocumentNumber? Number { get; init; }

    /// <summary>The SHA-256 of its bytes, 64 lower-case hexadecimal digits; null: not taken.</summary>
    /// <exception cref="CaseInputException">It is none (no_sha256).</exception>
    public string? Sha256
    {
        get;
        init => field = value is null || (value.Length == 64 && value.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f'))
            ? value
            : throw CaseInputException.Of("no_sha256", "sha256", "phải là 64 chữ số thập lục phân viết thường", "must be 64 lower-case hexadecimal digits");
    }

    /// <summary>The position that signed it (chức vụ người ký); null: not said.</summary>
    public string? Signer { get; init; }

    /// <summary>By what right the signer signed (quyền hạn ký); null: their own.</summary>
    public SigningForm? SigningForm { get; init; }

    /// <summary>What is known of its electronic signature (trạng thái chữ ký số).</summary>
    public SignatureStatus SignatureStatus { get; init; }

    /// <summary>Its class of secrecy (độ mật).</summary>
    public SecrecyClass Secrecy { get; init; }

    /// <summary>The day from which its validity counts (ngày cấp); null: not said.</summary>
    public NodaTime.LocalDate? IssuedOn { get; init; }
}

/// <summary>What is known of an electronic signature (trạng thái chữ ký số).</summary>
public enum SignatureStatus
{
    /// <summary>There is none (không ký số).</summary>
    None = 0,

    /// <summary>There is one; it was not checked (chưa kiểm tra).</summary>
    Unchecked = 1,

    /// <summary>It was checked and is valid (hợp lệ).</summary>
    Valid = 2,

    /// <summary>It was checked and is not valid (không hợp lệ).</summary>
    Invalid = 3,
}

/// <summary>How secret a document is (độ mật).</summary>
public enum SecrecyClass
{
    /// <summary>Not secret (không mật).</summary>
    None = 0,

    /// <summary>Secret (mật).</summary>
    Secret = 1,

    /// <summary>Very secret (tối mật).</summary>
    VerySecret = 2,

    /// <summary>Top secret (tuyệt mật).</summary>
    TopSecret = 3,
}
