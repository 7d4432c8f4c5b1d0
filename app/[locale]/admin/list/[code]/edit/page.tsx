import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/form/client-words";
import { EntryForm } from "@/components/keeping/entry-form";
import { Page } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { requireStaff } from "@/lib/auth/current-actor";
import type { EntryContent } from "@/lib/domain/accreditation/schema";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewKeptEntry } from "@/lib/services/view-kept-entry";
import { saveVersionAction } from "@/app/[locale]/admin/list/actions";
import { namesOf, refusalWordsOf } from "@/app/[locale]/admin/list/[code]/words";
import { EntryFields } from "./entry-fields";

type Props = PageProps<"/[locale]/admin/list/[code]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations("keeping.entry"))("edit") };
}

/** Every part of the version that is worked on, to be written. */
export default async function EditEntryPage({ params }: Props) {
  const locale = await localeOf(params);
  const { code } = await params;
  const view = await viewKeptEntry(await requireStaff("keep_list"), code);
  if (!view.ok) notFound();
  const { open, actions } = view.value;
  const back = pathIn(locale, `/admin/list/${code}`);
  if (!open || !actions.includes("save")) redirect(back);

  const [t, refused] = await Promise.all([getTranslations("keeping.edit"), refusalWordsOf()]);
  const { qualification } = namesOf(locale, view.value);
  return (
    <Page width="form" back={{ href: back, label: qualification }}>
      <ClientWords>
        <EntryForm
          action={saveVersionAction}
          defaults={typedOf(open.content)}
          hidden={{ entry: code, version: String(open.revision) }}
          submit={t("save")}
          secondary={<TextLink href={back}>{t("cancel")}</TextLink>}
          errorWords={refused}
        >
          <div className="grid gap-3">
            <Heading>{t("title", { number: open.number, qualification })}</Heading>
            <Lead>{t("lead")}</Lead>
          </div>
          <EntryFields locale={locale} />
        </EntryForm>
      </ClientWords>
    </Page>
  );
}

/** A version as it would have been typed. */
function typedOf({ evidence_required, confirmed, experience_years, clean_record_years, ...words }: EntryContent) {
  const texts = Object.fromEntries(Object.entries(words).map(([column, value]) => [column, value ?? ""]));
  return {
    ...texts,
    evidence_required,
    confirmed: confirmed ? "yes" : "no",
    experience_years: String(experience_years ?? ""),
    clean_record_years: String(clean_record_years ?? ""),
  };
}
