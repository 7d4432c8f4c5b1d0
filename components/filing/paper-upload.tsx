import { getLocale, getTranslations } from "next-intl/server";
import { FilePlace } from "@/components/filing/file-place";
import { ActionButton } from "@/components/form/action-button";
import { FileField } from "@/components/form/file-field";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { fileLimits } from "@/lib/domain/document/file";
import { filesIn, partAnchor, wordsOfHalf, type PaperPartView } from "@/lib/domain/document/papers";
import type { FormAction } from "@/lib/domain/form";

export type PaperUploadProps = {
  filingId: string;
  paperKey: EvidenceKey;
  part: PaperPartView;
  /** The page to come back to without script. */
  page: "documents" | "request";
  mayChange: boolean;
  remove: FormAction;
  /** Opens a link for a telephone. */
  handover?: FormAction;
  /** What became of the last try where no row says it, as a message key. */
  problem?: string;
  /** Where the pages of a file can be looked at. */
  lookHref?: (documentId: string) => string;
};

/** One part of one paper: each of its files with what became of it, and where to send another or one in its place. */
export async function PaperUpload(props: PaperUploadProps) {
  const { filingId, paperKey, part, page, mayChange, remove, handover, problem, lookHref } = props;
  const locale = await getLocale();
  const t = await getTranslations("documents");
  const evidence = await getTranslations("evidence");

  const paper = evidence(`${paperKey}.name`);
  const title =
    part.half === "original" ? paper : t("part.of", { half: evidence(`${wordsOfHalf[part.half]}.name`), paper });
  const files = filesIn(part);
  const uploadUrl = `/api/filings/${filingId}/documents`;
  const hidden = { evidenceKey: paperKey, half: part.half, page, locale };
  const numberOf = (id: string | undefined) => (files.length > 1 ? files.findIndex((it) => it.id === id) + 1 : 0);

  return (
    <div id={partAnchor(paperKey, part.half)} className="grid grid-cols-1 gap-4">
      {part.places.length > 0 && (
        <ol className="grid list-none grid-cols-1 gap-5 p-0">
          {part.places.map((place) => {
            const { current } = place;
            const number = numberOf(current?.id) || null;
            const name = current && (number ? t("file.numbered", { number, name: current.name }) : current.name);
            return (
              <li key={place.place}>
                <FilePlace
                  place={place}
                  number={number}
                  remove={mayChange ? remove : null}
                  {...(lookHref && { lookHref })}
                >
                  {mayChange && name && (
                    <FileField
                      uploadUrl={uploadUrl}
                      label={t("part.replace", { name })}
                      hidden={{ ...hidden, replaces: current.id }}
                    />
                  )}
                </FilePlace>
              </li>
            );
          })}
        </ol>
      )}
      {mayChange && part.hasRoom && (
        <FileField
          uploadUrl={uploadUrl}
          label={t(files.length > 0 ? "part.add" : "part.upload", { paper: title })}
          hidden={hidden}
          most={fileLimits.filesOfPart}
          {...(problem && { problem })}
        />
      )}
      {mayChange && !part.hasRoom && <p>{t("part.full", { most: fileLimits.filesOfPart })}</p>}
      {mayChange && part.hasRoom && handover && (
        <div className="pointer-coarse:hidden print:hidden">
          <ActionButton
            action={handover}
            hidden={{ filingId, evidenceKey: paperKey, half: part.half }}
            label={t("phone.start", { paper: title })}
            kind="quiet"
          />
        </div>
      )}
    </div>
  );
}
