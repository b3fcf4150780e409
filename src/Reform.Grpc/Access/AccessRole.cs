namespace Reform.Grpc.Access;

/// <summary>What a caller may do (vai trò). Whoever may change something may read it too.</summary>
internal enum AccessRole
{
    /// <summary>Ask and read.</summary>
    Reader = 0,

    /// <summary>Receive cases and record what happens to them; import and delete case logs.</summary>
    CaseEditor = 1,

    /// <summary>Enter units, positions, persons and what ties them.</summary>
    OrganizationEditor = 2,

    /// <summary>Enter powers and grants, and what happens to them.</summary>
    DelegationEditor = 3,

    /// <summary>Publish procedures, and enter what holds for all units: interpretations, rules of publication, review rounds.</summary>
    ProcedureEditor = 4,

    /// <summary>Enter what a unit posts, applies, asks and decides in a review.</summary>
    ProcedureClerk = 5,

    /// <summary>Take out secret cases as well (tài liệu mật); beside the role for the call itself.</summary>
    SecretReader = 6,

    /// <summary>Judge the cases of a unit, and waive what is found.</summary>
    ComplianceEditor = 7,

    /// <summary>Enter plans to inspect, inspections and what follows from them.</summary>
    InspectionEditor = 8,

    /// <summary>Enter proposals of pilots and what happens to them.</summary>
    PilotEditor = 9,

    /// <summary>Publish criteria sets, import measures, appraise, decide disputes and publish results.</summary>
    ScoringEditor = 10,

    /// <summary>Enter the measures, the self-score and the disputes of a unit.</summary>
    ScoringClerk = 11,

    /// <summary>Enter programmes, tasks and what happens under them, and urge.</summary>
    ProgrammeEditor = 12,
}
