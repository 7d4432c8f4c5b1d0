import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RulePreview } from "@/components/keeping/rule-preview";
import { EntrySheet } from "@/components/public/entry-sheet";
import { EntryStandingTag } from "@/components/public/entry-standing";
import { Page, Section } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { officeNow, requireStaff } from "@/lib/auth/current-actor";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { previewVersion, viewKeptEntry } from "@/lib/services/view-kept-entry";

type Props = PageProps<"/[locale]/admin/list/[code]/preview">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations("keeping.entry"))("preview") };
}

/** What the version that is worked on, or the one on the list, yields everywhere. */
export default async function PreviewPage({ params }: Props) {
  const locale = await localeOf(params);
  const { code } = await params;
  const [actor, now] = await Promise.all([requireStaff("keep_list"), officeNow()]);
  const view = await viewKeptEntry(actor, code);
  if (!view.ok) notFound();
  const { open, published, versions, actions } = view.value;
  const number = (open ?? published ?? versions[0])?.number ?? 0;
  const preview = await previewVersion(actor, code, number, now);
  if (!preview.ok) notFound();
  const { entry, tasks, checks } = preview.value;
  const t = await getTranslations("keeping");

  return (
    <Page width="wide" back={{ href: pathIn(locale, `/admin/list/${code}`), label: t("preview.back") }}>
      <div className="grid gap-3">
        <Heading caption={entry.issuingBody[locale]}>{t("preview.title", { number })}</Heading>
        <Lead>{t("preview.lead")}</Lead>
        <ButtonRow>
          {actions.includes("save") && (
            <ButtonLink href={pathIn(locale, `/admin/list/${code}/edit`)} kind="secondary">
              {t("entry.edit")}
            </ButtonLink>
          )}
          <TextLink href={pathIn(locale, `/admin/list/${code}`)}>{t("change.caption")}</TextLink>
        </ButtonRow>
      </div>
      <Section title={t("preview.page")}>
        <p className="text-h3 font-semibold">{entry.qualification[locale]}</p>
        <div>
          <EntryStandingTag standing={entry.closed ?? "open"} />
        </div>
        <EntrySheet locale={locale} entry={entry} />
      </Section>
      <RulePreview tasks={tasks} checks={checks} />
    </Page>
  );
}
