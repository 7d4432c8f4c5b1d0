import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { WholeReferences } from "@/components/ui/whole-references";
import { requireActor } from "@/lib/auth/current-actor";
import { instantWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewInbox, type MessageLine } from "@/lib/services/mail/view-messages";

type MessagesPageProps = PageProps<"/[locale]/messages">;

export async function generateMetadata({ params }: MessagesPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("messages");
  return { title: t("title") };
}

/** Everything that was written to a person, in the language they read now. */
export default async function MessagesPage({ params, searchParams }: MessagesPageProps) {
  const locale = await localeOf(params);
  const [asked, actor] = await Promise.all([searchParams, requireActor()]);
  const before = z.uuid().safeParse(asked["before"]);
  const [t, { lines, unread, next }] = await Promise.all([
    getTranslations("messages"),
    viewInbox(actor, before.success ? before.data : null, locale),
  ]);
  const stateOf = ({ hasFailed, isRead }: MessageLine) => {
    if (hasFailed) return <Tag colour="red">{t("failed")}</Tag>;
    return isRead ? t("read") : <Tag colour="gold">{t("unread")}</Tag>;
  };
  return (
    <Page width="wide">
      <div className="grid gap-3">
        <Heading>{t("title")}</Heading>
        <Lead>{t("lead")}</Lead>
        {lines.length > 0 && <p>{t("count", { count: unread })}</p>}
      </div>
      <Table
        caption={t("caption")}
        captionHidden
        rows={lines}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("empty")}>{t("empty_text")}</EmptyState>}
        columns={[
          {
            key: "subject",
            head: t("subject"),
            rowHeader: true,
            cell: ({ id, subject }) => (
              <TextLink href={pathIn(locale, `/messages/${id}`)}>
                <WholeReferences text={subject} />
              </TextLink>
            ),
          },
          { key: "state", head: t("state"), cell: stateOf },
          { key: "at", head: t("at"), cell: ({ at }) => instantWords(locale, at) },
        ]}
      />
      {next && (
        <Pagination label={t("pages")} next={{ href: pathIn(locale, `/messages?before=${next}`), label: t("older") }} />
      )}
    </Page>
  );
}
