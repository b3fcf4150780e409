using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

internal static class DeadlineTrace
{
    public static ValueList<Reason> Of(in Deadline deadline) => throw new NotSupportedException("pending " + deadline.Limit);
}
