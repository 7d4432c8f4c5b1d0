import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/form/client-words";
import { TextArea } from "@/components/form/text-fields";
import { ExaminationHeader } from "@/components/review/examination-header";
import { NotOffered } from "@/components/review/not-offered";
import { AllowRoundForm } from "@/components/review/review-forms";
import { Page } from "@/components/shell/page";
import { TextLink } from "@/components/ui/link";
import { localeOf } from "@/lib/i18n/routing";
import { allowRoundAction } from "@/app/[locale]/review/actions";
import { examinationAt, type FilingParams } from "@/app/[locale]/review/[reference]/examination";

type RoundPage = { params: FilingParams };

export async function generateMetadata({ params }: RoundPage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("review.extra_round");
  return { title: t("title") };
}

/** A supervisor lets the reviewer ask once more, and says why. */
export default async function AllowRound({ params }: RoundPage) {
  const { examination, hidden, to, offer } = await examinationAt(params);
  const t = await getTranslations("review.extra_round");
  const back = { href: to(), label: t("back") };
  const offered = offer("allow_round");
  const header = <ExaminationHeader {...examination} title={t("title")} />;

  if (!offered?.offered) {
    return (
      <Page width="form" back={back}>
        {header}
        <NotOffered offer={offered} state={examination.state} />
      </Page>
    );
  }
  return (
    <Page width="form" back={back}>
      <ClientWords>
        <AllowRoundForm
          action={allowRoundAction}
          defaults={{ reason: "" }}
          hidden={hidden}
          submit={t("submit")}
          secondary={<TextLink href={to()}>{t("cancel")}</TextLink>}
        >
          {header}
          <p className="max-w-measure">{t("lead", { sent: examination.requests.length })}</p>
          <TextArea name="reason" label={t("reason")} hint={t("reason_hint")} rows={4} maxLength={2000} />
        </AllowRoundForm>
      </ClientWords>
    </Page>
  );
}
