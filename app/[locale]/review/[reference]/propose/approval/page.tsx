import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/form/client-words";
import { TextArea } from "@/components/form/text-fields";
import { ExaminationHeader } from "@/components/review/examination-header";
import { NotOffered } from "@/components/review/not-offered";
import { ProposeApprovalForm } from "@/components/review/review-forms";
import { RuleTrace } from "@/components/review/rule-trace";
import { Page } from "@/components/shell/page";
import { TextLink } from "@/components/ui/link";
import { localeOf } from "@/lib/i18n/routing";
import { proposeApprovalAction } from "@/app/[locale]/review/actions";
import { examinationAt, type FilingParams } from "@/app/[locale]/review/[reference]/examination";

type ApprovalPage = { params: FilingParams };

export async function generateMetadata({ params }: ApprovalPage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("review.approval");
  return { title: t("title") };
}

const fields = [
  ["scope_en", "en"],
  ["scope_zh_hant", "zh-Hant"],
  ["scope_zh_hans", "zh-Hans"],
] as const;

export default async function ProposeApproval({ params }: ApprovalPage) {
  const { examination, hidden, to, offer } = await examinationAt(params);
  const t = await getTranslations("review.approval");
  const language = await getTranslations("review.language");
  const unmet = await getTranslations("workflow.unmet");
  const back = { href: to(), label: t("back") };
  const offered = offer("propose_approval");
  const header = <ExaminationHeader {...examination} title={t("title")} />;

  if (!offered?.offered) {
    return (
      <Page width="form" back={back}>
        {header}
        <NotOffered offer={offered} state={examination.state} />
      </Page>
    );
  }

  const { scope } = examination;
  const isFormal = offer("approve_formal")?.offered === true;
  return (
    <Page width="form" back={back}>
      <ClientWords>
        <ProposeApprovalForm
          action={proposeApprovalAction}
          hidden={hidden}
          defaults={{ scope_en: scope.en, scope_zh_hant: scope["zh-Hant"], scope_zh_hans: scope["zh-Hans"], note: "" }}
          submit={t("submit")}
          secondary={<TextLink href={to()}>{t("cancel")}</TextLink>}
          errorWords={{ "unmet.all_checks_met": unmet("all_checks_met"), "unmet.not_held": unmet("not_held") }}
        >
          {header}
          <p className="max-w-measure">{t("lead")}</p>
          {isFormal && (
            <div className="grid gap-3 border-s-4 border-line ps-4">
              <p className="max-w-measure">{t("formal_instead")}</p>
              <RuleTrace trace={examination.formal} />
              <p>
                <TextLink href={to("/approve")}>{t("to_formal")}</TextLink>
              </p>
            </div>
          )}
          <fieldset>
            <legend className="text-lead font-semibold">{t("scope")}</legend>
            <p className="max-w-measure text-ink-soft">{t("scope_hint")}</p>
            <div className="mt-5 grid gap-6">
              {fields.map(([name, locale]) => (
                <TextArea
                  key={name}
                  name={name}
                  label={language(locale)}
                  lang={locale}
                  rows={3}
                  hint={
                    <>
                      {t("entry_says")} <span lang={locale}>{scope[locale]}</span>
                    </>
                  }
                />
              ))}
            </div>
          </fieldset>
          <TextArea name="note" label={t("note")} hint={t("note_hint")} rows={4} maxLength={4000} />
        </ProposeApprovalForm>
      </ClientWords>
    </Page>
  );
}
