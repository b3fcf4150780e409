namespace Reform.Domain.Cases;

/// <summary>
/// Passes bytes on in small pieces and refuses when a parser takes too many of them for one node, before it has to hold them in
/// memory: whatever the encoding, and whatever the node is made of.
/// </summary>
/// <remarks>What the parser read ahead belongs to an earlier node, so the bound is met to within a few pieces, never missed by more.</remarks>
internal sealed class NodeGuardStream(Stream inner, int maxElementBytes) : ForwardStream
{
    private const int PieceBytes = 16 * 1024;
    private long sinceNode;

    /// <summary>Tells that a node was read to its end.</summary>
    public void NodeEnded() => sinceNode = 0;

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer[..Math.Min(buffer.Length, PieceBytes)]);
        sinceNode += read;
        if (sinceNode > maxElementBytes + PieceBytes)
        {
            throw new LogBoundException(
                "một phần tử dài hơn " + XesLimits.Number(maxElementBytes) + " byte", "an element is longer than " + XesLimits.Number(maxElementBytes) + " bytes");
        }

        return read;
    }
}
