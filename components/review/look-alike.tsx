import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PersonName } from "@/components/ui/bilingual";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { LookAlikeGround, SameOrNot } from "@/lib/domain/filing/look-alikes";
import { displayName, type Names } from "@/lib/domain/person/names";
import { instantWords } from "@/lib/i18n/dates";
import { Earlier, type EarlierLine } from "./earlier";

export type ComparedPerson = Names & {
  former: Names;
  filings: readonly (EarlierLine & { licence: string | null })[];
  registrations: readonly { number: string; state: string }[];
};
type LookAlikeProps = {
  own: ComparedPerson;
  other: ComparedPerson;
  grounds: readonly LookAlikeGround[];
  ruling: { ruling: SameOrNot; reason: string | null; by: string; at: Date } | null;
  isOpen: boolean;
  /** They filed with the same home registration where this reader may not look. */
  hasSameLicenceElsewhere: boolean;
  /** The form that rules, where this reader may. */
  children?: ReactNode;
};

/** The person of a filing beside somebody who may be the same, with what speaks for it and what was ruled. */
export function LookAlike({ own, other, grounds, ruling, isOpen, hasSameLicenceElsewhere, children }: LookAlikeProps) {
  const t = useTranslations("review.look_alikes");
  const common = useTranslations("common");
  const locale = useLocale();
  const none = <span className="text-ink-soft">{common("not_provided")}</span>;
  const rows: { key: string; name: string; of: (person: ComparedPerson) => ReactNode }[] = [
    {
      key: "name",
      name: t("row.name"),
      of: (person) => nameWords(person) ?? none,
    },
    ...(nameWords(own.former) || nameWords(other.former)
      ? [{ key: "former", name: t("row.former"), of: ({ former }: ComparedPerson) => nameWords(former) ?? none }]
      : []),
    {
      key: "licence",
      name: t("row.licence"),
      of: ({ filings }) => [...new Set(filings.flatMap(({ licence }) => licence ?? []))].join(" · ") || none,
    },
    {
      key: "registrations",
      name: t("row.registrations"),
      of: ({ registrations }) => registrations.map(({ number }) => number).join(" · ") || t("no_registration"),
    },
    {
      key: "filings",
      name: t("row.filings"),
      of: (person) => (
        <>
          {person.filings.length > 0 ? <Earlier filings={person.filings} /> : t("no_filing_here")}
          {person === other && hasSameLicenceElsewhere && (
            <p className="mt-3 text-note">{t("same_licence_elsewhere")}</p>
          )}
        </>
      ),
    },
  ];

  return (
    <div className="grid gap-4">
      <p className="flex flex-wrap gap-2">
        {grounds.map((ground) => (
          <Tag key={ground} colour={ground === "identity_number" ? "red" : "gold"}>
            {t(`ground.${ground}`)}
          </Tag>
        ))}
      </p>
      <Table
        caption={t("caption")}
        captionHidden
        columns={[
          { key: "what", head: t("head.what"), cell: ({ name }) => name, rowHeader: true },
          { key: "own", head: t("head.own"), cell: ({ of }) => of(own) },
          { key: "other", head: t("head.other"), cell: ({ of }) => of(other) },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
      {ruling && (
        <div className="grid max-w-measure gap-1 border-s-4 border-line ps-4">
          <p className="font-semibold">{t(`ruling.${ruling.ruling}`)}</p>
          <p className="text-note text-ink-soft">
            {t("ruled", { name: ruling.by, at: instantWords(locale, ruling.at) })}
          </p>
          {ruling.reason && <p className="whitespace-pre-line">{ruling.reason}</p>}
          {isOpen && <p className="font-semibold text-gold">{t("again")}</p>}
        </div>
      )}
      {children}
    </div>
  );
}

function nameWords(names: Names): ReactNode {
  const { chinese, latin } = displayName(names);
  return chinese || latin ? <PersonName han={chinese} latin={latin ?? ""} /> : null;
}
