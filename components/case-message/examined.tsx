import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { Section } from "@/components/shell/page";
import { TextLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/domain/form";
import type { Refusal } from "@/lib/domain/result";
import { WriteForm } from "./forms";
import { Thread, type ShownMessage } from "./thread";

type ExaminedMessagesProps = {
  filingId: string;
  messages: readonly (Pick<ShownMessage, "id" | "words" | "writtenAt" | "readAt"> & {
    side: "applicant" | "office";
    by: string | null;
  })[];
  unread: readonly string[];
  closed: Refusal | null;
  /** Says for the office whether a message was read. */
  speaks: boolean;
  /** Where an item of a request is made of a message; null while nothing can be asked for. */
  itemHref: ((messageId: string) => string) | null;
  act: { write: FormAction; markRead: FormAction };
};

/** The messages about a filing as staff see them: read, answered, or made an item of a request. */
export function ExaminedMessages({ filingId, messages, unread, closed, speaks, itemHref, act }: ExaminedMessagesProps) {
  const t = useTranslations("case_message");
  const last = unread.at(-1);
  const newest = messages.at(-1)?.id;
  return (
    <Section title={t("title")} id="messages">
      <p className="max-w-measure text-note text-ink-soft">{t("for_staff")}</p>
      <Thread
        messages={messages.map(({ side, by, ...message }) => ({
          ...message,
          who: side === "applicant" ? t("applicant") : (by ?? t("office")),
          isMine: side === "office",
          isNew: unread.includes(message.id),
          beside: side === "applicant" && itemHref && (
            <p className="text-note print:hidden">
              <TextLink href={itemHref(message.id)}>{t("make_item")}</TextLink>
            </p>
          ),
        }))}
      />
      <ClientWords>
        {last && speaks && (
          <div className="print:hidden">
            <ActionButton action={act.markRead} hidden={{ filingId, last }} kind="secondary" label={t("mark_read")} />
          </div>
        )}
        {closed ? (
          <p className="max-w-measure text-note">{t(whyClosed(closed))}</p>
        ) : (
          <div className="print:hidden">
            <WriteForm
              action={act.write}
              hidden={{ filingId, ...(newest && { last: newest }) }}
              idPrefix="message-"
              label={t("words_staff")}
              hint={t("words_staff_hint")}
              submit={t("send")}
              submitKind="secondary"
            />
          </div>
        )}
      </ClientWords>
    </Section>
  );
}

function whyClosed({ code, condition }: Refusal) {
  if (code === "forbidden") return "not_yours";
  return condition === "not_held" ? "held" : "ended";
}
