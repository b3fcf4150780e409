using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>A question put to a bare world.</summary>
/// <param name="Id">The caller's name for it; given back with the answer.</param>
/// <param name="Actor">Who acts; an actor that nothing names holds nothing.</param>
/// <param name="Power">The power.</param>
/// <param name="Unit">The unit for which it is used.</param>
/// <param name="On">The day.</param>
public sealed record WorldQuestion(string Id, string Actor, string Power, string Unit, LocalDate On);

/// <summary>Reads a bare world and the questions put to it from a data file (JSON; comments allowed).</summary>
public static class AuthorityWorldFile
{
    /// <summary>Reads a world. Identifiers are taken letter by letter; members that the format does not have are passed over.</summary>
    /// <param name="stream">The JSON text, UTF-8, at most 64 MiB; read to its end, not closed.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The world, and the questions in the order of the file.</returns>
    /// <exception cref="InvalidDataFileException">
    /// It is not JSON of this shape, an identifier is unknown or stands twice, or a grant stands above itself; every problem is listed
    /// with its place.
    /// </exception>
    public static (AuthorityWorld World, ValueList<WorldQuestion> Questions) Read(Stream stream, string source = "world")
    {
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        List<WorldUnit> units = Read(root, "units", Unit);
        List<WorldPower> powers = Read(root, "powers", Power);
        List<WorldHolding> holdings = Read(root, "holdings", Holding);
        List<WorldGrant> grants = Read(root, "grants", Grant);
        List<WorldQuestion> questions = Read(root, "questions", Question);
        file.ThrowIfAnyProblem();
        CheckQuestions(root, questions, units, powers);
        AuthorityWorld? world = Build(root, units, powers, holdings, grants);
        file.ThrowIfAnyProblem();
        return (world!, questions.ToValueList());
    }

    private static List<T> Read<T>(JsonPart root, string name, Func<JsonPart, T?> read)
        where T : class =>
        [.. (root.Required(name)?.Items() ?? []).Where(i => i.ExpectObject()).Select(read).OfType<T>()];

    private static WorldUnit? Unit(JsonPart part)
    {
        string? id = part.Required("id")?.Verbatim();
        LocalDate? first = part.Required("first_day")?.Date();
        LocalDate? last = part.Optional("last_day")?.Date();
        return id is null || first is null ? null : new WorldUnit(id, first.Value, last);
    }

    private static WorldPower? Power(JsonPart part)
    {
        string? id = part.Required("id")?.Verbatim();
        bool? delegable = part.Required("delegable")?.Boolean();
        return id is null || delegable is null ? null : new WorldPower(id, delegable.Value);
    }

    private static WorldHolding? Holding(JsonPart part)
    {
        string? power = part.Required("power")?.Verbatim();
        string? unit = part.Required("unit")?.Verbatim();
        string? holder = part.Required("holder")?.Verbatim();
        LocalDate? first = part.Required("first_day")?.Date();
        LocalDate? last = part.Optional("last_day")?.Date();
        return power is null || unit is null || holder is null || first is null
            ? null
            : new WorldHolding(power, unit, holder, first.Value, last);
    }

    private static WorldGrant? Grant(JsonPart part)
    {
        string? id = part.Required("id")?.Verbatim();
        string? power = part.Required("power")?.Verbatim();
        string? unit = part.Required("unit")?.Verbatim();
        string? from = part.Required("from_actor")?.Verbatim();
        string? to = part.Required("to_actor")?.Verbatim();
        string? parent = part.Optional("parent")?.Verbatim();
        LocalDate? first = part.Required("first_day")?.Date();
        LocalDate? last = part.Optional("last_day")?.Date();
        LocalDate? revoked = part.Optional("revoked_from")?.Date();
        bool? onward = part.Required("onward")?.Boolean();
        return id is null || power is null || unit is null || from is null || to is null || first is null || onward is null
            ? null
            : new WorldGrant(id, power, unit, from, to, parent, first.Value, last, revoked, onward.Value);
    }

    private static WorldQuestion? Question(JsonPart part)
    {
        string? id = part.Required("id")?.Verbatim();
        string? actor = part.Required("actor")?.Verbatim();
        string? power = part.Required("power")?.Verbatim();
        string? unit = part.Required("unit")?.Verbatim();
        LocalDate? on = part.Required("on")?.Date();
        return id is null || actor is null || power is null || unit is null || on is null
            ? null
            : new WorldQuestion(id, actor, power, unit, on.Value);
    }

    private static void CheckQuestions(JsonPart root, List<WorldQuestion> questions, List<WorldUnit> units, List<WorldPower> powers)
    {
        HashSet<string> unitIds = new(units.Select(u => u.Id), StringComparer.Ordinal);
        HashSet<string> powerIds = new(powers.Select(p => p.Id), StringComparer.Ordinal);
        IReadOnlyList<JsonPart> places = root.Required("questions")!.Items();
        for (int i = 0; i < questions.Count; i++)
        {
            WorldQuestion question = questions[i];
            if (!powerIds.Contains(question.Power))
            {
                places[i].Required("power")!.Problem("không có thẩm quyền '" + question.Power + "'", "there is no power '" + question.Power + "'");
            }

            if (!unitIds.Contains(question.Unit))
            {
                places[i].Required("unit")!.Problem("không có đơn vị '" + question.Unit + "'", "there is no unit '" + question.Unit + "'");
            }
        }
    }

    private static AuthorityWorld? Build(
        JsonPart root, List<WorldUnit> units, List<WorldPower> powers, List<WorldHolding> holdings, List<WorldGrant> grants)
    {
        try
        {
            return new AuthorityWorld(units, powers, holdings, grants);
        }
        catch (AuthorityInputException invalid)
        {
            foreach (AuthorityProblem problem in invalid.Problems)
            {
                PlaceOf(root, problem.Field).Problem(problem.Message.Vietnamese, problem.Message.English);
            }

            return null;
        }
    }

    // "grants[3].parent" is the member "parent" of the item 3 of "grants".
    private static JsonPart PlaceOf(JsonPart root, string field)
    {
        int open = field.IndexOf('[', StringComparison.Ordinal);
        int close = field.IndexOf(']', StringComparison.Ordinal);
        if (open < 0 || close < open || root.Optional(field[..open]) is not JsonPart list
            || !int.TryParse(field.AsSpan(open + 1, close - open - 1), System.Globalization.CultureInfo.InvariantCulture, out int index))
        {
            return root;
        }

        JsonPart item = list.Items()[index];
        return close + 2 < field.Length && item.Optional(field[(close + 2)..]) is JsonPart member ? member : item;
    }
}
