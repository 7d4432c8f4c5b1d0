// The built app on a database that somebody else holds, without the starter: what a test may kill and start again.
import { environmentFor, readSettings } from "../settings.mjs";

const settings = readSettings();
Object.assign(process.env, environmentFor(settings, settings.databaseUrl), { NODE_ENV: "production" });
// Whoever started it is gone: there is nobody left to answer.
process.stdin.on("end", () => process.exit()).resume();
process.argv.splice(1, Infinity, "next", "start", "-p", String(settings.port));
await import("../../node_modules/next/dist/bin/next");
