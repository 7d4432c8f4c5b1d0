import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { IdentityProblem } from "@/lib/domain/account/digital-identity";
import { stepMinutes } from "@/lib/domain/account/second-factor";
import type { Locale } from "@/lib/i18n/routing";

/** Where the way to the provider begins. */
export function providerPath(locale: Locale, query: { next: string } | { purpose: "link" }): string {
  return `/api/digital-identity/start?${new URLSearchParams({ locale, ...query })}`;
}

type ByIdentityProps = { locale: Locale; provider: string; next: string };

/** The way in beside address and password. */
export function ByIdentity({ locale, provider, next }: ByIdentityProps) {
  const t = useTranslations("digital_identity.sign_in");
  return (
    <Section title={t("title")}>
      <p className="max-w-measure">{t("text", { name: provider })}</p>
      <p>
        <ButtonLink href={providerPath(locale, { next })} kind="secondary">
          {t("button", { name: provider })}
        </ButtonLink>
      </p>
    </Section>
  );
}

/** Why somebody came back from the provider as they went, and what they can do instead. */
export function IdentityNotice({ problem, provider }: { problem: IdentityProblem; provider: string }) {
  const t = useTranslations("digital_identity.problem");
  return (
    <Notice tone="bad" title={t(problem, { name: provider })}>
      {t(`${problem}_text`, { minutes: stepMinutes })}
    </Notice>
  );
}
