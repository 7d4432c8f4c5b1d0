import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { Page, Section } from "@/components/shell/page";
import { ShowWhoYouAre } from "@/components/shell/show-who-you-are";
import { Heading, Lead } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { isFreshlySignedIn, requireActor } from "@/lib/auth/current-actor";
import { isDemonstration } from "@/lib/auth/demonstration";
import { instantWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewSecondFactor } from "@/lib/services/view-second-factor";
import { beginNewCodesAction, beginSetUpAction, removeAppAction } from "./actions";

type FactorPageProps = PageProps<"/[locale]/account/second-factor">;

export async function generateMetadata({ params }: FactorPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("second_factor.page");
  return { title: t("title") };
}

/** The app that is asked for beside the password, and what may be done about it. */
export default async function SecondFactorPage({ params, searchParams }: FactorPageProps) {
  const locale = await localeOf(params);
  const actor = await requireActor();
  const [t, account, factor, isFresh, { done }] = await Promise.all([
    getTranslations("second_factor.page"),
    getTranslations("account.page"),
    viewSecondFactor(actor),
    isFreshlySignedIn(),
    searchParams,
  ]);
  const errorWords = { "unmet.staff_need_app": t("staff_need_app") };
  const was = (["set_up", "removed", "codes"] as const).find((it) => it === done);
  const notice = was && (
    <Notice tone="good" title={t(`done_${was}`)}>
      {t(`done_${was}_text`)}
    </Notice>
  );
  return (
    <Page width="form" back={{ href: pathIn(locale, "/account"), label: account("title") }} notice={notice}>
      <div className="grid gap-3">
        <Heading>{t("title")}</Heading>
        <Lead>{factor ? t("on", { date: instantWords(locale, factor.since) }) : t(`off_${actor.kind}`)}</Lead>
        {factor && <p>{t("codes_left", { count: factor.codes })}</p>}
      </div>
      {!isFresh ? (
        <ShowWhoYouAre why={t("fresh")} next="/account/second-factor" />
      ) : factor ? (
        <ClientWords>
          <Section title={t("replace")}>
            <p className="max-w-measure">{t("replace_text")}</p>
            <ActionButton action={beginSetUpAction} label={t("set_up")} />
          </Section>
          <Section title={t("new_codes")}>
            <p className="max-w-measure">{t("new_codes_text")}</p>
            <ActionButton action={beginNewCodesAction} label={t("new_codes")} />
          </Section>
          <Section title={t("remove")}>
            {actor.kind === "staff" && !isDemonstration() ? (
              <p className="max-w-measure">{t("remove_staff")}</p>
            ) : (
              <>
                {actor.kind === "professional" && <p className="max-w-measure">{t("remove_text")}</p>}
                <ActionButton action={removeAppAction} label={t("remove")} kind="danger" errorWords={errorWords} />
              </>
            )}
          </Section>
        </ClientWords>
      ) : (
        <ClientWords>
          <ActionButton action={beginSetUpAction} label={t("set_up")} kind="primary" />
        </ClientWords>
      )}
    </Page>
  );
}
