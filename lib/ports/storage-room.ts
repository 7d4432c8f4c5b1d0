import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { env } from "@/lib/env";

/** Is there a place for files that can be written? */
export async function isStorageThere(): Promise<boolean> {
  const folder = /* turbopackIgnore: true */ env.storageDirectory;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
