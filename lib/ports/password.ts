import { hash, verify } from "@node-rs/argon2";

const cost = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 };

// Each takes 64 MiB and a core for a while: more than two at once would take the machine.
const gate = 2;
let inside = 0;
const waiting: (() => void)[] = [];

async function throughTheGate<T>(work: () => Promise<T>): Promise<T> {
  if (inside >= gate) await new Promise<void>((go) => waiting.push(go));
  else inside++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else inside--;
  }
}

/** The hash of a password, as it is kept. */
export function hashPassword(password: string): Promise<string> {
  return throughTheGate(() => hash(password, cost));
}

let nobodys: Promise<string> | undefined;

/** Is this the password behind the hash? Where there is none, the same work is done for nothing, so that nobody learns it from the clock. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const known = passwordHash ?? (await (nobodys ??= hashPassword("nobody's")));
  const isRight = await throughTheGate(() => verify(known, password));
  return passwordHash !== null && isRight;
}
