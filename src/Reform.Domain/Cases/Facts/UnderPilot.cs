using Reform.Domain.Pilots;

namespace Reform.Domain.Cases;

/// <summary>What the register of pilots says of a case that is handled under one.</summary>
internal static class UnderPilot
{
    public static CaseFacts Of(CaseFacts facts, string? pilotId, PilotRegister? pilots)
    {
        if (pilotId is null || pilots is null)
        {
            return facts with { PilotId = pilotId };
        }

        // What happens to a pilot after a case is over makes it no better and no worse.
        var known = PilotCaseFacts.Of(pilots, facts.EndedOn ?? facts.AsOf, pilotId, facts.CaseId, facts.ProcedureCode, facts.UnitId, facts.ReceivedOn, facts.EndedOn);
        return facts with
        {
            PilotId = pilotId,
            PilotApprovedOn = known.ApprovedOn,
            PilotFrom = known.From,
            PilotUntil = known.Until,
            IsProcedureInPilot = known.IsProcedureCovered,
            IsUnitInPilot = known.IsUnitCovered,
        };
    }
}
