using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reform.Grpc.Storage.Migrations
{
    /// <inheritdoc />
    public partial class PilotOfProcedure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsProcedureInPilot",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsUnitInPilot",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PilotApprovedOn",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PilotFrom",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PilotId",
                table: "CaseFacts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PilotUntil",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsProcedureInPilot",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "IsUnitInPilot",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "PilotApprovedOn",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "PilotFrom",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "PilotId",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "PilotUntil",
                table: "CaseFacts");
        }
    }
}
