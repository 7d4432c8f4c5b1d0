import type { Metadata } from "next";
import { createTranslator } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/form/client-words";
import { RadioGroup } from "@/components/form/choice-fields";
import type { CheckKey } from "@/components/review/check-list";
import { ExaminationHeader } from "@/components/review/examination-header";
import { RequestForm, RequestItemField } from "@/components/review/request-form";
import { NotOffered } from "@/components/review/not-offered";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty";
import { InsetText } from "@/components/ui/inset";
import { TextLink } from "@/components/ui/link";
import { askAgainReasons } from "@/lib/domain/filing/checks";
import { usualRounds } from "@/lib/domain/filing/rounds";
import { requestOutcomes } from "@/lib/domain/filing/review-schema";
import { dateWords } from "@/lib/i18n/dates";
import { messagesIn } from "@/lib/i18n/messages";
import { localeOf } from "@/lib/i18n/routing";
import { requestAction } from "@/app/[locale]/review/actions";
import { examinationAt, type FilingParams } from "@/app/[locale]/review/[reference]/examination";

type RequestPage = { params: FilingParams };

export async function generateMetadata({ params }: RequestPage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("review.request");
  return { title: t("title") };
}

export default async function RequestInformation({ params }: RequestPage) {
  const { locale, examination, hidden, to, offer } = await examinationAt(params);
  const t = await getTranslations("review.request");
  const word = await getTranslations("workflow");
  const language = await getTranslations("review.language");
  const back = { href: to(), label: t("back") };
  const offered = offer("request_information");

  if (!offered?.offered) {
    return (
      <Page width="form" back={back}>
        <ExaminationHeader {...examination} title={t("title")} />
        <NotOffered offer={offered} state={examination.state} />
      </Page>
    );
  }

  const missing = examination.checks.filter(({ finding }) => finding?.result === "missing");
  if (missing.length === 0) {
    return (
      <Page width="form" back={back}>
        <ExaminationHeader {...examination} title={t("title")} />
        <EmptyState title={t("empty")} action={<TextLink href={to()}>{t("to_checks")}</TextLink>}>
          {t("empty_why")}
        </EmptyState>
      </Page>
    );
  }

  // The notice begins in the professional's own language, with the reviewer's note where there is one.
  const theirs = createTranslator({ locale: examination.locale, messages: messagesIn(examination.locale) });
  const texts = missing.map(({ key, about, finding }) => {
    const rule = theirs(`workflow.check.${key as CheckKey}.rule`);
    return finding?.note || theirs(`review.request.text.${about}`, { rule });
  });
  const isAgain = examination.requests.length > 0;
  const round = examination.requests.length + 1;

  return (
    <Page width="form" back={back}>
      <ClientWords>
        <RequestForm
          action={requestAction}
          hidden={hidden}
          defaults={{ texts, outcome: isAgain ? "" : "close_no_response", reason: "" }}
          submit={t("send", { count: missing.length })}
          secondary={<TextLink href={to()}>{t("cancel")}</TextLink>}
          errorWords={{ stale: t("stale") }}
        >
          <ExaminationHeader {...examination} title={t("title")} />
          <p className="max-w-measure">
            {t("lead", {
              count: missing.length,
              language: language(examination.locale),
              date: dateWords(locale, examination.ifSentToday.answerBy),
            })}
          </p>
          {round === examination.mostRounds ? (
            <InsetText>{t(round > usualRounds ? "last_extra_round" : "last_round")}</InsetText>
          ) : (
            <p>{t("round", { round, most: examination.mostRounds })}</p>
          )}
          {isAgain && (
            <RadioGroup
              name="reason"
              label={t("reason")}
              hint={t("reason_hint")}
              options={askAgainReasons.map((code) => ({
                value: code,
                label: word(`reason.${code}.title`),
                hint: word(`reason.${code}.rule`),
              }))}
            />
          )}
          {missing.map(({ key }, at) => (
            <RequestItemField
              key={key}
              check={key}
              at={at}
              label={`${at + 1}. ${word(`check.${key as CheckKey}.name`)}`}
              hint={word(`check.${key as CheckKey}.rule`)}
              lang={examination.locale}
            />
          ))}
          <RadioGroup
            name="outcome"
            label={t("outcome")}
            options={requestOutcomes.map((outcome) => ({ value: outcome, label: t(`outcomes.${outcome}`) }))}
          />
        </RequestForm>
      </ClientWords>
    </Page>
  );
}
