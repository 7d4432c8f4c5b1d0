import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { CheckboxGroup } from "@/components/form/choice-fields";
import { Details } from "@/components/ui/details";
import { Table } from "@/components/ui/table";
import type { Field } from "@/lib/domain/accreditation/schema";
import type { RightsLine } from "@/lib/domain/account/staff";
import type { FormAction } from "@/lib/domain/form";
import type { Locale } from "@/lib/i18n/locales";
import { fieldsInWords } from "./right-words";
import { TakeRightsForm } from "./staff-forms";

type RightsTableProps = {
  locale: Locale;
  accountId: string;
  rights: readonly RightsLine[];
  /** Takes rights back; null where whoever looks may not, or has to show first who they are. */
  takeBack: FormAction | null;
};

/** What somebody may do and where, each right with the way to take it back. */
export async function RightsTable({ locale, accountId, rights, takeBack }: RightsTableProps) {
  const [t, fieldWord] = await Promise.all([getTranslations("people"), getTranslations("fields.field")]);
  const inWords = await fieldsInWords(locale, t("rights.every_field"));
  const where = ({ grants }: RightsLine) => inWords(grants.map(({ field }) => field)) ?? t("rights.office");
  const taking = (line: RightsLine, action: FormAction) => {
    const { capability, grants } = line;
    const label = (
      <>
        {t("rights.take_back")}
        <span className="for-ear">: {t(`capability.${capability}`)}</span>
      </>
    );
    const [only, ...others] = grants;
    if (only && others.length === 0) {
      return <ActionButton action={action} hidden={{ accountId, "grants[]": only.id }} label={label} />;
    }
    return (
      <Details summary={label}>
        <TakeRightsForm
          action={action}
          hidden={{ accountId }}
          idPrefix={`take-${capability}-`}
          submit={label}
          submitKind="secondary"
        >
          <CheckboxGroup
            name="grants"
            label={t("rights.which")}
            options={grants.map(({ id, field }) => ({ value: id, label: fieldWord(field as Field) }))}
          />
        </TakeRightsForm>
      </Details>
    );
  };
  return (
    <Table
      caption={t("rights.caption")}
      captionHidden
      rows={rights}
      rowKey={({ capability }) => capability}
      empty={<p className="text-ink-soft">{t("no_rights")}</p>}
      columns={[
        {
          key: "right",
          head: t("rights.right"),
          rowHeader: true,
          cell: ({ capability }) => t(`capability.${capability}`),
        },
        { key: "where", head: t("rights.where"), cell: where },
        ...(takeBack
          ? [
              {
                key: "take",
                head: t("rights.take_back"),
                cell: (line: RightsLine) => taking(line, takeBack),
              },
            ]
          : []),
      ]}
    />
  );
}
