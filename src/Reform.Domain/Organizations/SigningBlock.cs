using System.Diagnostics.CodeAnalysis;
using System.Text;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>One line above a signature (một dòng ghi quyền hạn, chức vụ): forms, and the body or title after them.</summary>
/// <param name="Forms">The forms, in the order written; empty when there is none.</param>
/// <param name="Text">The body or the title; for example "CHỦ TỊCH".</param>
public sealed record SigningLine(ValueList<SigningForm> Forms, string Text);

/// <summary>The lines above a signature (phần ghi quyền hạn, chức vụ của người ký).</summary>
/// <remarks>The State marks a form with a dot (TM.), the Party with a stroke (T/M); "Q." is written alike in both.</remarks>
public sealed record SigningBlock
{
    // Longer marks before those that they begin with.
    private static readonly (string Mark, SigningForm Form, OrganizationSystem? System)[] Marks =
    [
        ("TUQ.", SigningForm.ByMandate, OrganizationSystem.State),
        ("TM.", SigningForm.OnBehalfOfCollective, OrganizationSystem.State),
        ("KT.", SigningForm.ForHead, OrganizationSystem.State),
        ("TL.", SigningForm.ByOrder, OrganizationSystem.State),
        ("T/U.Q", SigningForm.ByMandate, OrganizationSystem.Party),
        ("T/UQ", SigningForm.ByMandate, OrganizationSystem.Party),
        ("T/U", SigningForm.ByMandate, OrganizationSystem.Party),
        ("T/M", SigningForm.OnBehalfOfCollective, OrganizationSystem.Party),
        ("K/T", SigningForm.ForHead, OrganizationSystem.Party),
        ("T/L", SigningForm.ByOrder, OrganizationSystem.Party),
        ("Q.", SigningForm.Acting, null),
    ];

    private SigningBlock(ValueList<SigningLine> lines, OrganizationSystem? system)
    {
        Lines = lines;
        System = system;
    }

    /// <summary>The lines, from the top; at least one.</summary>
    public ValueList<SigningLine> Lines { get; }

    /// <summary>The system in whose writing the forms stand; null when there is none that tells.</summary>
    public OrganizationSystem? System { get; }

    /// <summary>All forms, in the order written; empty when the title stands alone.</summary>
    public ValueList<SigningForm> Forms => Lines.SelectMany(l => l.Forms).ToValueList();

    /// <summary>Reads the lines above a signature.</summary>
    /// <param name="text">One line or several; for example "TL., KT. CHÁNH VĂN PHÒNG", or "T/M BAN THƯỜNG VỤ" and "BÍ THƯ".</param>
    /// <returns>The lines.</returns>
    /// <exception cref="OrganizationInputException">A line is blank or has no body or title, or marks of two systems are mixed (no_signature).</exception>
    public static SigningBlock Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out SigningBlock? block) ? block : throw Bad(text);
    }

    /// <summary>Reads the lines above a signature, if they are such.</summary>
    /// <param name="text">One line or several.</param>
    /// <param name="block">The lines, or null.</param>
    /// <returns>True when every line has a body or title and the marks are of one system.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SigningBlock? block)
    {
        block = null;
        var lines = new List<SigningLine>();
        OrganizationSystem? system = null;
        foreach (string line in (Normalized(text) ?? "").Split('\n', StringSplitOptions.TrimEntries))
        {
            var forms = new List<SigningForm>();
            string rest = line;
            while (MarkAt(rest) is (string mark, SigningForm form, var of))
            {
                if (of is not null && system is not null && of != system)
                {
                    return false;
                }

                system ??= of;
                forms.Add(form);
                rest = rest[mark.Length..].TrimStart(',', ' ');
            }

            if (rest.Length == 0)
            {
                return false;
            }

            lines.Add(new SigningLine(forms.ToValueList(), rest));
        }

        block = new SigningBlock(lines.ToValueList(), system);
        return true;
    }

    /// <summary>Puts lines together.</summary>
    /// <param name="system">The system in whose writing they are printed: Party or State.</param>
    /// <param name="lines">The lines, from the top; at least one.</param>
    /// <returns>The lines, which read back as they are.</returns>
    /// <exception cref="OrganizationInputException">There is no line, or a text is blank, of several lines, or begins with a mark (no_signature).</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="system"/> is neither.</exception>
    public static SigningBlock Of(OrganizationSystem system, params IEnumerable<SigningLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ValueList<SigningLine> given = lines.ToValueList();
        string text = Print(given, system);
        return TryParse(text, out SigningBlock? block) && block.Lines.Equals(given) ? block : throw Bad(text);
    }

    /// <summary>The mark of a form in the writing of a system (ký hiệu quyền hạn ký).</summary>
    /// <param name="form">The form.</param>
    /// <param name="system">The system: Party or State.</param>
    /// <returns>For example "TM." or "T/M". For a mandate to sign in the Party "T/U", which its rules exclude.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The form is not defined, or the system is neither.</exception>
    public static string MarkOf(SigningForm form, OrganizationSystem system)
    {
        if (system is not (OrganizationSystem.Party or OrganizationSystem.State))
        {
            throw new ArgumentOutOfRangeException(nameof(system), system, "The marks of this system are not known.");
        }

        return Marks.LastOrDefault(m => m.Form == form && (m.System is null || m.System == system)).Mark
            ?? throw new ArgumentOutOfRangeException(nameof(form), form, "No such form.");
    }

    /// <summary>The lines as they are written, one under the other.</summary>
    /// <returns>For example "TL., KT. CHÁNH VĂN PHÒNG".</returns>
    public override string ToString() => Print(Lines, System ?? OrganizationSystem.State);

    private static OrganizationInputException Bad(string text) => OrganizationInputException.Of(
        "no_signature",
        "signature",
        "'" + text + "' không phải phần ghi quyền hạn, chức vụ của người ký",
        "'" + text + "' does not read as the lines above a signature");

    private static string Print(IEnumerable<SigningLine> lines, OrganizationSystem system) => string.Join('\n', lines.Select(l =>
        string.Join(", ", l.Forms.Select(f => MarkOf(f, system))) + (l.Forms.Count == 0 ? "" : " ") + l.Text));

    private static (string Mark, SigningForm Form, OrganizationSystem? System)? MarkAt(string text)
    {
        foreach ((string Mark, SigningForm Form, OrganizationSystem? System) mark in Marks)
        {
            if (text.StartsWith(mark.Mark, StringComparison.Ordinal) && (text.Length == mark.Mark.Length || !IsWordPart(text[mark.Mark.Length], mark.Mark)))
            {
                return mark;
            }
        }

        return null;
    }

    // "TM.UBND" is a mark and a body; "T/MX" is no mark.
    private static bool IsWordPart(char next, string mark) => char.IsLetterOrDigit(next) && !mark.EndsWith('.');

    private static string? Normalized(string? text)
    {
        try
        {
            return text?.Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n").Trim();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
