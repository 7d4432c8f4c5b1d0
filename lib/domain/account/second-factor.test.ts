import { describe, expect, test } from "vitest";
import {
  giveRecoveryCodeSchema,
  hasShownEnough,
  recoveryCode,
  stepAfterMail,
  stepAfterPassword,
  type ShownFactor,
  type SignInStep,
} from "./second-factor";

const yesAndNo = [true, false];

describe("after the password", () => {
  test.each<["professional" | "staff", string, SignInStep | null]>([
    ["professional", "with an app, on a known device, in the office", "app"],
    ["professional", "with an app, on a known device, in the demonstration", "app"],
    ["professional", "with an app, on an unknown device, in the office", "app"],
    ["professional", "with an app, on an unknown device, in the demonstration", "app"],
    ["professional", "without an app, on a known device, in the office", null],
    ["professional", "without an app, on a known device, in the demonstration", null],
    ["professional", "without an app, on an unknown device, in the office", "mail"],
    ["professional", "without an app, on an unknown device, in the demonstration", "mail"],
    ["staff", "with an app, on a known device, in the office", "app"],
    ["staff", "with an app, on a known device, in the demonstration", "app"],
    ["staff", "with an app, on an unknown device, in the office", "app"],
    ["staff", "with an app, on an unknown device, in the demonstration", "app"],
    ["staff", "without an app, on a known device, in the office", "mail"],
    ["staff", "without an app, on a known device, in the demonstration", null],
    ["staff", "without an app, on an unknown device, in the office", "mail"],
    ["staff", "without an app, on an unknown device, in the demonstration", null],
  ])("%s %s are asked for: %s", (kind, standing, expected) => {
    const step = stepAfterPassword({
      kind,
      hasApp: standing.includes("with an app"),
      isKnownDevice: standing.includes("a known device"),
      isDemonstration: standing.includes("demonstration"),
    });
    expect(step).toBe(expected);
  });
});

test("a mailed code lets professionals in, leads staff to set up an app, and never stands in for an app", () => {
  for (const isDemonstration of yesAndNo) {
    for (const kind of ["professional", "staff"] as const) {
      expect(stepAfterMail({ kind, hasApp: true, isDemonstration })).toBe("app");
    }
    expect(stepAfterMail({ kind: "professional", hasApp: false, isDemonstration })).toBeNull();
  }
  expect(stepAfterMail({ kind: "staff", hasApp: false, isDemonstration: false })).toBe("set_up");
  expect(stepAfterMail({ kind: "staff", hasApp: false, isDemonstration: true })).toBeNull();
});

test("a session of staff counts with the app or a recovery code only, but in the demonstration", () => {
  const enough = (shown: ShownFactor | null) => hasShownEnough("staff", shown, false);
  expect([null, "mailed_code", "app", "recovery_code"].map((shown) => enough(shown as ShownFactor))).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(hasShownEnough("staff", null, true)).toBe(true);
  expect(hasShownEnough("professional", null, false)).toBe(true);
});

test("a recovery code is sixteen signs, and is read however it is typed", () => {
  const code = recoveryCode(Uint8Array.from([0, 1, 2, 3, 4, 250, 251, 252, 253, 255]));
  expect(code).toBe("000G-40R4-ZBXZ-SZFZ");
  const typed = giveRecoveryCodeSchema.parse({ recovery: " ooog 40r4zbxz-szfz " });
  expect(typed.recovery).toBe(code.replaceAll("-", ""));
  expect(giveRecoveryCodeSchema.safeParse({ recovery: "000G-40R4" }).success).toBe(false);
});
