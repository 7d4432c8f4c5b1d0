import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WishForm } from "@/components/demand/wish-form";
import { ClientWords } from "@/components/form/client-words";
import { TextField } from "@/components/form/text-fields";
import { Alternates } from "@/components/public/alternates";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { Heading, Lead } from "@/components/ui/heading";
import { ConfirmationPanel } from "@/components/ui/panel";
import { SummaryList } from "@/components/ui/summary-list";
import { makeWishAction } from "@/app/[locale]/list/not-listed/actions";
import { officeNow } from "@/lib/auth/current-actor";
import { wishDays } from "@/lib/domain/demand/schema";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewEntry } from "@/lib/services/view-entry";

type Props = PageProps<"/[locale]/list/not-listed">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("demand");
  return { title: t("title") };
}

/** The way for a qualification that takes no filings yet: it is counted, and whoever wants to is told. */
export default async function NotListedPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const asked = await searchParams;
  const t = await getTranslations("demand");
  const back = { href: pathIn(locale, "/list"), label: t("back") };
  if (asked["done"] === "mailed" || asked["done"] === "noted") {
    return (
      <Page back={back}>
        <ConfirmationPanel title={t(`${asked["done"]}.title`)}>
          {t(`${asked["done"]}.text`, { days: wishDays })}
        </ConfirmationPanel>
        <div>
          <ButtonLink href={pathIn(locale, "/list")} kind="secondary">
            {t("back")}
          </ButtonLink>
        </div>
      </Page>
    );
  }

  const code = typeof asked["entry"] === "string" ? asked["entry"] : "";
  const view = code ? await viewEntry(code, await officeNow()) : null;
  const entry = view?.ok && view.value.closed !== null ? view.value : null;
  const typed = typeof asked["q"] === "string" ? asked["q"].slice(0, 200) : "";
  return (
    <Page width="form" back={back}>
      <Alternates path="/list/not-listed" />
      <ClientWords>
        <WishForm
          action={makeWishAction}
          defaults={{ qualification: typed }}
          hidden={entry ? { entry: entry.code, qualification: entry.qualification[locale] } : {}}
          submit={t("send")}
        >
          <div className="grid gap-3">
            <Heading>{t(entry ? "title_entry" : "title")}</Heading>
            <Lead>{t(entry ? "lead_entry" : "lead")}</Lead>
          </div>
          {entry ? (
            <SummaryList
              items={[
                { term: t("qualification"), detail: entry.qualification[locale] },
                { term: t("body"), detail: entry.issuingBody[locale] },
              ]}
            />
          ) : (
            <>
              <TextField name="qualification" label={t("qualification")} hint={t("qualification_hint")} width={30} />
              <TextField name="body" label={t("body")} hint={t("body_hint")} optional width={30} />
            </>
          )}
          <TextField
            name="email"
            type="email"
            label={t("email")}
            hint={t("email_hint")}
            autoComplete="email"
            optional
            width={30}
          />
          <p className="max-w-measure text-note text-ink-soft">{t("use", { days: wishDays })}</p>
        </WishForm>
      </ClientWords>
    </Page>
  );
}
