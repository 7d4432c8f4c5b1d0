import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { RadioGroup } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { ExaminationHeader } from "@/components/review/examination-header";
import { NotOffered } from "@/components/review/not-offered";
import { HoldForm } from "@/components/review/review-forms";
import { Page } from "@/components/shell/page";
import { TextLink } from "@/components/ui/link";
import { holdReasons } from "@/lib/domain/filing/checks";
import { localeOf } from "@/lib/i18n/routing";
import { holdAction, releaseAction } from "@/app/[locale]/review/actions";
import { examinationAt, type FilingParams } from "@/app/[locale]/review/[reference]/examination";

type HoldPage = { params: FilingParams };

export async function generateMetadata({ params }: HoldPage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("review.hold");
  return { title: t("title") };
}

/** Puts a filing on hold, or lets a held one go on. */
export default async function Hold({ params }: HoldPage) {
  const { examination, hidden, to, offer } = await examinationAt(params);
  const t = await getTranslations("review.hold");
  const reason = await getTranslations("workflow.reason");
  const back = { href: to(), label: t("back") };
  const isHeld = examination.held;
  const offered = offer(isHeld ? "release" : "hold");
  const header = <ExaminationHeader {...examination} title={t(isHeld ? "title_release" : "title")} />;

  if (!offered?.offered) {
    return (
      <Page width="form" back={back}>
        {header}
        <NotOffered offer={offered} state={examination.state} />
      </Page>
    );
  }
  if (isHeld) {
    return (
      <Page width="form" back={back}>
        {header}
        <p className="max-w-measure">{t("lead_release")}</p>
        <ClientWords>
          <ActionButton action={releaseAction} hidden={hidden} label={t("release")} kind="primary" />
        </ClientWords>
      </Page>
    );
  }
  return (
    <Page width="form" back={back}>
      <ClientWords>
        <HoldForm
          action={holdAction}
          hidden={hidden}
          submit={t("submit")}
          secondary={<TextLink href={to()}>{t("cancel")}</TextLink>}
        >
          {header}
          <p className="max-w-measure">{t("lead")}</p>
          <RadioGroup
            name="reason"
            label={t("reason")}
            options={holdReasons.map((code) => ({
              value: code,
              label: reason(`${code}.title`),
              hint: reason(`${code}.cure`),
            }))}
          />
        </HoldForm>
      </ClientWords>
    </Page>
  );
}
