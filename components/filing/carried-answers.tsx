import { useTranslations } from "next-intl";
import { SummaryList } from "@/components/ui/summary-list";
import { useAnswerWords, type Question } from "./answers-summary";

/** Answers that a filing takes over from what was asked before it. */
export function CarriedAnswers({ carried }: { carried: Readonly<Record<string, string>> }) {
  const t = useTranslations("filing.question");
  const valueOf = useAnswerWords();
  return (
    <SummaryList
      items={Object.entries(carried).map(([question, answer]) => ({
        term: t(question as Question),
        detail: valueOf(question, answer),
      }))}
    />
  );
}
