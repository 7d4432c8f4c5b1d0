import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FileRow } from "@/components/filing/file-row";
import { ActionButton } from "@/components/form/action-button";
import { Details } from "@/components/ui/details";
import { Icon } from "@/components/ui/icon";
import type { PlaceView } from "@/lib/domain/document/papers";
import type { FormAction } from "@/lib/domain/form";
import { instantWords } from "@/lib/i18n/dates";

type FilePlaceProps = {
  place: PlaceView;
  /** Which of several files it is; null where it stands alone. */
  number: number | null;
  /** Takes a file out; null where nothing can be changed. */
  remove: FormAction | null;
  /** Where the pages of a file can be looked at. */
  lookHref?: (documentId: string) => string;
  /** Where another file can be sent in its place. */
  children?: ReactNode;
};

/** One file of a part: what stands, what is being checked, what was refused and why, and what stood there before. */
export async function FilePlace({ place, number, remove, lookHref, children }: FilePlaceProps) {
  const locale = await getLocale();
  const t = await getTranslations("documents.file");
  const validation = await getTranslations("validation");
  const { current, checking, refused, earlier } = place;
  const look = (id: string) => (lookHref ? { lookHref: lookHref(id) } : {});
  const removal = (documentId: string, label: string) =>
    remove && <ActionButton action={remove} hidden={{ documentId }} label={label} kind="quiet" />;
  const named = (name: string) => (number === null ? name : t("numbered", { number, name }));

  return (
    <div className="grid grid-cols-1 gap-3">
      {current && (
        <FileRow file={{ ...current, name: named(current.name) }} {...look(current.id)}>
          {removal(current.id, t("remove_named", { name: named(current.name) }))}
        </FileRow>
      )}
      {checking && (
        <p className="flex gap-3">
          <Icon name="clock" size={24} className="text-brand" />
          {t("checking", { name: checking.name })}
        </p>
      )}
      {refused && (
        <div className="flex gap-3">
          <Icon name="cross" size={24} className="text-red" />
          <div className="grid min-w-0 grid-cols-1 gap-1">
            <p className="wrap-anywhere">
              {t("refused", { name: refused.name, when: instantWords(locale, refused.uploadedAt) })}
            </p>
            <p className="max-w-measure font-semibold text-red">{validation(`file_${refused.fault}`)}</p>
            {removal(refused.id, t("clear_named", { name: refused.name }))}
          </div>
        </div>
      )}
      {current && children && (
        <div className="ps-9 print:hidden">
          <Details summary={t("replace", { name: named(current.name) })}>{children}</Details>
        </div>
      )}
      {earlier.length > 0 && (
        <div className="ps-9">
          <Details summary={t("earlier", { count: earlier.length })}>
            <ul className="grid grid-cols-1 gap-4">
              {earlier.map((file) => (
                <li key={file.id}>
                  <FileRow file={file} {...look(file.id)} />
                </li>
              ))}
            </ul>
          </Details>
        </div>
      )}
    </div>
  );
}
