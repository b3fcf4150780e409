using Reform.Domain.Inspections;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Inspections.V1;

namespace Reform.Grpc.Inspections;

/// <summary>Between what follows from inspections and its messages.</summary>
internal static class FollowUpMapping
{
    public static Commendation Commendation(string path, P.Commendation message) => new(
        ResourceName.In(InspectionKinds.Commendations, path + ".name", message.Name),
        InspectionMapping.Unit(path + ".unit", message.Unit),
        CivilTimes.RequiredDate(path + ".proposed_on", message.ProposedOn),
        ResourceName.InOptional(InspectionKinds.Inspections, path + ".inspection", message.Inspection));

    public static P.Commendation ToProto(Commendation commendation, string etag) => new()
    {
        Name = ResourceName.Of(InspectionKinds.Commendations, commendation.Id),
        Etag = etag,
        Unit = InspectionMapping.Unit(commendation.UnitId),
        ProposedOn = CivilTimes.ToProto(commendation.ProposedOn),
        Inspection = ResourceName.OfOptional(InspectionKinds.Inspections, commendation.InspectionId),
    };

    public static Reminder Reminder(string path, P.Reminder message) => new(
        ResourceName.In(InspectionKinds.Reminders, path + ".name", message.Name),
        InspectionMapping.Unit(path + ".unit", message.Unit),
        RecordMapping.Required<ReminderKind>(path + ".kind", message.Kind),
        CivilTimes.RequiredDate(path + ".issued_on", message.IssuedOn),
        CivilTimes.RequiredDate(path + ".due_on", message.DueOn),
        RecordMapping.RequiredText(path + ".what", message.What))
    {
        InspectionId = ResourceName.InOptional(InspectionKinds.Inspections, path + ".inspection", message.Inspection),
    };

    public static P.Reminder ToProto(Reminder reminder, string etag) => new()
    {
        Name = ResourceName.Of(InspectionKinds.Reminders, reminder.Id),
        Etag = etag,
        Unit = InspectionMapping.Unit(reminder.UnitId),
        Kind = (P.ReminderKind)((int)reminder.Kind + 1),
        IssuedOn = CivilTimes.ToProto(reminder.IssuedOn),
        DueOn = CivilTimes.ToProto(reminder.RemedyDueOn),
        What = RecordMapping.ToProto(reminder.What),
        Inspection = ResourceName.OfOptional(InspectionKinds.Inspections, reminder.InspectionId),
    };

    public static RemedyConfirmation Confirmation(string path, P.RemedyConfirmation message) => new(
        ResourceName.In(InspectionKinds.Confirmations, path + ".name", message.Name),
        ResourceName.In(InspectionKinds.Reminders, path + ".reminder", message.Reminder),
        CivilTimes.RequiredDate(path + ".on", message.On),
        InspectionMapping.Unit(path + ".unit", message.Unit));

    public static P.RemedyConfirmation ToProto(RemedyConfirmation confirmation, string etag) => new()
    {
        Name = ResourceName.Of(InspectionKinds.Confirmations, confirmation.Id),
        Etag = etag,
        Reminder = ResourceName.Of(InspectionKinds.Reminders, confirmation.ReminderId),
        On = CivilTimes.ToProto(confirmation.On),
        Unit = InspectionMapping.Unit(confirmation.UnitId),
    };

    public static Shortcoming Shortcoming(string path, P.Shortcoming message) => new(
        ResourceName.In(InspectionKinds.Shortcomings, path + ".name", message.Name),
        InspectionMapping.Unit(path + ".unit", message.Unit),
        CivilTimes.RequiredDate(path + ".found_on", message.FoundOn),
        CivilTimes.RequiredDate(path + ".due_on", message.DueOn),
        RecordMapping.RequiredText(path + ".what", message.What))
    {
        OwnerPositionId = ResourceName.InOptional(ResourceName.Positions, path + ".owner", message.Owner),
    };

    public static P.Shortcoming ToProto(Shortcoming shortcoming, string etag) => new()
    {
        Name = ResourceName.Of(InspectionKinds.Shortcomings, shortcoming.Id),
        Etag = etag,
        Unit = InspectionMapping.Unit(shortcoming.UnitId),
        FoundOn = CivilTimes.ToProto(shortcoming.FoundOn),
        DueOn = CivilTimes.ToProto(shortcoming.DueOn),
        What = RecordMapping.ToProto(shortcoming.What),
        Owner = ResourceName.OfOptional(ResourceName.Positions, shortcoming.OwnerPositionId),
    };

    public static ShortcomingFix Fix(string path, P.ShortcomingFix message) => new(
        ResourceName.In(InspectionKinds.Fixes, path + ".name", message.Name),
        ResourceName.In(InspectionKinds.Shortcomings, path + ".shortcoming", message.Shortcoming),
        CivilTimes.RequiredDate(path + ".on", message.On),
        RecordMapping.RequiredWord(path + ".evidence", message.Evidence));

    public static P.ShortcomingFix ToProto(ShortcomingFix fix, string etag) => new()
    {
        Name = ResourceName.Of(InspectionKinds.Fixes, fix.Id),
        Etag = etag,
        Shortcoming = ResourceName.Of(InspectionKinds.Shortcomings, fix.ShortcomingId),
        On = CivilTimes.ToProto(fix.On),
        Evidence = fix.Evidence,
    };

    public static GoodPractice Practice(string path, P.GoodPractice message) => new(
        ResourceName.In(InspectionKinds.Practices, path + ".name", message.Name),
        InspectionMapping.Unit(path + ".unit", message.Unit),
        RecordMapping.RequiredText(path + ".title", message.Title),
        CivilTimes.RequiredDate(path + ".recorded_on", message.RecordedOn),
        RecordMapping.RequiredWord(path + ".source", message.Source))
    {
        RecommendedOn = RequestFields.Date(path + ".recommended_on", message.RecommendedOn),
    };

    public static P.GoodPractice ToProto(GoodPractice practice, string etag) => new()
    {
        Name = ResourceName.Of(InspectionKinds.Practices, practice.Id),
        Etag = etag,
        Unit = InspectionMapping.Unit(practice.UnitId),
        Title = RecordMapping.ToProto(practice.Title),
        RecordedOn = CivilTimes.ToProto(practice.RecordedOn),
        Source = practice.Source,
        RecommendedOn = RecordMapping.ToProto(practice.RecommendedOn),
    };

    public static Replication Replication(string path, P.Replication message) => new(
        ResourceName.In(InspectionKinds.Replications, path + ".name", message.Name),
        ResourceName.In(InspectionKinds.Practices, path + ".practice", message.Practice),
        InspectionMapping.Unit(path + ".unit", message.Unit),
        CivilTimes.RequiredDate(path + ".on", message.On));

    public static P.Replication ToProto(Replication replication, string etag) => new()
    {
        Name = ResourceName.Of(InspectionKinds.Replications, replication.Id),
        Etag = etag,
        Practice = ResourceName.Of(InspectionKinds.Practices, replication.PracticeId),
        Unit = InspectionMapping.Unit(replication.UnitId),
        On = CivilTimes.ToProto(replication.On),
    };
}
