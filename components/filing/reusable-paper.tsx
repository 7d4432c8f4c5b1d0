import { getLocale, getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { Icon } from "@/components/ui/icon";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import type { Reusable } from "@/lib/domain/document/papers";
import type { FormAction } from "@/lib/domain/form";
import { dateWords } from "@/lib/i18n/dates";

type ReusablePaperProps = { filingId: string; paperKey: EvidenceKey; reusable: Reusable; reuse: FormAction };

/** A paper that was verified before, offered ahead of uploading it again: by whom, when, and until when that counts. */
export async function ReusablePaper({ filingId, paperKey, reusable, reuse }: ReusablePaperProps) {
  const locale = await getLocale();
  const t = await getTranslations("documents.reuse");
  const evidence = await getTranslations("evidence");
  const { name, more, reference, verified, authority } = reusable;
  return (
    <div className="flex gap-3 rounded border border-jade bg-jade-tint p-4 print:hidden">
      <Icon name="tick" size={24} className="flex-none text-jade" />
      <div className="grid min-w-0 grid-cols-1 gap-2">
        <p className="font-semibold wrap-anywhere">{t("title", { name, more })}</p>
        <p className="max-w-measure">
          {t("who", { authority: authority[locale], date: dateWords(locale, verified.on), reference })}{" "}
          {verified.until ? t("until", { date: dateWords(locale, verified.until) }) : t("lasting")}
        </p>
        <ActionButton
          action={reuse}
          hidden={{ filingId, evidenceKey: paperKey }}
          label={t("use", { paper: evidence(`${paperKey}.name`) })}
        />
      </div>
    </div>
  );
}
