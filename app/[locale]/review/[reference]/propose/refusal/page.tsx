import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CheckboxGroup } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { TextArea } from "@/components/form/text-fields";
import { ExaminationHeader } from "@/components/review/examination-header";
import { NotOffered } from "@/components/review/not-offered";
import { ProposeRefusalForm } from "@/components/review/review-forms";
import { Page } from "@/components/shell/page";
import { InsetText } from "@/components/ui/inset";
import { TextLink } from "@/components/ui/link";
import { refusalReasons } from "@/lib/domain/filing/checks";
import { dateWords } from "@/lib/i18n/dates";
import { localeOf } from "@/lib/i18n/routing";
import { proposeRefusalAction } from "@/app/[locale]/review/actions";
import { examinationAt, type FilingParams } from "@/app/[locale]/review/[reference]/examination";

type RefusalPage = { params: FilingParams };

export async function generateMetadata({ params }: RefusalPage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("review.refusal");
  return { title: t("title") };
}

export default async function ProposeRefusal({ params }: RefusalPage) {
  const { locale, examination, hidden, to, offer } = await examinationAt(params);
  const t = await getTranslations("review.refusal");
  const language = await getTranslations("review.language");
  const reason = await getTranslations("workflow.reason");
  const back = { href: to(), label: t("back") };
  const offered = offer("propose_refusal");
  const header = <ExaminationHeader {...examination} title={t("title")} />;

  if (!offered?.offered) {
    return (
      <Page width="form" back={back}>
        {header}
        <NotOffered offer={offered} state={examination.state} />
      </Page>
    );
  }

  const missing = examination.checks.filter(({ finding }) => finding?.result === "missing").length;
  return (
    <Page width="form" back={back}>
      <ClientWords>
        <ProposeRefusalForm
          action={proposeRefusalAction}
          hidden={hidden}
          submit={t("submit")}
          submitKind="danger"
          secondary={<TextLink href={to()}>{t("cancel")}</TextLink>}
        >
          {header}
          <p className="max-w-measure">{t("lead", { date: dateWords(locale, examination.ifSentToday.hearingBy) })}</p>
          {missing > 0 && (
            <InsetText>
              {t("curable", { count: missing })} <TextLink href={to("/request")}>{t("ask_instead")}</TextLink>
            </InsetText>
          )}
          <CheckboxGroup
            name="reasons"
            label={t("reasons")}
            options={refusalReasons.map((code) => ({
              value: code,
              label: reason(`${code}.title`),
              hint: reason(`${code}.rule`),
            }))}
          />
          <TextArea
            name="note"
            label={t("note")}
            hint={t("note_hint", { language: language(examination.locale) })}
            rows={6}
            maxLength={4000}
          />
        </ProposeRefusalForm>
      </ClientWords>
    </Page>
  );
}
