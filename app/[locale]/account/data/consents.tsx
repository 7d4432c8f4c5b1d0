import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { Section } from "@/components/shell/page";
import { Code } from "@/components/ui/code";
import type { FormAction } from "@/lib/domain/form";
import { instantDateWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import type { ConsentView } from "@/lib/services/view-my-data";

type ConsentsProps = { locale: Locale; consents: readonly ConsentView[]; takeBack: FormAction };

/** What somebody agreed to across all filings, and what follows when it is taken back. */
export async function Consents({ locale, consents, takeBack }: ConsentsProps) {
  const [t, purposes] = await Promise.all([getTranslations("my_data"), getTranslations("filing.consent.purpose")]);
  if (consents.length === 0) return <p className="text-ink-soft">{t("no_consents")}</p>;
  return (
    <ClientWords>
      {purposesOf(consents).map((purpose) => (
        <Section key={purpose} level={3} title={purposes(purpose)}>
          <p className="max-w-measure">{t(`consequence.${purpose}`)}</p>
          <ul className="border-t border-line">
            {consents
              .filter((consent) => consent.purpose === purpose)
              .map((consent) => (
                <Given key={consent.filingId} {...{ locale, consent, takeBack }} />
              ))}
          </ul>
        </Section>
      ))}
    </ClientWords>
  );
}

type GivenProps = { locale: Locale; consent: ConsentView; takeBack: FormAction };

async function Given({ locale, consent, takeBack }: GivenProps) {
  const [t, purposes] = await Promise.all([getTranslations("my_data"), getTranslations("filing.consent.purpose")]);
  const { filingId, purpose, address, qualification, givenAt, withdrawnAt } = consent;
  const reference = address === filingId ? null : address;
  return (
    <li className="keep-together flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3">
      <div>
        <p className="font-semibold">{qualification[locale]}</p>
        <p className="text-note text-ink-soft">
          {reference && (
            <>
              <Code value={reference} />
              {" · "}
            </>
          )}
          {withdrawnAt
            ? t("withdrawn", { date: instantDateWords(locale, withdrawnAt) })
            : t("given", { date: instantDateWords(locale, givenAt) })}
        </p>
      </div>
      {withdrawnAt === null && (
        <div className="print:hidden">
          <ActionButton
            action={takeBack}
            hidden={{ filingId, purpose }}
            label={
              <>
                {t("withdraw")}
                <span className="for-ear">
                  {": "}
                  {t("withdraw_of", { purpose: purposes(purpose), filing: reference ?? qualification[locale] })}
                </span>
              </>
            }
            errorWords={{ "unmet.withdraw_the_filing": t("withdraw_the_filing") }}
          />
        </div>
      )}
    </li>
  );
}

function purposesOf(consents: readonly ConsentView[]): ConsentView["purpose"][] {
  return [...new Set(consents.map(({ purpose }) => purpose))];
}
