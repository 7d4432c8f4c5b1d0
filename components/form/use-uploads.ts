"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, type RefObject } from "react";
import * as z from "zod";
import { fileLimits, mediaTypeOf, mediaTypeOfName } from "@/lib/domain/document/file";

export type Progress =
  | { step: "waiting" }
  | { step: "sending"; done: number; total: number }
  | { step: "checking" }
  | { step: "received"; isDoubtful: boolean }
  | { step: "stopped" }
  /** The key of the words that say why. */
  | { step: "refused"; key: string };
export type Sending = Progress & { name: string };

const answerSchema = z.object({ signs: z.array(z.string()) });
const refusalSchema = z.object({
  refusal: z.object({ code: z.string(), fields: z.record(z.string(), z.string()).optional() }),
});

/** Sends the files that were chosen for a form one after another, each in a request of its own, and tells how far each is. */
export function useUploads(uploadUrl: string, form: RefObject<HTMLFormElement | null>) {
  const router = useRouter();
  const request = useRef<XMLHttpRequest | null>(null);
  const [sendings, setSendings] = useState<readonly Sending[]>([]);

  const tell = (at: number, progress: Progress) =>
    setSendings((before) => before.map((it, index) => (index === at ? { name: it.name, ...progress } : it)));

  async function send(files: readonly File[]) {
    setSendings(files.map(({ name }) => ({ name, step: "waiting" })));
    let sent = 0;
    let received = 0;
    for (const [at, file] of files.entries()) {
      const key = problemOf(file);
      if (key) {
        tell(at, { step: "refused", key });
        continue;
      }
      const end = await sendOne(file, sent++ > 0, (progress) => tell(at, progress));
      tell(at, end);
      if (end.step === "received") received++;
    }
    if (received > 0) router.refresh();
  }

  function sendOne(file: File, isTogether: boolean, onProgress: (progress: Progress) => void): Promise<Progress> {
    const data = new FormData(form.current ?? undefined);
    data.delete("file");
    if (isTogether) {
      // What the first replaces, the next stand beside.
      data.delete("replaces");
      data.set("together", "yes");
    }
    data.set("file", file);
    const xhr = new XMLHttpRequest();
    request.current = xhr;
    onProgress({ step: "sending", done: 0, total: file.size });
    return new Promise((resolve) => {
      xhr.upload.onprogress = ({ loaded, total }) =>
        onProgress(loaded < total ? { step: "sending", done: loaded, total } : { step: "checking" });
      xhr.onload = () => resolve(endOf(xhr));
      xhr.onerror = () => resolve({ step: "refused", key: "validation.file_broken" });
      xhr.onabort = () => resolve({ step: "stopped" });
      xhr.open("POST", uploadUrl);
      xhr.setRequestHeader("Accept", "application/json");
      xhr.send(data);
    });
  }

  return {
    sendings,
    isBusy: sendings.some(({ step }) => step === "waiting" || step === "sending" || step === "checking"),
    send: (files: readonly File[]) => void send(files),
    stop: () => request.current?.abort(),
  };
}

/** What can be seen of a file before it is sent; the server looks again, and deeper. */
function problemOf(file: File): string | null {
  // Some telephones name no type: then the name tells, as it does on the server.
  const isTaken = file.type ? mediaTypeOf(file.type) : mediaTypeOfName(file.name);
  if (!isTaken) return "validation.file_type";
  if (file.size === 0) return "validation.file_empty";
  if (file.size > fileLimits.bytesOfFile) return "validation.file_too_large";
  return null;
}

function endOf(xhr: XMLHttpRequest): Progress {
  const answer = parsed(xhr.responseText);
  if (xhr.status >= 200 && xhr.status < 300) {
    return { step: "received", isDoubtful: answerSchema.safeParse(answer).data?.signs.length !== 0 };
  }
  if (xhr.status === 413) return { step: "refused", key: "validation.file_too_large" };
  const refused = refusalSchema.safeParse(answer);
  if (!refused.success) return { step: "refused", key: "validation.file_broken" };
  const { code, fields } = refused.data.refusal;
  return { step: "refused", key: fields?.["file"] ?? `errors.${code}` };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
