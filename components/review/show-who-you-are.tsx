import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { InsetText } from "@/components/ui/inset";
import { pathIn } from "@/lib/i18n/paths";

/** Before a grave step, whoever signed in a while ago shows once more who they are, and is brought back here. */
export function ShowWhoYouAre({ next }: { next: `/${string}` }) {
  const t = useTranslations("review.fresh");
  const locale = useLocale();
  const query = new URLSearchParams({ next: pathIn(locale, next) });
  return (
    <InsetText>
      <p className="font-semibold">{t("title")}</p>
      <p className="mt-1 mb-4">{t("why")}</p>
      <ButtonLink href={pathIn(locale, `/sign-in?${query}`)}>{t("button")}</ButtonLink>
    </InsetText>
  );
}
