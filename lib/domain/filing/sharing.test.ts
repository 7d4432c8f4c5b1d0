import { expect, test } from "vitest";
import { shareOut, type Examiner, type ToShare } from "./sharing";

const examiner = (id: string, change: Partial<Examiner> = {}): Examiner => ({
  id,
  name: id,
  personId: null,
  fields: ["construction"],
  inHand: 0,
  isThere: true,
  ...change,
});
const filing = (id: string, change: Partial<ToShare> = {}): ToShare => ({
  id,
  field: "construction",
  personId: "chan",
  reviewerId: "lee",
  excluded: [],
  ...change,
});
const shared = (filings: ToShare[], examiners: Examiner[]) => {
  const given = shareOut(filings, examiners);
  return given && Object.fromEntries(given);
};

test("each filing goes to whoever has the least in hand, those just given counted", () => {
  const colleagues = [examiner("lee"), examiner("ho", { inHand: 2 }), examiner("yip", { inHand: 1 })];
  expect(shared([filing("1"), filing("2"), filing("3")], colleagues)).toEqual({ 1: "yip", 2: "ho", 3: "yip" });
});

test("nobody is given what they hold, their own filing, or one of another field", () => {
  const colleagues = [
    examiner("lee"),
    examiner("chan himself", { personId: "chan" }),
    examiner("tam", { fields: ["tax"] }),
    examiner("ho", { inHand: 40 }),
  ];
  expect(shared([filing("1")], colleagues)).toEqual({ 1: "ho" });
});

test("whoever is away is given nothing, and where nobody is left nothing is shared out", () => {
  const away = examiner("ho", { isThere: false });
  expect(shared([filing("1")], [away, examiner("yip", { inHand: 9 })])).toEqual({ 1: "yip" });
  expect(shared([filing("1"), filing("2", { field: "tax" })], [away, examiner("yip")])).toBeNull();
});
