import { describe, expect, test } from "vitest";
import { deviceName } from "./device";
import { homeOf } from "./home";
import { isWellKnown } from "./password";
import { returnPath } from "./return-path";
import { confirmSchema, emailSchema, signInSchema } from "./schema";

describe("after signing in somebody goes back", () => {
  test.each([
    ["/filings", "/filings"],
    ["/zh-Hant/filings/QH-2026-000123-C/status?from=mail", "/filings/QH-2026-000123-C/status?from=mail"],
    ["/en", "/"],
    ["/filings/../account", "/account"],
    ["/filings?q=建築師", "/filings?q=%E5%BB%BA%E7%AF%89%E5%B8%AB"],
  ])("from %s to %s", (asked, page) => {
    expect(returnPath(asked)).toBe(page);
  });

  test.each([
    "",
    "filings",
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "/\\elsewhere.example/",
    "/en//elsewhere.example/",
    "/..//elsewhere.example/",
    "/\t/elsewhere.example/",
    "/%0d%0aset-cookie: a=b\r\n",
    "javascript:alert(1)",
    "/sign-in",
    "/en/sign-in?next=/sign-in",
    "/api/sign-out",
    `/${"a".repeat(2_000)}`,
  ])("and nowhere from %j", (asked) => {
    expect(returnPath(asked)).toBeNull();
  });
});

test("an address is kept in small letters, however it was typed", () => {
  expect(emailSchema.parse("  Chan.TaiMan@Example.COM ")).toBe("chan.taiman@example.com");
  expect(emailSchema.parse("ａ＠example.com")).toBe("a@example.com");
  expect(emailSchema.safeParse("chan").success).toBe(false);
});

test("a code may be typed with spaces, a hyphen or full-width digits", () => {
  const code = (typed: string) => confirmSchema.shape.code.safeParse(typed).data;
  expect(code(" 123 456 ")).toBe("123456");
  expect(code("123-456")).toBe("123456");
  expect(code("１２３４５６")).toBe("123456");
  expect(code("12345")).toBeUndefined();
});

test("a password is taken exactly as typed, spaces included", () => {
  const typed = " a heron walks slowly ";
  expect(signInSchema.parse({ email: "a@example.com", password: typed }).password).toBe(typed);
});

describe("a password is refused as well known", () => {
  test.each([
    "password1234",
    "Passw0rd!2024",
    "qianhai2026!!",
    "前海備案前海備案備案備案",
    "123456789012",
    "qwertyuiop12",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "iloveyouiloveyou",
    "chantaiman!!1",
    "Welcome-Hongkong-1",
  ])("%s", (password) => {
    expect(isWellKnown(password, "chan.taiman@example.com")).toBe(true);
  });

  test.each([
    "a heron walks slowly",
    "Tr4vel-mug & lichen",
    "七隻貓在屋頂上曬太陽打呼",
    "xK8#vQ2pLw9z",
    "correct battery staple tram",
  ])("and %s is not", (password) => {
    expect(isWellKnown(password, "chan.taiman@example.com")).toBe(false);
  });
});

test("a device is called by names people know", () => {
  const iphone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1";
  const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0";
  expect(deviceName(iphone)).toBe("Safari · iPhone");
  expect(deviceName(edge)).toBe("Edge · Windows");
  expect(deviceName("curl/8")).toBe("");
});

test("everybody lands in their own room", () => {
  const staff = { kind: "staff", accountId: "s", personId: null, displayName: "", email: "" } as const;
  expect(homeOf({ kind: "professional", accountId: "a", personId: "p", email: "" })).toBe("/filings");
  expect(homeOf({ ...staff, grants: [{ capability: "examine", field: "tax" }] })).toBe("/review");
  expect(homeOf({ ...staff, grants: [{ capability: "view_statistics", field: null }] })).toBe("/admin");
  expect(homeOf({ ...staff, grants: [] })).toBe("/account");
});
