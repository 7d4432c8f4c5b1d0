import { useTranslations } from "next-intl";
import { QuotedWords } from "@/components/filing/quoted-words";
import { approvalReasons, refusalReasons } from "@/lib/domain/filing/checks";

const known = [...refusalReasons, ...approvalReasons];

/** Each reason with its rule and what can be done about it, then the facts in the reviewer's words. */
export function DecisionReasons({ reasons, note }: { reasons: readonly string[]; note: string | null }) {
  const t = useTranslations("filing.decision");
  const word = useTranslations("workflow.reason");
  const given = known.filter((reason) => reasons.includes(reason));
  return (
    <div className="grid gap-5">
      {given.map((reason) => (
        <div key={reason} className="keep-together grid max-w-measure gap-1">
          <h3 className="font-semibold">{word(`${reason}.title`)}</h3>
          <p>
            <span className="font-semibold">{t("rule")}: </span>
            {word(`${reason}.rule`)}
          </p>
          {reason !== "meets_every_condition" && (
            <p>
              <span className="font-semibold">{t("cure")}: </span>
              {word(`${reason}.cure`)}
            </p>
          )}
        </div>
      ))}
      {note && (
        <div className="grid gap-1">
          <h3 className="font-semibold">{t("facts")}</h3>
          <QuotedWords>{note}</QuotedWords>
        </div>
      )}
    </div>
  );
}
