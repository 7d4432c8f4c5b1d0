import { getLocale, getTranslations } from "next-intl/server";
import { FileRow } from "@/components/filing/file-row";
import { ActionButton } from "@/components/form/action-button";
import { FileField } from "@/components/form/file-field";
import { Details } from "@/components/ui/details";
import { Icon } from "@/components/ui/icon";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { partAnchor, wordsOfHalf, type PaperPartView } from "@/lib/domain/document/papers";
import type { FormAction } from "@/lib/domain/form";
import { instantWords } from "@/lib/i18n/dates";

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

/** One part of one paper: what was received, what was refused and why, earlier versions, and where to upload. */
export async function PaperUpload(props: PaperUploadProps) {
  const { filingId, paperKey, part, page, mayChange, remove, handover, problem, lookHref } = props;
  const locale = await getLocale();
  const t = await getTranslations("documents");
  const evidence = await getTranslations("evidence");
  const validation = await getTranslations("validation");

  const paper = evidence(`${paperKey}.name`);
  const title =
    part.half === "original" ? paper : t("part.of", { half: evidence(`${wordsOfHalf[part.half]}.name`), paper });
  const { current, checking, refused, earlier } = part;
  const look = (id: string) => (lookHref ? { lookHref: lookHref(id) } : {});
  const removal = (documentId: string, label: string) =>
    mayChange && <ActionButton action={remove} hidden={{ documentId }} label={label} kind="quiet" />;

  return (
    <div id={partAnchor(paperKey, part.half)} className="grid grid-cols-1 gap-4">
      {current && (
        <FileRow file={current} {...look(current.id)}>
          {removal(current.id, t("file.remove_named", { name: current.name }))}
        </FileRow>
      )}
      {checking && (
        <p className="flex gap-3">
          <Icon name="clock" size={24} className="text-brand" />
          {t("file.checking", { name: checking.name })}
        </p>
      )}
      {refused && (
        <div className="flex gap-3">
          <Icon name="cross" size={24} className="text-red" />
          <div className="grid min-w-0 grid-cols-1 gap-1">
            <p className="wrap-anywhere">
              {t("file.refused", { name: refused.name, when: instantWords(locale, refused.uploadedAt) })}
            </p>
            <p className="max-w-measure font-semibold text-red">{validation(`file_${refused.fault}`)}</p>
            {removal(refused.id, t("file.clear_named", { name: refused.name }))}
          </div>
        </div>
      )}
      {mayChange && (
        <FileField
          uploadUrl={`/api/filings/${filingId}/documents`}
          label={t(current ? "part.replace" : "part.upload", { paper: title })}
          hidden={{ evidenceKey: paperKey, half: part.half, page, locale }}
          {...(problem && { problem })}
        />
      )}
      {mayChange && handover && (
        <div className="pointer-coarse:hidden print:hidden">
          <ActionButton
            action={handover}
            hidden={{ filingId, evidenceKey: paperKey, half: part.half }}
            label={t("phone.start", { paper: title })}
            kind="quiet"
          />
        </div>
      )}
      {earlier.length > 0 && (
        <Details summary={t("file.earlier", { count: earlier.length })}>
          <ul className="grid grid-cols-1 gap-4">
            {earlier.map((file) => (
              <li key={file.id}>
                <FileRow file={file} {...look(file.id)} />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  );
}
