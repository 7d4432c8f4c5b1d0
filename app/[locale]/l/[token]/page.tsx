import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Invitation } from "@/components/account/invitation";
import { AnswerForm } from "@/components/confirmation/forms";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { TextArea, TextField } from "@/components/form/text-fields";
import { Page, Section } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { ConfirmationPanel } from "@/components/ui/panel";
import { SummaryList } from "@/components/ui/summary-list";
import { acceptInvitationAction, answerConfirmationAction, confirmWishAction } from "@/app/[locale]/l/[token]/actions";
import { lastDayOf } from "@/lib/domain/confirmation/link-days";
import { displayName } from "@/lib/domain/person/names";
import { dateWords, monthWords } from "@/lib/i18n/dates";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewInvitation } from "@/lib/services/invite-staff";
import { viewLink, type LinkView } from "@/lib/services/answer-confirmation";
import { viewWish } from "@/lib/services/make-wish";

type Props = PageProps<"/[locale]/l/[token]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const { token } = await params;
  const [t, invitation] = await Promise.all([getTranslations(), viewInvitation(token)]);
  const title = invitation ? t("second_factor.invitation.title") : t("confirmation.link.tab");
  return { title, robots: { index: false, follow: false } };
}

/** What an employer or referee is asked by a one-time link: one post, and two buttons. Opening it does nothing. */
export default async function LinkPage({ params }: Props) {
  const locale = await localeOf(params);
  const { token } = await params;
  const view = await viewLink(token);
  const wish = view.is === "dead" ? await viewWish(token) : null;
  if (wish) return <Wish locale={locale} token={token} wish={wish} />;
  const invitation = view.is === "dead" ? await viewInvitation(token) : null;
  if (invitation) return <Invitation {...{ locale, token, invitation }} action={acceptInvitationAction} />;
  const t = await getTranslations("confirmation.link");
  if (view.is === "open") return <Question locale={locale} token={token} asked={view} />;
  if (view.is === "answered") {
    return (
      <Page>
        <ConfirmationPanel title={t("done_title")}>{t("done_text")}</ConfirmationPanel>
      </Page>
    );
  }
  return (
    <Page>
      <Heading>{t(`${view.is}_title`)}</Heading>
      <Lead>{t(`${view.is}_text`)}</Lead>
    </Page>
  );
}

type WishView = NonNullable<Awaited<ReturnType<typeof viewWish>>>;

/** The address of somebody who wants to be told when a qualification is listed: confirmed by a button, not by looking. */
async function Wish({ locale, token, wish }: { locale: Locale; token: string; wish: WishView }) {
  const t = await getTranslations("demand.link");
  if (wish.isConfirmed) {
    return (
      <Page>
        <ConfirmationPanel title={t("done_title")}>{t("done_text")}</ConfirmationPanel>
      </Page>
    );
  }
  const { qualification } = wish;
  return (
    <Page>
      <Heading>{t("title")}</Heading>
      <Lead>
        {t("text", { qualification: typeof qualification === "string" ? qualification : qualification[locale] })}
      </Lead>
      <ClientWords>
        <ActionButton action={confirmWishAction} hidden={{ token }} kind="primary" label={t("confirm")} />
      </ClientWords>
    </Page>
  );
}

type Asked = { locale: Locale; token: string; asked: Extract<LinkView, { is: "open" }> };

async function Question({ locale, token, asked }: Asked) {
  const t = await getTranslations("confirmation.link");
  const { post, names, relation, expiresAt } = asked;
  const { chinese, latin } = displayName(names);
  const name = [chinese, latin].filter(Boolean).join(" ");
  const from = monthWords(locale, `${post.from}-01`);
  return (
    <Page width="form">
      <ClientWords>
        <AnswerForm
          action={answerConfirmationAction}
          hidden={{ token }}
          submit={t("confirm")}
          deny={t("deny")}
          errorWords={{ not_found: t("dead_text"), wrong_status: t("done_text") }}
        >
          <div className="grid gap-3">
            <Heading>{t("title")}</Heading>
            <Lead>{t(`lead_${relation}`, { name })}</Lead>
          </div>
          <SummaryList
            items={[
              { term: t("person"), detail: name },
              { term: t("employer"), detail: post.employer },
              { term: t("role"), detail: post.role },
              {
                term: t("time"),
                detail:
                  post.to === ""
                    ? t("goes_on", { from })
                    : t("ended", { from, to: monthWords(locale, `${post.to}-01`) }),
              },
              { term: t("share"), detail: `${post.share}%` },
            ]}
          />
          <Section title={t("you")}>
            <TextField name="name" label={t("your_name")} autoComplete="name" width={30} />
            <TextField
              name="position"
              label={t("your_position")}
              hint={t("your_position_hint")}
              autoComplete="organization-title"
              width={30}
            />
            <TextArea name="words" label={t("words")} hint={t("words_hint")} optional rows={4} maxLength={2000} />
          </Section>
          <div className="grid max-w-measure gap-2 text-note text-ink-soft">
            <p>{t("use", { name })}</p>
            <p>{t("until", { date: dateWords(locale, lastDayOf(expiresAt)) })}</p>
          </div>
        </AnswerForm>
      </ClientWords>
    </Page>
  );
}
