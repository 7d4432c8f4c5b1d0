import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AppSetUp } from "@/components/account/app-set-up";
import { ClientWords } from "@/components/form/client-words";
import { Page } from "@/components/shell/page";
import { offerFor } from "@/lib/auth/app-codes";
import { currentOffer } from "@/lib/auth/change-app";
import { requireActor } from "@/lib/auth/current-actor";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { confirmSetUpAction } from "@/app/[locale]/account/second-factor/actions";

type SetUpPageProps = PageProps<"/[locale]/account/second-factor/set-up">;

export async function generateMetadata({ params }: SetUpPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("second_factor.set_up");
  return { title: t("title") };
}

/** The secret that is to be shared with an app, shown once to whoever asked for it. */
export default async function SetUpPage({ params }: SetUpPageProps) {
  const locale = await localeOf(params);
  const actor = await requireActor();
  const [t, offer] = await Promise.all([getTranslations("second_factor"), currentOffer(actor)]);
  const back = pathIn(locale, "/account/second-factor");
  if (!offer?.secret) redirect(back);
  return (
    <Page width="form" back={{ href: back, label: t("page.title") }}>
      <ClientWords>
        <AppSetUp
          action={confirmSetUpAction}
          lead={t("set_up.lead")}
          email={actor.email}
          offer={offerFor(offer, actor.email)}
          errorWords={{ "unmet.set_up_again": t("page.set_up_again") }}
        />
      </ClientWords>
    </Page>
  );
}
