import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Checkbox, RadioGroup } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { DateParts } from "@/components/form/date-parts";
import { TextArea } from "@/components/form/text-fields";
import { LiftForm, RevokeForm, SuspendForm } from "@/components/proceeding/staff-forms";
import { Page } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { InsetText } from "@/components/ui/inset";
import { TextLink } from "@/components/ui/link";
import { officeNow, requireStaff } from "@/lib/auth/current-actor";
import { proceedingKinds, proceedingReasons } from "@/lib/domain/registration/proceeding-reasons";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewRegistrationFile } from "@/lib/services/view-registration-file";
import {
  proposeLiftingAction,
  proposeRevocationAction,
  proposeSuspensionAction,
} from "@/app/[locale]/review/registrations/actions";

type Props = PageProps<"/[locale]/review/registrations/[number]/propose/[kind]">;

const kindOf = (typed: string) => proceedingKinds.find((kind) => kind === typed);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const kind = kindOf((await params).kind);
  const t = await getTranslations("proceeding.file");
  return { title: kind && t(`propose_kind.${kind}`) };
}

/** A proposal about a registration: why, the facts, and from which day. */
export default async function ProposePage({ params }: Props) {
  const [locale, actor, { number, kind: typed }, now] = await Promise.all([
    localeOf(params),
    requireStaff(),
    params,
    officeNow(),
  ]);
  const kind = kindOf(typed);
  const view = kind && (await viewRegistrationFile(actor, number, now));
  if (!kind || !view?.ok) notFound();

  const file = view.value;
  const [t, title, withheld, reason] = await Promise.all([
    getTranslations("proceeding.propose"),
    getTranslations("proceeding.file"),
    getTranslations("proceeding.withheld"),
    getTranslations("proceeding.reason"),
  ]);
  const here = pathIn(locale, `/review/registrations/${file.number}`);
  const back = { href: here, label: title("title", { number: file.number }) };
  const offer = file.offers.find((it) => it.kind === kind);
  const { hearingUntil, earliest, today } = file.ifProposedToday;
  const heading = (
    <div className="grid gap-2">
      <Heading caption={file.number}>{title(`propose_kind.${kind}`)}</Heading>
      <Lead>
        {kind === "lifting" ? t("lead_lifting") : t("lead_hearing", { date: dateWords(locale, hearingUntil) })}
      </Lead>
    </div>
  );
  if (!offer || offer.withheld) {
    return (
      <Page width="form" back={back}>
        {heading}
        <InsetText>{withheld(offer?.withheld ?? "forbidden")}</InsetText>
      </Page>
    );
  }

  const shared = {
    hidden: { number: file.number, version: String(file.version) },
    submit: t("submit"),
    secondary: <TextLink href={here}>{t("cancel")}</TextLink>,
    errorWords: {
      forbidden: withheld("forbidden"),
      "unmet.proceeding_open": withheld("proceeding_open"),
      "unmet.registration_runs": withheld("registration_runs"),
      "unmet.not_suspended": withheld("not_suspended"),
      "unmet.suspended": withheld("suspended"),
      "unmet.no_end_decided": withheld("no_end_decided"),
    },
  };
  const why = (
    <>
      <RadioGroup
        name="reason"
        label={t("reason")}
        {...(kind !== "lifting" && { hint: t("reason_public") })}
        options={proceedingReasons[kind].map((code) => ({ value: code, label: reason(code) }))}
      />
      <TextArea name="words" label={t("words")} hint={t("words_hint")} rows={6} maxLength={4000} />
      <DateParts
        name="effectiveOn"
        label={t("effective")}
        hint={
          kind === "lifting" ? t("effective_hint_lifting") : t("effective_hint", { date: dateWords(locale, earliest) })
        }
      />
    </>
  );
  return (
    <Page width="form" back={back}>
      <ClientWords>
        {kind === "suspension" && (
          <SuspendForm
            action={proposeSuspensionAction}
            defaults={{ effectiveOn: earliest }}
            submitKind="danger"
            {...shared}
          >
            {heading}
            {why}
            <DateParts name="untilOn" label={t("until")} hint={t("until_hint")} />
          </SuspendForm>
        )}
        {kind === "revocation" && (
          <RevokeForm
            action={proposeRevocationAction}
            defaults={{ effectiveOn: earliest }}
            submitKind="danger"
            {...shared}
          >
            {heading}
            {why}
            <Checkbox name="fromTheStart" label={t("void")} hint={t("void_hint")} />
          </RevokeForm>
        )}
        {kind === "lifting" && (
          <LiftForm action={proposeLiftingAction} defaults={{ effectiveOn: today }} {...shared}>
            {heading}
            {why}
          </LiftForm>
        )}
      </ClientWords>
    </Page>
  );
}
