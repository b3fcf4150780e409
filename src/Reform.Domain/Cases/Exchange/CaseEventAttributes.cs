using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>An event of a case as attributes, with every fact that it states; and back.</summary>
internal static class CaseEventAttributes
{
    private const string Kind = "reform:kind";
    private const string Unit = "reform:unit";

    public static void Put(CaseAttributeWriter to, CaseEvent e)
    {
        to.Put(Kind, e.Code);
        to.PutTime("reform:at", e.At);
        to.Put("reform:by", e.By);
        to.Put("reform:milestone", e.Milestone);
        switch (e)
        {
            case CaseReceived received:
                to.Put("reform:procedure", received.ProcedureCode);
                to.Put(Unit, received.UnitId);
                to.Put("reform:requester", received.Requester);
                to.Put("reform:channel", received.Channel);
                to.Put("reform:territory", received.Territory);
                to.PutTime("reform:appointed_at", received.AppointedAt);
                to.Put("reform:secret", received.IsSecret);
                to.PutDates("reform:earlier", received.Earlier.Select(e => (e.Milestone, e.On)));
                break;
            case CompletenessChecked check:
                to.Put("reform:complete", check.IsComplete);
                to.Put("reform:missing", check.Missing);
                to.Put("reform:complex_because", check.ComplexBecause);
                if (check.Blocking is ValueList<string> blocking)
                {
                    to.Put("reform:blocking_checked", true);
                    to.Put("reform:blocking", blocking);
                }

                break;
            case SupplementRequested asked:
                to.Put("reform:documents", asked.Documents);
                to.Put("reform:concerns_supplied_papers", asked.ConcernsSuppliedPapers);
                to.Put("reform:asks_for_paper", asked.AsksForPaper);
                break;
            case SupplementReceived came:
                to.Put("reform:documents", came.Documents);
                break;
            case StepStarted start:
                to.Put("reform:step", start.Step);
                to.Put(Unit, start.UnitId);
                to.Put("reform:assignee", start.Assignee);
                break;
            case StepFinished finish:
                to.Put("reform:step", finish.Step);
                break;
            case StepReturned back:
                to.Put("reform:step", back.Step);
                to.Put("reform:to_step", back.ToStep);
                to.Put("reform:reason", back.Reason);
                to.Put(Unit, back.UnitId);
                to.Put("reform:assignee", back.Assignee);
                break;
            case CaseTransferred transfer:
                to.Put("reform:to_unit", transfer.ToUnitId);
                break;
            case ConsultationRequested asked:
                to.Put("reform:consultation", asked.ConsultationId);
                to.Put("reform:asked_unit", asked.UnitId);
                to.Put("reform:limit", asked.Limit);
                break;
            case ConsultationAnswered answer:
                to.Put("reform:consultation", answer.ConsultationId);
                break;
            case CaseSuspended suspended:
                to.Put("reform:ground", suspended.Ground);
                to.Put("reform:basis", suspended.Basis?.Citation);
                to.Put("reform:until", suspended.Until);
                break;
            case CaseExtended extended:
                to.Put("reform:length", extended.Length);
                to.Put("reform:why", extended.Why);
                to.Put("reform:basis", extended.Basis?.Citation);
                break;
            default:
                CaseOutcomeAttributes.Put(to, e);
                break;
        }
    }

    /// <summary>The event; null when the record holds none, for it strikes another out.</summary>
    public static CaseEvent? Read(CaseAttributeReader from)
    {
        if (from.Text(Kind) is not string kind)
        {
            return null;
        }

        CaseTime at = from.RequiredTime("reform:at");
        try
        {
            CaseEvent e = OfKind(kind, at, from) ?? CaseOutcomeAttributes.OfKind(kind, at, from)
                ?? throw from.Problem(Kind, "không có loại sự kiện '" + kind + "'", "there is no kind of event '" + kind + "'");
            return e with { By = from.Text("reform:by"), Milestone = from.Text("reform:milestone") };
        }
        catch (CaseInputException e)
        {
            throw from.Problem("reform:" + e.Field, e.Problem.Vietnamese, e.Problem.English);
        }
        catch (OrganizationInputException e)
        {
            throw from.Problem("reform:" + e.Problems[0].Field, e.Problems[0].Message.Vietnamese, e.Problems[0].Message.English);
        }
    }

    private static CaseEvent? OfKind(string kind, CaseTime at, CaseAttributeReader from) => kind switch
    {
        "received" => new CaseReceived(at, from.RequiredText("reform:procedure"), from.RequiredText(Unit), from.RequiredText("reform:requester"))
        {
            Channel = from.Text("reform:channel"),
            Territory = from.Text("reform:territory"),
            AppointedAt = from.Time("reform:appointed_at"),
            IsSecret = from.RequiredTruth("reform:secret"),
            Earlier = from.Dates("reform:earlier").Select(e => new EarlierEvent(e.Key, e.Date)).ToValueList(),
        },
        "completeness_checked" => new CompletenessChecked(at, from.RequiredTruth("reform:complete"))
        {
            Missing = from.Texts("reform:missing"),
            ComplexBecause = from.Text("reform:complex_because"),
            Blocking = from.Truth("reform:blocking_checked") ? from.Texts("reform:blocking") : null,
        },
        "supplement_requested" => new SupplementRequested(at, from.Texts("reform:documents"))
        {
            ConcernsSuppliedPapers = from.RequiredTruth("reform:concerns_supplied_papers"),
            AsksForPaper = from.RequiredTruth("reform:asks_for_paper"),
        },
        "supplement_received" => new SupplementReceived(at) { Documents = from.Texts("reform:documents") },
        "step_started" => new StepStarted(at, from.RequiredWhole("reform:step")) { UnitId = from.Text(Unit), Assignee = from.Text("reform:assignee") },
        "step_finished" => new StepFinished(at, from.RequiredWhole("reform:step")),
        "step_returned" => new StepReturned(at, from.RequiredWhole("reform:step"), from.RequiredWhole("reform:to_step"), from.RequiredText("reform:reason"))
        {
            UnitId = from.Text(Unit),
            Assignee = from.Text("reform:assignee"),
        },
        "transferred" => new CaseTransferred(at, from.RequiredText("reform:to_unit")),
        "consultation_requested" => new ConsultationRequested(at, from.RequiredText("reform:consultation"), from.RequiredText("reform:asked_unit"))
        {
            Limit = from.Limit("reform:limit"),
        },
        "consultation_answered" => new ConsultationAnswered(at, from.RequiredText("reform:consultation")),
        "urged" => new CaseUrged(at),
        "suspended" => new CaseSuspended(at, from.RequiredText("reform:ground")) { Basis = from.Basis("reform:basis"), Until = from.Date("reform:until") },
        "resumed" => new CaseResumed(at),
        "extended" => new CaseExtended(at, from.Limit("reform:length") ?? throw from.Missing("reform:length.unit"))
        {
            Why = from.Bilingual("reform:why"),
            Basis = from.Basis("reform:basis"),
        },
        _ => null,
    };
}
