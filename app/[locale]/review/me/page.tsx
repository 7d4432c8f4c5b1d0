import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { DateParts } from "@/components/form/date-parts";
import { AbsenceForm } from "@/components/review/sharing-forms";
import { Page, Section } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { Table } from "@/components/ui/table";
import { officeNow, requireStaff } from "@/lib/auth/current-actor";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewAbsences } from "@/lib/services/absences";
import { noteAbsenceAction, takeBackAbsenceAction } from "./actions";

type MyAbsencesPage = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: MyAbsencesPage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("review.away");
  return { title: t("title") };
}

/** When a reviewer is away, as they say themselves. */
export default async function MyAbsences({ params }: MyAbsencesPage) {
  const [locale, actor, now] = await Promise.all([localeOf(params), requireStaff("read_queue"), officeNow()]);
  const [t, queue, absences] = await Promise.all([
    getTranslations("review.away"),
    getTranslations("review.queue"),
    viewAbsences(actor, now),
  ]);
  const days = ({ from, until }: { from: string; until: string }) =>
    from === until
      ? dateWords(locale, from)
      : t("days", { from: dateWords(locale, from), until: dateWords(locale, until) });
  return (
    <Page width="form" back={{ href: pathIn(locale, "/review"), label: queue("title") }}>
      <div className="grid gap-2">
        <Heading>{t("title")}</Heading>
        <Lead>{t("lead")}</Lead>
      </div>
      <ClientWords>
        <Table
          caption={t("caption")}
          captionHidden
          rows={absences}
          rowKey={({ id }) => id}
          empty={<p className="text-ink-soft">{t("none")}</p>}
          columns={[
            { key: "days", head: t("head.days"), rowHeader: true, cell: days },
            {
              key: "take_back",
              head: t("head.take_back"),
              cell: (absence) => (
                <ActionButton
                  action={takeBackAbsenceAction}
                  hidden={{ absenceId: absence.id }}
                  label={
                    <>
                      {t("take_back")}
                      <span className="for-ear">: {days(absence)}</span>
                    </>
                  }
                />
              ),
            },
          ]}
        />
        <Section title={t("add")}>
          <AbsenceForm action={noteAbsenceAction} submit={t("submit")} done={t("done")}>
            <DateParts name="from" label={t("from")} />
            <DateParts name="until" label={t("until")} hint={t("until_hint")} />
          </AbsenceForm>
        </Section>
      </ClientWords>
    </Page>
  );
}
