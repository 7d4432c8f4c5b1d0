import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/form/client-words";
import { ChangeTable } from "@/components/keeping/change-table";
import { ImpactList } from "@/components/keeping/impact";
import { PublishForm, ReturnForm } from "@/components/keeping/publish-forms";
import { ShowWhoYouAre } from "@/components/shell/show-who-you-are";
import { Page, Section } from "@/components/shell/page";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { isFreshlySignedIn, officeNow, requireStaff } from "@/lib/auth/current-actor";
import { treatments } from "@/lib/domain/accreditation/version";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewImpact, viewKeptEntry } from "@/lib/services/view-kept-entry";
import { publishVersionAction, returnVersionAction } from "@/app/[locale]/admin/list/actions";
import { namesOf, refusalWordsOf } from "@/app/[locale]/admin/list/[code]/words";

type Props = PageProps<"/[locale]/admin/list/[code]/publish">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations("keeping.publish"))("submit") };
}

/** What a version changes and whom it touches, before somebody else than its writers publishes it or gives it back. */
export default async function PublishPage({ params }: Props) {
  const locale = await localeOf(params);
  const { code } = await params;
  const [actor, now] = await Promise.all([requireStaff("keep_list"), officeNow()]);
  const [view, impact] = await Promise.all([viewKeptEntry(actor, code), viewImpact(actor, code, now)]);
  if (!view.ok || !impact.ok) notFound();
  const { open, actions } = view.value;
  const back = pathIn(locale, `/admin/list/${code}`);
  if (!open || !actions.includes("return")) redirect(back);

  const [t, keeping, refused] = await Promise.all([
    getTranslations("keeping.publish"),
    getTranslations("keeping"),
    refusalWordsOf(),
  ]);
  const names = namesOf(locale, view.value);
  const hidden = { entry: code, version: String(open.revision) };
  const mayPublish = actions.includes("publish");
  return (
    <Page width="wide" back={{ href: back, label: names.qualification }}>
      <Heading caption={names.qualification}>{t("title", { number: open.number })}</Heading>
      <Section title={keeping("change.caption")}>
        <ChangeTable {...open} />
        <p>
          <TextLink href={`${back}/preview`}>{keeping("entry.preview")}</TextLink>
        </p>
      </Section>
      <Section title={keeping("impact.title")}>
        <ImpactList {...impact.value} />
      </Section>
      <ClientWords>
        <div className="grid max-w-form gap-10">
          {mayPublish &&
            ((await isFreshlySignedIn()) ? (
              <PublishForm
                action={publishVersionAction}
                defaults={{ publish_on: officeDay(now) }}
                hidden={hidden}
                idPrefix="publish-"
                submit={t("submit")}
                errorWords={refused}
                labels={{ on: t("on"), onHint: t("on_hint"), treatment: t("treatment") }}
                treatments={treatments.map((value) => ({ value, label: t(value), hint: t(`${value}_hint`) }))}
              />
            ) : (
              <ShowWhoYouAre why={t("fresh")} next={`/admin/list/${code}/publish`} />
            ))}
          <Section title={t("return_title")}>
            <ReturnForm
              action={returnVersionAction}
              hidden={hidden}
              idPrefix="return-"
              submit={t("return")}
              submitKind="secondary"
              errorWords={refused}
              label={t("return_words")}
            />
          </Section>
        </div>
      </ClientWords>
    </Page>
  );
}
