import { expect, test } from "./fixtures";
import { accept, examine, openFiling } from "./office";
import { architect, fileEverything, newcomer, signUp } from "./professional";

// A long way, which is given the time it takes on a small machine.
test.describe.configure({ timeout: 480_000 });

test("somebody files, and a reviewer begins to examine, by the keyboard alone", async ({ stranger, as }) => {
  const visitor = await stranger({ locale: "zh-Hant", hands: "keyboard" });
  const { words, page } = visitor;
  await visitor.visit(`/list/${architect}`);

  await test.step("the first key leads past the menus", async () => {
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: words("common.skip") })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("main").locator(":focus")).toBeInViewport();
  });

  await visitor.follow(words("list.entry.start"));
  await visitor.arrivesAt(words("account.demonstration.title"));
  await visitor.follow(words("account.sign_in.create"));
  await visitor.arrivesAt(words("account.sign_up.title"));

  await test.step("a form that is not right leads to what is wrong", async () => {
    await visitor.press(words("account.sign_up.submit"));
    await expect(page.getByRole("alert").filter({ hasText: words("form.problem") })).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: words("account.sign_up.email") })).toBeFocused();
    await visitor.look();
  });

  const person = newcomer("zh-Hant");
  await signUp(visitor, person);
  const reference = await fileEverything(visitor, person);

  const reviewer = await as("yip.waiyee", { locale: "en", hands: "keyboard" });
  reviewer.knows(Object.values(person).join(" "));
  await openFiling(reviewer, reference);
  await accept(reviewer);
  await examine(reviewer, {}, ["names", "paper:registration_certificate"]);
});
