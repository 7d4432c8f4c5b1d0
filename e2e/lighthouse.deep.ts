import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { freePort } from "@/prisma/testing/free-port";
import { builtPages, pathOf, readerOf } from "./addresses";
import { expect, test } from "./fixtures";

// Lighthouse's own opinion of the public pages and of those of the filing: npm run test:deep.

const isLookedAt = (address: string) => readerOf(address) === null || address.startsWith("/[locale]/filings");

test("Lighthouse gives every public page and every page of a filing 100 for accessibility", async ({ as }, {
  project,
}) => {
  test.setTimeout(1_800_000);
  const { page } = await as("chan.taiman");
  const scene = await (await import("@/prisma/testing/access-scene")).findAccessScene();
  const { launchOptions, baseURL } = project.use;
  const port = await freePort();
  const profile = mkdtempSync(join(tmpdir(), "filing-lighthouse-"));
  const browser = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), `--remote-debugging-port=${port}`],
  });
  try {
    await browser.addCookies(await page.context().cookies());
    const scores: Record<string, number | null> = {};
    for (const address of builtPages.filter(isLookedAt)) {
      const path = pathOf(scene, address.replace("[locale]", "en"));
      const looked = await lighthouse(new URL(path, baseURL).href, {
        port,
        onlyCategories: ["accessibility"],
        disableStorageReset: true,
        logLevel: "error",
      });
      const score = looked?.lhr.categories["accessibility"]?.score ?? null;
      const found = Object.values(looked?.lhr.audits ?? {}).filter((audit) => audit.score !== null && audit.score < 1);
      scores[path] = score === null ? null : Math.round(score * 100);
      expect.soft(scores[path], `${path}: ${found.map(({ id }) => id).join(", ")}`).toBe(100);
    }
    console.log(`Lighthouse, accessibility: ${JSON.stringify(scores, null, 1)}`);
    expect(Object.keys(scores).length).toBeGreaterThan(20);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
