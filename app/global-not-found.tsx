import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Frame } from "@/app/frame";
import { NothingHere } from "@/components/shell/nothing-here";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: t("page_title", { title: t("not_found.title") }) };
}

/** For addresses that are no page's, in the language that the address is in. */
export default async function GlobalNotFound() {
  return (
    <Frame locale={await getLocale()}>
      <NothingHere />
    </Frame>
  );
}
