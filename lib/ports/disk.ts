import { join, resolve } from "node:path";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { env, type ObjectStore } from "@/lib/env";

let opened: Promise<Disk> | undefined;

/** Where sealed files are kept: the object store of the settings, or else a folder of this machine. */
export function openDisk(): Promise<Disk> {
  return (opened ??= env.objectStore ? inObjectStore(env.objectStore) : Promise.resolve(inFolder()));
}

/** A client of the object store. Its library is loaded here alone, by offices that have such a store. */
export async function objectStoreClient({ region, endpoint, isInPath, credentials }: ObjectStore) {
  const { S3Client } = await import("@aws-sdk/client-s3");
  return new S3Client({
    region,
    credentials,
    forcePathStyle: isInPath,
    ...(endpoint && { endpoint }),
    // What is kept proves itself when it is unsealed; stores other than Amazon's take these checksums for content.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
  });
}

async function inObjectStore(store: ObjectStore): Promise<Disk> {
  const { S3Driver } = await import("flydrive/drivers/s3");
  const client = await objectStoreClient(store);
  // The bucket's own policy says who may read: lists of rights by object are switched off in most stores.
  return new Disk(new S3Driver({ client, bucket: store.bucket, visibility: "private", supportsACL: false }));
}

function inFolder(): Disk {
  const root = resolve(/* turbopackIgnore: true */ env.storageDirectory);
  return new Disk(new FSDriver({ location: join(root, "kept"), visibility: "private" }));
}
