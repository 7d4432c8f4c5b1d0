import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EvidenceViewer } from "@/components/filing/evidence-viewer";
import { addressOf, readView } from "@/components/filing/evidence-view";
import { PaperCard } from "@/components/filing/paper-card";
import { ClientWords } from "@/components/form/client-words";
import { Page } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { Notice } from "@/components/ui/notice";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { fileLimits, uploadProblems, wordsOfProblem, type DocumentHalf } from "@/lib/domain/document/file";
import { isGiven, partAnchor, type FileView, type PapersView } from "@/lib/domain/document/papers";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { listPapers } from "@/lib/services/list-papers";
import { noteLanguageAction, removeDocumentAction, reusePaperAction, startHandoverAction } from "./actions";

type Props = PageProps<"/[locale]/filings/[address]/documents">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("documents");
  return { title: t("title") };
}

export default async function DocumentsPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const [{ address }, asked, actor, now] = await Promise.all([
    params,
    searchParams,
    requireProfessional(),
    officeNow(),
  ]);
  const listed = await listPapers(actor, address, now);
  if (!listed.ok) notFound();
  const { filingId, hasConsent, papers, used, ...filing } = listed.value;

  const t = await getTranslations("documents");
  const home = pathIn(locale, `/filings/${filing.address}`);
  const here = `${home}/documents`;
  const needed = papers.filter(({ isRequired }) => isRequired);
  const received = needed.filter(({ parts: [original] }) => isGiven(original)).length;
  const missing = needed.length - received;
  const mayChange = papers.some((paper) => paper.mayChange);
  const looked = filesOf(papers).find(({ file }) => file.id === asked["look"]);

  return (
    <Page
      width="form"
      back={{ href: home, label: t("finished.back") }}
      notice={
        !hasConsent && (
          <Notice tone="turn" title={t("consent.title")}>
            <p>{t("consent.text")}</p>
            <TextLink href={`${home}/consent`}>{t("consent.link")}</TextLink>
          </Notice>
        )
      }
    >
      <Heading>{t("title")}</Heading>
      {mayChange && <Lead>{t("lead")}</Lead>}
      {hasConsent && !mayChange && <p>{t("closed")}</p>}
      <div className="grid grid-cols-1 gap-2">
        <p>{t("count", { received, required: needed.length })}</p>
        <Meter value={received} max={needed.length} label={t("count", { received, required: needed.length })} />
        <Details summary={t("handling.summary")}>
          <ul className="list-disc space-y-1 ps-5 text-body">
            <li>{t("handling.checked")}</li>
            <li>{t("handling.pictures")}</li>
            <li>{t("handling.sealed")}</li>
            <li>{t("handling.seen")}</li>
            <li>{t("room", { files: used.files, most: fileLimits.filesOfFiling })}</li>
          </ul>
        </Details>
      </div>
      <ClientWords>
        <div className="grid grid-cols-1 gap-8">
          {papers.map((paper) => (
            <PaperCard
              key={paper.key}
              filingId={filingId}
              paper={paper}
              page="documents"
              remove={removeDocumentAction}
              sayLanguage={noteLanguageAction}
              reuse={reusePaperAction}
              handover={startHandoverAction}
              problem={problemIn(asked)}
              lookHref={(id) => `${here}?look=${id}#${paper.key}-pages`}
            >
              {looked?.key === paper.key && (
                <div id={`${paper.key}-pages`} className="grid grid-cols-1 gap-3 border-t border-line pt-4">
                  <div className="flex flex-wrap justify-between gap-x-6">
                    <h3 className="font-semibold wrap-anywhere">{looked.file.name}</h3>
                    <TextLink href={`${here}#${partAnchor(paper.key, looked.half)}`}>{t("file.close")}</TextLink>
                  </div>
                  <EvidenceViewer
                    document={looked.file}
                    paper={looked.file.name}
                    view={readView(asked, looked.file.pages)}
                    href={(view) => addressOf(`${here}?look=${looked.file.id}#${paper.key}-pages`, view)}
                  />
                </div>
              )}
            </PaperCard>
          ))}
        </div>
      </ClientWords>
      {mayChange && (
        <div className="grid grid-cols-1 gap-4 border-t border-line pt-6">
          <Heading level={2}>{t("finished.title")}</Heading>
          <p>{missing > 0 ? t("finished.missing", { count: missing }) : t("finished.complete")}</p>
          <ButtonRow>
            <ButtonLink href={missing > 0 ? home : `${home}/check`}>{t("finished.continue")}</ButtonLink>
          </ButtonRow>
        </div>
      )}
    </Page>
  );
}

type Looked = { key: EvidenceKey; half: DocumentHalf; file: FileView };

/** Every file whose pages can be looked at, earlier versions included. */
function filesOf(papers: PapersView["papers"]): Looked[] {
  return papers.flatMap(({ key, parts }) =>
    parts.flatMap(({ half, places }) =>
      places
        .flatMap(({ current, earlier }) => [current, ...earlier])
        .flatMap((file) => (file?.isReadable ? [{ key, half, file }] : [])),
    ),
  );
}

/** What a form without script came back with. */
function problemIn(asked: Record<string, string | string[] | undefined>) {
  const problem = uploadProblems.find((it) => it === asked["problem"]);
  const part = asked["part"];
  return problem && typeof part === "string" ? { part, message: wordsOfProblem[problem] } : null;
}
