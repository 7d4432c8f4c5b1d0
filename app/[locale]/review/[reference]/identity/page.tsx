import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RadioGroup } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { ExaminationHeader } from "@/components/review/examination-header";
import { RevealForm } from "@/components/review/review-forms";
import { Page } from "@/components/shell/page";
import { TextLink } from "@/components/ui/link";
import { revealReasons } from "@/lib/domain/filing/review-schema";
import { localeOf } from "@/lib/i18n/routing";
import { revealMinutes } from "@/lib/services/view-examination";
import { revealAction } from "@/app/[locale]/review/actions";
import { examinationAt, type FilingParams } from "@/app/[locale]/review/[reference]/examination";

type IdentityPage = { params: FilingParams };

export async function generateMetadata({ params }: IdentityPage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("review.identity");
  return { title: t("title") };
}

export default async function RevealIdentity({ params }: IdentityPage) {
  const { examination, hidden, to } = await examinationAt(params);
  const t = await getTranslations("review.identity");
  return (
    <Page width="form" back={{ href: to(), label: t("back") }}>
      <ClientWords>
        <RevealForm
          action={revealAction}
          hidden={{ filingId: hidden.filingId }}
          submit={t("submit")}
          secondary={<TextLink href={to()}>{t("cancel")}</TextLink>}
        >
          <ExaminationHeader {...examination} title={t("title")} />
          <p className="max-w-measure">{t("lead", { minutes: revealMinutes })}</p>
          <RadioGroup
            name="reason"
            label={t("reason")}
            options={revealReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
          />
        </RevealForm>
      </ClientWords>
    </Page>
  );
}
