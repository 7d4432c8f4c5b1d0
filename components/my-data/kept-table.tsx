import { getTranslations } from "next-intl/server";
import { Table } from "@/components/ui/table";
import type { Kept } from "@/lib/domain/personal-data/retention";
import { dateWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";

/** What must stay of a person, why, and until when. */
export async function KeptTable({ locale, kept }: { locale: Locale; kept: readonly Kept[] }) {
  const t = await getTranslations("my_data");
  return (
    <Table
      caption={t("erase.stays")}
      captionHidden
      rows={kept}
      rowKey={({ reason, about }) => `${reason} ${about}`}
      columns={[
        { key: "reason", head: t("reason_head"), rowHeader: true, cell: ({ reason }) => t(`reason.${reason}`) },
        { key: "about", head: t("about"), cell: ({ about }) => about },
        {
          key: "until",
          head: t("until"),
          cell: ({ until }) => (until === null ? t("until_unknown") : dateWords(locale, until)),
        },
      ]}
    />
  );
}
