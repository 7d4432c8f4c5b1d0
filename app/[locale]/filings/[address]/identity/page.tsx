import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RadioGroup } from "@/components/form/choice-fields";
import { DateParts } from "@/components/form/date-parts";
import { Hidden, TextField } from "@/components/form/text-fields";
import { RereadBox } from "@/components/filing/reread-box";
import { openTask, type TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { TaskPage } from "@/app/[locale]/filings/[address]/task-page";
import { asksForPermit, identityKindsFor, permitKinds } from "@/lib/domain/filing/questions";
import { hasLastDay } from "@/lib/domain/person/identity-document";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing");
  return { title: t("task.identity.title") };
}

export default async function IdentityPage(props: TaskPageProps) {
  const open = await openTask("identity", props);
  const { view, locale } = open;
  if (view.needsConsent) redirect(pathIn(locale, `/filings/${view.address}/consent`));
  const [t, words] = await Promise.all([getTranslations("filing"), getTranslations("identity")]);

  const kinds = identityKindsFor(view.rules);
  const [only] = kinds;
  const isFixed = kinds.length === 1;
  const isPassport = isFixed && only === "passport";
  const issuingState = (
    <TextField
      name="issuing_state"
      label={t("question.issuing_state")}
      hint={t("identity.passport_state_hint")}
      width={20}
    />
  );

  /** A number that is known already stays unless another is typed. */
  const numberField = (name: "identity_number" | "permit_number", example: string | null) => {
    const masked = view.kept.includes(name) && !view.locked.includes(name) ? String(view.answers[name]) : null;
    const hint = example ? t("identity.number_hint", { example }) : t("identity.number_hint_any");
    return (
      <TextField
        name={name}
        label={masked ? t("identity.new_number") : t(`question.${name}`)}
        hint={masked ? `${t("identity.kept", { masked })} ${hint}` : hint}
        lang="en"
        width={20}
        sensitive
        {...(masked && { optional: true })}
      />
    );
  };
  const reread = (number: string, name: string) => (
    <RereadBox number={number} name={name} label={t("identity.reread")} hint={t("identity.reread_hint")} />
  );

  return (
    <TaskPage task="identity" open={open} lead={t("identity.lead")}>
      <section className="grid gap-6" aria-labelledby="paper">
        <h2 id="paper" className="text-lead font-semibold">
          {isFixed ? words(`kind.${only}`) : t("identity.paper")}
        </h2>
        {isFixed ? (
          <Hidden name="identity_kind" value={only} />
        ) : (
          <RadioGroup
            name="identity_kind"
            label={t("identity.kind_of_document")}
            options={kinds.map((value) => ({
              value,
              label: words(`kind.${value}`),
              ...(value === "passport" && { reveal: issuingState }),
            }))}
          />
        )}
        {numberField("identity_number", isFixed ? words(`example.${only}`) : null)}
        {reread("identity_number", "identity_reread")}
        {isPassport && issuingState}
        {kinds.some(hasLastDay) && (
          <DateParts
            name="identity_expires_on"
            label={t("question.identity_expires_on")}
            hint={t(isPassport ? "identity.expires_hint" : "identity.last_day_hint")}
            optional={isFixed && !isPassport}
          />
        )}
      </section>
      {asksForPermit(view.rules) && (
        <section className="grid gap-6 border-t border-line pt-6" aria-labelledby="permit">
          <h2 id="permit" className="text-lead font-semibold">
            {t("identity.permit")}
          </h2>
          <RadioGroup
            name="permit_kind"
            label={t("identity.kind_of_permit")}
            hint={t("identity.permit_hint")}
            options={permitKinds.map((value) => ({
              value,
              label: words(`kind.${value}`),
              hint: t("identity.such_as", { example: words(`example.${value}`) }),
            }))}
          />
          {numberField("permit_number", null)}
          {reread("permit_number", "permit_reread")}
          <DateParts
            name="permit_expires_on"
            label={t("question.permit_expires_on")}
            hint={t("identity.expires_hint")}
          />
        </section>
      )}
    </TaskPage>
  );
}
