import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { dateWords, instantWords, intlTag } from "@/lib/i18n/dates";
import { mediaTypeOf, type MediaType } from "@/lib/domain/document/file";
import type { FileView } from "@/lib/domain/document/papers";

const kinds: Record<MediaType, string> = { "application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG" };

type FileRowProps = {
  file: FileView;
  /** Where its pages can be looked at. */
  lookHref?: string;
  /** What else can be done with it. */
  children?: ReactNode;
};

/** One file that was received: its name, what it is, whether it was scanned, and what can be done with it. */
export async function FileRow({ file, lookHref, children }: FileRowProps) {
  const locale = await getLocale();
  const t = await getTranslations("documents");
  const { id, name, mediaType, pages, size, uploadedAt, verdict, isReadable, signs, verified } = file;
  const kind = kinds[mediaTypeOf(mediaType) ?? "application/pdf"];
  const when = instantWords(locale, uploadedAt);
  return (
    <div className="flex gap-3">
      <Icon name="file" size={24} className="mt-0.5 text-ink-soft" />
      <div className="grid min-w-0 grid-cols-1 gap-1">
        <p className="font-semibold wrap-anywhere">{name}</p>
        <p className="text-note text-ink-soft">
          {t("file.about", { kind, pages, size: sizeWords(intlTag[locale], size), when })}{" "}
          <span className={verdict === "suspect" || verdict === "error" ? "font-semibold text-red" : undefined}>
            {t(`verdict.${verdict}`)}
          </span>
        </p>
        {verified && (
          <p className="max-w-measure text-note">
            {verified.until
              ? t("reuse.copy", { date: dateWords(locale, verified.on), until: dateWords(locale, verified.until) })
              : t("reuse.copy_lasting", { date: dateWords(locale, verified.on) })}
          </p>
        )}
        {signs.map((sign) => (
          <p key={sign} className="flex max-w-measure gap-2">
            <Icon name="alert" size={24} className="flex-none text-gold" />
            {t(`sign.${sign}`)}
          </p>
        ))}
        <div className="flex flex-wrap items-center gap-x-5 gap-y-1 print:hidden">
          {isReadable && lookHref && (
            <TextLink href={lookHref}>
              <span aria-hidden="true">{t("file.look")}</span>
              <span className="for-ear">{t("file.look_named", { name })}</span>
            </TextLink>
          )}
          {isReadable && (
            <TextLink href={`/api/documents/${id}`} download>
              <span aria-hidden="true">{t("file.download")}</span>
              <span className="for-ear">{t("file.download_named", { name })}</span>
            </TextLink>
          )}
          {children}
        </div>
      </div>
    </div>
  );
}

function sizeWords(tag: string, bytes: number): string {
  const [value, unit] = bytes < 1024 ** 2 ? [bytes / 1024, "kB"] : [bytes / 1024 ** 2, "MB"];
  const digits = unit === "kB" ? 0 : 1;
  return `${new Intl.NumberFormat(tag, { maximumFractionDigits: digits }).format(Math.max(value, 1))} ${unit}`;
}
