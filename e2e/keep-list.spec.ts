import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { newcomer, signUp, startFiling } from "./professional";

// A long way, which is given the time it takes on a small machine.
test.describe.configure({ timeout: 240_000 });

const landscape = "QH-CON-HK-LANDSCAPE";
const scope = "為前海項目提供園境設計服務";

test("one administrator prepares an entry, another publishes it, and somebody begins a filing for it", async ({
  as,
  stranger,
}) => {
  const writer = await as("cheung.waiman", { locale: "zh-Hant", width: 320 });
  const { words } = writer;
  await writer.visit(`/admin/list?q=${landscape}`);
  await writer.hands.press(writer.page.locator(`a[href$="/admin/list/${landscape}"]`));
  await writer.page.waitForURL(new RegExp(`/admin/list/${landscape}$`));
  await writer.look();
  await writer.press(words("keeping.entry.prepare"));
  await writer.page.waitForURL(/\/edit$/);
  await writer.look();
  await writer.type(words("fields.column.scope_of_practice_zh_hant"), scope);
  await writer.choose(words("fields.column.confirmed"), words("common.yes"));
  await writer.choose(words("fields.column.provenance"), words("fields.provenance.sourced.name"));
  await writer.press(words("keeping.edit.save"));
  await writer.page.waitForURL(/\/preview$/);
  await writer.look();
  await expect(writer.page.getByText(scope, { exact: true })).toBeVisible();
  await writer.follow(words("keeping.preview.back"));
  await writer.press(words("keeping.entry.submit"));
  await expect(writer.page.getByText(words("keeping.entry.own"), { exact: true })).toBeVisible();
  await writer.look();

  const publisher = await as("ng.kwokming", { javaScript: false });
  const { words: said } = publisher;
  await publisher.visit(`/admin/list/${landscape}`);
  await publisher.follow(said("keeping.entry.publish"));
  await publisher.arrivesAt("2");
  await publisher.choose(said("keeping.publish.treatment"), said("keeping.publish.grandfather"));
  await publisher.press(said("keeping.publish.submit"));
  await publisher.page.waitForURL(new RegExp(`/admin/list/${landscape}$`));
  await expect(publisher.page.getByText(said("keeping.step.published"), { exact: true })).toBeVisible();

  const visitor = await stranger({ locale: "zh-Hant" });
  await visitor.visit(`/list/${landscape}`);
  await expect(visitor.page.getByText(scope, { exact: true })).toBeVisible();
  await visitor.follow(words("list.entry.start"));
  await visitor.arrivesAt(words("account.demonstration.title"));
  await visitor.follow(words("account.sign_in.create"));
  await visitor.arrivesAt(words("account.sign_up.title"));
  await signUp(visitor, newcomer("zh-Hant"));
  await startFiling(visitor);
});
