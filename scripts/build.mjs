// npm run build: the app as every process of an office runs it. MASTER_SECRET must be the office's own.
import { buildApp, generateClient, installPackages, requireNode } from "./prepare.mjs";
import { run, say } from "./say.mjs";
import { environmentFor, prepareDataDirectory, readSettings } from "./settings.mjs";

await run(async () => {
  requireNode();
  const settings = readSettings();
  prepareDataDirectory(settings);
  installPackages();
  await generateClient();
  if (!(await buildApp(environmentFor(settings, settings.databaseUrl ?? "")))) say("The build is up to date.");
});
