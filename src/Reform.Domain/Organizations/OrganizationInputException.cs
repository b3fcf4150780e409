using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>One thing that is wrong with facts or a question given to an organization register (lỗi dữ liệu đầu vào).</summary>
/// <param name="Code">The stable snake_case code; programs branch on it. For example "two_heads_at_once".</param>
/// <param name="Field">The field, as a path from the argument; for example "placements[3].parent".</param>
/// <param name="Message">What is wrong, in both languages.</param>
public sealed record OrganizationProblem(string Code, string Field, BilingualText Message);

/// <summary>Facts or a question that no register can be built from, or asked: nothing of them was taken in.</summary>
/// <remarks>
/// Carries every problem that was found. The codes of facts: unknown_unit, unknown_position, unknown_record, duplicate_id, duplicate_record,
/// corrected_twice, corrected_before_recorded, corrects_another_fact, empty_record, blank, begins_outside_life, names_out_of_order,
/// two_parents_at_once, cycle_in_tree, tree_too_deep, two_heads_at_once, held_twice, not_a_head, not_a_holder, not_elected,
/// confirmed_before_election, member_twice, not_a_collective, not_a_member, tied_to_oneself, succeeds_itself, successor_not_there,
/// successor_missing, source_not_there, source_still_there, scope_missing. Those of questions: unknown_unit, unknown_position, unknown_person,
/// date_outside_register, dates_out_of_order, unit_not_yet, unit_not_there, issuer_not_there, not_a_collective, votes_out_of_range,
/// ballot_after_outcome, workload_outside_life, workload_negative, members_negative, rated_twice, no_document_number, no_signature.
/// </remarks>
public sealed class OrganizationInputException : ArgumentException
{
    /// <summary>Creates the error from one problem or more.</summary>
    /// <param name="problems">The problems, in the order of the facts; at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="problems"/> is empty.</exception>
    public OrganizationInputException(IEnumerable<OrganizationProblem> problems)
        : this(problems.ToValueList())
    {
    }

    private OrganizationInputException(ValueList<OrganizationProblem> problems)
        : base(string.Join("\n", problems.Select(p => p.Field + ": " + p.Message.English)), problems.Count == 0 ? null : problems[0].Field)
    {
        if (problems.Count == 0)
        {
            throw new ArgumentException("An invalid input has at least one problem.", nameof(problems));
        }

        Problems = problems;
    }

    /// <summary>Every problem; never empty.</summary>
    public ValueList<OrganizationProblem> Problems { get; }

    internal static OrganizationInputException Of(string code, string field, string vietnamese, string english) =>
        new([new OrganizationProblem(code, field, new BilingualText(vietnamese, english))]);
}
