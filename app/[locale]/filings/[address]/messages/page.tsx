import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { WriteForm } from "@/components/case-message/forms";
import { Thread } from "@/components/case-message/thread";
import { ClientWords } from "@/components/form/client-words";
import { Page, Section } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { InsetText } from "@/components/ui/inset";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewMyCaseMessages } from "@/lib/services/view-case-messages";
import { writeToOfficeAction } from "./actions";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("case_message");
  return { title: t("title") };
}

/** What the professional and the office wrote each other about a filing, and room for one message more. */
export default async function CaseMessagesPage({ params, searchParams }: TaskPageProps) {
  const locale = await localeOf(params);
  const [{ address }, asked, actor, now] = await Promise.all([
    params,
    searchParams,
    requireProfessional(),
    officeNow(),
  ]);
  const view = await viewMyCaseMessages(actor, address, now);
  if (!view.ok) notFound();
  const { state, reference, qualification, messages, unread, closed, filingId } = view.value;
  const last = messages.at(-1)?.id;
  const to = (page: string) => pathIn(locale, `/filings/${view.value.address}${page}`);
  if (state === "draft") redirect(to(""));

  const [t, status] = await Promise.all([getTranslations("case_message"), getTranslations("filing.status")]);
  return (
    <Page
      width="form"
      back={{ href: to("/status"), label: status("title") }}
      notice={asked["sent"] === "1" && <Notice tone="good" title={t("sent")} />}
    >
      <div className="grid gap-3">
        <Heading
          caption={
            <>
              <span className="whitespace-nowrap">{reference}</span> · {qualification[locale]}
            </>
          }
        >
          {t("title")}
        </Heading>
        <Lead>{t("lead")}</Lead>
        <InsetText>
          <p>{t("changes_nothing")}</p>
          <p>
            <TextLink href={to(state === "awaiting_applicant" ? "/request" : "/documents")}>
              {state === "awaiting_applicant" ? status("answer") : status("papers")}
            </TextLink>
          </p>
        </InsetText>
      </div>
      <Thread
        messages={messages.map(({ id, side, ...message }) => ({
          ...message,
          id,
          who: t(side === "applicant" ? "you" : "office"),
          isMine: side === "applicant",
          isNew: unread.includes(id),
        }))}
      />
      {closed ? (
        <p className="max-w-measure font-semibold">{t(closed.condition === "not_held" ? "held" : "ended")}</p>
      ) : (
        <Section title={t("write")}>
          <ClientWords>
            <WriteForm
              action={writeToOfficeAction}
              hidden={{ filingId, ...(last && { last }) }}
              label={t("words")}
              hint={t("words_hint")}
              submit={t("send")}
            />
          </ClientWords>
        </Section>
      )}
    </Page>
  );
}
