using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Compliance;

/// <summary>A rule over the stored cases of one unit and procedure.</summary>
internal abstract class CaseSetRule
{
    /// <summary>The rule, in a book of its own.</summary>
    public abstract RuleBook Book { get; }

    /// <summary>The key of the cases of a unit and procedure, as the facts of sets have it.</summary>
    public static string KeyOf(string unitId, string procedureCode) => unitId + "/" + procedureCode;

    public static CaseSetRule Of<TSet>(SetRule<CaseFacts, TSet> rule, RuleSubject<TSet> subject) => new Judging<TSet>(rule, subject);

    /// <summary>Judges the cases of a unit and procedure, and brings the findings up to date, beside what will be saved.</summary>
    public abstract Task Judge(ReformDbContext db, FindingLedger ledger, string unitId, string procedureCode, LocalDate on, CancellationToken cancellation);

    private sealed class Judging<TSet>(SetRule<CaseFacts, TSet> rule, RuleSubject<TSet> subject) : CaseSetRule
    {
        private readonly FindingSearch<TSet> search = new(new RuleBook<TSet>(subject, [rule.Rule]));

        public override RuleBook Book => search.Book;

        public override async Task Judge(
            ReformDbContext db, FindingLedger ledger, string unitId, string procedureCode, LocalDate on, CancellationToken cancellation)
        {
            IQueryable<CaseFacts> members = db.CaseFacts.AsNoTracking().Where(f => f.UnitId == unitId && f.ProcedureCode == procedureCode);
            List<CaseFacts> counting = await rule.Among.Evaluate(members).ToListAsync(cancellation);
            ValueList<TSet> sets;
            try
            {
                sets = rule.Gather(counting, on);
            }
#pragma warning disable CA1031 // Rules come from outside too: whatever one throws is its own defect, reported with its code.
            catch (Exception e)
#pragma warning restore CA1031
            {
                ledger.NoteBroken(new RuleFailure(rule.Rule.Info.Code, e.GetType().Name, e.Message), Book.Kind, KeyOf(unitId, procedureCode));
                return;
            }

            await ledger.Judge(db, search, sets, on, [KeyOf(unitId, procedureCode)], cancellation);
        }
    }
}
