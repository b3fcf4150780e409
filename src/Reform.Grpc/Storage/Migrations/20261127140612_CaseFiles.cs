using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reform.Grpc.Storage.Migrations
{
    /// <inheritdoc />
    public partial class CaseFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CaseFiles",
                columns: table => new
                {
                    CaseId = table.Column<string>(type: "TEXT", nullable: false),
                    CalendarId = table.Column<string>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: true),
                    RecordCount = table.Column<int>(type: "INTEGER", nullable: false),
                    LastRecordedAtMicros = table.Column<long>(type: "INTEGER", nullable: false),
                    LastHappenedOn = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseFiles", x => x.CaseId);
                });

            migrationBuilder.CreateTable(
                name: "Procedures",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAtMicros = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Procedures", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "CaseFacts",
                columns: table => new
                {
                    CaseId = table.Column<string>(type: "TEXT", nullable: false),
                    ProcedureCode = table.Column<string>(type: "TEXT", nullable: false),
                    UnitId = table.Column<string>(type: "TEXT", nullable: false),
                    HolderUnitId = table.Column<string>(type: "TEXT", nullable: false),
                    Requester = table.Column<string>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: true),
                    Territory = table.Column<string>(type: "TEXT", nullable: true),
                    IsSecret = table.Column<bool>(type: "INTEGER", nullable: false),
                    AsOf = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    ReceivedOn = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    ReturnedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    AppointedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    ComputedDueOn = table.Column<int>(type: "INTEGER", nullable: true),
                    DueUnknownBecause = table.Column<string>(type: "TEXT", nullable: true),
                    IsDueProvisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsDueInstant = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndedAfterDueInstant = table.Column<bool>(type: "INTEGER", nullable: false),
                    CalendarVersion = table.Column<string>(type: "TEXT", nullable: true),
                    WholeLimit = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkingDaysUsed = table.Column<int>(type: "INTEGER", nullable: true),
                    WorkingDaysStopped = table.Column<int>(type: "INTEGER", nullable: true),
                    CalendarDays = table.Column<int>(type: "INTEGER", nullable: false),
                    SlowestStep = table.Column<int>(type: "INTEGER", nullable: true),
                    SlowestUnitId = table.Column<string>(type: "TEXT", nullable: true),
                    StepDays = table.Column<string>(type: "TEXT", nullable: true),
                    CheckedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    SupplementRequests = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedForPaper = table.Column<bool>(type: "INTEGER", nullable: false),
                    Suspensions = table.Column<int>(type: "INTEGER", nullable: false),
                    SuspensionsWithoutGround = table.Column<int>(type: "INTEGER", nullable: false),
                    Extensions = table.Column<int>(type: "INTEGER", nullable: false),
                    ForbiddenExtensions = table.Column<int>(type: "INTEGER", nullable: false),
                    ExtensionsWithoutReason = table.Column<int>(type: "INTEGER", nullable: false),
                    StepsDone = table.Column<int>(type: "INTEGER", nullable: false),
                    StepsExpected = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstStepOutOfOrder = table.Column<int>(type: "INTEGER", nullable: true),
                    FirstStepMissing = table.Column<int>(type: "INTEGER", nullable: true),
                    ReworkRuns = table.Column<int>(type: "INTEGER", nullable: false),
                    Consultations = table.Column<int>(type: "INTEGER", nullable: false),
                    LateConsultationDays = table.Column<int>(type: "INTEGER", nullable: true),
                    VotesBelowThreshold = table.Column<int>(type: "INTEGER", nullable: false),
                    VotesMissing = table.Column<int>(type: "INTEGER", nullable: false),
                    RefusalHasReason = table.Column<bool>(type: "INTEGER", nullable: true),
                    RefusalHasBasis = table.Column<bool>(type: "INTEGER", nullable: true),
                    ResultNotifiedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    DelayNotifiedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Apologies = table.Column<int>(type: "INTEGER", nullable: false),
                    Urgings = table.Column<int>(type: "INTEGER", nullable: false),
                    Satisfaction = table.Column<int>(type: "INTEGER", nullable: true),
                    DocumentsMissing = table.Column<int>(type: "INTEGER", nullable: true),
                    DocumentsExpired = table.Column<int>(type: "INTEGER", nullable: true),
                    StepLimitsBroken = table.Column<int>(type: "INTEGER", nullable: false),
                    WaitsBroken = table.Column<int>(type: "INTEGER", nullable: false),
                    FilingsLate = table.Column<int>(type: "INTEGER", nullable: false),
                    Lapses = table.Column<int>(type: "INTEGER", nullable: false),
                    EffectiveDateIsWrong = table.Column<bool>(type: "INTEGER", nullable: true),
                    LimitsUnknown = table.Column<int>(type: "INTEGER", nullable: false),
                    DecisionAuthority = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseFacts", x => x.CaseId);
                    table.ForeignKey(
                        name: "FK_CaseFacts_CaseFiles_CaseId",
                        column: x => x.CaseId,
                        principalTable: "CaseFiles",
                        principalColumn: "CaseId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseRecords",
                columns: table => new
                {
                    CaseId = table.Column<string>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Corrects = table.Column<int>(type: "INTEGER", nullable: true),
                    RecordedAtMicros = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: true),
                    EnteredBy = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseRecords", x => new { x.CaseId, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_CaseRecords_CaseFiles_CaseId",
                        column: x => x.CaseId,
                        principalTable: "CaseFiles",
                        principalColumn: "CaseId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_HolderUnitId_State",
                table: "CaseFacts",
                columns: new[] { "HolderUnitId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_UnitId_CaseId",
                table: "CaseFacts",
                columns: new[] { "UnitId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseFiles_LastRecordedAtMicros",
                table: "CaseFiles",
                column: "LastRecordedAtMicros");

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_Code_Sequence",
                table: "Procedures",
                columns: new[] { "Code", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseFacts");

            migrationBuilder.DropTable(
                name: "CaseRecords");

            migrationBuilder.DropTable(
                name: "Procedures");

            migrationBuilder.DropTable(
                name: "CaseFiles");
        }
    }
}
