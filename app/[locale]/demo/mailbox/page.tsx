import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { SearchBox } from "@/components/ui/search";
import { Table } from "@/components/ui/table";
import { isDemonstration } from "@/lib/auth/demonstration";
import { mailboxSchema } from "@/lib/domain/demonstration/schema";
import { instantWords } from "@/lib/i18n/dates";
import { localeNames } from "@/lib/i18n/locales";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewMailbox } from "@/lib/services/mail/view-mailbox";

type MailboxPageProps = PageProps<"/[locale]/demo/mailbox">;

export async function generateMetadata({ params }: MailboxPageProps): Promise<Metadata> {
  await localeOf(params);
  if (!isDemonstration()) notFound();
  const t = await getTranslations("demo.mailbox");
  return { title: t("title") };
}

export default async function MailboxPage({ params, searchParams }: MailboxPageProps) {
  const locale = await localeOf(params);
  if (!isDemonstration()) notFound();
  const asked = mailboxSchema.parse(await searchParams);
  const [t, { lines, next }] = await Promise.all([getTranslations("demo.mailbox"), viewMailbox(asked)]);

  const here = (query: Record<string, string>) => {
    const search = new URLSearchParams({ ...(asked.to && { to: asked.to }), ...query });
    return pathIn(locale, search.size > 0 ? `/demo/mailbox?${search}` : "/demo/mailbox");
  };
  return (
    <Page width="wide">
      <div className="grid gap-3">
        <Heading>{t("title")}</Heading>
        <Lead>{t("lead")}</Lead>
      </div>
      <SearchBox
        action={pathIn(locale, "/demo/mailbox")}
        name="to"
        label={t("address")}
        hint={t("address_hint")}
        button={t("show")}
        defaultValue={asked.to}
      />
      {asked.to && (
        <p>
          <TextLink href={pathIn(locale, "/demo/mailbox")}>{t("all")}</TextLink>
        </p>
      )}
      <Table
        caption={t("caption")}
        captionHidden
        rows={lines}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={asked.to ? t("empty_to", { email: asked.to }) : t("empty")}
            action={<ButtonLink href={here({})}>{t("again")}</ButtonLink>}
          >
            {t("empty_text")}
          </EmptyState>
        }
        columns={[
          {
            key: "subject",
            head: t("subject"),
            rowHeader: true,
            cell: ({ id, subject, locale: language }) => (
              <TextLink href={pathIn(locale, `/demo/mailbox/${id}`)} lang={language}>
                {subject}
              </TextLink>
            ),
          },
          { key: "to", head: t("to"), cell: ({ to }) => to },
          {
            key: "language",
            head: t("language"),
            cell: ({ locale: language }) => <span lang={language}>{localeNames[language]}</span>,
          },
          { key: "at", head: t("at"), cell: ({ at }) => instantWords(locale, at) },
        ]}
      />
      {next && <Pagination label={t("pages")} next={{ href: here({ before: next }), label: t("older") }} />}
    </Page>
  );
}
