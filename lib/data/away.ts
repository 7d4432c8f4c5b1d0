import { causesOf } from "./causes";

/** Whether it is the database itself that failed: nobody reaches it, it is going down or coming up, or it has no room. */
export function isDatabaseAway(error: unknown): boolean {
  return [...causesOf(error)].some(
    ({ code, kind, message }) =>
      signs.has(code) || signs.has(kind) || (typeof message === "string" && cut.test(message)),
  );
}

const signs = new Set<unknown>([
  // The network's,
  ...["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "EPIPE"],
  // PostgreSQL's own,
  ...["08000", "08001", "08003", "08006", "53300", "57P01", "57P02", "57P03"],
  // and the names Prisma gives to both.
  ...["P1001", "P1002", "P1017", "DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"],
]);

// What the driver says without a code when a connection breaks, or none is to be had in time.
const cut =
  /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error/;
