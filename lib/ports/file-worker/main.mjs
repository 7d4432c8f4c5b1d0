// Opens the files of strangers, one at a time: in a process of its own, without settings, network or more of the disk than
// its own libraries, and ended by whoever started it when a file takes too long.
import dgram from "node:dgram";
import net from "node:net";
import os from "node:os";
import { Worker } from "node:worker_threads";
import { fileTypeFromBuffer } from "file-type";
import * as pdf from "./pdf.mjs";
import * as picture from "./picture.mjs";

const mostMemory = 1024 ** 3;
const openers = { "application/pdf": pdf, "image/jpeg": picture, "image/png": picture };

cutTheNetwork();
os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
// V8 keeps its own heap small; what the image and drawing libraries take beside it is watched from a second thread.
new Worker(
  `const { memoryUsage, pid, kill } = process;
   setInterval(() => { if (memoryUsage.rss() > ${mostMemory}) kill(pid, "SIGKILL"); }, 100);`,
  { eval: true },
).unref();

const tasks = {
  inspect: async ({ bytes, mediaType, limits }) => {
    const sniffed = await fileTypeFromBuffer(bytes);
    if (!sniffed || !limits.mediaTypes.includes(sniffed.mime)) return { fault: "type" };
    if (sniffed.mime !== mediaType) return { fault: "mismatch" };
    return openers[mediaType].inspect(bytes, limits);
  },
  draw: async ({ bytes, mediaType, ...view }) => ({ picture: await openers[mediaType].draw(bytes, view) }),
};

process.on("message", (task) => {
  void tasks[task.kind](task)
    .catch(() => ({ fault: "unreadable" }))
    .then((answer) => process.send({ ...answer, memory: process.resourceUsage().maxRSS * 1024 }));
});
process.on("disconnect", () => process.exit());
process.send("ready");

function cutTheNetwork() {
  const refuse = () => {
    throw new Error("There is no network here.");
  };
  net.Socket.prototype.connect = refuse;
  dgram.createSocket = refuse;
  for (const name of ["fetch", "WebSocket", "EventSource"]) delete globalThis[name];
}
