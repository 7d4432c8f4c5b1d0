import { getTranslations } from "next-intl/server";
import { Section } from "@/components/shell/page";
import { TextLink } from "@/components/ui/link";
import { isOpen } from "@/lib/domain/filing/filing";
import { objectBy } from "@/lib/domain/filing/objection";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { MyStatus } from "@/lib/services/view-status";

type RoutesProps = { locale: Locale; view: MyStatus };

/** The ways in which a filing that was submitted can still be changed: these and no others. */
export async function Routes({ locale, view: { filing, registration } }: RoutesProps) {
  const t = await getTranslations("filing.routes");
  const { state, held, actions, address, dates } = filing;
  const objectUntil = dates.decidedOn ? dateWords(locale, objectBy(dates.decidedOn)) : "";
  const here = (page: string) => pathIn(locale, `/filings/${address}/${page}`);
  const isAsked = state === "awaiting_applicant" && !held;
  const routes = [
    ...(isAsked ? [{ key: "answer" as const, href: here("request") }] : []),
    ...(actions.includes("extend_answer") ? [{ key: "more_time" as const, href: `${here("request")}#time` }] : []),
    ...(actions.includes("answer_hearing") ? [{ key: "hearing" as const, href: here("hearing") }] : []),
    ...(actions.includes("object") ? [{ key: "objection" as const, href: here("objection") }] : []),
    ...(isOpen(state) ? [{ key: isAsked ? ("change_asked" as const) : ("change_open" as const), href: null }] : []),
    ...(registration
      ? [{ key: "change_registered" as const, href: pathIn(locale, `/registrations/${registration}`) }]
      : []),
    ...(actions.includes("withdraw") ? [{ key: "withdraw" as const, href: here("withdraw") }] : []),
  ];
  if (routes.length === 0) return null;
  return (
    <Section title={t("title")}>
      <p className="max-w-measure text-ink-soft">{t("text")}</p>
      <ul className="max-w-measure border-t border-line">
        {routes.map(({ key, href }) => (
          <li key={key} className="grid gap-1 border-b border-line py-3">
            {href === null ? (
              <p className="font-semibold">{t(`${key}.title`)}</p>
            ) : (
              <p>
                <TextLink href={href}>{t(`${key}.title`)}</TextLink>
              </p>
            )}
            <p className="text-note text-ink-soft">{t(`${key}.text`, { date: objectUntil })}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
