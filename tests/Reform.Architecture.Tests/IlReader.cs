using System.Reflection;
using System.Reflection.Emit;

namespace Reform.Architecture.Tests;

/// <summary>One instruction that names a member or a type.</summary>
public sealed record Use(OpCode Code, MemberInfo Member, Type? ConstrainedTo);

/// <summary>Reads the instructions of a method: which members and types it names.</summary>
public static class IlReader
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value & 0xFFFF);

    public static IEnumerable<MethodBase> MethodsOf(Type type) => [.. type.GetMethods(Declared), .. type.GetConstructors(Declared)];

    public static IEnumerable<FieldInfo> FieldsOf(Type type) => type.GetFields(Declared);

    public static IEnumerable<Use> UsesIn(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
        {
            yield break;
        }

        Type[] ofType = method.DeclaringType!.GetGenericArguments();
        Type[] ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];
        Type? constrained = null;
        for (int at = 0; at < code.Length;)
        {
            int value = code[at++];
            OpCode operation = Codes[value == 0xFE ? 0xFE00 | code[at++] : value];
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                or OperandType.InlineTok)
            {
                MemberInfo member = method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod)!;
                yield return new Use(operation, member, constrained);
                constrained = operation == OpCodes.Constrained ? (Type)member : null;
            }

            at += SizeOfOperand(operation, code, at);
        }
    }

    private static int SizeOfOperand(OpCode operation, byte[] code, int at) => operation.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
