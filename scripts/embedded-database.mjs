// PostgreSQL as WebAssembly behind a socket on this machine: `node scripts/embedded-database.mjs <directory>`.
// Says where it listens as one line of JSON, and ends when whoever started it closes the pipe to its standard input.
import { randomBytes, timingSafeEqual } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { PGLiteSocketHandler } from "@electric-sql/pglite-socket";
import { takeLock } from "./lock.mjs";
import { isMain, run, Stop } from "./say.mjs";

/** Serves a directory, or a copy in memory of a dumped one, on a loopback port that the system chooses. */
export async function serveEmbedded({ directory, copyOf }) {
  const db = await PGlite.create({
    ...(directory ? { dataDir: directory } : { loadDataDir: copyOf }),
    extensions: { btree_gist, pg_trgm },
  });
  const password = randomBytes(18).toString("base64url");
  const turns = new Turns(db);
  const handlers = new Set();

  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    askPassword(socket, password, () => {
      const handler = new PGLiteSocketHandler({ queryQueue: turns, closeOnDetach: true });
      const forget = () => handlers.delete(handler);
      handler.addEventListener("close", forget);
      handler.addEventListener("error", forget);
      handlers.add(handler);
      void handler.attach(socket);
    });
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));

  return {
    db,
    url: `postgresql://postgres:${password}@127.0.0.1:${server.address().port}/postgres`,
    connections: () => handlers.size,
    async close() {
      server.close();
      await Promise.all([...handlers].map((handler) => handler.detach(true)));
      await db.close();
    },
  };
}

/**
 * There is one backend for everybody. A connection keeps it from its first message until the answer that leaves no
 * transaction open, so that several programs may be connected and none of them sees another's half-sent statement.
 */
class Turns {
  #db;
  #waiting = [];
  #owner = null;
  #working = false;
  #answers = [];

  constructor(db) {
    this.#db = db;
  }

  enqueue(connection, message, onData) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ connection, resolve, reject, work: () => this.#answer(connection, message, onData) });
      void this.#next();
    });
  }

  clearQueueForHandler(connection) {
    const gone = this.#waiting.filter((turn) => turn.connection === connection);
    this.#waiting = this.#waiting.filter((turn) => turn.connection !== connection);
    for (const turn of gone) turn.reject(new Error("The connection was closed."));
  }

  clearTransactionIfNeeded(connection) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ connection, resolve, reject, work: () => this.#abandon(connection) });
      void this.#next();
    });
  }

  async #next() {
    if (this.#working) return;
    this.#working = true;
    for (let turn; (turn = this.#take());) await turn.work().then(turn.resolve, turn.reject);
    this.#working = false;
  }

  #take() {
    const mayGo = ({ connection }) => this.#owner === null || this.#owner === connection;
    const index = this.#waiting.findIndex(mayGo);
    return index === -1 ? undefined : this.#waiting.splice(index, 1)[0];
  }

  async #answer(connection, message, onData) {
    this.#owner = connection;
    const onRawData = (data) => this.#answers.push(data.slice());
    await this.#db.runExclusive(() => this.#db.execProtocolRawStream(message, { onRawData }));
    if (isAwaited(message)) this.#send(onData);
    if (endsTurn(message) && !this.#db.isInTransaction()) this.#owner = null;
  }

  /** In one piece: written row by row, each would wake the other side. */
  #send(onData) {
    const answers = this.#answers.splice(0);
    if (answers.length > 0) onData(Buffer.concat(answers));
  }

  async #abandon(connection) {
    if (this.#owner !== connection) return;
    this.#answers = [];
    // A statement that failed half way is skipped up to the next Sync, a ROLLBACK included.
    await this.#db.runExclusive(() => this.#db.execProtocolRawStream(sync, { onRawData: () => {} }));
    if (this.#db.isInTransaction()) await this.#db.exec("ROLLBACK");
    this.#owner = null;
  }
}

const sync = new Uint8Array([0x53, 0, 0, 0, 4]);

/** All but the parts of a query of which nobody reads the answer before its Sync: Parse, Bind, Describe, Execute, Close. */
const isAwaited = (message) => ![0x50, 0x42, 0x44, 0x45, 0x43].includes(message[0]);

/** A simple query, a Sync, a goodbye, or the greeting (whose first byte is that of its length). */
const endsTurn = (message) => [0x51, 0x53, 0x58, 0x00].includes(message[0]);

const sslRequest = 80877103;
const cancelRequest = 80877102;

/** PGlite lets anybody in, and every program on this machine reaches a loopback port: so the socket asks for the password. */
function askPassword(socket, password, letIn) {
  let heard = Buffer.alloc(0);
  let greeting = null;

  const listen = (data) => {
    heard = Buffer.concat([heard, data]);
    for (;;) {
      const from = greeting ? 1 : 0; // The greeting has no type byte.
      if (heard.length < from + 8) return;
      const length = from + heard.readInt32BE(from);
      if (length > 10_000) return socket.destroy();
      if (heard.length < length) return;
      const message = heard.subarray(0, length);
      heard = heard.subarray(length);

      if (greeting) return check(message);
      const code = message.readInt32BE(4);
      if (code === cancelRequest) return socket.destroy();
      if (code === sslRequest) {
        socket.write("N");
      } else {
        greeting = message;
        socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3])); // AuthenticationCleartextPassword
      }
    }
  };

  const check = (message) => {
    const given = message.subarray(5, -1);
    const wanted = Buffer.from(password);
    if (message[0] !== 0x70 || given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
      return socket.destroy();
    }
    socket.off("data", listen);
    socket.pause();
    letIn();
    socket.unshift(Buffer.concat([greeting, heard]));
    socket.resume();
  };

  socket.on("data", listen);
}

if (isMain(import.meta.url)) {
  await run(async () => {
    const directory = process.argv[2];
    if (!directory) throw new Stop("Say which directory: node scripts/embedded-database.mjs .data/pg");

    // Two backends on one directory would destroy it; the one that a killed starter left behind is about to end.
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const lock = await takeLock(`${directory}.lock`, { patience: 30_000 });
    if (!lock.taken)
      throw new Stop(`Another program (process ${lock.holder.pid}) still has the database ${directory} open.`);

    let database;
    let ending = false;
    const end = async () => {
      if (ending) return;
      ending = true;
      // The app is told to end by the same event; a moment lets it finish what it is writing.
      for (let waits = 0; database?.connections() > 0 && waits < 30; waits++) await pause(100);
      await database?.close();
      lock.release();
      process.exit();
    };
    process.stdin.resume().on("end", end).on("close", end);
    process.on("SIGTERM", end);
    process.on("SIGINT", () => {}); // Ctrl-C reaches everybody at once; the starter decides when we end.

    database = await serveEmbedded({ directory });
    console.log(JSON.stringify({ url: database.url }));
  });
}
