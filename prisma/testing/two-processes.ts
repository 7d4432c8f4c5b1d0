import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import type { Result } from "@/lib/domain/result";
import type { Order, ServiceName } from "./app-process";

export type AppProcess = {
  /** Has the process's own service do it, and gives its answer; an accident there is thrown here. */
  serve: (service: ServiceName, actor: object, input: object, now: Date) => Promise<Result<unknown>>;
  end: () => void;
};

/** Starts a process of the app on the database of this test. */
export async function startAppProcess(): Promise<AppProcess> {
  const child: ChildProcess = fork(resolve("prisma/testing/app-process.ts"), {
    execArgv: ["--conditions=react-server", "--import", "tsx"],
  });
  await once(child, "message");

  const waiting = new Map<number, { resolve: (result: Result<unknown>) => void; reject: (accident: Error) => void }>();
  child.on(
    "message",
    ({ number, result, accident }: { number: number; result: Result<unknown>; accident?: string }) => {
      const asked = waiting.get(number);
      waiting.delete(number);
      if (accident) asked?.reject(new Error(accident));
      else asked?.resolve(result);
    },
  );
  child.on("exit", () => waiting.forEach(({ reject }) => reject(new Error("The process ended."))));

  let orders = 0;
  return {
    serve: (service, actor, input, now) =>
      new Promise((resolve, reject) => {
        const order: Order = { number: ++orders, service, actor, input, now: now.toISOString() };
        waiting.set(order.number, { resolve, reject });
        child.send(order);
      }),
    end: () => child.disconnect(),
  };
}
