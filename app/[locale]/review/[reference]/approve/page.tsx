import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { ScopeChange } from "@/components/review/decisions";
import { ExaminationHeader } from "@/components/review/examination-header";
import { NotOffered } from "@/components/review/not-offered";
import { RuleTrace } from "@/components/review/rule-trace";
import { Page, Section } from "@/components/shell/page";
import { ButtonRow } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { localeOf } from "@/lib/i18n/routing";
import { approveFormallyAction } from "@/app/[locale]/review/actions";
import { examinationAt, type FilingParams } from "@/app/[locale]/review/[reference]/examination";

type ApprovePage = { params: FilingParams };

export async function generateMetadata({ params }: ApprovePage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("review.formal");
  return { title: t("title") };
}

export default async function ApproveFormally({ params }: ApprovePage) {
  const { examination, hidden, to, offer } = await examinationAt(params);
  const t = await getTranslations("review.formal");
  const unmet = await getTranslations("workflow.unmet");
  const offered = offer("approve_formal");
  return (
    <Page width="form" back={{ href: to(), label: t("back") }}>
      <ExaminationHeader {...examination} title={t("title")} />
      <p className="max-w-measure">{t("lead")}</p>
      <Section title={t("rules")}>
        <RuleTrace trace={examination.formal} />
      </Section>
      <Section title={t("scope")}>
        <ScopeChange from={examination.scope} to={examination.scope} />
      </Section>
      {offered?.offered ? (
        <ClientWords>
          <ButtonRow>
            <ActionButton
              action={approveFormallyAction}
              hidden={hidden}
              label={t("submit")}
              kind="primary"
              errorWords={{
                "unmet.home_registration_in_force": unmet("home_registration_in_force"),
                "unmet.formal_ready": unmet("formal_ready"),
              }}
            />
            <TextLink href={to()}>{t("cancel")}</TextLink>
          </ButtonRow>
        </ClientWords>
      ) : (
        <NotOffered offer={offered} state={examination.state} />
      )}
    </Page>
  );
}
