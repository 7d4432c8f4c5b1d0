import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { filingStates } from "@/lib/domain/filing/filing";
import { workflow } from "@/lib/domain/filing/workflow";
import { closeFileInspection } from "@/lib/ports/file-inspection";
import { loadFieldData } from "./load-field-data";
import { story, wayTo } from "./stories";

const at = new Date("2026-03-02T02:00:00Z");
const guide = "QH-TOU-HK-GUIDE";

beforeAll(async () => {
  await loadFieldData(at);
  await database.authority.update({ where: { code: "tourism-authority" }, data: { noticeDays: 5 } });
});
afterAll(closeFileInspection);

describe("the way to a state", () => {
  const deeds = (state: (typeof filingStates)[number], noticeAsked = false) =>
    wayTo(state, noticeAsked).map(({ action }) => action);

  test("is the shortest the table knows", () => {
    expect(deeds("draft")).toEqual([]);
    expect(deeds("submitted")).toEqual(["submit"]);
    expect(deeds("approved")).toEqual(["submit", "accept", "approve_formal"]);
    expect(deeds("refused")).toEqual(["submit", "accept", "propose_refusal", "answer_hearing", "refuse"]);
    expect(deeds("closed_no_response")).toEqual(["submit", "request_information", "close_no_response"]);
  });

  test("leads through a public notice where the authority gives one", () => {
    expect(deeds("approved", true)).toEqual(["submit", "accept", "propose_approval", "give_notice", "end_notice"]);
  });

  test("to a public notice is not found where none is given", () => {
    expect(() => deeds("public_notice")).toThrow("No steps lead to public_notice");
  });
});

describe.each(filingStates)("a story that ends in %s", (state) => {
  const entry = state === "public_notice" ? guide : "QH-CON-HK-ARCHITECT";

  test("was lived step by step, and each step left its event", async () => {
    const { id, reference, registration } = await story({ in: state, entry, at });

    const filing = await database.filing.findUniqueOrThrow({ where: { id } });
    expect(filing.state).toBe(state);
    const deeds = wayTo(state, state === "public_notice").map(({ action }) => workflow[action].event);
    const events = await database.event.findMany({ where: { filingId: id }, orderBy: { seq: "asc" } });
    expect(events.map(({ type }) => type)).toEqual(
      deeds.flatMap((event) => (event === "filing_approved" ? [event, "registration_created"] : [event])),
    );
    expect(reference === null).toBe(state === "draft");
    expect(registration === null).toBe(state !== "approved");
  });
});
