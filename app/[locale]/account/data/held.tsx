import { getTranslations } from "next-intl/server";
import { PersonName } from "@/components/ui/bilingual";
import { TextLink } from "@/components/ui/link";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { dateWords, instantDateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { Field } from "@/lib/domain/accreditation/schema";
import { displayName, type Names } from "@/lib/domain/person/names";
import type { MyData } from "@/lib/services/view-my-data";

/** What is held of a person, in people's words. */
export async function Held({ locale, data }: { locale: Locale; data: MyData }) {
  const [t, common, identity, state, fields] = await Promise.all([
    getTranslations("my_data"),
    getTranslations("common"),
    getTranslations("identity.kind"),
    getTranslations("workflow.state"),
    getTranslations("fields.field"),
  ]);
  const { profile, identities, digitalIdentities, filings, registrations, bars } = data;
  const nameWords = (names: Names) => {
    const { chinese, latin } = displayName(names);
    return chinese || latin ? <PersonName latin={latin ?? ""} {...(chinese && { han: chinese })} /> : null;
  };
  const formerName = nameWords(profile.formerNames);
  return (
    <>
      <SummaryList
        items={[
          { term: t("name"), detail: nameWords(profile.names) ?? common("not_provided") },
          ...(formerName ? [{ term: t("former_name"), detail: formerName }] : []),
          { term: t("email"), detail: profile.email },
          { term: t("since"), detail: instantDateWords(locale, profile.since) },
          ...digitalIdentities.map(({ issuer, since }) => ({
            term: t("digital_identity"),
            detail: t("digital_identity_since", { date: instantDateWords(locale, since), issuer }),
          })),
          ...identities.map(({ kind, number, expiresOn }) => ({
            term: identity(kind),
            detail: expiresOn ? t("identity_until", { number, date: dateWords(locale, expiresOn) }) : number,
          })),
          ...registrations.map(({ number, qualification }) => ({
            term: t("registration", { number }),
            detail: <TextLink href={pathIn(locale, `/registrations/${number}`)}>{qualification[locale]}</TextLink>,
          })),
          ...bars
            .filter(({ stands }) => stands)
            .map(({ field, until }) => ({
              term: t("bar", { field: fields(field as Field) }),
              detail: t("bar_until", { date: dateWords(locale, until) }),
            })),
        ]}
      />
      <Table
        caption={t("filings")}
        rows={filings}
        rowKey={({ address }) => address}
        empty={<p className="text-ink-soft">{t("no_filings")}</p>}
        columns={[
          {
            key: "filing",
            head: t("filing"),
            rowHeader: true,
            cell: ({ address, reference, qualification }) => (
              <TextLink href={pathIn(locale, `/filings/${address}`)}>
                {reference ?? t("draft_of", { qualification: qualification[locale] })}
              </TextLink>
            ),
          },
          { key: "about", head: t("about"), cell: ({ qualification }) => qualification[locale] },
          { key: "state", head: t("state"), cell: (filing) => state(filing.state) },
        ]}
      />
    </>
  );
}
