using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using Reform.Grpc.Rpc;
using Reform.Rpc.V1;

namespace Reform.Grpc.Registers;

/// <summary>The refusals of the registers.</summary>
internal static class RegisterRefusal
{
    private const string OutsideRegister = "date_outside_register";

    /// <summary>The register has no such resource.</summary>
    public static RpcException NotFound(string field, string name) =>
        NotFound(field, new BilingualText("sổ không có '" + name + "'", "the register has no '" + name + "'"), ("name", name));

    public static RpcException AlreadyExists(string name) => Refusal.Of(
        StatusCode.AlreadyExists, ErrorReason.ResourceAlreadyExists,
        new BilingualText("sổ đã có '" + name + "'", "the register has '" + name + "' already"), ("name", name));

    /// <summary>Facts that contradict each other or what is recorded.</summary>
    public static RpcException Conflict(OrganizationInputException error, Func<string, string> fieldOf) =>
        Conflict([.. error.Problems.Select(p => (p.Code, fieldOf(p.Field), p.Message))]);

    /// <inheritdoc cref="Conflict(OrganizationInputException, Func{string, string})"/>
    public static RpcException Conflict(AuthorityInputException error, Func<string, string> fieldOf) =>
        Conflict([.. error.Problems.Select(p => (p.Code, fieldOf(p.Field), p.Message))]);

    /// <inheritdoc cref="Conflict(OrganizationInputException, Func{string, string})"/>
    public static RpcException Conflict(RecordInputException error, Func<string, string> fieldOf) =>
        Conflict([.. error.Problems.Select(p => (p.Code, fieldOf(p.Field), p.Message))]);

    /// <inheritdoc cref="Conflict(OrganizationInputException, Func{string, string})"/>
    public static RpcException Conflict(FactConflictException error, Func<string, string> fieldOf) =>
        Conflict([.. error.Problems.Select(p => (p.Code, fieldOf(p.Field), p.Message))]);

    /// <inheritdoc cref="Conflict(OrganizationInputException, Func{string, string})"/>
    public static RpcException Conflict(IReadOnlyList<(string Code, string Field, BilingualText Message)> problems)
    {
        Google.Rpc.Status status = Refusal.Build(
            StatusCode.FailedPrecondition, ErrorReason.RegisterConflict, problems[0].Message,
            [("problem_count", problems.Count.ToString(CultureInfo.InvariantCulture))]);
        var failure = new PreconditionFailure();
        var request = new BadRequest();
        int room = Refusal.MaxDetailBytes - status.CalculateSize();
        foreach ((string code, string field, BilingualText message) in problems)
        {
            var violation = new PreconditionFailure.Types.Violation { Type = code, Subject = Refusal.Cut(field), Description = Refusal.Cut(message.English) };
            BadRequest.Types.FieldViolation place = Refusal.Violation(field, message);
            room -= violation.CalculateSize() + place.CalculateSize();
            if (room < 0 && failure.Violations.Count > 0)
            {
                break;
            }

            failure.Violations.Add(violation);
            request.FieldViolations.Add(place);
        }

        status.Details.Add(Any.Pack(failure));
        status.Details.Add(Any.Pack(request));
        return status.ToRpcException();
    }

    /// <summary>A question about somebody or a date that the register does not have.</summary>
    /// <param name="error">What the register says.</param>
    /// <param name="fieldOf">The field of the request for a field of the domain.</param>
    public static RpcException Question(OrganizationInputException error, Func<string, string> fieldOf) =>
        Question(error.Problems[0].Code, fieldOf(error.Problems[0].Field), error.Problems[0].Message);

    /// <inheritdoc cref="Question(OrganizationInputException, Func{string, string})"/>
    public static RpcException Question(AuthorityInputException error, Func<string, string> fieldOf) =>
        Question(error.Problems[0].Code, fieldOf(error.Problems[0].Field), error.Problems[0].Message);

    /// <inheritdoc cref="Question(OrganizationInputException, Func{string, string})"/>
    public static RpcException Question(RecordInputException error, Func<string, string> fieldOf) =>
        Question(error.Problems[0].Code, fieldOf(error.Problems[0].Field), error.Problems[0].Message);

    /// <inheritdoc cref="Question(OrganizationInputException, Func{string, string})"/>
    public static RpcException Question(string code, string field, BilingualText message) => code switch
    {
        OutsideRegister => Refusal.Of(StatusCode.FailedPrecondition, ErrorReason.DateOutsideRegister, message, ("field", field)),
        _ when code.StartsWith("unknown_", StringComparison.Ordinal) => NotFound(field, message),
        _ => Refusal.InvalidField(field, message.Vietnamese, message.English),
    };

    private static RpcException NotFound(string field, BilingualText message, params ReadOnlySpan<(string Key, string Value)> metadata) =>
        Refusal.Of(StatusCode.NotFound, ErrorReason.ResourceNotFound, message, [("field", field), .. metadata]);
}
