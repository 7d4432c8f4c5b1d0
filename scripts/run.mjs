// node scripts/run.mjs <file.ts> [arguments]: runs a program of the project beside the app, on the app's own database.
// Where none is named and none is running, the embedded one is started for as long as the program takes.
import { endChild, killChildren, startChild, startDatabase } from "./children.mjs";
import { isAlive, readLock } from "./lock.mjs";
import { generateClient, installPackages, requireNode } from "./prepare.mjs";
import { run, Stop } from "./say.mjs";
import { environmentFor, prepareDataDirectory, readSettings } from "./settings.mjs";

await run(async () => {
  requireNode();
  const settings = readSettings();
  const [program, ...args] = process.argv.slice(2);
  if (!program) throw new Stop("Say which program: node scripts/run.mjs prisma/seed.ts");
  prepareDataDirectory(settings);
  installPackages();
  await generateClient();

  process.on("SIGINT", () => {}); // It reaches the program too, which ends, and we after it.
  const { url, close } = await findDatabase(settings);
  const child = startChild(["--conditions=react-server", "--import", "tsx", program, ...args], {
    env: environmentFor(settings, url),
  });
  const { code } = await child.ended;
  await close();
  process.exitCode = code ?? 1;
});
killChildren();
process.exit();

async function findDatabase({ databaseUrl, databaseDirectory, lockFile }) {
  const nothing = async () => {};
  if (databaseUrl) return { url: databaseUrl, close: nothing };

  const starter = readLock(lockFile);
  if (starter?.url && isAlive(starter)) return { url: starter.url, close: nothing };

  const { child, url } = await startDatabase(databaseDirectory);
  return { url, close: () => endChild(child, 20_000) };
}
