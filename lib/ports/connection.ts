import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** Where the address of a request's own connection is told; whatever a visitor writes there is overwritten. */
export const connectionHeader = "x-connected-from";

/** Notes with each request from which address its connection came, which the framework does not tell. */
export function noteConnections(): void {
  // In development a changed file is loaded again; one note is enough.
  const shared = globalThis as typeof globalThis & { notesConnections?: true };
  if (shared.notesConnections) return;
  shared.notesConnections = true;
  subscribe("http.server.request.start", (message) =>
    noteConnection((message as { request: IncomingMessage }).request),
  );
}

function noteConnection({ headers, socket }: IncomingMessage): void {
  headers[connectionHeader] = socket.remoteAddress ?? "";
}
