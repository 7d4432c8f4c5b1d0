import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import {
  fileFault,
  fileLimits,
  mediaTypes,
  type FileFault,
  type MediaType,
  type Turn,
  type Zoom,
} from "@/lib/domain/document/file";
import type { PageMeasures } from "@/lib/domain/document/signs";

export type Inspection =
  | {
      ok: true;
      pages: number;
      /** What is kept: the file as given, or a picture drawn anew. */
      bytes: Uint8Array;
      /** How well its first page can be read, where that could be measured. */
      measures: PageMeasures | null;
    }
  | { ok: false; fault: FileFault };
export type PageView = { page: number; zoom: Zoom; turn: Turn };

const millisecondsOfTask = 20_000;
const tasksOfChild = 50;
const children = 2;
const widthAtFullSize = 1200;

/** Opens a file in a process of its own and says what is wrong with it, or how many pages it has and what to keep. */
export async function inspectFile(bytes: Uint8Array, mediaType: MediaType): Promise<Inspection> {
  const limits = { pages: fileLimits.pages, pixels: fileLimits.pixels, mediaTypes: Object.keys(mediaTypes) };
  const answer = await shared.run({ kind: "inspect", bytes, mediaType, limits });
  if ("fault" in answer) return { ok: false, fault: fileFault(answer.fault) };
  if ("picture" in answer || answer.mediaType !== mediaType) return { ok: false, fault: "mismatch" };
  const { pages, measures = null } = answer;
  return { ok: true, pages, measures, bytes: answer.bytes ?? bytes };
}

/** Draws one page as PNG in a process of its own; null when it cannot be drawn. */
export async function drawPage(
  bytes: Uint8Array,
  mediaType: MediaType,
  { page, zoom, turn }: PageView,
): Promise<Uint8Array | null> {
  const answer = await shared.run({
    kind: "draw",
    bytes,
    mediaType,
    page,
    turn,
    width: (widthAtFullSize * zoom) / 100,
  });
  return "picture" in answer ? answer.picture : null;
}

/** The most memory that any of the processes ever took, in bytes, and how many were ended over a file. */
export function inspectionFigures(): { mostMemory: number; ended: number } {
  return shared.figures;
}

/** Ends the processes that wait for files; the next file starts new ones. */
export function closeFileInspection(): void {
  shared.close();
}

type Task = { kind: "inspect" | "draw"; bytes: Uint8Array; mediaType: MediaType } & Record<string, unknown>;
type Answer =
  | { fault: string }
  | { pages: number; mediaType: string; bytes?: Uint8Array; measures?: PageMeasures | null }
  | { picture: Uint8Array };
type Told = Answer & { memory?: number };
type Waiting = { task: Task; answer: (answer: Answer | Promise<Answer>) => void };

/** A few warm processes, each with one file at a time; one that takes too long, too much or too many is replaced. */
class Inspectors {
  #idle: Inspector[] = [];
  #busy = new Set<Inspector>();
  #waiting: Waiting[] = [];
  readonly figures = { mostMemory: 0, ended: 0 };

  run(task: Task): Promise<Answer> {
    return new Promise((answer) => {
      this.#waiting.push({ task, answer });
      this.#next();
    });
  }

  close(): void {
    for (const inspector of this.#idle.splice(0)) inspector.end();
  }

  #next(): void {
    if (this.#busy.size >= children) return;
    const next = this.#waiting.shift();
    if (!next) return;

    const inspector = this.#idle.pop() ?? new Inspector();
    this.#busy.add(inspector);
    const answer = inspector.run(next.task).finally(() => {
      this.#busy.delete(inspector);
      this.figures.mostMemory = Math.max(this.figures.mostMemory, inspector.memory);
      if (inspector.isGone) this.figures.ended++;
      if (inspector.isFit) this.#idle.push(inspector);
      else inspector.end();
      this.#next();
    });
    next.answer(answer);
  }
}

class Inspector {
  #process = startProcess();
  #isReady = new Promise<void>((resolve, reject) => {
    this.#process.once("message", () => resolve());
    this.#process.once("exit", () => reject(new Error("The process that opens files did not start.")));
    this.#process.once("error", reject);
  });
  #tasks = 0;
  /** The most it ever took, as it said itself, in bytes. */
  memory = 0;

  get isFit(): boolean {
    return this.#tasks < tasksOfChild && !this.isGone;
  }

  get isGone(): boolean {
    return !this.#process.connected;
  }

  /** Rejects when the process never started; whatever a file does to it afterwards is an answer about the file. */
  async run(task: Task): Promise<Answer> {
    this.#tasks++;
    this.#keepAlive(true);
    try {
      await this.#isReady;
      return await this.#ask(task);
    } finally {
      this.#keepAlive(false);
    }
  }

  end(): void {
    this.#process.kill("SIGKILL");
  }

  #ask(task: Task): Promise<Answer> {
    return new Promise((resolve) => {
      const finish = ({ memory = 0, ...answer }: Told) => {
        clearTimeout(patience);
        this.#process.off("message", finish).off("exit", gone);
        this.memory = Math.max(this.memory, memory);
        resolve(answer);
      };
      // Ended for its time or memory, or by the file itself: no more can be said of the file than that it cannot be opened.
      const gone = () => finish({ fault: "unreadable" });
      const patience = setTimeout(() => this.end(), millisecondsOfTask);
      this.#process.once("message", finish).once("exit", gone);
      if (this.#process.connected) this.#process.send(task, (error) => error && gone());
      else gone();
    });
  }

  // An idle inspector does not keep the office open.
  #keepAlive(isBusy: boolean): void {
    const { channel } = this.#process;
    if (isBusy) {
      this.#process.ref();
      channel?.ref();
    } else {
      this.#process.unref();
      channel?.unref();
    }
  }
}

function startProcess(): ChildProcess {
  const project = process.cwd();
  const script = join(project, "lib/ports/file-worker/main.mjs");
  const permission = process.allowedNodeEnvironmentFlags.has("--permission")
    ? "--permission"
    : "--experimental-permission";
  return spawn(
    process.execPath,
    [
      "--no-warnings",
      "--max-old-space-size=384",
      permission,
      "--allow-addons",
      "--allow-worker",
      ...["node_modules/", "lib/ports/file-worker/", "package.json"].map(
        (path) => `--allow-fs-read=${join(/* turbopackIgnore: true */ project, path)}`,
      ),
      script,
    ],
    // Without the office's settings: there is nothing to give away.
    {
      env: { NODE_ENV: "production" },
      cwd: project,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      serialization: "advanced",
    },
  );
}

// In development a changed file is loaded again; the processes stay.
const kept = globalThis as typeof globalThis & { fileInspectors?: Inspectors };
const shared = (kept.fileInspectors ??= new Inspectors());
