using NodaTime;

namespace Reform.Grpc.Registers;

/// <summary>The last few states of earlier revisions that were asked for; putting one together takes as long as reading the registers.</summary>
internal sealed class EarlierStates
{
    private const int Kept = 8;

    private readonly Lock guard = new();
    private readonly List<(long Revision, Lazy<RegisterState> State)> states = [];

    public RegisterState Get(RegisterState now, long revision, Instant recordedAt)
    {
        if (revision >= now.Revision)
        {
            return now;
        }

        Lazy<RegisterState> state;
        lock (guard)
        {
            int at = states.FindIndex(s => s.Revision == revision);
            state = at >= 0 ? states[at].State : new Lazy<RegisterState>(() => now.AsKnownAt(recordedAt, revision));
            if (at >= 0)
            {
                states.RemoveAt(at);
            }
            else if (states.Count == Kept)
            {
                states.RemoveAt(0);
            }

            states.Add((revision, state));
        }

        return state.Value;
    }
}
