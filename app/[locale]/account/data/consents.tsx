import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
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
      <ul className="border-t border-line">
        {consents.map(({ filingId, purpose, address, qualification, givenAt, withdrawnAt }) => (
          <li key={`${filingId}:${purpose}`} className="keep-together grid gap-1 border-b border-line py-4">
            <p className="font-semibold">{purposes(purpose)}</p>
            <p className="text-note text-ink-soft">
              {qualification[locale]}
              {address !== filingId && <span className="ms-2 tabular-nums">{address}</span>}
            </p>
            <p className="max-w-measure">{t(`consequence.${purpose}`)}</p>
            <p className="text-note">
              {withdrawnAt
                ? t("withdrawn", { date: instantDateWords(locale, withdrawnAt) })
                : t("given", { date: instantDateWords(locale, givenAt) })}
            </p>
            {withdrawnAt === null && (
              <div className="print:hidden">
                <ActionButton
                  action={takeBack}
                  hidden={{ filingId, purpose }}
                  label={t("withdraw", { purpose: purposes(purpose) })}
                  errorWords={{ "unmet.withdraw_the_filing": t("withdraw_the_filing") }}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </ClientWords>
  );
}
