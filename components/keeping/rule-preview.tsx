import { useTranslations, type Messages } from "next-intl";
import { Section } from "@/components/shell/page";
import type { AnswerTask } from "@/lib/domain/filing/questions";

type RulePreviewProps = {
  tasks: readonly { task: AnswerTask; questions: readonly string[] }[];
  checks: readonly string[];
};

/** What a filing asks, and what a reviewer checks, under the rules of a version. */
export function RulePreview({ tasks, checks }: RulePreviewProps) {
  const t = useTranslations("keeping.preview");
  const task = useTranslations("filing.task");
  const question = useTranslations("filing.question");
  const check = useTranslations("workflow.check");
  const known = (key: string): key is keyof Messages["filing"]["question"] => question.has(key as never);
  return (
    <>
      <Section title={t("tasks")}>
        <ol className="grid max-w-form gap-4">
          {tasks.map(({ task: name, questions }) => (
            <li key={name} className="keep-together">
              <p className="font-semibold">{task(`${name}.name`)}</p>
              <ul className="list-disc ps-5">
                {questions.filter(known).map((key) => (
                  <li key={key}>{question(key)}</li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t("checks")}>
        <ol className="grid max-w-form gap-4">
          {checks.map((key) => (
            <li key={key} className="keep-together">
              <p className="font-semibold">{check(`${key as keyof Messages["workflow"]["check"]}.name`)}</p>
              <p className="text-ink-soft">{check(`${key as keyof Messages["workflow"]["check"]}.rule`)}</p>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}
