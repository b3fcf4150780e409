using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reform.Grpc.Storage.Migrations
{
    /// <inheritdoc />
    public partial class RegisterJournal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Response",
                table: "DoneRequests",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "RegisterRecords",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    List = table.Column<string>(type: "TEXT", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Corrects = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAtMicros = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: true),
                    EnteredBy = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterRecords", x => x.Sequence);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterRecords_RecordedAtMicros",
                table: "RegisterRecords",
                column: "RecordedAtMicros");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterRecords_RecordId",
                table: "RegisterRecords",
                column: "RecordId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RegisterRecords");

            migrationBuilder.DropColumn(
                name: "Response",
                table: "DoneRequests");
        }
    }
}
