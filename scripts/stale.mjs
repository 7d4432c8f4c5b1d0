// Whether something made from files is still what those files would make. Node's own modules only.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One hash of the content of all these files and folders, their names included. */
export function hashOf(paths, { skip = () => false, also = "" } = {}) {
  const hash = createHash("sha256").update(also);
  const add = (path) => {
    if (!existsSync(path) || skip(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
    } else {
      hash.update(`\0${path}\0`).update(readFileSync(path));
    }
  };
  paths.forEach(add);
  return hash.digest("hex");
}

/** Makes something unless the note beside it says that it was made from this very hash. Half-made counts as not made. */
export async function makeIfStale(noteFile, hash, make) {
  if (existsSync(noteFile) && readFileSync(noteFile, "utf8") === hash) return false;
  rmSync(noteFile, { force: true });
  await make();
  mkdirSync(dirname(noteFile), { recursive: true });
  writeFileSync(noteFile, hash);
  return true;
}
