import { getTranslations } from "next-intl/server";
import { EvidencePages, type EvidenceWords } from "@/components/filing/evidence-pages";
import type { EvidenceView } from "@/components/filing/evidence-view";
import { TextLink } from "@/components/ui/link";
import { zooms } from "@/lib/domain/document/file";

type EvidenceViewerProps = {
  document: { id: string; name: string; pages: number };
  /** What this paper is, in words. */
  paper: string;
  /** Read from the address by `readView`. */
  view: EvidenceView;
  /** The address of the page that shows this, with a view in it. */
  href: (view: EvidenceView) => string;
};

/** The pages of a paper as pictures made by the server; the original is only ever downloaded. */
export async function EvidenceViewer({ document, paper, view, href }: EvidenceViewerProps) {
  const t = await getTranslations("documents.viewer");
  const { id, pages } = document;
  const each = Array.from({ length: pages }, (_, index) => ({ page: index + 1, pages }));
  const words: EvidenceWords = {
    label: t("label", { name: paper }),
    failed: t("failed"),
    keys: t("keys"),
    previous: t("previous"),
    next: t("next"),
    smaller: t("smaller"),
    larger: t("larger"),
    turn: t("turn"),
    positions: each.map((it) => t("position", it)),
    pictures: each.map((it) => t("alt", { ...it, name: paper })),
    zoomed: Object.fromEntries(zooms.map((zoom) => [zoom, t("size", { zoom })])) as EvidenceWords["zoomed"],
  };
  return (
    <EvidencePages
      key={id}
      documentId={id}
      pages={pages}
      address={href({ page: 1, zoom: 100, turn: 0 })}
      view={view}
      words={words}
    >
      <TextLink href={`/api/documents/${id}`} download>
        {t("download")}
      </TextLink>
    </EvidencePages>
  );
}
