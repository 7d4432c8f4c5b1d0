import { expect } from "@playwright/test";
import { checksFor } from "@/lib/domain/filing/checks";
import { architectRules } from "./professional";
import type { Visitor } from "./visitor";

/** What the architect's entry is checked by. */
const checks = checksFor(architectRules).map(
  ({ key }) => key as "names" | "home_registration" | "paper:registration_certificate",
);

export type Check = (typeof checks)[number];

/** Finds a filing in the queue of one's fields and opens it. */
export async function openFiling(reviewer: Visitor, reference: string): Promise<void> {
  const { words, page } = reviewer;
  await reviewer.visit("/review?lane=all");
  const link = page.getByRole("link", { name: reference, exact: true });
  const next = page.getByRole("link", { name: words("common.next"), exact: true });
  while (!(await link.isVisible()) && (await next.isVisible())) {
    const before = page.url();
    await reviewer.hands.press(next);
    await expect(page).not.toHaveURL(before);
    await expect(page.getByRole("table")).toBeVisible();
  }
  await reviewer.hands.press(link);
  await reviewer.arrivesAt(reference);
}

/** Takes a filing into examination. */
export async function accept(reviewer: Visitor): Promise<void> {
  const { words, page } = reviewer;
  await reviewer.press(words("workflow.action.accept"));
  await expect(
    page.getByRole("main").getByText(words("workflow.state.under_review"), { exact: true }).first(),
  ).toBeVisible();
  await reviewer.look();
}

/** Records what was found of every check: met, but for what is said otherwise. */
export async function examine(
  reviewer: Visitor,
  otherwise: Partial<Record<Check, { result: "missing" | "not_met"; note: string }>> = {},
  only: readonly Check[] = checks,
): Promise<void> {
  for (const check of only) {
    const found = otherwise[check];
    await recordFinding(reviewer, check, found?.result ?? "met", found?.note ?? "");
  }
  await reviewer.look();
}

async function recordFinding(reviewer: Visitor, check: Check, result: "met" | "missing" | "not_met", note: string) {
  const { words, page, hands } = reviewer;
  const name = words(`workflow.check.${check}.name`);
  const form = page
    .getByRole("listitem")
    .locator("form")
    .filter({ has: page.getByRole("group", { name, exact: true }) });
  await hands.choose(form.getByRole("radio", { name: words(`workflow.finding.${result}`), exact: true }));
  if (note) await reviewer.type(words("review.examination.check.note"), note, form);
  if (check === "home_registration" && result !== "missing") {
    await reviewer.type(words("review.examination.check.source"), "https://www.arb.org.hk/en/register", form);
  }
  await reviewer.press(`${words("review.examination.check.record")} ${name}`, form);
  await expect(form.getByRole("status").filter({ hasText: words("review.examination.check.recorded") })).toBeAttached();
}

/** Looks at each paper beside the answers: its page is there, as a picture. */
export async function lookAtEvidence(reviewer: Visitor): Promise<void> {
  const { words, page } = reviewer;
  const papers = page.getByRole("navigation", { name: words("review.evidence.papers") });
  for (const link of await papers.getByRole("link").all()) {
    await reviewer.hands.press(link);
    await expect(link).toHaveAttribute("aria-current", "page");
    const picture = page.getByRole("region", {
      name: words("documents.viewer.label", { name: await link.innerText() }),
    });
    await expect(picture.getByRole("img")).toHaveJSProperty("complete", true);
    await expect(picture.getByRole("img")).not.toHaveJSProperty("naturalWidth", 0);
  }
  await reviewer.look();
}

/** Sends one notice of everything that is missing. */
export async function requestWhatIsMissing(reviewer: Visitor, count: number): Promise<void> {
  const { words, page } = reviewer;
  await reviewer.follow(words("review.examination.offers.request", { count }));
  await reviewer.arrivesAt(words("review.request.title"));
  await reviewer.press(words("review.request.send", { count }));
  await expect(
    page.getByRole("main").getByText(words("workflow.state.awaiting_applicant"), { exact: true }).first(),
  ).toBeVisible();
  await reviewer.look();
}

/** Proposes to approve, with the scope of the list entry. */
export async function proposeApproval(reviewer: Visitor): Promise<void> {
  const { words, page } = reviewer;
  await reviewer.follow(words("workflow.action.propose_approval"));
  await reviewer.arrivesAt(words("review.approval.title"));
  await reviewer.press(words("review.approval.submit"));
  await expect(
    page.getByRole("main").getByText(words("workflow.state.second_check"), { exact: true }).first(),
  ).toBeVisible();
  await reviewer.look();
}

/** Confirms what somebody else proposed; gives the registration's number. */
export async function confirmApproval(reviewer: Visitor, reference: string): Promise<string> {
  const { words, page } = reviewer;
  await reviewer.visit("/review/second-check");
  await reviewer.follow(reference);
  await reviewer.arrivesAt(words("review.confirm.title"));
  await reviewer.press(words("workflow.action.approve"));
  const registered = page.getByText(/QHR-\d{6}-[0-9A-Z]/).first();
  await expect(registered).toBeVisible();
  await reviewer.look();
  const number = /QHR-\d{6}-[0-9A-Z]/.exec(await registered.innerText())?.[0];
  if (!number) throw new Error("The page names no registration.");
  return number;
}
