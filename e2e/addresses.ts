import { readFileSync } from "node:fs";
import { entries } from "@/lib/auth/entries";
import type { AccessScene } from "@/prisma/testing/access-scene";
import type { DemonstrationPerson } from "./fixtures";

/** What the build says of itself in one of its files. */
export const built = (manifest: string): unknown => JSON.parse(readFileSync(`.next/server/${manifest}`, "utf8"));

const ofTheFramework = ["/_global-error/page", "/_not-found/page", "/global-not-found/page", "/icon.svg/route"];
const files = Object.keys(built("app-paths-manifest.json") as Record<string, string>);

/** The addresses of all pages that were built. */
export const builtPages = addressesOf("/page");
/** The addresses of all handlers that were built. */
export const builtRoutes = addressesOf("/route");

function addressesOf(ending: "/page" | "/route"): string[] {
  return files
    .filter((file) => file.endsWith(ending) && !ofTheFramework.includes(file))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}

/** An address as it stands in the build, with what is the owner's in its places. */
export function pathOf(scene: AccessScene, address: string): `/${string}` {
  // Tasks are of a draft; what comes after it is of a filing that was submitted.
  const isOfDraft = !/\/(status|request|hearing|objection|decision|submitted|withdraw|messages)$/.test(address);
  const places: Record<string, string> = {
    locale: "en",
    address: isOfDraft ? scene.draft : scene.asked.reference,
    filingId: scene.asked.id,
    documentId: scene.document,
    page: "1",
    reference: scene.asked.reference,
    number: scene.registration,
    proceedingId: scene.proceeding,
    kind: "suspension",
    code: address.includes("/verify/") ? scene.certificate : "QH-CON-HK-ARCHITECT",
    mailId: scene.mail,
    metric: "registered",
    holder: "nobody",
    account: scene.colleague,
    question: "home_registration",
  };
  return address.replace(/\[(\w+)\]/g, (_, name: string) => places[name] ?? name) as `/${string}`;
}

/** Somebody of the demonstration for whom a page is there, of the scene's owner where it is about somebody; null for everybody. */
export function readerOf(address: string): DemonstrationPerson | null {
  if (entries.pages[address] === "public") return null;
  if (address.startsWith("/[locale]/admin")) return "cheung.waiman";
  if (address.startsWith("/[locale]/review/workload")) return "ho.meiyee";
  return address.startsWith("/[locale]/review") ? "lee.kafai" : "chan.taiman";
}
