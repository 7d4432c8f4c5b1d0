import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PrintedHead } from "@/components/public/printed-head";
import { Page, Section } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Heading, Lead } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import { dateWords, instantWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewMyData, type MyData } from "@/lib/services/view-my-data";
import { takeBackConsentAction } from "./actions";
import { Consents } from "./consents";
import { Held } from "./held";
import { Looks } from "./looks";
import { DataRequests } from "./requests";

type MyDataPageProps = PageProps<"/[locale]/account/data">;

export async function generateMetadata({ params }: MyDataPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("my_data");
  return { title: t("title") };
}

/** What is held of a person, who looked at it, and what they may ask. */
export default async function MyDataPage({ params, searchParams }: MyDataPageProps) {
  const locale = await localeOf(params);
  const [{ asked }, actor, now] = await Promise.all([searchParams, requireProfessional(), officeNow()]);
  const [t, data] = await Promise.all([getTranslations("my_data"), viewMyData(actor, now)]);
  const file = (format: string) => `/api/account/data?format=${format}&locale=${locale}`;
  const answerBy = data.requests.find(({ kind, state }) => kind === "correction" && state === "open")?.dueOn;

  return (
    <Page back={{ href: pathIn(locale, "/account"), label: t("back") }}>
      <PrintedHead locale={locale} at={now} />
      <div className="grid gap-3">
        <Heading>{t("title")}</Heading>
        <Lead>{t("lead")}</Lead>
      </div>
      {asked === "correction" && answerBy && (
        <Notice tone="good" title={t("asked")}>
          {t("asked_correction", { date: dateWords(locale, answerBy) })}
        </Notice>
      )}
      {asked === "erasure" && (
        <Notice tone="good" title={t("asked")}>
          {t("asked_erasure")}
        </Notice>
      )}
      <Section title={t("download")}>
        <p className="max-w-measure">{t("download_text")}</p>
        <ButtonRow>
          <ButtonLink href={file("pdf")} download>
            {t("download_pdf")}
          </ButtonLink>
          <ButtonLink href={file("json")} kind="secondary" download>
            {t("download_json")}
          </ButtonLink>
        </ButtonRow>
      </Section>
      <Section title={t("held")}>
        <Held locale={locale} data={data} />
      </Section>
      <Section title={t("looks")} id="looks">
        <p className="max-w-measure">{t("looks_text")}</p>
        <Looks locale={locale} looks={data.looks} />
      </Section>
      <Section title={t("consents")} id="consents">
        <Consents locale={locale} consents={data.consents} takeBack={takeBackConsentAction} />
      </Section>
      <Section title={t("requests")} id="requests">
        <DataRequests locale={locale} requests={data.requests} />
        {data.requests.some(({ state }) => state === "refused") && <p className="max-w-measure">{t("complain")}</p>}
        <ButtonRow>
          <ButtonLink href={pathIn(locale, "/account/data/correct")} kind="secondary">
            {t("correct_link")}
          </ButtonLink>
          <ButtonLink href={pathIn(locale, "/account/data/erase")} kind="secondary">
            {t("erase_link")}
          </ButtonLink>
        </ButtonRow>
      </Section>
      {data.acts.length > 0 && (
        <Section title={t("acts")}>
          <Acts acts={data.acts} at={(moment) => instantWords(locale, moment)} />
        </Section>
      )}
    </Page>
  );
}

const known = ["download_my_data", "ask_correction", "ask_erasure", "erase", "answer_data_request"] as const;

async function Acts({ acts, at }: { acts: MyData["acts"]; at: (moment: Date) => string }) {
  const t = await getTranslations("my_data");
  return (
    <Table
      caption={t("acts")}
      captionHidden
      rows={acts.map((act, place) => ({ ...act, place }))}
      rowKey={({ place }) => place}
      columns={[
        {
          key: "what",
          head: t("what"),
          rowHeader: true,
          cell: ({ action }) => t(`act.${known.find((it) => it === action) ?? "other"}`),
        },
        { key: "when", head: t("when"), cell: (act) => at(act.at) },
      ]}
    />
  );
}
