import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { Icon } from "@/components/ui/icon";
import { asksForChinese, languageChoices } from "@/lib/domain/document/chinese";
import { filesIn, isGiven, type PaperView } from "@/lib/domain/document/papers";
import type { FormAction } from "@/lib/domain/form";

type ChineseVersionProps = { paper: PaperView; sayLanguage: FormAction };

/** Whether a Chinese version is asked for beside this paper, and what its owner can say about that. */
export async function ChineseVersion({ paper, sayLanguage }: ChineseVersionProps) {
  const t = await getTranslations("documents.chinese");
  const evidence = await getTranslations("evidence");
  const { parts, mayChange } = paper;
  const { rule, language } = paper.chinese;
  const [original] = parts;
  const [first] = filesIn(original);
  if (rule === "never" || !first || !isGiven(original)) return null;

  const isAsked = asksForChinese(rule, language);
  const isGivenInChinese = isGiven(parts.find(({ half }) => half === "translation"));
  return (
    <div className="grid grid-cols-1 gap-1">
      {isAsked && !isGivenInChinese && (
        <p className="flex max-w-measure gap-3">
          <Icon name="alert" size={24} className="text-gold" />
          <span>{t(rule === "asked" ? "needed" : "needed_other")}</span>
        </p>
      )}
      {rule === "asked" && language === "chinese" && <p className="max-w-measure">{t("waived")}</p>}
      {mayChange &&
        !isGivenInChinese &&
        languageChoices(rule, language).map((choice) => (
          <ActionButton
            key={choice}
            action={sayLanguage}
            hidden={{ documentId: first.id, language: choice }}
            label={t(`say.${rule}.${choice === "other" ? "other" : "waives"}`, {
              paper: evidence(`${paper.key}.name`),
            })}
            kind="quiet"
          />
        ))}
    </div>
  );
}
