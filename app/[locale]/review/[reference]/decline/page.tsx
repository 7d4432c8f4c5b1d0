import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CheckboxGroup } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { TextArea } from "@/components/form/text-fields";
import { ExaminationHeader } from "@/components/review/examination-header";
import { NotOffered } from "@/components/review/not-offered";
import { DeclineForm } from "@/components/review/review-forms";
import { ShowWhoYouAre } from "@/components/shell/show-who-you-are";
import { Page } from "@/components/shell/page";
import { TextLink } from "@/components/ui/link";
import { isFreshlySignedIn } from "@/lib/auth/current-actor";
import { declineReasons } from "@/lib/domain/filing/checks";
import { localeOf } from "@/lib/i18n/routing";
import { declineAction } from "@/app/[locale]/review/actions";
import { examinationAt, type FilingParams } from "@/app/[locale]/review/[reference]/examination";

type DeclinePage = { params: FilingParams };

export async function generateMetadata({ params }: DeclinePage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("review.decline");
  return { title: t("title") };
}

export default async function DeclineAcceptance({ params }: DeclinePage) {
  const { examination, hidden, to, offer } = await examinationAt(params);
  const t = await getTranslations("review.decline");
  const language = await getTranslations("review.language");
  const reason = await getTranslations("workflow.reason");
  const review = await getTranslations("review");
  const back = { href: to(), label: t("back") };
  const offered = offer("decline_acceptance");
  const header = <ExaminationHeader {...examination} title={t("title")} />;

  if (!offered?.offered) {
    return (
      <Page width="form" back={back}>
        {header}
        <NotOffered offer={offered} state={examination.state} />
      </Page>
    );
  }
  if (!(await isFreshlySignedIn())) {
    return (
      <Page width="form" back={back}>
        {header}
        <ShowWhoYouAre why={review("fresh")} next={`/review/${examination.reference}/decline`} />
      </Page>
    );
  }
  return (
    <Page width="form" back={back}>
      <ClientWords>
        <DeclineForm
          action={declineAction}
          hidden={hidden}
          submit={t("submit")}
          submitKind="danger"
          secondary={<TextLink href={to()}>{t("cancel")}</TextLink>}
        >
          {header}
          <p className="max-w-measure">{t("lead")}</p>
          <CheckboxGroup
            name="reasons"
            label={t("reasons")}
            options={declineReasons.map((code) => ({
              value: code,
              label: reason(`${code}.title`),
              hint: reason(`${code}.rule`),
            }))}
          />
          <TextArea
            name="note"
            label={t("note")}
            hint={t("note_hint", { language: language(examination.locale) })}
            rows={5}
            maxLength={4000}
          />
        </DeclineForm>
      </ClientWords>
    </Page>
  );
}
