import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import type { Field } from "@/lib/domain/accreditation/schema";
import { filingAddress } from "@/lib/domain/filing/address";
import type { revealReasons } from "@/lib/domain/filing/review-schema";
import { instantWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { MyData } from "@/lib/services/view-my-data";

type Look = MyData["looks"][number];
type Seen = Pick<Look, "action" | "evidenceKey" | "why" | "times">;

/** What a look of staff is called: one sentence for what was seen. */
export async function lookWords(locale: Locale): Promise<(look: Seen) => string> {
  const [t, evidence, reasons] = await Promise.all([
    getTranslations({ locale, namespace: "my_data" }),
    getTranslations({ locale, namespace: "evidence" }),
    getTranslations({ locale, namespace: "review.identity.reasons" }),
  ]);
  return ({ action, evidenceKey, why, times }) => {
    const what = t(`look.${action}`, {
      paper: evidenceKey ? evidence(`${evidenceKey as EvidenceKey}.name`) : "",
      why: why ? reasons(why as (typeof revealReasons)[number]) : "",
    });
    return t("times", { what, times });
  };
}

/** Every look of staff at somebody's data, newest first. */
export async function Looks({ locale, looks }: { locale: Locale; looks: readonly Look[] }) {
  const [t, fields, words] = await Promise.all([
    getTranslations("my_data"),
    getTranslations("fields.field"),
    lookWords(locale),
  ]);
  return (
    <Table
      caption={t("looks")}
      captionHidden
      rows={looks.map((look, at) => ({ ...look, at }))}
      rowKey={({ at }) => at}
      empty={<p className="text-ink-soft">{t("no_looks")}</p>}
      columns={[
        { key: "what", head: t("what"), rowHeader: true, cell: words },
        { key: "when", head: t("when"), cell: ({ last }) => instantWords(locale, last) },
        {
          key: "who",
          head: t("who"),
          cell: ({ field }) => (field ? t("reviewer_of", { field: fields(field as Field) }) : t("data_desk")),
        },
        {
          key: "about",
          head: t("about"),
          cell: ({ filing, registration }) =>
            filing && (
              <TextLink
                href={pathIn(
                  locale,
                  registration ? `/registrations/${registration}` : `/filings/${filingAddress(filing)}`,
                )}
              >
                {registration ?? filing.reference ?? t("filing")}
              </TextLink>
            ),
        },
      ]}
    />
  );
}
