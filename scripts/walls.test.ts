import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, test, vi } from "vitest";

// The first of them loads the linter, and the last the types of the whole project: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 180_000 });

// Types are not needed to see a breach of a wall, and reading them for files that do not exist would only fail.
const withoutTypes = new ESLint({
  overrideConfig: [{ files: ["**/*.{ts,tsx}"], ...tseslint.configs.disableTypeChecked }],
});

async function complaints(filePath: string, text: string): Promise<string[]> {
  const [result] = await withoutTypes.lintText(text, { filePath });
  return (result?.messages ?? []).map((message) => message.message);
}

const use = (from: string) => `import { it } from "${from}";\nexport const seen = it;\n`;

const walls: [file: string, mayNotImport: string, because: RegExp][] = [
  ["app/[locale]/list/page.tsx", "@/lib/data/entries", /app may import only/],
  ["app/[locale]/list/page.tsx", "@/lib/ports/mail", /app may import only/],
  ["app/[locale]/list/page.tsx", "@/lib/env", /app may import only/],
  ["components/filing/status-tag.tsx", "@/lib/services/view-filing", /components may import only/],
  ["components/filing/status-tag.tsx", "@/lib/auth/current-actor", /components may import only/],
  ["components/filing/status-tag.tsx", "@/lib/data/filings", /components may import only/],
  ["components/ui/tag.tsx", "@/lib/domain/filing/workflow", /components\/ui may import only/],
  ["components/ui/tag.tsx", "@/components/filing/status-tag", /components\/ui may import only/],
  ["lib/auth/current-actor.ts", "@/lib/services/view-filing", /lib\/auth may import only/],
  ["lib/services/view-filing.ts", "@/lib/auth/current-actor", /lib\/services may import only/],
  ["lib/services/view-filing.ts", "@/lib/i18n/routing", /lib\/services may import only/],
  ["lib/services/view-filing.ts", "next/headers", /knows nothing of the web/],
  ["lib/services/view-filing.ts", "react", /knows nothing of the web/],
  ["lib/services/view-filing.ts", "@prisma/client", /Only lib\/data speaks/],
  ["lib/services/view-filing.ts", "next-auth", /lib\/services knows nothing of the web/],
  ["lib/data/filings.ts", "@/lib/services/view-filing", /lib\/data may import only/],
  ["lib/data/filings.ts", "next/cache", /knows nothing of the web/],
  ["lib/ports/mail.ts", "@/lib/data/filings", /lib\/ports may import only/],
  ["lib/ports/mail.ts", "next-intl", /knows nothing of the web/],
  ["lib/i18n/request.ts", "@/lib/services/view-filing", /lib\/i18n may import only/],
  ["lib/domain/filing/workflow.ts", "@/lib/data/filings", /lib\/domain may import only/],
  ["lib/domain/filing/workflow.ts", "node:fs", /stays pure/],
  ["lib/domain/filing/workflow.ts", "react", /stays pure/],
  ["lib/worker.ts", "@/app/[locale]/page", /lib\/worker\.ts may import only/],
  ["instrumentation.ts", "@/app/[locale]/page", /instrumentation\.ts may import only/],
  ["proxy.ts", "@/lib/auth/current-actor", /proxy\.ts may import only/],
  ["prisma/stories.ts", "@/app/[locale]/page", /prisma may import only/],
  ["bench/fill.ts", "@/lib/auth/current-actor", /bench may import only/],
  ["e2e/filing.spec.ts", "@/lib/services/view-filing", /e2e may import only/],
  ["app/[locale]/list/page.tsx", "next-auth", /Only lib\/auth knows/],
  ["app/[locale]/list/page.tsx", "@/lib/data/generated/client", /Only lib\/data speaks/],
  ["app/[locale]/list/page.tsx", "../actions", /called by its full name/],
];

describe("a breach of a wall is caught", () => {
  test.each(walls)("%s may not import %s", async (file, from, because) => {
    expect(await complaints(file, use(from))).toContainEqual(expect.stringMatching(because));
  });
});

describe("what the walls allow passes", () => {
  test.each([
    ["app/[locale]/list/page.tsx", "@/lib/services/list-entries"],
    ["components/filing/status-tag.tsx", "@/components/ui/tag"],
    ["components/ui/tag.tsx", "./icon"],
    ["components/ui/tag.tsx", "clsx"],
    ["lib/services/view-filing.ts", "@/lib/data/filings"],
    ["lib/data/filings.ts", "@prisma/client"],
    ["lib/domain/filing/workflow.ts", "zod"],
    ["lib/domain/filing/workflow.test.ts", "fast-check"],
    ["lib/services/view-filing.db.test.ts", "@/prisma/stories"],
    ["instrumentation.ts", "@/lib/worker"],
    ["lib/auth/options.ts", "next-auth"],
  ])("%s may import %s", async (file, from) => {
    expect(await complaints(file, use(from))).toEqual([]);
  });
});

const bans: [what: string, file: string, text: string, because: RegExp][] = [
  [
    "SQL from a string",
    "lib/data/filings.ts",
    "export const f = (db: D) => db.$queryRawUnsafe(`x`);",
    /tagged template/,
  ],
  [
    "a command from a string",
    "lib/data/filings.ts",
    "export const f = (db: D) => db.$executeRawUnsafe(`x`);",
    /tagged template/,
  ],
  ["raw fragments of SQL", "lib/data/filings.ts", "export const f = Prisma.raw(`x`);", /tagged template/],
  [
    "HTML from a string",
    "app/[locale]/page.tsx",
    "export const f = <p dangerouslySetInnerHTML={{ __html: x }} />;",
    /never parsed as HTML/,
  ],
  [
    "HTML handed on as a property",
    "components/ui/x.ts",
    "export const f = { dangerouslySetInnerHTML: x };",
    /never parsed as HTML/,
  ],
  [
    "a style attribute",
    "components/ui/x.tsx",
    "export const f = <p style={{ width: 3 }} />;",
    /forbids style attributes/,
  ],
  ["eval", "lib/services/x.ts", "export const f = eval(x);", /eval/],
  ["a function made of a string", "lib/services/x.ts", "export const f = new Function(x);", /Function constructor/],
  ["a shell", "lib/services/x.ts", 'import { exec } from "node:child_process";\nexec(x);', /without a shell/],
  [
    "a shell by its surname",
    "lib/services/x.ts",
    'import * as cp from "child_process";\ncp.exec(x);',
    /Name what you need/,
  ],
  ["the wall clock", "lib/services/x.ts", "export const now = Date.now();", /clock port/],
  ["the wall clock as a date", "app/[locale]/page.tsx", "export const now = new Date();", /clock port/],
  ["the environment", "lib/services/x.ts", "export const key = process.env.KEY;", /Only lib\/env/],
  [
    "the environment taken apart",
    "lib/services/x.ts",
    "const { env } = process;\nexport const key = env.KEY;",
    /Only lib\/env/,
  ],
  [
    "the environment imported",
    "lib/services/x.ts",
    'import { env } from "node:process";\nexport const key = env.KEY;',
    /Only lib\/env/,
  ],
  [
    "an action inside a component",
    "app/[locale]/page.tsx",
    'export const f = async () => {\n  "use server";\n};',
    /defineAction/,
  ],
  [
    "an action file by another name",
    "app/[locale]/save.ts",
    '"use server";\nexport const f = async () => 1;',
    /defineAction/,
  ],
  [
    "an action without its door",
    "app/[locale]/filings/actions.ts",
    '"use server";\nexport const f = async () => 1;',
    /no way in/,
  ],
  ["an action function", "app/[locale]/filings/actions.ts", '"use server";\nexport async function f() {}', /no way in/],
  ["an action passed on", "app/[locale]/filings/actions.ts", '"use server";\nexport { f } from "./f";', /no way in/],
  ["a handler without its door", "app/api/x/route.ts", "export const GET = () => new Response();", /no way in/],
  ["a handler function", "app/api/x/route.ts", "export async function POST() {}", /no way in/],
  ["any", "lib/services/x.ts", "export const f = (x: any) => x;", /Unexpected any/],
];

describe("what nobody writes is caught", () => {
  test.each(bans)("%s in %s", async (_what, file, text, because) => {
    expect(await complaints(file, text)).toContainEqual(expect.stringMatching(because));
  });
});

describe("the exemptions are as narrow as they sound", () => {
  test.each([
    ["lib/data/jobs.ts", "export const f = (db: D) => db.$executeRawUnsafe(`x`);"],
    ["lib/ports/clock.ts", "export const now = () => new Date();"],
    ["lib/env.ts", "export const key = process.env.KEY;"],
    ["prisma.config.ts", "export const key = process.env.KEY;"],
    ["proxy.ts", 'export const development = process.env.NODE_ENV === "development";'],
    ["lib/services/x.ts", "export const day = (written: string) => new Date(written);"],
    ["lib/services/x.ts", "export const found = (text: string) => /x/.exec(text);"],
    ["app/[locale]/filings/actions.ts", '"use server";\nexport const f = defineAction(schema, service);'],
    ["app/api/x/route.ts", "export const GET = defineRoute(schema, service);"],
  ])("%s may hold %j", async (file, text) => {
    expect(await complaints(file, text)).toEqual([]);
  });

  test("whoever may hand over raw SQL may still not read the clock", async () => {
    expect(await complaints("lib/data/jobs.ts", "export const now = new Date();")).toContainEqual(
      expect.stringMatching(/clock port/),
    );
  });
});

test("a promise that nobody waits for is caught", async () => {
  const eslint = new ESLint();
  const [result] = await eslint.lintText("const later = async () => 1;\nlater();\n", { filePath: "proxy.ts" });
  expect(result?.messages.map((message) => message.ruleId)).toContain("@typescript-eslint/no-floating-promises");
});
