namespace Reform.Domain.Calendars;

/// <summary>What a calendar keeps of each day, in one byte: its kind, and what else is asked of every day.</summary>
internal readonly struct DayMark(DayKind kind, bool isProvisional, bool isOpen)
{
    private const byte KindBits = 0x0F;
    private const byte ProvisionalBit = 0x10;
    private const byte OpenBit = 0x20;

    private readonly byte bits = (byte)((byte)kind | (isProvisional ? ProvisionalBit : 0) | (isOpen ? OpenBit : 0));

    public DayKind Kind => (DayKind)(bits & KindBits);

    public bool IsProvisional => (bits & ProvisionalBit) != 0;

    /// <summary>Whether files are received: on every worked day, and on some rest days.</summary>
    public bool IsOpen => (bits & OpenBit) != 0;

    public bool IsWorked => Kind is DayKind.WorkingDay or DayKind.MakeUpWorkingDay;

    public byte Bits => bits;
}
