using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;

namespace Reform.Domain.Pilots;

/// <summary>Looks for what makes records of pilots contradict each other.</summary>
internal sealed class PilotChecks(PilotRecords records)
{
    private readonly RecordProblems problems = new();

    public void ThrowIfAny()
    {
        problems.CheckRecords(records.Proposals, "proposals", p => p.Id);
        problems.CheckRecords(records.Events, "events", e => e.Id);
        for (int i = 0; i < records.Proposals.Count; i++)
        {
            if (records.Proposals[i].Fact is PilotProposal proposal)
            {
                string field = RecordProblems.At("proposals", i);
                problems.CheckText(proposal.UnitId, field + ".unit");
                Check(proposal.Scope, field + ".scope");
            }
        }

        // What stands in the end has to hold together; that a correction comes in between is no contradiction.
        var standing = new HashSet<string>(Recorded.StandingAt(records.Events, Instant.MaxValue).Select(r => r.Id), StringComparer.Ordinal);
        var proposals = Recorded.StandingAt(records.Proposals, Instant.MaxValue).Select(r => r.Fact!).ToLookup(p => p.Id, StringComparer.Ordinal);
        var events = records.Events.Select((r, i) => (Record: r, Index: i)).Where(e => standing.Contains(e.Record.Id)).ToLookup(e => e.Record.Fact!.PilotId, StringComparer.Ordinal);
        foreach (IGrouping<string, (Recorded<PilotEvent> Record, int Index)> ofPilot in events)
        {
            Check(proposals[ofPilot.Key].FirstOrDefault(), [.. ofPilot.OrderBy(e => e.Record.Fact!.On).Select(e => (e.Record.Fact!, RecordProblems.At("events", e.Index)))]);
        }

        problems.ThrowIfAny();
    }

    private void Check(PilotScope scope, string field)
    {
        problems.CheckOnce(scope.ProcedureCodes, field + ".procedures");
        problems.CheckOnce(scope.UnitIds, field + ".units");
        if (scope.ProcedureCodes.Count == 0 || scope.UnitIds.Count == 0)
        {
            problems.Add("nothing_covered", field, "phạm vi phải nêu thủ tục và đơn vị", "a scope names procedures and units");
        }

        if (scope.Period.From is null || scope.Period.To is null)
        {
            problems.Add("open_period", field + ".period", "thời gian thí điểm phải có ngày bắt đầu và ngày kết thúc", "a pilot has a first and a last day");
        }
    }

    private void Check(PilotProposal? proposal, (PilotEvent Event, string Field)[] happened)
    {
        if (proposal is null)
        {
            foreach ((PilotEvent one, string field) in happened)
            {
                problems.Add("unknown_pilot", field + ".pilot", "không có đề xuất '" + one.PilotId + "'", "there is no proposal '" + one.PilotId + "'");
            }

            return;
        }

        bool sent = false, answered = false, approved = false, stopped = false;
        foreach ((PilotEvent one, string field) in happened)
        {
            if (one.On < proposal.DraftedOn)
            {
                problems.Add("before_draft", field + ".on", "trước khi đề xuất được soạn thảo", "before the proposal was drafted");
            }

            switch (one)
            {
                case PilotSent:
                    Refuse(sent, "sent_twice", field, "đề xuất đã được gửi", "the proposal was sent already");
                    sent = true;
                    break;
                case PilotApproved or PilotRejected:
                    Refuse(!sent, "never_sent", field, "đề xuất chưa được gửi Trung ương", "the proposal was not sent to Central");
                    Refuse(answered, "answered_twice", field, "Trung ương đã trả lời", "Central answered already");
                    answered = true;
                    approved |= one is PilotApproved;
                    CheckApproval(one as PilotApproved, proposal, field);
                    break;
                case PilotEvaluated or PilotStopped:
                    Refuse(!approved, "never_approved", field, "thí điểm chưa được đồng ý", "the pilot was not approved");
                    Refuse(one is PilotStopped && stopped, "stopped_twice", field, "thí điểm đã dừng", "the pilot was stopped already");
                    stopped |= one is PilotStopped;
                    break;
                default:
                    break;
            }
        }
    }

    private void CheckApproval(PilotApproved? approval, PilotProposal proposal, string field)
    {
        if (approval is null)
        {
            return;
        }

        Check(approval.Scope, field + ".scope");
        if (approval.Scope.ProcedureCodes.Except(proposal.Scope.ProcedureCodes, StringComparer.Ordinal).Any()
            || approval.Scope.UnitIds.Except(proposal.Scope.UnitIds, StringComparer.Ordinal).Any())
        {
            problems.Add("beyond_proposal", field + ".scope", "phạm vi được đồng ý rộng hơn đề xuất", "what is approved reaches beyond what was proposed");
        }
    }

    private void Refuse(bool isWrong, string code, string field, string vietnamese, string english)
    {
        if (isWrong)
        {
            problems.Add(code, field, vietnamese, english);
        }
    }
}
