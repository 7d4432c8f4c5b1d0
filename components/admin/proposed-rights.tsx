import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { Section } from "@/components/shell/page";
import { TextLink } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import type { ProposedLine } from "@/lib/domain/account/staff";
import type { FormAction } from "@/lib/domain/form";
import { pathIn } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/locales";
import { rightWords } from "./right-words";

type ProposedRightsProps = {
  locale: Locale;
  lines: readonly ProposedLine[];
  /** What answers them; null where whoever looks has to show first who they are. */
  answer: { confirm: FormAction; drop: FormAction } | null;
};

/** Grave rights that one administrator proposed, for another to confirm. */
export async function ProposedRights({ locale, lines, answer }: ProposedRightsProps) {
  const [t, wordsOf] = await Promise.all([getTranslations("people.waiting"), rightWords(locale)]);
  const answerTo = ({ id, name, capability, field, mayConfirm, mayDrop }: ProposedLine) => {
    if (!mayDrop) return t("for_you");
    const button = (action: FormAction, label: string) => (
      <ActionButton
        action={action}
        hidden={{ proposalId: id }}
        label={
          <>
            {label}
            <span className="for-ear">
              : {wordsOf(capability, [field])}, {name}
            </span>
          </>
        }
      />
    );
    return (
      <div className="grid justify-items-start gap-2">
        {!mayConfirm && <p className="text-ink-soft">{t("own")}</p>}
        {answer && (
          <div className="flex flex-wrap gap-2">
            {mayConfirm && button(answer.confirm, t("confirm"))}
            {button(answer.drop, t("drop"))}
          </div>
        )}
      </div>
    );
  };
  return (
    <Section title={t("title")}>
      <p className="max-w-measure text-ink-soft">{t("lead")}</p>
      <Table
        caption={t("caption")}
        captionHidden
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "right",
            head: t("right"),
            rowHeader: true,
            cell: ({ capability, field }) => wordsOf(capability, [field]),
          },
          {
            key: "for",
            head: t("for"),
            cell: ({ accountId, name }) => (
              <TextLink href={pathIn(locale, `/admin/people/${accountId}`)}>{name}</TextLink>
            ),
          },
          { key: "by", head: t("by"), cell: ({ proposedBy }) => proposedBy },
          { key: "answer", head: t("answer"), cell: answerTo },
        ]}
      />
    </Section>
  );
}
