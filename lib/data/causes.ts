/** An error and what it was caused by, the database's own words among them, from the outside in. */
export function* causesOf(error: unknown, depth = 0): Generator<Record<string, unknown>> {
  if (!isObject(error) || depth > 5) return;
  yield error;
  yield* causesOf(error["cause"], depth + 1);
  const meta = error["meta"];
  if (!isObject(meta)) return;
  yield meta;
  yield* causesOf(meta["driverAdapterError"], depth + 1);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
