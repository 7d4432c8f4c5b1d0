import { locales } from "@/lib/i18n/locales";
import { test } from "./fixtures";
import { architect, fileEverything, newcomer, signUp } from "./professional";

// A long way, which is given the time it takes on a small machine.
test.describe.configure({ timeout: 480_000 });

for (const locale of locales) {
  test(`somebody without JavaScript files from the list to the receipt, in ${locale}`, async ({ stranger }) => {
    const visitor = await stranger({ locale, javaScript: false });
    const { words } = visitor;
    await visitor.visit(`/list/${architect}`);
    await visitor.follow(words("list.entry.start"));
    await visitor.arrivesAt(words("account.demonstration.title"));
    await visitor.follow(words("account.sign_in.create"));
    await visitor.arrivesAt(words("account.sign_up.title"));
    const person = newcomer(locale);
    await signUp(visitor, person);
    await fileEverything(visitor, person);
  });
}
