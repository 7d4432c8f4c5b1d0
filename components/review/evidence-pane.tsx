import clsx from "clsx";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { EvidenceViewer } from "@/components/filing/evidence-viewer";
import { addressOf, type EvidenceView } from "@/components/filing/evidence-view";
import { Details } from "@/components/ui/details";
import { EmptyState } from "@/components/ui/empty";
import { TextLink } from "@/components/ui/link";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { instantWords } from "@/lib/i18n/dates";
import { checkAnchor, type CheckKey, type CheckLine } from "./check-list";

type PaperFile = {
  id: string;
  half: "original" | "translation" | "notarisation";
  name: string;
  pages: number;
  sha256: string;
  verdict: string;
  uploadedAt: Date;
  among: { number: number; of: number } | null;
};
export type PaperGroup = { key: EvidenceKey; files: readonly PaperFile[]; earlier: readonly PaperFile[] };

type EvidencePaneProps = {
  papers: readonly PaperGroup[];
  checks: readonly CheckLine[];
  /** The file that is looked at, and how. */
  chosen: PaperFile | null;
  view: EvidenceView;
  fileHref: (documentId: string) => string;
  /** The address of this page with the file that is looked at. */
  address: string;
  checkHref: (anchor: string) => string;
};

/** Every paper of the filing, one page of it in view, and the checks that rest on it. */
export function EvidencePane({ papers, checks, chosen, view, fileHref, address, checkHref }: EvidencePaneProps) {
  const t = useTranslations("review.evidence");
  const evidence = useTranslations("evidence");
  const check = useTranslations("workflow.check");
  const locale = useLocale();
  const group =
    chosen && papers.find(({ files, earlier }) => [...files, ...earlier].some(({ id }) => id === chosen.id));
  if (!chosen || !group) return <EmptyState title={t("none")}>{t("none_why")}</EmptyState>;

  const titleOf = (key: EvidenceKey, { half, among }: PaperFile) => {
    const paper = evidence(`${key}.name`);
    const title = half === "original" ? paper : t("half", { paper, half: t(`halves.${half}`) });
    return among ? t("among", { title, ...among }) : title;
  };
  const rest = checks.filter(({ key, opens }) => opens === chosen.id || key === `paper:${group.key}`);
  const isEarlier = group.earlier.some(({ id }) => id === chosen.id);
  return (
    <div className="grid gap-4">
      <nav aria-label={t("papers")} className="print:hidden">
        <ul className="flex list-none flex-wrap gap-2 p-0">
          {papers.flatMap(({ key, files }) =>
            files.map((file) => (
              <li key={file.id}>
                <Link
                  href={fileHref(file.id)}
                  prefetch={false}
                  scroll={false}
                  className={clsx(
                    "inline-flex min-h-8 items-center rounded border px-3 py-1 text-note leading-tight",
                    file.id === chosen.id
                      ? "border-brand bg-brand text-on-brand"
                      : "border-line bg-card text-brand hover:border-ink hover:underline",
                  )}
                  {...(file.id === chosen.id && { "aria-current": "page" })}
                >
                  {titleOf(key, file)}
                </Link>
              </li>
            )),
          )}
        </ul>
      </nav>
      <EvidenceViewer
        paper={titleOf(group.key, chosen)}
        document={{ id: chosen.id, name: chosen.name, pages: chosen.pages }}
        view={view}
        href={(it) => addressOf(address, it)}
      />
      <div className="grid gap-1 text-note text-ink-soft">
        <p>
          {t("received", { at: instantWords(locale, chosen.uploadedAt) })} · {t(`verdict.${verdictOf(chosen.verdict)}`)}
          {isEarlier && <> · {t("is_earlier")}</>}
        </p>
        <p className="wrap-anywhere">
          SHA-256 <span className="code">{chosen.sha256.slice(0, 16)}…</span>
        </p>
        {rest.length > 0 && (
          <p className="flex flex-wrap gap-x-3">
            <span>{t("rests_on_it")}</span>
            {rest.map(({ key }) => (
              <TextLink key={key} href={checkHref(checkAnchor(key))}>
                {check(`${key as CheckKey}.name`)}
              </TextLink>
            ))}
          </p>
        )}
      </div>
      {group.earlier.length > 0 && (
        <Details summary={t("earlier", { count: group.earlier.length })}>
          <ul className="grid list-none gap-1 p-0">
            {group.earlier.map(({ id, name, uploadedAt }) => (
              <li key={id}>
                <TextLink href={fileHref(id)}>{name}</TextLink>{" "}
                <span className="text-note text-ink-soft">{instantWords(locale, uploadedAt)}</span>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  );
}

const verdictOf = (verdict: string) => (verdict === "clean" || verdict === "not_scanned" ? verdict : "pending");
