import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RecoveryCodes } from "@/components/account/recovery-codes";
import { NewCodesForm } from "@/components/account/second-factor-forms";
import { ClientWords } from "@/components/form/client-words";
import { Page } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { PrintButton } from "@/components/ui/print-button";
import { currentOffer } from "@/lib/auth/change-app";
import { requireActor } from "@/lib/auth/current-actor";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { confirmNewCodesAction } from "@/app/[locale]/account/second-factor/actions";

type CodesPageProps = PageProps<"/[locale]/account/second-factor/codes">;

export async function generateMetadata({ params }: CodesPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("second_factor.codes");
  return { title: t("title") };
}

/** New recovery codes, shown once; the old ones hold until these are kept. */
export default async function CodesPage({ params }: CodesPageProps) {
  const locale = await localeOf(params);
  const actor = await requireActor();
  const [t, offer] = await Promise.all([getTranslations("second_factor"), currentOffer(actor)]);
  const back = pathIn(locale, "/account/second-factor");
  if (!offer || offer.secret !== "") redirect(back);
  return (
    <Page width="form" back={{ href: back, label: t("page.title") }}>
      <ClientWords>
        <NewCodesForm
          action={confirmNewCodesAction}
          label={t("set_up.kept")}
          submit={t("codes.submit")}
          errorWords={{ "unmet.set_up_again": t("page.set_up_again") }}
        >
          <Heading>{t("codes.title")}</Heading>
          <Lead>{t("codes.lead")}</Lead>
          <RecoveryCodes codes={offer.codes} />
          <div>
            <PrintButton label={t("set_up.print")} />
          </div>
        </NewCodesForm>
      </ClientWords>
    </Page>
  );
}
