import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { env, type ObjectStore } from "@/lib/env";
import { objectStoreClient } from "./disk";

/** Is there a place for files that can be written: the folder in which they come in, and the object store where there is one? */
export async function isStorageThere(): Promise<boolean> {
  const places = await Promise.all([
    isFolderThere(/* turbopackIgnore: true */ env.storageDirectory),
    !env.objectStore || isBucketThere(env.objectStore),
  ]);
  return places.every(Boolean);
}

async function isFolderThere(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function isBucketThere(store: ObjectStore): Promise<boolean> {
  const { HeadBucketCommand } = await import("@aws-sdk/client-s3");
  const client = await objectStoreClient(store);
  try {
    await client.send(new HeadBucketCommand({ Bucket: store.bucket }));
    return true;
  } catch {
    return false;
  } finally {
    client.destroy();
  }
}
