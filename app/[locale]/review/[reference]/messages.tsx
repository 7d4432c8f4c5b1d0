import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ExaminedMessages } from "@/components/case-message/examined";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { requireStaff } from "@/lib/auth/current-actor";
import { viewCaseMessages } from "@/lib/services/view-case-messages";
import type { Examination } from "@/lib/services/view-examination";
import { markMessagesReadAction, writeToApplicantAction } from "@/app/[locale]/review/actions";

type MessagesOfFilingProps = { examination: Examination; itemHref: string };

const messagesOf = cache(async (filingId: string) => {
  const view = await viewCaseMessages(await requireStaff(), filingId);
  return view.ok ? view.value : null;
});

/** That the applicant wrote something nobody has read, before everything else on the page. */
export async function UnreadMessages({ filingId }: { filingId: string }) {
  const [t, view] = await Promise.all([getTranslations("case_message"), messagesOf(filingId)]);
  if (!view || view.unread.length === 0) return null;
  return (
    <Notice tone="turn" title={t("unread", { count: view.unread.length })}>
      <TextLink href="#messages">{t("go_read")}</TextLink>
    </Notice>
  );
}

/** The messages about the filing, where they are read and answered. */
export async function MessagesOfFiling({ examination, itemHref }: MessagesOfFilingProps) {
  const view = await messagesOf(examination.id);
  if (!view) return null;
  const asks = examination.offers.find(({ action }) => action === "request_information");
  const mayAsk = asks?.offered && examination.mayRecord;
  return (
    <ExaminedMessages
      {...view}
      itemHref={mayAsk ? (id) => `${itemHref}?${new URLSearchParams({ message: id })}` : null}
      act={{ write: writeToApplicantAction, markRead: markMessagesReadAction }}
    />
  );
}
