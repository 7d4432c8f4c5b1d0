import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AskForm } from "@/components/confirmation/forms";
import { ConfirmationLines } from "@/components/confirmation/lines";
import { ActionButton } from "@/components/form/action-button";
import { RadioGroup, SelectField } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { TextField } from "@/components/form/text-fields";
import { Page, Section } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { requireProfessional } from "@/lib/auth/current-actor";
import { linkDays, relations } from "@/lib/domain/confirmation/confirmation";
import { locales } from "@/lib/i18n/locales";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewConfirmations, type MyConfirmations, type PostToConfirm } from "@/lib/services/view-confirmations";
import { askConfirmationAction, endConfirmationAction } from "./actions";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("confirmation");
  return { title: t("title") };
}

/** Who was asked to confirm the posts of a filing, and whom else to ask. */
export default async function ConfirmationsPage({ params, searchParams }: TaskPageProps) {
  const locale = await localeOf(params);
  const [{ address }, asked, actor] = await Promise.all([params, searchParams, requireProfessional()]);
  const view = await viewConfirmations(actor, address);
  if (!view.ok) notFound();
  const post = view.value.posts.find(({ at }) => String(at) === asked["post"]);
  if (post && view.value.mayAsk && view.value.hasNames) return <Ask locale={locale} view={view.value} post={post} />;

  const t = await getTranslations("confirmation");
  const { isDraft, posts, others, hasNames } = view.value;
  const to = (page: string) => pathIn(locale, `/filings/${view.value.address}/${page}`);
  return (
    <Page
      width="form"
      back={
        isDraft ? { href: to("experience"), label: t("back_posts") } : { href: to("status"), label: t("back_status") }
      }
      notice={asked["sent"] === "1" && <Notice tone="good" title={t("sent")} />}
    >
      <div className="grid gap-3">
        <Heading caption={view.value.qualification[locale]}>{t("title")}</Heading>
        <Lead>{t("lead")}</Lead>
      </div>
      {posts.length === 0 && (
        <EmptyState
          title={t("none")}
          {...(isDraft && { action: <TextLink href={to("experience")}>{t("add_posts")}</TextLink> })}
        >
          {t("none_text")}
        </EmptyState>
      )}
      {posts.length > 0 && !hasNames && (
        <p>
          {t("names_first")} <TextLink href={to("names")}>{t("add_names")}</TextLink>
        </p>
      )}
      {posts.length > 0 && (
        <ol className="border-t border-line">
          {posts.map((it) => (
            <li key={it.at} className="keep-together grid gap-3 border-b border-line py-4">
              <Post locale={locale} view={view.value} post={it} />
            </li>
          ))}
        </ol>
      )}
      {others.length > 0 && (
        <Section title={t("others")}>
          <p className="max-w-measure text-ink-soft">{t("others_text")}</p>
          {others.map((it) => (
            <ConfirmationLines key={it.id} shown={it} withPost />
          ))}
        </Section>
      )}
    </Page>
  );
}

type Shown = { locale: Locale; view: MyConfirmations; post: PostToConfirm };

async function Post({ locale, view, post: { at, post, last, earlier } }: Shown) {
  const t = await getTranslations("confirmation");
  const { employer } = post;
  const href = pathIn(locale, `/filings/${view.address}/confirmations?post=${at}`);
  const mayAsk = view.mayAsk && view.hasNames && last?.standing !== "confirmed";
  return (
    <>
      {last ? <ConfirmationLines shown={last} withPost /> : <ConfirmationLines post={post} words={t("not_asked")} />}
      {earlier.length > 0 && <p className="text-note text-ink-soft">{t("earlier", { count: earlier.length })}</p>}
      {mayAsk && (
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2 print:hidden">
          <ButtonLink href={href} kind="secondary">
            {t(last ? "again" : "ask")}
            <span className="for-ear"> {t(last ? "again_long" : "ask_long", { employer })}</span>
          </ButtonLink>
          {last?.standing === "waiting" && (
            <ClientWords>
              <ActionButton
                action={endConfirmationAction}
                hidden={{ filingId: view.filingId, confirmationId: last.id }}
                kind="quiet"
                label={t("take_back_long", { employer })}
              />
            </ClientWords>
          )}
        </div>
      )}
    </>
  );
}

async function Ask({ locale, view, post: { at, post, last } }: Shown) {
  const t = await getTranslations("confirmation");
  const form = await getTranslations("confirmation.form");
  return (
    <Page width="form" back={{ href: pathIn(locale, `/filings/${view.address}/confirmations`), label: t("title") }}>
      <ClientWords>
        <AskForm
          action={askConfirmationAction}
          defaults={{ relation: last?.relation ?? "employer", email: last?.email ?? "", locale }}
          hidden={{ filingId: view.filingId, at: String(at), seen: String(view.seen) }}
          submit={form("send")}
        >
          <div className="grid gap-3">
            <Heading>{form("title")}</Heading>
            <ConfirmationLines post={post} />
            <p className="max-w-measure text-ink-soft">{form("lead", { days: linkDays })}</p>
          </div>
          <RadioGroup
            name="relation"
            label={form("relation")}
            options={relations.map((value) => ({
              value,
              label: t(`relation.${value}`),
              hint: form(`${value}_hint`),
            }))}
          />
          <TextField name="email" type="email" label={form("email")} hint={form("email_hint")} width={30} />
          <SelectField
            name="locale"
            label={form("locale")}
            options={locales.map((value) => ({ value, label: t(`locale.${value}`) }))}
          />
        </AskForm>
      </ClientWords>
    </Page>
  );
}
