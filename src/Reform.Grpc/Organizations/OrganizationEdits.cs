using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Grpc.Access;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Organizations.V1;
using Unit = Reform.Organizations.V1.Unit;

namespace Reform.Grpc.Organizations;

/// <summary>What is entered in the organization register by each mutation.</summary>
internal sealed class OrganizationEdits(RegisterStore store)
{
    private const int MostEntries = 1000;

    public Task<CreateUnitResponse> Create(CreateUnitRequest request, ServerCallContext context)
    {
        CreateUnitRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        string id = ResourceName.Identifier("unit_id", request.UnitId);
        string? parent = ResourceName.InOptional(ResourceName.Units, "parent", request.Parent);
        Unit unit = Named(request.Unit ?? throw Refusal.RequiredField("unit"), ResourceName.Of(ResourceName.Units, id));
        Unit clean = OrganizationMapping.Unit(OrganizationMapping.Unit("unit", unit));
        return Do(asked.RequestId, asked, request.ValidateOnly, context, state =>
        {
            if (state.Organization.FindUnit(id) is not null || state.Organization.FindPosition(id) is not null)
            {
                throw RegisterRefusal.AlreadyExists(unit.Name);
            }

            var entries = new RegisterEntries();
            entries.Add(OrganizationLists.Units, FirstId(state, OrganizationLists.Units, id), clean, null, "unit");
            if (parent is not null)
            {
                entries.Add(
                    OrganizationLists.Placements, RegisterEntries.NewId(OrganizationLists.Placements),
                    OrganizationMapping.Placement(new UnitPlacement(id, parent, default)), null, "parent", _ => "parent");
            }

            return entries;
        }, (after, entries) => new CreateUnitResponse
        {
            Unit = OrganizationMapping.Unit(after.Organization.FindUnit(id)!, entries.All[0].RecordId),
            Record = Info(entries, after, context),
            Revision = after.Revision,
        });
    }

    public Task<UpdateUnitResponse> Update(UpdateUnitRequest request, ServerCallContext context)
    {
        UpdateUnitRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        Unit unit = request.Unit ?? throw Refusal.RequiredField("unit");
        string id = ResourceName.In(ResourceName.Units, "unit.name", unit.Name);
        Unit clean = OrganizationMapping.Unit(OrganizationMapping.Unit("unit", unit));
        return Do(asked.RequestId, asked, request.ValidateOnly, context,
            state => Correction(OrganizationLists.Units, StandingRecords.Of(state.Organization).Unit(id), unit.Name, request.Etag, clean, "unit"),
            (after, entries) => new UpdateUnitResponse
            {
                Unit = OrganizationMapping.Unit(after.Organization.FindUnit(id)!, entries.All[0].RecordId),
                Record = Info(entries, after, context),
                Revision = after.Revision,
            });
    }

    public Task<CreatePositionResponse> Create(CreatePositionRequest request, ServerCallContext context)
    {
        CreatePositionRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        string id = ResourceName.Identifier("position_id", request.PositionId);
        Reform.Organizations.V1.Position position = (request.Position ?? throw Refusal.RequiredField("position")).Clone();
        position.Name = ResourceName.Of(ResourceName.Positions, id);
        Reform.Organizations.V1.Position clean = OrganizationMapping.Position(OrganizationMapping.Position("position", position));
        return Do(asked.RequestId, asked, request.ValidateOnly, context, state =>
        {
            if (state.Organization.FindUnit(id) is not null || state.Organization.FindPosition(id) is not null)
            {
                throw RegisterRefusal.AlreadyExists(position.Name);
            }

            var entries = new RegisterEntries();
            entries.Add(OrganizationLists.Positions, FirstId(state, OrganizationLists.Positions, id), clean, null, "position");
            return entries;
        }, (after, entries) => new CreatePositionResponse
        {
            Position = OrganizationMapping.Position(after.Organization.FindPosition(id)!, entries.All[0].RecordId),
            Record = Info(entries, after, context),
            Revision = after.Revision,
        });
    }

    public Task<UpdatePositionResponse> Update(UpdatePositionRequest request, ServerCallContext context)
    {
        UpdatePositionRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        Reform.Organizations.V1.Position position = request.Position ?? throw Refusal.RequiredField("position");
        string id = ResourceName.In(ResourceName.Positions, "position.name", position.Name);
        Reform.Organizations.V1.Position clean = OrganizationMapping.Position(OrganizationMapping.Position("position", position));
        return Do(asked.RequestId, asked, request.ValidateOnly, context,
            state => Correction(
                OrganizationLists.Positions, StandingRecords.Of(state.Organization).Position(id), position.Name, request.Etag, clean, "position"),
            (after, entries) => new UpdatePositionResponse
            {
                Position = OrganizationMapping.Position(after.Organization.FindPosition(id)!, entries.All[0].RecordId),
                Record = Info(entries, after, context),
                Revision = after.Revision,
            });
    }

    public Task<CreateAppointmentResponse> Create(CreateAppointmentRequest request, ServerCallContext context)
    {
        CreateAppointmentRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        Domain.Organizations.Appointment appointment =
            OrganizationMapping.Appointment("appointment", request.Appointment ?? throw Refusal.RequiredField("appointment"));
        return Do(asked.RequestId, asked, request.ValidateOnly, context, _ =>
        {
            var entries = new RegisterEntries();
            entries.Add(
                OrganizationLists.Appointments, RegisterEntries.NewId(OrganizationLists.Appointments), OrganizationMapping.Appointment(appointment), null,
                "appointment");
            return entries;
        }, (after, entries) => new CreateAppointmentResponse
        {
            Appointment = OrganizationMapping.Appointment(appointment, NameOfAppointment(entries.All[0].RecordId), entries.All[0].RecordId),
            Record = Info(entries, after, context),
            Revision = after.Revision,
        });
    }

    public Task<UpdateAppointmentResponse> Update(UpdateAppointmentRequest request, ServerCallContext context)
    {
        UpdateAppointmentRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        Reform.Organizations.V1.Appointment given = request.Appointment ?? throw Refusal.RequiredField("appointment");
        string first = RecordOfAppointment("appointment.name", given.Name);
        Domain.Organizations.Appointment appointment = OrganizationMapping.Appointment("appointment", given);
        return Do(asked.RequestId, asked, request.ValidateOnly, context,
            state => Correction(
                OrganizationLists.Appointments, StandingRecords.Of(state.Organization).Appointment(first), given.Name, request.Etag,
                OrganizationMapping.Appointment(appointment), "appointment"),
            (after, entries) => new UpdateAppointmentResponse
            {
                Appointment = OrganizationMapping.Appointment(appointment, NameOfAppointment(first), entries.All[0].RecordId),
                Record = Info(entries, after, context),
                Revision = after.Revision,
            });
    }

    public Task<RecordOrganizationFactsResponse> Record(RecordOrganizationFactsRequest request, ServerCallContext context)
    {
        RecordOrganizationFactsRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        RequestFields.AtMost("entries", request.Entries.Count, MostEntries);
        if (request.Entries.Count == 0)
        {
            throw Refusal.RequiredField("entries");
        }

        return Do(asked.RequestId, asked, request.ValidateOnly, context, state =>
        {
            if (request.Etag.Length > 0 && request.Etag != state.Revision.ToString(CultureInfo.InvariantCulture))
            {
                throw Refusal.EtagMismatch("organizationRecords");
            }

            var entries = new RegisterEntries();
            for (int i = 0; i < request.Entries.Count; i++)
            {
                Add(entries, state, request.Entries[i], RequestFields.At("entries", i));
            }

            return entries;
        }, (after, entries) => new RecordOrganizationFactsResponse
        {
            Records = { entries.All.Select(e => RecordMapping.Info(e, after, Caller.Of(context).Id)) },
            Revision = after.Revision,
        });
    }

    public static string NameOfAppointment(string firstRecord) =>
        ResourceName.Of(ResourceName.Appointments, firstRecord[(OrganizationLists.Appointments.Length + 1)..]);

    /// <summary>The record that entered an appointment first, from the appointment's name.</summary>
    public static string RecordOfAppointment(string field, string name) =>
        OrganizationLists.Appointments + "/" + ResourceName.In(ResourceName.Appointments, field, name);

    private static void Add(RegisterEntries entries, RegisterState state, OrganizationEntry entry, string field)
    {
        string? corrects = RecordMapping.Word(field + ".corrects", entry.Corrects);
        string? record = RecordMapping.Word(field + ".record", entry.Record);
        (string List, string Field, IMessage Message)? fact = OrganizationLists.In(entry.Fact);
        if (entry.StruckOut)
        {
            string list = OrganizationLists.Of(corrects ?? throw Refusal.RequiredField(field + ".corrects"))
                ?? throw Refusal.InvalidField(field + ".corrects", "không phải ghi nhận của sổ này", "is no record of this register");
            if (fact is not null)
            {
                throw Refusal.InvalidField(field + ".fact", "phải bỏ trống khi xóa ghi nhận", "must be left out of what strikes out");
            }

            entries.Add(list, IdOf(record, list, field, () => RegisterEntries.NewId(list)), null, corrects, field);
            return;
        }

        (string to, string member, IMessage message) = fact ?? throw Refusal.RequiredField(field + ".fact");
        string path = field + ".fact." + member;
        string? named = to switch
        {
            OrganizationLists.Units => ResourceName.In(ResourceName.Units, path + ".name", entry.Fact.Unit.Name),
            OrganizationLists.Positions => ResourceName.In(ResourceName.Positions, path + ".name", entry.Fact.Position.Name),
            _ => null,
        };
        string id = IdOf(record, to, field, () => named is not null && corrects is null ? FirstId(state, to, named) : RegisterEntries.NewId(to));
        entries.Add(to, id, message, corrects, path, f => f == "corrects" ? field + ".corrects" : null);
    }

    private static string IdOf(string? given, string list, string field, Func<string> make) => given is null ? make()
        : OrganizationLists.Of(given) == list ? given
        : throw Refusal.InvalidField(field + ".record", "phải bắt đầu bằng '" + list + "/'", "must begin with '" + list + "/'");

    // A unit that was struck out and is entered anew has its first record already.
    private static string FirstId(RegisterState state, string list, string id)
    {
        string first = list + "/" + id;
        bool isTaken = list == OrganizationLists.Units
            ? state.Organization.AllRecords.Units.Any(r => r.Id == first)
            : state.Organization.AllRecords.Positions.Any(r => r.Id == first);
        return isTaken ? RegisterEntries.NewId(list) : first;
    }

    private static RegisterEntries Correction<T>(string list, Recorded<T>? standing, string name, string etag, IMessage fact, string path)
        where T : class
    {
        if (etag.Length == 0)
        {
            throw Refusal.RequiredField("etag");
        }

        if (standing is null)
        {
            throw RegisterRefusal.NotFound(path + ".name", name);
        }

        if (standing.Id != etag)
        {
            throw Refusal.EtagMismatch(name);
        }

        var entries = new RegisterEntries();
        entries.Add(list, RegisterEntries.NewId(list), fact, standing.Id, path);
        return entries;
    }

    private static Unit Named(Unit unit, string name)
    {
        Unit named = unit.Clone();
        named.Name = name;
        return named;
    }

    private static Reform.Registers.V1.RecordInfo Info(RegisterEntries entries, RegisterState after, ServerCallContext context) =>
        RecordMapping.Info(entries.All[0], after, Caller.Of(context).Id);

    private Task<TResponse> Do<TResponse>(
        string requestId, IMessage request, bool validateOnly, ServerCallContext context,
        Func<RegisterState, RegisterEntries> decide, Func<RegisterState, RegisterEntries, TResponse> answer)
        where TResponse : IMessage<TResponse>, new() =>
        store.Append(new RegisterMutation<TResponse>(requestId, request, validateOnly, Caller.Of(context).Id, decide, answer), context.CancellationToken);
}
