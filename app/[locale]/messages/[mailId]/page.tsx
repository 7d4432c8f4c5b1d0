import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import * as z from "zod";
import { Page } from "@/components/shell/page";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Card } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth/current-actor";
import { instantWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewMessage } from "@/lib/services/mail/view-messages";

type MessagePageProps = PageProps<"/[locale]/messages/[mailId]">;

export async function generateMetadata({ params }: MessagePageProps): Promise<Metadata> {
  const locale = await localeOf(params);
  const { subject } = await messageAt((await params).mailId, locale);
  return { title: subject };
}

/** One message, written again in the language of the screen. */
export default async function MessagePage({ params }: MessagePageProps) {
  const locale = await localeOf(params);
  const [t, message] = await Promise.all([
    getTranslations("messages"),
    params.then(({ mailId }) => messageAt(mailId, locale)),
  ]);
  const { subject, sentences, link, foot, sender, email, state, at } = message;
  return (
    <Page back={{ href: pathIn(locale, "/messages"), label: t("back") }}>
      {state === "failed" && (
        <Notice tone="bad" title={t("failed_title", { email })}>
          {t("failed_text")}
        </Notice>
      )}
      <div className="grid gap-1">
        <Heading size="l">{subject}</Heading>
        <p className="text-ink-soft">{instantWords(locale, at)}</p>
        {state !== "failed" && (
          <p className="text-ink-soft wrap-anywhere">
            {state === "queued" ? t("waiting_title", { email }) : t("to", { email })}
          </p>
        )}
      </div>
      <Card>
        <div className="grid gap-4">
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p>
            <TextLink href={link.path}>{link.label}</TextLink>
          </p>
          <div className="grid gap-1 border-t border-line pt-3 text-note text-ink-soft">
            <p>{sender}</p>
            {foot.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </div>
      </Card>
    </Page>
  );
}

/** The message of whoever asks; once for the page and its title. */
const messageAt = cache(async (mailId: string, locale: Locale) => {
  const actor = await requireActor();
  const id = z.uuid().safeParse(mailId);
  if (!id.success) notFound();
  const message = await viewMessage(actor, id.data, locale);
  if (!message.ok) notFound();
  return message.value;
});
