// The app as it is, with one page more: hello, under the project's own root layout. It is built from a copy, so that the
// product itself holds nothing that only a bench needs.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { runChild } from "../scripts/children.mjs";
import { say, Stop } from "../scripts/say.mjs";
import { hashOf, makeIfStale } from "../scripts/stale.mjs";

/** Where the copy lives: inside the project, whose packages it uses, and outside of what its checks read. */
export const benchApp = ".data/bench/app";

/** The scratch databases' secret: it guards made-up rows for minutes, and stays the same so that the build does. */
export const benchSecret = createHash("sha256").update("made-up filings").digest("base64url");

const parts = ["app", "components", "lib", "public", "proxy.ts", "instrumentation.ts", "instrumentation-client.ts"];
const settings = ["next.config.js", "postcss.config.js", "tsconfig.json", "package.json"];
const isTest = (path) => /\.test\.tsx?$/.test(path);

const hello = `export default function Hello() {
  return <p>Hello</p>;
}
`;

// The copy's packages are the project's, one folder up.
const nextConfig = `import config from "./project.config.js";
const root = ${JSON.stringify(resolve("."))};
export default { ...config, turbopack: { ...config.turbopack, root }, outputFileTracingRoot: root };
`;

/** Builds the copy where anything it is made of has changed. */
export async function buildBenchApp(env) {
  const inputs = hashOf([...parts, ...settings, "package-lock.json", "bench/build.mjs"], {
    skip: isTest,
    also: `${env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY} ${process.versions.node}`,
  });
  await makeIfStale(join(benchApp, "made-from"), inputs, async () => {
    say("Building the app with a page that says hello (one to two minutes) …");
    rmSync(benchApp, { recursive: true, force: true });
    mkdirSync(benchApp, { recursive: true });
    for (const part of [...parts, ...settings].filter((path) => existsSync(path))) {
      cpSync(part, join(benchApp, part), { recursive: true, filter: (path) => !isTest(path) });
    }
    cpSync("next.config.js", join(benchApp, "project.config.js"));
    writeFileSync(join(benchApp, "next.config.js"), nextConfig);
    mkdirSync(join(benchApp, "app/[locale]/hello"));
    writeFileSync(join(benchApp, "app/[locale]/hello/page.tsx"), hello);
    const done = await runChild(["node_modules/next/dist/bin/next", "build", benchApp], { env, output: "pipe" });
    if (!done) throw new Stop("The app could not be built; the reason is above.");
  });
}
