using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reform.Grpc.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Findings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Findings",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FindingId = table.Column<string>(type: "TEXT", nullable: false),
                    RuleCode = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectKind = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", nullable: false),
                    Period = table.Column<string>(type: "TEXT", nullable: false),
                    UnitId = table.Column<string>(type: "TEXT", nullable: true),
                    HeadId = table.Column<string>(type: "TEXT", nullable: true),
                    Severity = table.Column<int>(type: "INTEGER", nullable: false),
                    Verdict = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstFoundOn = table.Column<int>(type: "INTEGER", nullable: false),
                    LastFoundOn = table.Column<int>(type: "INTEGER", nullable: false),
                    RuleHash = table.Column<string>(type: "TEXT", nullable: false),
                    WaiverId = table.Column<string>(type: "TEXT", nullable: true),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Findings", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "StaleCaseSets",
                columns: table => new
                {
                    UnitId = table.Column<string>(type: "TEXT", nullable: false),
                    ProcedureCode = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaleCaseSets", x => new { x.UnitId, x.ProcedureCode });
                });

            migrationBuilder.CreateTable(
                name: "Waivers",
                columns: table => new
                {
                    WaiverId = table.Column<string>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    RuleCode = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectKind = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", nullable: false),
                    IssuerId = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    ValidTo = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedAtMicros = table.Column<long>(type: "INTEGER", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Waivers", x => new { x.WaiverId, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "FindingEvents",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FindingSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: false),
                    Verdict = table.Column<int>(type: "INTEGER", nullable: true),
                    WaiverId = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAtMicros = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingEvents", x => x.Sequence);
                    table.ForeignKey(
                        name: "FK_FindingEvents_Findings_FindingSequence",
                        column: x => x.FindingSequence,
                        principalTable: "Findings",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_ComputedDueOn",
                table: "CaseFacts",
                column: "ComputedDueOn",
                filter: "\"EndedOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FindingEvents_FindingSequence",
                table: "FindingEvents",
                column: "FindingSequence");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_FindingId",
                table: "Findings",
                column: "FindingId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Findings_RuleCode_State",
                table: "Findings",
                columns: new[] { "RuleCode", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Findings_SubjectKind_SubjectId",
                table: "Findings",
                columns: new[] { "SubjectKind", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_Findings_UnitId_State",
                table: "Findings",
                columns: new[] { "UnitId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Waivers_IssuerId",
                table: "Waivers",
                column: "IssuerId");

            migrationBuilder.CreateIndex(
                name: "IX_Waivers_SubjectKind_SubjectId",
                table: "Waivers",
                columns: new[] { "SubjectKind", "SubjectId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FindingEvents");

            migrationBuilder.DropTable(
                name: "StaleCaseSets");

            migrationBuilder.DropTable(
                name: "Waivers");

            migrationBuilder.DropTable(
                name: "Findings");

            migrationBuilder.DropIndex(
                name: "IX_CaseFacts_ComputedDueOn",
                table: "CaseFacts");
        }
    }
}
