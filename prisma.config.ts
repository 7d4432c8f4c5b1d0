import { defineConfig } from "prisma/config";

// `prisma generate` insists on a schema engine that it would download and never runs. Any existing file contents it.
if (process.argv.includes("generate")) {
  process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env["DATABASE_URL"] ?? "postgresql://localhost:5432/unset" },
});
