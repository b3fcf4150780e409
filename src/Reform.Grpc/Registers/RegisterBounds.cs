using NodaTime;
using NodaTime.Text;
using Reform.Domain.Legal;

namespace Reform.Grpc.Registers;

/// <summary>The dates about which the registers know anything (Registers:CoversFrom, Registers:CoversTo); a question about another one is refused.</summary>
internal sealed class RegisterBounds
{
    /// <exception cref="FormatException">A setting is wrong; the message says which.</exception>
    public RegisterBounds(IConfiguration configuration)
    {
        LocalDate? from = Date(configuration, "Registers:CoversFrom");
        LocalDate? to = Date(configuration, "Registers:CoversTo");
        Covers = from is LocalDate first && to is LocalDate end && end <= first
            ? throw new FormatException("Registers:CoversTo: must be after Registers:CoversFrom")
            : new Validity(from, to);
    }

    public Validity Covers { get; }

    private static LocalDate? Date(IConfiguration configuration, string setting) => configuration[setting] is not { Length: > 0 } text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value
        : throw new FormatException(setting + ": '" + text + "' is no date of the form 2021-07-01");
}
