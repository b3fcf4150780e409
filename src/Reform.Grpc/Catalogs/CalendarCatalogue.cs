using Reform.Domain.Calendars;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.Catalogs;

/// <summary>The work calendars that the service knows: the built-in one and those of a folder, read once at the start.</summary>
/// <remarks>
/// In the folder, <c>*.json</c> are calendars, and <c>*.overlay.json</c> what an agency has of its own on top of the built-in one.
/// </remarks>
internal sealed class CalendarCatalogue
{
    private const string CalendarPattern = "*.json";
    private const string OverlaySuffix = ".overlay.json";

    private readonly SortedDictionary<string, WorkCalendar> calendars = new(StringComparer.Ordinal);

    private CalendarCatalogue() => calendars.Add(BuiltIn.Id, BuiltIn);

    public static WorkCalendar BuiltIn => WorkCalendar.VietnamStateAgencies;

    /// <summary>All calendars, by identifier.</summary>
    public IReadOnlyCollection<WorkCalendar> All => calendars.Values;

    /// <param name="folder">The folder; null or empty: there is none.</param>
    /// <exception cref="InvalidDataFileException">The folder or a file in it cannot be used; every problem of every file is listed.</exception>
    public static CalendarCatalogue Load(string? folder)
    {
        var catalogue = new CalendarCatalogue();
        if (string.IsNullOrEmpty(folder))
        {
            return catalogue;
        }

        var problems = new List<DataProblem>();
        if (!Directory.Exists(folder))
        {
            problems.Add(new DataProblem(folder, null, "", new BilingualText("không có thư mục này", "there is no such folder")));
        }

        string[] files = problems.Count > 0 ? [] : Directory.GetFiles(folder, CalendarPattern);
        foreach (string path in files.Order(StringComparer.Ordinal))
        {
            catalogue.Add(path, problems);
        }

        return problems.Count == 0 ? catalogue : throw new InvalidDataFileException(problems);
    }

    public WorkCalendar? Find(string id) => calendars.GetValueOrDefault(id);

    private void Add(string path, List<DataProblem> problems)
    {
        string name = Path.GetFileName(path);
        try
        {
            using FileStream stream = File.OpenRead(path);
            WorkCalendar calendar = name.EndsWith(OverlaySuffix, StringComparison.OrdinalIgnoreCase)
                ? BuiltIn.With(CalendarOverlayFile.Read(stream, name))
                : WorkCalendarFile.Read(stream, name);
            if (!ResourceName.IsCalendarId(calendar.Id))
            {
                problems.Add(new DataProblem(name, null, "id", new BilingualText(
                    "'" + calendar.Id + "' phải gồm 1 đến 63 ký tự a-z, 0-9, '-', bắt đầu bằng chữ",
                    "'" + calendar.Id + "' must be 1 to 63 of a-z, 0-9 and '-', beginning with a letter")));
            }
            else if (!calendars.TryAdd(calendar.Id, calendar))
            {
                problems.Add(new DataProblem(name, null, "id", new BilingualText(
                    "đã có lịch '" + calendar.Id + "'", "there is a calendar '" + calendar.Id + "' already")));
            }
        }
        catch (InvalidDataFileException e)
        {
            problems.AddRange(e.Problems);
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            problems.Add(new DataProblem(name, null, "", new BilingualText("không dùng được: " + e.Message, "cannot be used: " + e.Message)));
        }
    }
}
