import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { ChangeTable } from "@/components/keeping/change-table";
import { VersionHistory, VersionStepList } from "@/components/keeping/version-history";
import { VersionTag } from "@/components/keeping/version-tag";
import { Page, Section } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { InsetText } from "@/components/ui/inset";
import { TextLink } from "@/components/ui/link";
import { requireStaff } from "@/lib/auth/current-actor";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewKeptEntry, type KeptEntryView } from "@/lib/services/view-kept-entry";
import { prepareVersionAction, submitVersionAction, withdrawVersionAction } from "@/app/[locale]/admin/list/actions";
import { namesOf, refusalWordsOf } from "./words";

type Props = PageProps<"/[locale]/admin/list/[code]">;

const entryOf = cache(async (code: string) => viewKeptEntry(await requireStaff("keep_list"), code));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const view = await entryOf((await params).code);
  return view.ok ? { title: namesOf(locale, view.value).qualification } : {};
}

/** One entry as those see it who keep the list: what stands there, what is worked on, and everything that was. */
export default async function KeptEntryPage({ params }: Props) {
  const locale = await localeOf(params);
  const view = await entryOf((await params).code);
  if (!view.ok) notFound();
  const entry = view.value;
  const { code, open, published, versions } = entry;
  const [t, refused] = await Promise.all([getTranslations("keeping.entry"), refusalWordsOf()]);
  const names = namesOf(locale, entry);
  const prepare = (from: number, label: string, kind: "primary" | "quiet") => (
    <ActionButton
      action={prepareVersionAction}
      hidden={{ entry: code, from: String(from) }}
      label={label}
      kind={kind}
      errorWords={refused}
    />
  );

  return (
    <Page width="wide" back={{ href: pathIn(locale, "/admin/list"), label: t("back") }}>
      <ClientWords>
        <div className="grid gap-8">
          <div className="grid gap-2">
            <Heading caption={names.issuingBody}>{names.qualification}</Heading>
            <p className="code text-ink-soft wrap-anywhere">{code}</p>
          </div>
          {open && <OpenVersion locale={locale} entry={entry} open={open} />}
          <Section title={t("published")}>
            {published ? (
              <>
                <p>
                  {t("version", { number: published.number })}
                  {" · "}
                  <TextLink href={pathIn(locale, `/list/${code}`)}>{t("public")}</TextLink>
                </p>
                {!open && <div>{prepare(published.number, t("prepare"), "primary")}</div>}
              </>
            ) : (
              <p>{t("none")}</p>
            )}
          </Section>
          <Section title={t("history")}>
            <VersionHistory
              versions={versions.filter(({ number }) => number !== open?.number)}
              actions={({ number, wasPublished }) =>
                !open &&
                wasPublished &&
                number !== published?.number && <div>{prepare(number, t("prepare_from", { number }), "quiet")}</div>
              }
            />
          </Section>
        </div>
      </ClientWords>
    </Page>
  );
}

type OpenVersionProps = {
  locale: Locale;
  entry: KeptEntryView;
  open: NonNullable<KeptEntryView["open"]>;
};

/** What is worked on: what it says otherwise, who wrote it, and what may be done with it. */
async function OpenVersion({ locale, entry: { code, actions, isOwn }, open }: OpenVersionProps) {
  const [t, refused] = await Promise.all([getTranslations("keeping.entry"), refusalWordsOf()]);
  const hidden = { entry: code, version: String(open.revision) };
  const at = (page: string) => pathIn(locale, `/admin/list/${code}/${page}`);
  const isToPublish = actions.includes("return");
  return (
    <Section title={t("version", { number: open.number })}>
      <div>
        <VersionTag {...open} />
      </div>
      <VersionStepList steps={open.steps} />
      {open.publishOn && <p>{t("scheduled", { date: dateWords(locale, open.publishOn) })}</p>}
      {open.changes.length > 0 ? <ChangeTable {...open} /> : <p className="text-ink-soft">{t("unchanged")}</p>}
      {isOwn && open.state === "submitted" && <InsetText>{t("own")}</InsetText>}
      <ButtonRow>
        {isToPublish && <ButtonLink href={at("publish")}>{t("publish")}</ButtonLink>}
        {actions.includes("submit") && open.changes.length > 0 && (
          <ActionButton
            action={submitVersionAction}
            hidden={hidden}
            label={t("submit")}
            kind="primary"
            errorWords={refused}
          />
        )}
        {actions.includes("save") && (
          <ButtonLink href={at("edit")} kind="secondary">
            {t("edit")}
          </ButtonLink>
        )}
        <ButtonLink href={at("preview")} kind="secondary">
          {t("preview")}
        </ButtonLink>
        {actions.includes("withdraw") && (
          <ActionButton
            action={withdrawVersionAction}
            hidden={hidden}
            label={t("withdraw")}
            kind="quiet"
            errorWords={refused}
          />
        )}
      </ButtonRow>
    </Section>
  );
}
