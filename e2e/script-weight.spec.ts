import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { entries } from "@/lib/auth/entries";
import { builtPages, pathOf, readerOf } from "./addresses";
import { expect, test } from "./fixtures";

/** Kilobytes (1,000 bytes) of compressed script with which a page may come. */
const budgets = { public: 160, forms: 220, staff: 300 };
const publicForms = /^\/\[locale\]\/(check|demo|l|list\/not-listed|sign-in|sign-up|verify)\b/;

function budgetOf(address: string): number {
  const access = entries.pages[address] ?? "public";
  if (access === "professional" || access === "signed_in" || publicForms.test(address)) return budgets.forms;
  return access === "public" ? budgets.public : budgets.staff;
}

test("nobody waits for more script than their kind of page may bring", async ({ as, stranger }) => {
  const { findAccessScene } = await import("@/prisma/testing/access-scene");
  const owner = await as("chan.taiman");
  const browsers = {
    nobody: (await stranger()).page.request,
    "chan.taiman": owner.page.request,
    "lee.kafai": (await as("lee.kafai")).page.request,
    "ho.meiyee": (await as("ho.meiyee")).page.request,
    "cheung.waiman": (await as("cheung.waiman")).page.request,
  };
  const scene = await findAccessScene();

  const weights: { address: string; kilobytes: number; budget: number }[] = [];
  for (const address of builtPages) {
    const reader = (readerOf(address) ?? "nobody") as keyof typeof browsers;
    const answer = await browsers[reader].get(pathOf(scene, address), { headers: { accept: "text/html" } });
    expect(answer.status(), address).toBeLessThan(500);
    const kilobytes = Math.round(weightOf(await answer.text()) / 1_000);
    weights.push({ address, kilobytes, budget: budgetOf(address) });
  }
  for (const { address, kilobytes } of weights) console.log(`${String(kilobytes).padStart(4)} kB  ${address}`);
  expect(weights.filter(({ kilobytes, budget }) => kilobytes > budget)).toEqual([]);
  expect(Math.min(...weights.map(({ kilobytes }) => kilobytes))).toBeGreaterThan(0);
});

/** What the scripts that a page names weigh when they are sent compressed; old browsers' alone are not counted. */
function weightOf(html: string): number {
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="\/_next\/([^"?]+)[^>]*>/g)].filter(
    ([tag]) => !/nomodule/i.test(tag),
  );
  const files = new Set(scripts.map(([, file = ""]) => file));
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`.next/${decodeURIComponent(file)}`)).length, 0);
}
