import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/shell/page";
import { TextLink } from "@/components/ui/link";
import { pathIn } from "@/lib/i18n/paths";

type LookAlikesSummaryProps = {
  lookAlikes: { all: number; open: number };
  /** Filings of others whose person was ruled to be this one. */
  ruledTheSame: readonly { reference: string | null }[];
  href: string;
};

/** How many others may be the person of a filing, with the way to compare them; nothing where there is nobody. */
export function LookAlikesSummary({ lookAlikes, ruledTheSame, href }: LookAlikesSummaryProps) {
  const t = useTranslations("review.examination");
  const locale = useLocale();
  if (lookAlikes.all === 0 && ruledTheSame.length === 0) return null;
  return (
    <Section title={t("look_alikes")}>
      {lookAlikes.all > 0 && (
        <p className="max-w-measure">
          {t("look_alikes_text", lookAlikes)} <TextLink href={href}>{t("look_alikes_see")}</TextLink>
        </p>
      )}
      {ruledTheSame.length > 0 && (
        <div className="grid max-w-measure gap-1">
          <p>{t("ruled_the_same")}</p>
          <ul className="ps-5">
            {ruledTheSame.map(({ reference }, at) => (
              <li key={reference ?? at}>
                {reference ? (
                  <TextLink href={pathIn(locale, `/review/${reference}`)}>{reference}</TextLink>
                ) : (
                  t("in_another_field")
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
