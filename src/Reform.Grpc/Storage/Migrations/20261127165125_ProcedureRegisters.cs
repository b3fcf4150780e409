using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reform.Grpc.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ProcedureRegisters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What was published moves into the journal of the registers, which stays in the order of record times: its records are entered
            // again where a publication came in between. A definition is kept as google.protobuf.BytesValue: its tag, its length in groups of
            // seven bits, its bytes.
            migrationBuilder.Sql("""
                CREATE TEMP TABLE "Published" AS
                SELECT "Sequence", 'definitions/' || "Sequence" AS "RecordId", "RecordedAtMicros", "EnteredBy", unhex('0A' || CASE
                    WHEN length("Content") < 128 THEN printf('%02X', length("Content"))
                    WHEN length("Content") < 16384 THEN printf('%02X%02X', (length("Content") & 127) | 128, length("Content") >> 7)
                    WHEN length("Content") < 2097152 THEN printf('%02X%02X%02X',
                        (length("Content") & 127) | 128, ((length("Content") >> 7) & 127) | 128, length("Content") >> 14)
                    ELSE printf('%02X%02X%02X%02X',
                        (length("Content") & 127) | 128, ((length("Content") >> 7) & 127) | 128, ((length("Content") >> 14) & 127) | 128, length("Content") >> 21)
                    END || hex("Content")) AS "Content"
                FROM "Procedures";

                CREATE TEMP TABLE "Later" AS
                SELECT * FROM "RegisterRecords" WHERE "RecordedAtMicros" > (SELECT min("RecordedAtMicros") FROM "Published");

                DELETE FROM "RegisterRecords" WHERE "Sequence" IN (SELECT "Sequence" FROM "Later");

                INSERT INTO "RegisterRecords" ("List", "RecordId", "Corrects", "RecordedAtMicros", "Content", "EnteredBy")
                SELECT "List", "RecordId", "Corrects", "RecordedAtMicros", "Content", "EnteredBy" FROM (
                    SELECT "List", "RecordId", "Corrects", "RecordedAtMicros", "Content", "EnteredBy", 0 AS "Kind", "Sequence" FROM "Later"
                    UNION ALL
                    SELECT 'definitions', "RecordId", NULL, "RecordedAtMicros", "Content", "EnteredBy", 1, "Sequence" FROM "Published")
                ORDER BY "RecordedAtMicros", "Kind", "Sequence";

                DROP TABLE "Later";
                DROP TABLE "Published";
                """);

            migrationBuilder.DropTable(
                name: "Procedures");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Procedures",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAtMicros = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Procedures", x => x.Sequence);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_Code_Sequence",
                table: "Procedures",
                columns: new[] { "Code", "Sequence" });
        }
    }
}
