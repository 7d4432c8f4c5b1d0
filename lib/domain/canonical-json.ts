type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** One text for one content, whatever the order of its keys: what is hashed must read the same tomorrow. */
export function canonicalJson(value: Json): string {
  return JSON.stringify(ordered(value));
}

function ordered(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map(ordered);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, content]) => content !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, content]) => [key, ordered(content as Json)]),
  );
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);
