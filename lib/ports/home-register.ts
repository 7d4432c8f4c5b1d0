/** Who is looked for in the register of the board that registered them at home. */
export type Looked = { number: string; name: string };

/** What a register says of a number: whose it is, and until when it holds. */
export type HomeEntry = {
  standing: "in_force" | "ended" | "not_found";
  name: string | null;
  validUntil: string | null;
};

/** What became of a look-up: an answer with where and when it was given, or that a person has to look. */
export type LookUp = { way: "by_machine"; source: string; at: Date; entry: HomeEntry } | { way: "by_hand" };

/** One board's register. It gives up when it is told to, and may fail: whoever asks falls back to looking by hand. */
export type HomeRegister = (asked: Looked, until: AbortSignal) => Promise<LookUp>;

/** The register that cannot be asked by machine: a reviewer looks, and notes where and when. */
export const byHand: HomeRegister = () => Promise.resolve({ way: "by_hand" });

// No board of the list offers a look-up for machines: each entry whose board does is named here with its adapter.
const adapters: Readonly<Record<string, HomeRegister>> = {};

/** The register in which holders of a list entry are looked up. */
export function homeRegisterOf(entryCode: string): HomeRegister {
  return adapters[entryCode] ?? byHand;
}

const patience = 10_000;

/** Looks somebody up. A register that is away, slow or at odds with itself is one that has to be read by hand. */
export async function lookUp(register: HomeRegister, asked: Looked, milliseconds = patience): Promise<LookUp> {
  const until = AbortSignal.timeout(milliseconds);
  const tooLate = new Promise<LookUp>((resolve) => {
    until.addEventListener("abort", () => resolve({ way: "by_hand" }), { once: true });
  });
  const answer = await Promise.race([register(asked, until).catch(() => byHand(asked, until)), tooLate]);
  return answer.way === "by_machine" && !isWhole(answer) ? { way: "by_hand" } : answer;
}

// An answer that names no place, or no day where it says that it holds, proves nothing.
function isWhole({ source, entry }: Extract<LookUp, { way: "by_machine" }>): boolean {
  return /^https:\/\//.test(source) && (entry.standing !== "in_force" || entry.name !== null);
}
