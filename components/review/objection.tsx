import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/page";

/** What the professional objects to a refusal with, and what that asks of whoever examines and decides anew. */
export function Objection({ words }: { words: string }) {
  const t = useTranslations("review.examination");
  return (
    <Section title={t("objection")}>
      <p className="max-w-measure text-ink-soft">{t("objection_note")}</p>
      <p className="max-w-measure border-s-4 border-gold ps-4 whitespace-pre-line">{words}</p>
    </Section>
  );
}
