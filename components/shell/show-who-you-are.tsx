import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { InsetText } from "@/components/ui/inset";
import { pathIn } from "@/lib/i18n/paths";

type ShowWhoYouAreProps = {
  /** What is asked for, and that it needs a fresh sign-in. */
  why: string;
  next: `/${string}`;
};

/** Before a grave step, whoever signed in a while ago shows once more who they are, and is brought back here. */
export function ShowWhoYouAre({ why, next }: ShowWhoYouAreProps) {
  const t = useTranslations("common.fresh");
  const locale = useLocale();
  const query = new URLSearchParams({ next: pathIn(locale, next) });
  return (
    <InsetText>
      <p className="font-semibold">{t("title")}</p>
      <p className="mt-1 mb-4">{why}</p>
      <ButtonLink href={pathIn(locale, `/sign-in?${query}`)}>{t("button")}</ButtonLink>
    </InsetText>
  );
}
