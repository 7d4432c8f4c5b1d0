import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { FormalRule } from "@/lib/domain/filing/checks";

export type RuleTraceLine = { rule: FormalRule; met: boolean };

/** Each rule of the formal check, and whether it holds. */
export function RuleTrace({ trace }: { trace: readonly RuleTraceLine[] }) {
  const t = useTranslations("workflow.formal");
  const word = useTranslations("workflow.formal_holds");
  return (
    <ul className="grid list-none gap-2 p-0">
      {trace.map(({ rule, met }) => (
        <li key={rule} className="flex max-w-measure gap-2">
          <Icon name={met ? "tick" : "cross"} size={18} className={met ? "mt-1 text-jade" : "mt-1 text-red"} />
          <span>
            <span className="font-semibold">{word(met ? "yes" : "no")}:</span> {t(rule)}
          </span>
        </li>
      ))}
    </ul>
  );
}
