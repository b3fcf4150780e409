using Reform.Domain.Rules;

namespace Reform.Architecture.Tests;

internal static class RuleTypes
{
    /// <summary>Whether a type is a rule: derives, at whatever distance, from <see cref="ComplianceRule{T}"/>.</summary>
    public static bool IsRule(Type type)
    {
        for (Type? parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent.IsGenericType && parent.GetGenericTypeDefinition() == typeof(ComplianceRule<>))
            {
                return true;
            }
        }

        return false;
    }
}
