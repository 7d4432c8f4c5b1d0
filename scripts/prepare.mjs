// What stands between a fresh clone and an app that can run: packages, the generated client, the build.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { runChild } from "./children.mjs";
import { say, Stop } from "./say.mjs";
import { hashOf, makeIfStale } from "./stale.mjs";

const floor = [20, 19];

/** Stops where Node is older than the app can use. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > floor[0] || (major === floor[0] && minor >= floor[1])) return;
  throw new Stop(
    `This app needs Node ${floor.join(".")} or newer; this is Node ${process.versions.node}.\n` +
      "Install a newer one from https://nodejs.org and try again.",
  );
}

/** Installs the packages of the lock file where they are missing or others. */
export function installPackages() {
  if (isInstalled()) return;
  say("Installing packages (npm ci, one to three minutes) …");
  // Building needs the development packages, whatever NODE_ENV says.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env["npm_execpath"];
  const { status, error } = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], { stdio: "inherit" })
    : spawnSync("npm", args, { stdio: "inherit", shell: process.platform === "win32" });
  if (error || status !== 0) {
    throw new Stop("The packages could not be installed; npm says why above. With a network connection, try again.");
  }
}

/** What npm noted about node_modules agrees with the lock file. */
function isInstalled() {
  const noted = "node_modules/.package-lock.json";
  if (!existsSync(noted)) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const present = JSON.parse(readFileSync(noted, "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, optional, extraneous }]) => {
    if (path === "" || extraneous) return true;
    // A binary for another kind of computer is in the lock file and not on the disk.
    return present[path] ? present[path].version === version : optional === true;
  });
}

/** Generates the database client where the schema has changed. */
export async function generateClient() {
  const hash = hashOf(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  await makeIfStale("lib/data/generated/.made-from", hash, async () => {
    say("Generating the database client …");
    const done = await runChild(["node_modules/prisma/build/index.js", "generate"], {
      output: "pipe",
    });
    if (!done) throw new Stop("The database client could not be generated; the reason is above.");
  });
}

const sources = [
  ...["app", "components", "lib", "public", "prisma/schema.prisma", "package-lock.json", "tsconfig.json"],
  ...["next.config.js", "postcss.config.js", "proxy.ts", "instrumentation.ts", "instrumentation-client.ts"],
];
const notBuilt = (path) => path.startsWith("lib/data/generated") || /\.test\.tsx?$/.test(path);

/** Builds the app where its sources have changed. Needs no database, and no settings but the key of the actions. */
export async function buildApp({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key }) {
  const hash = hashOf(sources, { skip: notBuilt, also: `${key} ${process.versions.node}` });
  return makeIfStale(".next/made-from", hash, async () => {
    say("Building the app (about a minute) …");
    const env = {
      ...process.env,
      ...buildSettings,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
    };
    const done = await runChild(["node_modules/next/dist/bin/next", "build"], { env, output: "pipe" });
    if (!done) throw new Stop("The app could not be built; the reason is above.");
  });
}

// A build must not depend on whose settings happen to be around: the same bundle serves a demonstration and an office.
const buildSettings = {
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  DEMO: "0",
  EMBEDDED: "0",
  DEMO_DAY: "",
  APP_ORIGIN: "https://build.invalid",
  MASTER_SECRET: "only-while-building-4f9c2b7e1d8a",
};
