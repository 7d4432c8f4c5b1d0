import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CheckboxGroup } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { TextArea } from "@/components/form/text-fields";
import { FindingTag, type CheckKey } from "@/components/review/check-list";
import { Reasons, ScopeChange } from "@/components/review/decisions";
import { ExaminationHeader } from "@/components/review/examination-header";
import { LookAlikesSummary } from "@/components/review/look-alikes-summary";
import { NotOffered } from "@/components/review/not-offered";
import { ConfirmForm, ReturnForm } from "@/components/review/review-forms";
import { ShowWhoYouAre } from "@/components/shell/show-who-you-are";
import { Objection } from "@/components/review/objection";
import { Page, Section } from "@/components/shell/page";
import { Details } from "@/components/ui/details";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { isFreshlySignedIn } from "@/lib/auth/current-actor";
import { returnReasons } from "@/lib/domain/filing/checks";
import { instantWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { confirmApprovalAction, confirmRefusalAction, returnAction } from "@/app/[locale]/review/actions";
import { examinationAt, type FilingParams } from "@/app/[locale]/review/[reference]/examination";

type ConfirmPage = { params: FilingParams };

export async function generateMetadata({ params }: ConfirmPage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("review.confirm");
  return { title: t("title") };
}

/** The second check of a proposal: what was proposed and what departs from the ordinary first, all evidence one step away. */
export default async function SecondCheck({ params }: ConfirmPage) {
  const { locale, examination, hidden, to, offer } = await examinationAt(params);
  const t = await getTranslations("review.confirm");
  const word = await getTranslations("workflow");
  const review = await getTranslations("review");
  const back = { href: pathIn(locale, "/review/second-check"), label: t("back") };
  const { proposal, checks } = examination;
  const header = <ExaminationHeader {...examination} title={t("title")} />;
  const confirmSteps = (["approve", "give_notice", "refuse"] as const).map(offer);
  const step = confirmSteps.find((it) => it?.offered);

  if (!proposal || examination.state !== "second_check") {
    return (
      <Page width="form" back={back}>
        {header}
        <NotOffered offer={offer("return")} state={examination.state} />
        <p>
          <TextLink href={to()}>{t("all_evidence")}</TextLink>
        </p>
      </Page>
    );
  }

  const departing = checks.filter(({ finding }) => finding && (finding.result !== "met" || finding.note !== ""));
  const isVoid = !examination.isAsProposed;
  const isRefusal = proposal.outcome === "refuse";
  const isConfirmable = !isRefusal || (await isFreshlySignedIn());
  return (
    <Page
      width="form"
      back={back}
      notice={
        isVoid ? (
          <Notice tone="bad" title={t("void")}>
            {t("void_why")}
          </Notice>
        ) : undefined
      }
    >
      {header}
      <Section title={t("proposal")}>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Tag colour={proposal.outcome === "approve" ? "jade" : "red"}>{word(`outcome.${proposal.outcome}`)}</Tag>
          <span className="text-ink-soft">{t("by", { name: proposal.by, at: instantWords(locale, proposal.at) })}</span>
        </p>
        <Reasons codes={proposal.reasonCodes} note={proposal.note} />
      </Section>
      {proposal.scope && (
        <Section title={t("scope")}>
          <ScopeChange from={examination.scope} to={proposal.scope} />
        </Section>
      )}
      {examination.objection && <Objection words={examination.objection} />}
      {isRefusal && (
        <Section title={t("hearing")}>
          {examination.hearing ? (
            <p className="max-w-measure border-s-4 border-gold ps-4 whitespace-pre-line">{examination.hearing}</p>
          ) : (
            <p className="text-ink-soft">{t("no_hearing")}</p>
          )}
        </Section>
      )}
      <Section title={t("findings")} actions={<TextLink href={to()}>{t("all_evidence")}</TextLink>}>
        <p className="max-w-measure">
          {t("met", { met: checks.filter(({ finding }) => finding?.result === "met").length, all: checks.length })}
        </p>
        {departing.length > 0 && <p className="max-w-measure font-semibold">{t("departing")}</p>}
        {departing.length > 0 && (
          <ul className="grid list-none gap-3 p-0">
            {departing.map(({ key, finding }) => (
              <li key={key} className="grid gap-1 border-s-4 border-line ps-4">
                <p className="flex flex-wrap items-center gap-x-3">
                  <span className="font-semibold">{word(`check.${key as CheckKey}.name`)}</span>
                  <FindingTag result={finding?.result ?? null} />
                </p>
                {finding?.note && <p className="max-w-measure whitespace-pre-line">{finding.note}</p>}
              </li>
            ))}
          </ul>
        )}
      </Section>

      <LookAlikesSummary {...examination} href={to("/look-alikes")} />

      {step ? (
        <ClientWords>
          {!isVoid && !isConfirmable && (
            <ShowWhoYouAre why={review("fresh")} next={`/review/${examination.reference}/second-check`} />
          )}
          {!isVoid && isConfirmable && (
            <ConfirmForm
              action={isRefusal ? confirmRefusalAction : confirmApprovalAction}
              hidden={{ ...hidden, outcome: proposal.outcome }}
              idPrefix="confirm-"
              submit={word(`action.${step.action}`)}
              submitKind={isRefusal ? "danger" : "primary"}
              errorWords={{
                stale: t("stale"),
                forbidden: word("party.second_reviewer"),
                "unmet.home_registration_in_force": word("unmet.home_registration_in_force"),
              }}
            >
              <TextArea name="note" label={t("note")} hint={t("note_hint")} rows={3} maxLength={4000} />
            </ConfirmForm>
          )}
          <Details summary={t("return_instead")} open={isVoid}>
            <div className="pt-3">
              <ReturnForm
                action={returnAction}
                hidden={hidden}
                idPrefix="return-"
                submit={word("action.return")}
                submitKind="secondary"
                errorWords={{ stale: t("stale"), forbidden: word("party.second_reviewer") }}
              >
                <CheckboxGroup
                  name="reasons"
                  label={t("return_reasons")}
                  options={returnReasons.map((code) => ({ value: code, label: word(`reason.${code}.title`) }))}
                />
                <TextArea name="note" label={t("return_note")} rows={4} maxLength={4000} />
              </ReturnForm>
            </div>
          </Details>
        </ClientWords>
      ) : (
        <NotOffered offer={offer(isRefusal ? "refuse" : "approve")} state={examination.state} />
      )}
    </Page>
  );
}
