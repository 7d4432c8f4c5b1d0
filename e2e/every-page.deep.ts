import { locales } from "@/lib/i18n/locales";
import { builtPages, pathOf, readerOf } from "./addresses";
import { test } from "./fixtures";

// What the journeys look at on their way is looked at here without gaps: npm run test:deep.

for (const locale of locales) {
  for (const width of [1280, 320]) {
    test(`every page is fit to be read in ${locale} on ${width} pixels`, async ({ as, stranger }) => {
      test.setTimeout(1_200_000);
      await as("chan.taiman");
      const scene = await (await import("@/prisma/testing/access-scene")).findAccessScene();
      const written = await (await import("@/prisma/testing/written-words")).findWrittenWords();
      for (const address of builtPages) {
        const reader = readerOf(address);
        const visitor = await (reader ? as(reader, { locale, width }) : stranger({ locale, width }));
        visitor.knows(written);
        await visitor.page.goto(pathOf(scene, address.replace("[locale]", locale)));
        await visitor.look();
        await visitor.page.context().close();
      }
    });
  }
}
