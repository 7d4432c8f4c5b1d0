import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { Page } from "@/components/shell/page";
import { CopyCode } from "@/components/ui/copy-code";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Card } from "@/components/ui/panel";
import { isDemonstration } from "@/lib/auth/demonstration";
import { instantWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewMail, type MailView } from "@/lib/services/mail/view-mailbox";

type MailPageProps = PageProps<"/[locale]/demo/mailbox/[mailId]">;

export async function generateMetadata({ params }: MailPageProps): Promise<Metadata> {
  await localeOf(params);
  const { subject } = await mailAt(params);
  return { title: subject };
}

export default async function MailPage({ params }: MailPageProps) {
  const locale = await localeOf(params);
  const mail = await mailAt(params);
  const [t, common] = await Promise.all([getTranslations("demo.mailbox"), getTranslations("common")]);
  const [first, ...rest] = mail.sentences;
  const inbox = pathIn(locale, `/demo/mailbox?${new URLSearchParams({ to: mail.to })}`);

  return (
    <Page back={{ href: inbox, label: t("back") }}>
      <div className="grid gap-1">
        <div lang={mail.locale}>
          <Heading size="l">{mail.subject}</Heading>
        </div>
        <p className="text-ink-soft wrap-anywhere">{t("open", { email: mail.to })}</p>
        <p className="text-ink-soft">{instantWords(locale, mail.at)}</p>
      </div>
      <Card>
        <div className="grid gap-4" lang={mail.locale}>
          <p>{first}</p>
          {mail.code && (
            <CopyCode value={mail.code} group={3} large label={common("copy")} copiedLabel={common("copied")} />
          )}
          {rest.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p>
            <TextLink href={mail.link.path}>{mail.link.label}</TextLink>
          </p>
          <div className="grid gap-1 border-t border-line pt-3 text-note text-ink-soft">
            <p>{mail.sender}</p>
            {mail.foot.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </div>
      </Card>
    </Page>
  );
}

async function mailAt(params: MailPageProps["params"]): Promise<MailView> {
  const id = z.uuid().safeParse((await params).mailId);
  if (!isDemonstration() || !id.success) notFound();
  const mail = await viewMail(id.data);
  if (!mail.ok) notFound();
  return mail.value;
}
