import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CheckForm } from "@/components/eligibility/check-form";
import { CheckboxGroup, RadioGroup } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { DateParts } from "@/components/form/date-parts";
import { TextField } from "@/components/form/text-fields";
import { NothingHere } from "@/components/shell/nothing-here";
import { Page } from "@/components/shell/page";
import { Heading } from "@/components/ui/heading";
import { answerCheckAction } from "@/app/[locale]/check/actions";
import { checkOf } from "@/app/[locale]/check/[code]/current";
import { answersTo, isReached, papersToHold, type CheckQuestion } from "@/lib/domain/eligibility/questions";
import { identityKindsFor, permitKinds } from "@/lib/domain/filing/questions";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import type { CheckView } from "@/lib/services/view-check";

type Props = PageProps<"/[locale]/check/[code]/[question]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("eligibility");
  return { title: t("title"), robots: { index: false } };
}

/** One question of the check. Whoever comes to it too early is led to the first that is open. */
export default async function CheckQuestionPage({ params }: Props) {
  const locale = await localeOf(params);
  const { code, question } = await params;
  const view = await checkOf(code);
  if (!view.ok) return <NothingHere />;
  const check = view.value;
  const { rules, answers, today, questions, next } = check;
  if (!isReached(question, rules, answers, today)) redirect(pathIn(locale, `/check/${code}/${next ?? "result"}`));

  const [t, common] = await Promise.all([getTranslations("eligibility"), getTranslations("common")]);
  const at = questions.indexOf(question);
  const Fields = fields[question];
  const given = Object.entries(answersTo(question, rules, answers));
  return (
    <Page width="form" back={await backFrom(locale, check, at)}>
      <ClientWords>
        <CheckForm
          question={question}
          rules={rules}
          today={today}
          action={answerCheckAction}
          defaults={Object.fromEntries(
            given.flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])),
          )}
          hidden={{ entry: code, question }}
          submit={common("continue")}
        >
          <p className="-mb-4 text-ink-soft">{t("step", { number: at + 1, count: questions.length })}</p>
          <Fields locale={locale} check={check} />
        </CheckForm>
      </ClientWords>
    </Page>
  );
}

/** The way back: to the result once everything is answered, else to the question before. */
async function backFrom(locale: Locale, { code, questions, next }: CheckView, at: number) {
  const t = await getTranslations("eligibility");
  const to = (path: string, label: string) => ({ href: pathIn(locale, `/check/${code}${path}`), label });
  if (next === null) return to("/result", t("back_result"));
  return at > 0 ? to(`/${questions[at - 1]}`, t("back_question")) : to("", t("back_start"));
}

type Asked = { locale: Locale; check: CheckView };

const fields: Record<CheckQuestion, (asked: Asked) => Promise<ReactNode>> = {
  home_registration: HomeRegistration,
  identity_kind: IdentityKind,
  permit_kind: PermitKind,
  practice: Practice,
  record: CleanRecord,
  papers: Papers,
};

async function HomeRegistration({ locale, check }: Asked) {
  const [t, common] = await Promise.all([getTranslations("eligibility"), getTranslations("common")]);
  const until = (
    <DateParts
      name="home_registration_until"
      label={t("field.home_registration_until")}
      hint={t("field.home_registration_until_hint")}
    />
  );
  return (
    <RadioGroup
      asHeading
      name="registered"
      label={t("question.home_registration", { qualification: check.qualification[locale] })}
      hint={t("hint.home_registration", { body: check.issuingBody[locale] })}
      options={[
        { value: "yes", label: common("yes"), reveal: until },
        { value: "no", label: t("option.registered_no") },
      ]}
    />
  );
}

async function IdentityKind({ check }: Asked) {
  const [t, common, words] = await Promise.all([
    getTranslations("eligibility"),
    getTranslations("common"),
    getTranslations("identity.kind"),
  ]);
  const kinds = identityKindsFor(check.rules);
  const isOne = kinds.length === 1;
  return (
    <RadioGroup
      asHeading
      name="identity_kind"
      label={isOne ? t("question.identity_kind_one", { document: words(kinds[0]) }) : t("question.identity_kind")}
      options={[
        ...kinds.map((kind) => ({ value: kind, label: isOne ? common("yes") : words(kind) })),
        { value: "none", label: isOne ? common("no") : t("option.no_document") },
      ]}
    />
  );
}

async function PermitKind() {
  const [t, words] = await Promise.all([getTranslations("eligibility"), getTranslations("identity.kind")]);
  return (
    <RadioGroup
      asHeading
      name="permit_kind"
      label={t("question.permit_kind")}
      hint={t("hint.permit_kind")}
      options={[
        ...permitKinds.map((kind) => ({ value: kind, label: words(kind) })),
        { value: "none", label: t("option.no_permit") },
      ]}
    />
  );
}

async function Practice({ check }: Asked) {
  const t = await getTranslations("eligibility");
  return (
    <>
      <div className="grid gap-2">
        <Heading>{t("question.practice")}</Heading>
        <p className="max-w-measure text-ink-soft">{t("hint.practice", { count: check.rules.experienceYears ?? 0 })}</p>
      </div>
      <div className="flex flex-wrap gap-6">
        <TextField name="years" label={t("field.years")} inputMode="numeric" width={2} />
        <TextField name="months" label={t("field.months")} inputMode="numeric" width={2} />
      </div>
    </>
  );
}

async function CleanRecord({ check }: Asked) {
  const [t, common] = await Promise.all([getTranslations("eligibility"), getTranslations("common")]);
  const years = check.rules.cleanRecordYears ?? 0;
  const latest = <DateParts name="latest" label={t("field.latest")} hint={t("field.latest_hint")} />;
  return (
    <RadioGroup
      asHeading
      name="record"
      label={t("question.record", { years })}
      hint={t("hint.record")}
      options={[
        { value: "no", label: common("no") },
        { value: "yes", label: common("yes"), ...(years > 0 && { reveal: latest }) },
      ]}
    />
  );
}

async function Papers({ check }: Asked) {
  const [t, words] = await Promise.all([getTranslations("eligibility"), getTranslations("evidence")]);
  const papers = papersToHold(check.rules);
  const [only] = papers;
  if (only && papers.length === 1) {
    return (
      <RadioGroup
        asHeading
        name="papers"
        label={t("question.papers_one", { paper: words(`${only}.name`) })}
        hint={words(`${only}.exactly`)}
        options={[
          { value: only, label: t("option.paper_yes") },
          { value: "none", label: t("option.paper_no") },
        ]}
      />
    );
  }
  return (
    <CheckboxGroup
      asHeading
      name="papers"
      label={t("question.papers")}
      hint={t("hint.papers")}
      options={[
        ...papers.map((paper) => ({ value: paper, label: words(`${paper}.name`), hint: words(`${paper}.exactly`) })),
        { value: "none", label: t("option.no_paper") },
      ]}
    />
  );
}
