import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty";
import { Heading, Lead } from "@/components/ui/heading";
import { Table } from "@/components/ui/table";
import { requireStaff } from "@/lib/auth/current-actor";
import { instantWords } from "@/lib/i18n/dates";
import { localeOf } from "@/lib/i18n/routing";
import { listUndelivered } from "@/lib/services/mail/view-messages";

type FailedMailPageProps = PageProps<"/[locale]/admin/failed-mail">;

export async function generateMetadata({ params }: FailedMailPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("messages");
  return { title: t("desk_title") };
}

/** Whom no mail reached, so that somebody finds another way. */
export default async function FailedMailPage({ params }: FailedMailPageProps) {
  const locale = await localeOf(params);
  const actor = await requireStaff("read_failed_mail");
  const [t, mails] = await Promise.all([getTranslations("messages"), listUndelivered(actor, locale)]);
  if (!mails.ok) notFound();
  return (
    <Page width="wide">
      <div className="grid gap-3">
        <Heading>{t("desk_title")}</Heading>
        <Lead>{t("desk_lead")}</Lead>
      </div>
      <Table
        caption={t("desk_title")}
        captionHidden
        rows={mails.value}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("desk_empty")} />}
        columns={[
          { key: "to", head: t("desk_to"), rowHeader: true, cell: ({ email }) => email },
          { key: "subject", head: t("subject"), cell: ({ subject }) => subject },
          { key: "at", head: t("at"), cell: ({ at }) => instantWords(locale, at) },
        ]}
      />
    </Page>
  );
}
