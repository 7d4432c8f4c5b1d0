// npm test: every check there is, as CI runs them. npm run check: those for before a commit. npm run journeys -- <filter>:
// the browser alone. The last line is always `tests: N passed, N failed`.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { endChildren, runChild } from "./children.mjs";
import { buildApp, generateClient, installPackages, requireNode } from "./prepare.mjs";
import { run, say, Stop } from "./say.mjs";
import { environmentFor, readSettings } from "./settings.mjs";
import { provideBrowser } from "./testing/browser.mjs";

const mode = ["--check", "--journeys"].find((flag) => process.argv.includes(flag)) ?? "--everything";
const filters = process.argv.slice(2).filter((argument) => !["--check", "--journeys", "--deep"].includes(argument));
if (process.argv.includes("--deep")) process.env["DEEP"] = "1";

const results = "test-results";
const total = { passed: 0, failed: 0 };
const failures = [];

await run(async () => {
  requireNode();
  process.on("SIGINT", () => void endChildren().then(() => process.exit(130)));
  readSettings();
  installPackages();
  await generateClient();
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });

  if (mode !== "--journeys") {
    await check("lint", ["node_modules/eslint/bin/eslint.js", "--max-warnings=0", "."]);
    await check("format", ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."]);
    await check(
      "types",
      ["node_modules/next/dist/bin/next", "typegen"],
      ["node_modules/typescript/bin/tsc", "--noEmit"],
    );
    await suites("unit, component and database tests", "!crash");
  }
  if (mode !== "--check" && (await build())) {
    // With the machine to themselves, on the app that was just built.
    if (mode !== "--journeys") await suites("crash tests", "crash");
    await journeys();
  }
});

if (process.exitCode) count("the run itself", { passed: 0, failed: 1 });
say("");
if (failures.length > 0) say(`Not in order: ${failures.join(", ")}.`);
say(databases());
say(`tests: ${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/** A check that is in order or not: one test. */
async function check(name, ...programs) {
  say(`\n── ${name}`);
  for (const program of programs) {
    if (!(await runChild(program, { output: "pipe" }))) return count(name, { passed: 0, failed: 1 });
  }
  say("in order");
  count(name, { passed: 1, failed: 0 });
}

/** The tests of some projects of the runner. A filter may be meant for others. */
async function suites(title, projects) {
  say(`\n── ${title}`);
  const report = `${results}/suites.json`;
  const options = [`--project=${projects}`, ...(filters.length > 0 ? ["--passWithNoTests"] : [])];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const well = await runChild(["node_modules/vitest/vitest.mjs", "run", ...options, ...reporters, ...filters]);
  const { numPassedTests: passed = 0, testResults = [] } = readReport(report);
  const failed = testResults.reduce((sum, file) => sum + failedIn(file), 0);
  count(title, { passed, failed: failed || (well ? 0 : 1) });
}

/** A file that could not even be loaded has no failed test and still has failed. */
function failedIn({ status, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === "failed").length;
  return failed || (status === "failed" ? 1 : 0);
}

/** Whether the app could be built as the journeys and the crash tests visit it. */
async function build() {
  say("\n── build");
  const settings = JSON.parse(readFileSync(new URL("testing/journeys.json", import.meta.url), "utf8"));
  Object.assign(process.env, settings);
  const environment = environmentFor(readSettings(), "");
  const built = await buildApp(environment).then(
    () => true,
    (error) => (say(error.message), false),
  );
  count("build", { passed: Number(built), failed: Number(!built) });
  if (built) say("in order");
  return built;
}

/** The built app, visited with a real browser. */
async function journeys() {
  say("\n── journeys");
  const browser = await provideBrowser();
  if (!browser) {
    say(
      "No browser was found and none could be installed. Install Chromium, or say where it is: CHROMIUM_PATH=… npm test",
    );
    return count("journeys", { passed: 0, failed: 1 });
  }
  say(`With ${browser}.`);
  const env = { ...process.env, CHROMIUM_PATH: browser, NODE_OPTIONS: "--conditions=react-server", FORCE_COLOR: "0" };
  const alone = filters.length > 0 ? ["--no-deps"] : [];
  const well = await runChild(["node_modules/@playwright/test/cli.js", "test", ...alone, ...filters], { env });
  const { stats = { expected: 0, unexpected: 0, flaky: 0 } } = readReport(`${results}/journeys.json`);
  const failed = stats.unexpected + stats.flaky;
  count("journeys", { passed: stats.expected, failed: failed || (well ? 0 : 1) });
}

function count(name, { passed, failed }) {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(name);
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

function databases() {
  if (mode === "--journeys") return "database: the journeys ran on the embedded PostgreSQL";
  return process.env["TEST_DATABASE_URL"]
    ? "database tests: ran on the embedded PostgreSQL and, races included, on the server of TEST_DATABASE_URL"
    : "database tests: ran on the embedded PostgreSQL only; set TEST_DATABASE_URL to run them, and the races, on a server";
}
