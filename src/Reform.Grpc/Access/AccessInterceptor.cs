using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using NodaTime;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Rpc.V1;

namespace Reform.Grpc.Access;

/// <summary>Lets nobody through whom the table does not allow; in a stream, every message is looked at.</summary>
internal sealed class AccessInterceptor(Callers callers, RegisterStore registers, CaseUnits cases, IClock clock) : Interceptor
{
    private static readonly DateTimeZone Vietnam = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Gate gate = Enter(context);
        await Pass(gate, request, context.CancellationToken);
        return await continuation(request, context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Gate gate = Enter(context);
        await Pass(gate, request, context.CancellationToken);
        await continuation(request, responseStream, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Gate gate = Enter(context);
        return continuation(gate.Rule.DependsOnRequest ? new GuardedReader<TRequest>(requestStream, (r, c) => Pass(gate, r, c)) : requestStream, context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Gate gate = Enter(context);
        return continuation(
            gate.Rule.DependsOnRequest ? new GuardedReader<TRequest>(requestStream, (r, c) => Pass(gate, r, c)) : requestStream, responseStream, context);
    }

    // Who calls at all, and what needs no look at the request.
    private Gate Enter(ServerCallContext context)
    {
        Caller? caller = callers.Of(context.GetHttpContext());
        caller?.Attach(context.GetHttpContext());
        AccessRule rule = AccessTable.Find(context.Method) ?? throw (caller is null ? CallerUnknown() : Denied(context.Method, null));
        if (rule.Role is null)
        {
            return new Gate(rule, caller, context.Method);
        }

        if (caller is null)
        {
            throw CallerUnknown();
        }

        if (!caller.Holdings.Any(h => h.Role == rule.Role || rule.Role == AccessRole.Reader))
        {
            throw Denied(context.Method, rule.Role);
        }

        return new Gate(rule, caller, context.Method);
    }

    private async Task Pass<TRequest>(Gate gate, TRequest request, CancellationToken cancellation)
    {
        if (gate.Rule.Role is not AccessRole role)
        {
            return;
        }

        var message = (IMessage)(object)request!;
        await Pass(gate, role, message, cancellation);
        if (gate.Rule.Also?.Invoke(message) is AccessRole also)
        {
            await Pass(gate, also, message, cancellation);
        }
    }

    private async Task Pass(Gate gate, AccessRole role, IMessage message, CancellationToken cancellation)
    {
        if (gate.Caller!.Holdings.Any(h => h.UnitId is null && (h.Role == role || role == AccessRole.Reader)))
        {
            return;
        }

        RegisterState state = await registers.Current(cancellation);
        Concern concern = gate.Rule.Lookup is Func<IMessage, CaseUnits, CancellationToken, Task<Concern>> lookup
            ? await lookup(message, cases, cancellation)
            : gate.Rule.ConcernOf(message, state);
        LocalDate today = clock.GetCurrentInstant().InZone(Vietnam).Date;
        if (!gate.Caller.May(role, concern, state.Organization, today))
        {
            throw Denied(gate.Method, role);
        }
    }

    private static RpcException CallerUnknown() => Refusal.Of(
        StatusCode.Unauthenticated, ErrorReason.CallerUnknown, new BilingualText("không rõ ai gọi", "it is not known who calls"));

    private static RpcException Denied(string method, AccessRole? role) => Refusal.Of(
        StatusCode.PermissionDenied, ErrorReason.AccessDenied,
        new BilingualText("không có quyền gọi phương thức này cho đơn vị liên quan", "the caller may not call this for the units concerned"),
        ("method", method), ("role", role is AccessRole needed ? Callers.NameOf(needed) : ""));

    private sealed record Gate(AccessRule Rule, Caller? Caller, string Method);

    private sealed class GuardedReader<T>(IAsyncStreamReader<T> stream, Func<T, CancellationToken, Task> pass) : IAsyncStreamReader<T>
    {
        public T Current => stream.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            if (!await stream.MoveNext(cancellationToken))
            {
                return false;
            }

            await pass(stream.Current, cancellationToken);
            return true;
        }
    }
}
