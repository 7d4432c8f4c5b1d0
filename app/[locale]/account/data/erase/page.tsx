import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/form/client-words";
import { KeptTable } from "@/components/my-data/kept-table";
import { ErasureForm } from "@/components/my-data/forms";
import { Page, Section } from "@/components/shell/page";
import { ShowWhoYouAre } from "@/components/shell/show-who-you-are";
import { Heading, Prose } from "@/components/ui/heading";
import { Warning } from "@/components/ui/inset";
import { isFreshlySignedIn, officeNow, requireProfessional } from "@/lib/auth/current-actor";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewMyData } from "@/lib/services/view-my-data";
import { askErasureAction } from "@/app/[locale]/account/data/actions";

type ErasePageProps = PageProps<"/[locale]/account/data/erase">;

export async function generateMetadata({ params }: ErasePageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("my_data.erase");
  return { title: t("title") };
}

/** What goes at once, what must stay and why, before anything is asked for. */
export default async function ErasePage({ params }: ErasePageProps) {
  const locale = await localeOf(params);
  const [actor, now] = await Promise.all([requireProfessional(), officeNow()]);
  const [t, common, { kept, drafts, requests }] = await Promise.all([
    getTranslations("my_data"),
    getTranslations("common"),
    viewMyData(actor, now),
  ]);
  const isOpen = requests.some(({ kind, state }) => kind === "erasure" && state === "open");
  const mayAsk = !isOpen && (await isFreshlySignedIn());
  const what = (
    <>
      {!isOpen && (
        <Prose>
          <h2>{t("erase.at_once")}</h2>
          <ul>
            <li>{t("erase.drafts", { count: drafts })}</li>
            <li>{t("erase.contact")}</li>
          </ul>
        </Prose>
      )}
      {kept.length > 0 && (
        <Section title={t("erase.stays")}>
          <KeptTable locale={locale} kept={kept} />
          <p className="max-w-measure">{t("erase.then")}</p>
        </Section>
      )}
      <p className="max-w-measure text-ink-soft">{t("erase.trail")}</p>
    </>
  );
  return (
    <Page width="form" back={{ href: pathIn(locale, "/account/data"), label: t("title") }}>
      {!mayAsk ? (
        <>
          <Heading>{t("erase.title")}</Heading>
          {isOpen ? <p>{t("erase.open")}</p> : <ShowWhoYouAre why={t("erase.fresh")} next="/account/data/erase" />}
          {what}
        </>
      ) : (
        <ClientWords>
          <ErasureForm
            action={askErasureAction}
            label={t("erase.understood")}
            submit={t("erase.submit")}
            submitKind="danger"
          >
            <Heading>{t("erase.title")}</Heading>
            {what}
            {kept.length === 0 && <Warning label={common("important")}>{t("erase.all")}</Warning>}
          </ErasureForm>
        </ClientWords>
      )}
    </Page>
  );
}
