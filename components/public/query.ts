type Asked = Record<string, string | string[] | undefined>;

/** What the address says under a name, without its edges and never longer than a line; what is said twice is not said. */
export function wordsIn(asked: Asked, name: string, longest = 100): string {
  const value = asked[name];
  return typeof value === "string" ? value.trim().slice(0, longest) : "";
}

/** One of the known choices, or null where the address says none of them. */
export function choiceIn<const T extends string>(asked: Asked, name: string, choices: readonly T[]): T | null {
  const value = asked[name];
  return choices.find((choice) => choice === value) ?? null;
}

/** The number of a page, from 1. */
export function pageIn(asked: Asked, name = "page"): number {
  const value = wordsIn(asked, name);
  return /^[1-9]\d{0,4}$/.test(value) ? Number(value) : 1;
}

/** An address with only those parameters that say something. */
export function withQuery(path: `/${string}`, said: Record<string, string | number | null>): `/${string}` {
  const query = new URLSearchParams(
    Object.entries(said).flatMap(([name, value]) => (value === null || value === "" ? [] : [[name, String(value)]])),
  );
  return query.size > 0 ? `${path}?${query}` : path;
}
