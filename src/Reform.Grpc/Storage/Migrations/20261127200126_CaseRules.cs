using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reform.Grpc.Storage.Migrations
{
    /// <inheritdoc />
    public partial class CaseRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "FactsEdition",
                table: "CaseFiles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "AppointmentDiffers",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AwaitsHandOver",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "BlockingConditions",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Competence",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecidedBy",
                table: "CaseFacts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DeclaredRelation",
                table: "CaseFacts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DocumentsRequired",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DueOn",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "EffectiveDate",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ExtensionsAfterExpiry",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ExtensionsByWrongBody",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ExtensionsOverCap",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FilingPeriod",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FilingPeriodOtherwise",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "GapsDueOn",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "GapsToldLate",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "GapsToldOn",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LeastWaits",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PapersCount",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "RefusedAsFiledLate",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "ReviewedOn",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SlipDueOn",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StepsRecorded",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SuspensionsTooLong",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SuspensionsUnlimited",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SuspensionsWithoutEnd",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "System",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Timeliness",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VotesExpected",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "WorkingDaysLate",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WorkingDaysSinceDue",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WorkingDaysToReview",
                table: "CaseFacts",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FactsEdition",
                table: "CaseFiles");

            migrationBuilder.DropColumn(
                name: "AppointmentDiffers",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "AwaitsHandOver",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "BlockingConditions",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "Competence",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "DecidedBy",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "DeclaredRelation",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "DocumentsRequired",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "EffectiveDate",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "ExtensionsAfterExpiry",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "ExtensionsByWrongBody",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "ExtensionsOverCap",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "FilingPeriod",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "FilingPeriodOtherwise",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "GapsDueOn",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "GapsToldLate",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "GapsToldOn",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "LeastWaits",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "PapersCount",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "RefusedAsFiledLate",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "ReviewedOn",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "SlipDueOn",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "StepsRecorded",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "SuspensionsTooLong",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "SuspensionsUnlimited",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "SuspensionsWithoutEnd",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "System",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "Timeliness",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "VotesExpected",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "WorkingDaysLate",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "WorkingDaysSinceDue",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "WorkingDaysToReview",
                table: "CaseFacts");
        }
    }
}
