namespace Reform.Domain.Organizations;

/// <summary>The rules about signing forms, by system, body, signer, basis and date (quy định về thể thức ký).</summary>
public static class SigningRules
{
    /// <summary>Which forms are allowed.</summary>
    /// <param name="question">Who signs, on what, when.</param>
    /// <returns>The ways that are allowed, each with its law; none, or not settled, is an answer.</returns>
    public static SigningAnswer Allowed(SigningQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new SigningAnswer(question, [], false, []);
    }
}
