import { getTranslations } from "next-intl/server";
import { SelectField } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { WordsForm } from "@/components/filing/words-form";
import { Section } from "@/components/shell/page";
import { extendAnswerAction } from "@/app/[locale]/filings/actions";
import { mostExtraDays } from "@/lib/domain/filing/rounds";
import { dateWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import type { MyRequest } from "@/lib/services/view-request";

/** More time to answer: to be taken once, or taken already. */
export async function MoreTime({ locale, view }: { locale: Locale; view: MyRequest }) {
  const t = await getTranslations("filing.request");
  const { filing, extensions, extraDays, dueOn } = view;
  if (extraDays > 0 && dueOn !== null) {
    return (
      <Section title={t("time_title")} id="time">
        <p className="max-w-measure">{t("time_taken", { count: extraDays, date: dateWords(locale, dueOn) })}</p>
      </Section>
    );
  }
  if (extensions.length === 0) return null;
  return (
    <Section title={t("time_title")} id="time">
      <p className="max-w-measure">{t("time_text", { most: mostExtraDays })}</p>
      <ClientWords>
        <WordsForm
          action={extendAnswerAction}
          hidden={{ filingId: filing.id, version: String(filing.version) }}
          idPrefix="time-"
          submit={t("time_take")}
          submitKind="secondary"
        >
          <SelectField
            name="days"
            label={t("time_days")}
            empty
            options={extensions.map(({ days, until }) => ({
              value: String(days),
              label: t("time_option", { count: days, date: dateWords(locale, until) }),
            }))}
          />
        </WordsForm>
      </ClientWords>
    </Section>
  );
}
