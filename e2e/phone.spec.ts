import { expect, test } from "./fixtures";
import { architect, fileEverything, newcomer, signUp } from "./professional";

// A long way, which is given the time it takes on a small machine.
test.describe.configure({ timeout: 480_000 });

test("somebody files with a finger on a telephone 320 pixels wide", async ({ stranger }) => {
  const visitor = await stranger({ locale: "zh-Hans", width: 320, hands: "finger" });
  const { words, page } = visitor;
  await visitor.visit("/");
  await visitor.hands.press(page.getByText(words("common.nav.menu"), { exact: true }));
  await visitor.follow(words("common.nav.list"), page.getByRole("banner"));
  await visitor.arrivesAt(words("list.title"));
  await visitor.visit(`/list/${architect}`);
  await visitor.follow(words("list.entry.start"));
  await visitor.arrivesAt(words("account.demonstration.title"));
  await visitor.follow(words("account.sign_in.create"));
  await visitor.arrivesAt(words("account.sign_up.title"));

  const person = newcomer("zh-Hans");
  await signUp(visitor, person);
  const reference = await fileEverything(visitor, person);
  await visitor.visit(`/filings/${reference}/status`);
  await visitor.visit("/filings");
  await expect(page.getByText(reference)).toBeVisible();
});

test("every public page and every room fits 320 pixels", async ({ as }) => {
  const rooms = {
    "wong.siuling": [
      "/",
      "/list",
      "/register",
      "/verify",
      "/progress",
      "/help",
      "/privacy",
      "/cookies",
      "/accessibility",
      "/account",
    ],
    "lee.kafai": ["/review", "/review/second-check"],
    "cheung.waiman": ["/admin", "/admin/rows/registered"],
  } as const;
  for (const [person, paths] of Object.entries(rooms) as [keyof typeof rooms, readonly `/${string}`[]][]) {
    const visitor = await as(person, { locale: "en", width: 320, hands: "finger" });
    for (const path of paths) await visitor.visit(path);
  }
});
