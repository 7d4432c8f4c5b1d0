import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { RadioGroup } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { TextArea } from "@/components/form/text-fields";
import { ExaminationHeader } from "@/components/review/examination-header";
import { NotOffered } from "@/components/review/not-offered";
import { OneReopening } from "@/components/review/reopenings";
import { ProposeReopeningForm } from "@/components/review/review-forms";
import { Page, Section } from "@/components/shell/page";
import { ShowWhoYouAre } from "@/components/shell/show-who-you-are";
import { InsetText } from "@/components/ui/inset";
import { TextLink } from "@/components/ui/link";
import { isFreshlySignedIn, officeNow, requireStaff } from "@/lib/auth/current-actor";
import { reopenReasons } from "@/lib/domain/filing/checks";
import { dateWords } from "@/lib/i18n/dates";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewReopenings, type ReopeningEffects } from "@/lib/services/view-reopening";
import { dropReopeningAction, proposeReopeningAction, reopenAction } from "@/app/[locale]/review/actions";
import { examinationAt, type FilingParams } from "@/app/[locale]/review/[reference]/examination";

type ReopenPage = { params: FilingParams };

export async function generateMetadata({ params }: ReopenPage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("review.reopen");
  return { title: t("title") };
}

/** Two supervisors take back how a filing ended: the one says why, the other agrees or drops it. */
export default async function Reopen({ params }: ReopenPage) {
  const { locale, examination, hidden, to, offer } = await examinationAt(params);
  const [t, word, actor, now] = await Promise.all([
    getTranslations("review.reopen"),
    getTranslations("workflow"),
    requireStaff(),
    officeNow(),
  ]);
  const view = await viewReopenings(actor, examination.id, now);
  if (!view.ok) notFound();
  const { proposal, effects, mayDrop } = view.value;
  const back = { href: to(), label: t("back") };
  const header = <ExaminationHeader {...examination} title={t("title")} />;
  const errorWords = { stale: t("changed"), forbidden: word("party.second_supervisor") };

  if (!proposal && !effects) {
    return (
      <Page width="form" back={back}>
        {header}
        <NotOffered offer={offer("reopen")} state={examination.state} />
      </Page>
    );
  }
  if (!proposal) {
    return (
      <Page width="form" back={back}>
        <ClientWords>
          <ProposeReopeningForm
            action={proposeReopeningAction}
            defaults={{ words: "" }}
            hidden={hidden}
            submit={t("submit")}
            secondary={<TextLink href={to()}>{t("cancel")}</TextLink>}
            errorWords={errorWords}
          >
            {header}
            <p className="max-w-measure">{t("lead")}</p>
            {effects && <Effects effects={effects} locale={locale} />}
            <RadioGroup
              name="reason"
              label={t("reason")}
              options={reopenReasons.map((code) => ({
                value: code,
                label: word(`reason.${code}.title`),
                hint: word(`reason.${code}.rule`),
              }))}
            />
            <TextArea name="words" label={t("words")} hint={t("words_hint")} rows={5} maxLength={2000} />
          </ProposeReopeningForm>
        </ClientWords>
      </Page>
    );
  }

  const seen = { ...hidden, reopeningId: proposal.id };
  const isFresh = await isFreshlySignedIn();
  return (
    <Page width="form" back={back}>
      {header}
      <Section title={t("proposed")}>
        <OneReopening reopening={proposal} />
      </Section>
      {effects && <Effects effects={effects} locale={locale} />}
      {!effects && (proposal.isActors ? <InsetText>{t("own")}</InsetText> : notOffered())}
      <ClientWords>
        {effects && !isFresh && <ShowWhoYouAre why={t("fresh")} next={`/review/${examination.reference}/reopen`} />}
        <div className="flex flex-wrap items-start gap-4">
          {effects && isFresh && (
            <ActionButton
              action={reopenAction}
              hidden={seen}
              label={t("agree")}
              kind="danger"
              errorWords={errorWords}
            />
          )}
          {mayDrop && (
            <ActionButton action={dropReopeningAction} hidden={seen} label={t("drop")} errorWords={errorWords} />
          )}
        </div>
      </ClientWords>
    </Page>
  );

  function notOffered() {
    return <NotOffered offer={offer("reopen")} state={examination.state} />;
  }
}

async function Effects({ effects, locale }: { effects: ReopeningEffects; locale: Locale }) {
  const [t, state] = await Promise.all([getTranslations("review.reopen"), getTranslations("workflow.state")]);
  const { to, dueOn, voids, asksAgain, liftsUntil } = effects;
  return (
    <Section title={t("effects")}>
      <ul className="grid max-w-measure list-disc gap-1 ps-5">
        <li>{t("goes_back", { state: state(to) })}</li>
        {dueOn && <li>{t("due", { date: dateWords(locale, dueOn) })}</li>}
        {voids && <li className="font-semibold">{t("voids", { number: voids })}</li>}
        {asksAgain && <li>{t("asks_again")}</li>}
        {liftsUntil && <li>{t("lifts", { date: dateWords(locale, liftsUntil) })}</li>}
        <li>{t("tells")}</li>
      </ul>
    </Section>
  );
}
