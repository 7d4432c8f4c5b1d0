import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MakeItemForm } from "@/components/case-message/forms";
import { SelectField } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { TextArea } from "@/components/form/text-fields";
import { QuotedWords } from "@/components/filing/quoted-words";
import type { CheckKey } from "@/components/review/check-list";
import { ExaminationHeader } from "@/components/review/examination-header";
import { NotOffered } from "@/components/review/not-offered";
import { Page } from "@/components/shell/page";
import { TextLink } from "@/components/ui/link";
import { requireStaff } from "@/lib/auth/current-actor";
import { mostCharacters } from "@/lib/domain/case-message/schema";
import { localeOf } from "@/lib/i18n/routing";
import { viewCaseMessages } from "@/lib/services/view-case-messages";
import { makeItemAction } from "@/app/[locale]/review/actions";
import { examinationAt, type FilingParams } from "@/app/[locale]/review/[reference]/examination";

type ItemPageProps = {
  params: FilingParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: ItemPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("case_message.item");
  return { title: t("title") };
}

/** Makes an item of the next request of what an applicant wrote: only what is asked for can be changed. */
export default async function ItemPage({ params, searchParams }: ItemPageProps) {
  const { examination, to, offer } = await examinationAt(params);
  const [t, check, language, asked, messages] = await Promise.all([
    getTranslations("case_message.item"),
    getTranslations("workflow.check"),
    getTranslations("review.language"),
    searchParams,
    viewCaseMessages(await requireStaff(), examination.id),
  ]);
  const back = { href: to(), label: t("back") };
  const request = offer("request_information");
  if (!request?.offered || !examination.mayRecord) {
    return (
      <Page width="form" back={back}>
        <ExaminationHeader {...examination} title={t("title")} />
        <NotOffered offer={request} state={examination.state} />
      </Page>
    );
  }

  const message = messages.ok ? messages.value.messages.find(({ id }) => id === asked["message"]) : undefined;
  const revisions = new URLSearchParams(
    examination.checks.map(({ key, finding }) => [key, String(finding?.revision ?? 0)]),
  );
  return (
    <Page width="form" back={back}>
      <ClientWords>
        <MakeItemForm
          action={makeItemAction}
          hidden={{ filingId: examination.id, revisions: String(revisions) }}
          submit={t("make")}
          secondary={<TextLink href={`${to()}#messages`}>{t("cancel")}</TextLink>}
        >
          <ExaminationHeader {...examination} title={t("title")} />
          <p className="max-w-measure">{t("lead")}</p>
          {message && <QuotedWords>{message.words}</QuotedWords>}
          <SelectField
            name="check"
            label={t("check")}
            hint={t("check_hint")}
            empty
            options={examination.checks.map(({ key }) => ({ value: key, label: check(`${key as CheckKey}.name`) }))}
          />
          <TextArea
            name="text"
            label={t("text")}
            hint={t("text_hint", { language: language(examination.locale) })}
            rows={4}
            maxLength={mostCharacters}
            lang={examination.locale}
          />
        </MakeItemForm>
      </ClientWords>
    </Page>
  );
}
