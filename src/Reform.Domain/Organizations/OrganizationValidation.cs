namespace Reform.Domain.Organizations;

/// <summary>What is wrong with the records of a register.</summary>
internal static class OrganizationValidation
{
    public static List<OrganizationProblem> Of(OrganizationRecords records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return [];
    }
}
