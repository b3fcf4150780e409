using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>
/// The units and positions that an actor's effective grants lead up to, and which of them are competent. Each unit and each grant
/// is looked at once in each direction, whatever the shape of the grants.
/// </summary>
internal sealed class AuthorityReach
{
    private readonly AuthorityQuestion question;
    private readonly Power power;
    private readonly Dictionary<string, List<Grant>> effective = new(StringComparer.Ordinal);
    private readonly HashSet<string> mayPassOn = new(StringComparer.Ordinal);

    public AuthorityReach(AuthorityQuestion question, Power power, Func<string, IEnumerable<Grant>> grantsTo)
    {
        this.question = question;
        this.power = power;
        Collect(grantsTo);
        Propagate();
    }

    /// <summary>Whether a unit or position of the reach holds the power, by law or by a grant.</summary>
    public bool IsCompetent(string id) => mayPassOn.Contains(id) || effective[id].Any(g => mayPassOn.Contains(g.GrantorId));

    /// <summary>The shortest chain from a holder by law to the actor, or null when the actor is not competent.</summary>
    public ValueList<AuthorityLink>? FindChain()
    {
        var cameBy = new Dictionary<string, Grant?>(StringComparer.Ordinal) { [question.ActorId] = null };
        var waiting = new Queue<string>([question.ActorId]);
        while (waiting.TryDequeue(out string? at))
        {
            if (HolderByLaw(at) is PowerHolder holder)
            {
                return ChainFrom(holder, cameBy);
            }

            // Above the actor only grants that allow passing on count.
            bool anyGrant = string.Equals(at, question.ActorId, StringComparison.Ordinal);
            foreach (Grant grant in effective[at])
            {
                if ((anyGrant || grant.AllowsOnward) && mayPassOn.Contains(grant.GrantorId) && cameBy.TryAdd(grant.GrantorId, grant))
                {
                    waiting.Enqueue(grant.GrantorId);
                }
            }
        }

        return null;
    }

    private void Collect(Func<string, IEnumerable<Grant>> grantsTo)
    {
        var waiting = new Queue<string>([question.ActorId]);
        while (waiting.TryDequeue(out string? at))
        {
            if (effective.ContainsKey(at))
            {
                continue;
            }

            List<Grant> grants = [.. grantsTo(at).Where(g => g.Validity.Contains(question.On) && g.Scope.Covers(question.Territory, question.ProcedureCode))];
            effective.Add(at, grants);
            foreach (Grant grant in grants)
            {
                waiting.Enqueue(grant.GrantorId);
            }
        }
    }

    // From the holders by law down: who holds the power in a way that may be passed on.
    private void Propagate()
    {
        ILookup<string, string> onwardTo = effective.Values.SelectMany(g => g).Where(g => g.AllowsOnward)
            .ToLookup(g => g.GrantorId, g => g.GranteeId, StringComparer.Ordinal);
        var waiting = new Queue<string>(effective.Keys.Where(id => HolderByLaw(id) is not null));
        while (waiting.TryDequeue(out string? at))
        {
            if (mayPassOn.Add(at))
            {
                foreach (string grantee in onwardTo[at])
                {
                    waiting.Enqueue(grantee);
                }
            }
        }
    }

    private PowerHolder? HolderByLaw(string id) =>
        power.Holders.FirstOrDefault(h => string.Equals(h.HolderId, id, StringComparison.Ordinal) && h.Validity.Contains(question.On));

    private static ValueList<AuthorityLink> ChainFrom(PowerHolder holder, Dictionary<string, Grant?> cameBy)
    {
        List<AuthorityLink> chain = [AuthorityLink.By(holder)];
        string at = holder.HolderId;
        while (cameBy[at] is Grant grant)
        {
            chain.Add(AuthorityLink.By(grant));
            at = grant.GranteeId;
        }

        return chain.ToValueList();
    }
}
