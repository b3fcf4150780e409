using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Reads an authority register from its data file (JSON; comments allowed).</summary>
public static class AuthorityFile
{
    /// <summary>Reads a register.</summary>
    /// <param name="stream">The JSON text, UTF-8; read to its end, not closed.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <param name="organization">The units, positions and persons; null: every identifier is taken for somebody who always exists.</param>
    /// <returns>The register.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong with the file; every problem is listed with its place.</exception>
    public static AuthorityRegister Read(Stream stream, string source = "authority", OrganizationRegister? organization = null)
    {
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        root.Optional("synthetic")?.Boolean();
        root.Optional("sources");
        Validity? covers = root.Optional("covers") is JsonPart part ? ReadCovers(part) : default(Validity);
        var places = new Dictionary<string, JsonPart>(StringComparer.Ordinal);
        var records = new AuthorityRecords
        {
            Covers = covers ?? default,
            Powers = ReadRecords(root.Required("powers"), "powers", "id", PowerParts.Read, places),
            Grants = ReadRecords(root.Optional("grants"), "grants", "id", GrantParts.Read, places),
            Events = ReadRecords(root.Optional("events"), "events", null, EventParts.Read, places),
        };
        root.RejectUnknownMembers();
        file.ThrowIfAnyProblem();
        try
        {
            return new AuthorityRegister(records, organization, null);
        }
        catch (AuthorityInputException invalid)
        {
            Report(invalid, root, places);
            file.ThrowIfAnyProblem();
            throw;
        }
    }

    private static Validity? ReadCovers(JsonPart part)
    {
        if (!part.ExpectObject())
        {
            return null;
        }

        Validity? covers = part.DateRange();
        part.RejectUnknownMembers();
        return covers;
    }

    // A record's name is given, or else made of the list and of the identifier, or the place, of its fact.
    private static ValueList<Recorded<T>> ReadRecords<T>(
        JsonPart? list, string name, string? idMember, Func<JsonPart, T?> read, Dictionary<string, JsonPart> places)
        where T : class
    {
        var records = new List<Recorded<T>>();
        foreach (JsonPart item in list?.Items() ?? [])
        {
            if (!item.ExpectObject())
            {
                continue;
            }

            string? given = item.Optional("record")?.Text();
            Instant? recordedAt = item.Optional("recorded_at") is JsonPart at ? at.Instant() : Instant.MinValue;
            string? corrects = item.Optional("corrects")?.Text();
            bool strikes = item.Optional("struck_out")?.Boolean() ?? false;
            T? fact = strikes ? null : read(item);
            string? id = given ?? (idMember is null ? item.Path : item.Optional(idMember)?.Text() is string own ? name + "/" + own : null);
            item.RejectUnknownMembers();
            places[name + "[" + records.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) + "]"] = item;
            if (id is not null && recordedAt is Instant moment && (fact is not null || strikes))
            {
                records.Add(new Recorded<T>(id, fact, moment, corrects));
            }
        }

        return records.ToValueList();
    }

    // A problem of the register is reported at the field that it names, or at the nearest place above it that the file has.
    private static void Report(AuthorityInputException invalid, JsonPart root, Dictionary<string, JsonPart> places)
    {
        foreach (AuthorityProblem problem in invalid.Problems)
        {
            int end = problem.Field.IndexOf(']', StringComparison.Ordinal) + 1;
            JsonPart place = places.GetValueOrDefault(problem.Field[..end]) ?? root;
            foreach (string member in problem.Field[end..].Split('.', StringSplitOptions.RemoveEmptyEntries))
            {
                place = place.Find(member) ?? place;
            }

            place.Problem(problem.Message.Vietnamese, problem.Message.English);
        }
    }
}
