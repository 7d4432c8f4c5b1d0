// Where things are and what the app is told: read from the environment, .env and the data folder. Node's own modules only.
import { hkdfSync, randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { Stop } from "./say.mjs";

/** The settings of this start. A variable that is set wins over the same one in .env. */
export function readSettings() {
  process.chdir(join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, ".."));
  if (existsSync(".env")) process.loadEnvFile(".env");

  const port = Number(process.env["PORT"] ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Stop(`PORT must be a number from 1 to 65535; it is ${process.env["PORT"]}.`);
  }
  const dataDirectory = resolve(process.env["DATA_DIR"] || ".data");
  const databaseUrl = process.env["DATABASE_URL"] || null;
  return {
    port,
    databaseUrl,
    embedded: databaseUrl === null,
    dataDirectory,
    databaseDirectory: join(dataDirectory, "pg"),
    // Several processes may share one server's database, each on a port of its own; the embedded one has one user.
    lockFile: join(dataDirectory, databaseUrl === null ? "lock" : `lock-${port}`),
  };
}

/** Makes the data folder, for its owner only, or says that it cannot be written. */
export function prepareDataDirectory({ dataDirectory }) {
  try {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    accessSync(dataDirectory, constants.W_OK | constants.X_OK);
    accessSync(".", constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Stop(
      `This user may not write in ${resolve(error.path ?? dataDirectory)} (${error.code}).\n` +
        "Run the app as the owner of its folder, or name another folder for its data: DATA_DIR=~/filing-data npm start",
    );
  }
}

/** Everything the app, its worker and its loader are told, on the database at this address. */
export function environmentFor({ port, embedded, dataDirectory }, databaseUrl) {
  const told = { ...process.env, DATABASE_URL: databaseUrl, NEXT_TELEMETRY_DISABLED: "1" };
  told.PORT ||= String(port);
  told.APP_ORIGIN ||= `http://localhost:${port}`;
  told.NEXTAUTH_URL ||= told.APP_ORIGIN;
  told.STORAGE_DIR ||= join(dataDirectory, "files");
  if (embedded) {
    told.EMBEDDED = "1";
    told.DEMO = "1";
    told.MASTER_SECRET ||= keptSecret(dataDirectory);
  }
  if (told.MASTER_SECRET) told.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ||= actionsKey(told.MASTER_SECRET);
  return told;
}

/** The secret of an embedded office, made at its first start and readable by its owner alone. */
function keptSecret(dataDirectory) {
  const file = join(dataDirectory, "secrets.json");
  if (existsSync(file)) {
    chmodSync(file, 0o600);
    return JSON.parse(readFileSync(file, "utf8"))["MASTER_SECRET"];
  }
  const secret = randomBytes(32).toString("base64url");
  writeFileSync(`${file}.new`, JSON.stringify({ MASTER_SECRET: secret }, null, 2) + "\n", { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return secret;
}

/** Next seals what a form carries for its action with this key: every process of one office needs the same. */
function actionsKey(masterSecret) {
  return Buffer.from(hkdfSync("sha256", masterSecret, "qianhai-filing/v1", "server-actions", 32)).toString("base64");
}
