import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { QuotedWords } from "@/components/filing/quoted-words";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import { Card } from "@/components/ui/panel";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import type { VersionState, VersionStepKind } from "@/lib/domain/accreditation/version";
import { instantWords } from "@/lib/i18n/dates";
import { ChangeTable, type Change } from "./change-table";
import { StaffName } from "./staff-name";
import { VersionTag } from "./version-tag";

export type VersionSteps = readonly { kind: VersionStepKind; by: string | null; at: Date; words: string | null }[];

export type PastVersion = {
  number: number;
  state: VersionState;
  wasPublished: boolean;
  publishOn: string | null;
  steps: VersionSteps;
  changes: readonly Change[];
  papers: { added: readonly EvidenceKey[]; removed: readonly EvidenceKey[] };
};

type VersionHistoryProps = { versions: readonly PastVersion[]; actions: (version: PastVersion) => ReactNode };

/** Every version there was of an entry, the newest first, with who did what and what it said otherwise. */
export function VersionHistory({ versions, actions }: VersionHistoryProps) {
  const t = useTranslations("keeping");
  return (
    <ol className="grid gap-4" reversed>
      {versions.map((version) => (
        <li key={version.number}>
          <Card>
            <div className="grid gap-3">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Heading level={3} size="s">
                  {t("entry.version", { number: version.number })}
                </Heading>
                <VersionTag {...version} />
              </div>
              <VersionStepList steps={version.steps} />
              {version.number > 1 && version.changes.length > 0 && (
                <Details summary={t("change.count", { count: version.changes.length })} wide openOnPaper>
                  <ChangeTable {...version} />
                </Details>
              )}
              {actions(version)}
            </div>
          </Card>
        </li>
      ))}
    </ol>
  );
}

/** Who did what to a version, and when. */
export function VersionStepList({ steps }: { steps: VersionSteps }) {
  const t = useTranslations("keeping.step");
  const locale = useLocale();
  if (steps.length === 0) return <p className="text-ink-soft">{t("loaded")}</p>;
  return (
    <ol className="grid gap-1">
      {steps.map(({ kind, by, at, words }, index) => (
        <li key={index}>
          <span className="font-semibold">{t(kind)}</span> {by ? <StaffName name={by} /> : t("clock")}
          <span className="text-note text-ink-soft">
            {"\u00a0· "}
            <time dateTime={at.toISOString()}>{instantWords(locale, at)}</time>
          </span>
          {words && <QuotedWords>{words}</QuotedWords>}
        </li>
      ))}
    </ol>
  );
}
