using Google.Protobuf;
using Reform.Grpc.Registers;

namespace Reform.Grpc.Access;

/// <summary>Who may call a method: the role, and for whom it has to be held.</summary>
internal sealed class AccessRule
{
    private readonly Func<IMessage, RegisterState, Concern>? concern;
    private readonly Concern? always;

    private AccessRule(string method, AccessRole? role, Concern? always, Func<IMessage, RegisterState, Concern>? concern)
    {
        Method = method;
        Role = role;
        this.always = always;
        this.concern = concern;
    }

    /// <summary>The full name of the method: "/package.Service/Method".</summary>
    public string Method { get; }

    /// <summary>The role; null: everybody may call it, known or not.</summary>
    public AccessRole? Role { get; }

    /// <summary>Whether the request has to be looked at.</summary>
    public bool DependsOnRequest => concern is not null;

    /// <summary>Finds whom the call concerns where the store has to be asked; null: the request and the registers tell.</summary>
    public Func<IMessage, CaseUnits, CancellationToken, Task<Concern>>? Lookup { get; private init; }

    /// <summary>The role that a request needs beside <see cref="Role"/>; null, or none from it: no other.</summary>
    public Func<IMessage, AccessRole?>? Also { get; private init; }

    /// <summary>The role is needed for a unit of the case that the request names.</summary>
    public static AccessRule ForCase<TRequest>(string service, string method, AccessRole role, Func<TRequest, string> caseOf)
        where TRequest : class, IMessage => Looked<TRequest>(service, method, role, (request, units, cancellation) => units.Of(caseOf(request), cancellation));

    /// <summary>The role is needed for the units of what the request names, which the store knows.</summary>
    public static AccessRule Looked<TRequest>(
        string service, string method, AccessRole role, Func<TRequest, CaseUnits, CancellationToken, Task<Concern>> lookup)
        where TRequest : class, IMessage => new(Name(service, method), role, null, (_, _) => Concern.Everything)
        {
            Lookup = (request, units, cancellation) => lookup((TRequest)request, units, cancellation),
        };

    /// <summary>Everybody may call it.</summary>
    public static AccessRule Open(string method) => new(method, null, Concern.Nobody, null);

    /// <summary>The role is needed for the same units whatever the request.</summary>
    public static AccessRule Always(string service, string method, AccessRole role, Concern concern) => new(Name(service, method), role, concern, null);

    /// <summary>The role is needed for the units that the request names.</summary>
    /// <param name="service">The full name of the service.</param>
    /// <param name="method">The method.</param>
    /// <param name="role">The role.</param>
    /// <param name="concern">The units that a request concerns.</param>
    /// <param name="also">A further role that a request needs for the same units; null, or none from it: no other.</param>
    public static AccessRule For<TRequest>(
        string service, string method, AccessRole role, Func<TRequest, RegisterState, Concern> concern, Func<TRequest, AccessRole?>? also = null)
        where TRequest : class, IMessage => new(Name(service, method), role, null, (request, state) => concern((TRequest)request, state))
        {
            Also = also is null ? null : request => also((TRequest)request),
        };

    public Concern ConcernOf(IMessage request, RegisterState state) => always ?? concern!(request, state);

    private static string Name(string service, string method) => "/" + service + "/" + method;
}
