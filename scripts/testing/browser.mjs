// The browser that journeys drive: one that is here, or one that is fetched.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { say } from "../say.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const places = [
  ...(process.env["PATH"] ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The path of a Chromium that runs, installed where none is found; null where that is not possible either. */
export async function provideBrowser() {
  const found = await findBrowser();
  if (found) return found;

  const isRoot = process.getuid?.() === 0;
  if (isRoot && works("apt-get", ["--version"])) {
    say("Installing Chromium (apt-get) …");
    const quiet = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    spawnSync("apt-get", ["update"], quiet);
    spawnSync("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], quiet);
    const installed = await findBrowser();
    if (installed) return installed;
  }
  say("Downloading Chromium (playwright install) …");
  const install = ["node_modules/@playwright/test/cli.js", "install", ...(isRoot ? ["--with-deps"] : []), "chromium"];
  spawnSync(process.execPath, install, { stdio: "ignore", timeout: 600_000 });
  return findBrowser();
}

async function findBrowser() {
  const { chromium } = await import("@playwright/test");
  const candidates = [process.env["CHROMIUM_PATH"], ...places, chromium.executablePath()];
  return candidates.find((path) => path && existsSync(path) && works(path, ["--version"])) ?? null;
}

function works(program, args) {
  const { status } = spawnSync(program, args, { stdio: "ignore", timeout: 20_000 });
  return status === 0;
}
