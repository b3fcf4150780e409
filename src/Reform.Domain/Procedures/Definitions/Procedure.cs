using NodaTime;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A procedure over its life (thủ tục qua các phiên bản): one system, and on any day of its life exactly one version in force.</summary>
public sealed record Procedure
{
    /// <summary>Creates a history.</summary>
    /// <param name="code">The code.</param>
    /// <param name="name">The name.</param>
    /// <param name="system">The system; a procedure never mixes two.</param>
    /// <param name="versions">The versions, oldest first, each ending where the next begins; at least one.</param>
    /// <exception cref="ArgumentException">There is no version, or two overlap or leave a gap.</exception>
    public Procedure(string code, BilingualText name, OrganizationSystem system, ValueList<ProcedureVersion> versions)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(versions);
        if (versions.Count == 0 || FirstBreak(versions) is not null)
        {
            throw new ArgumentException("Each version ends where the next begins, and there is at least one.", nameof(versions));
        }

        Code = code;
        Name = name;
        System = system;
        Versions = versions;
    }

    /// <summary>The code.</summary>
    public string Code { get; }

    /// <summary>The name.</summary>
    public BilingualText Name { get; }

    /// <summary>The system.</summary>
    public OrganizationSystem System { get; }

    /// <summary>The versions, oldest first.</summary>
    public ValueList<ProcedureVersion> Versions { get; }

    /// <summary>The version in force on a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The version, or null outside the life of the procedure.</returns>
    public ProcedureVersion? InForceOn(LocalDate date) => Versions.FirstOrDefault(v => v.Validity.Contains(date));

    /// <summary>The zero-based number of the first version that does not begin where the one before it ends.</summary>
    internal static int? FirstBreak(IReadOnlyList<ProcedureVersion> versions)
    {
        for (int i = 1; i < versions.Count; i++)
        {
            if (versions[i].Validity.From is null || versions[i].Validity.From != versions[i - 1].Validity.To)
            {
                return i;
            }
        }

        return null;
    }
}
