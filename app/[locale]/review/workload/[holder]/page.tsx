import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { CheckboxGroup, RadioGroup } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { ReassignForm } from "@/components/review/sharing-forms";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { reassignAction } from "@/app/[locale]/review/workload/actions";
import { officeNow, requireStaff } from "@/lib/auth/current-actor";
import { reassignReasons } from "@/lib/domain/filing/checks";
import { mostHandedOver } from "@/lib/domain/filing/sharing-schema";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewHandOver } from "@/lib/services/view-workload";

type HandOverPage = { params: Promise<{ locale: string; holder: string }> };

export async function generateMetadata({ params }: HandOverPage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("review.workload");
  return { title: t("hand_over_title") };
}

/** The filings that one reviewer holds, or nobody, and to whom they go. */
export default async function HandOver({ params }: HandOverPage) {
  const [locale, actor, { holder: asked }, now] = await Promise.all([
    localeOf(params),
    requireStaff("share_out_work"),
    params,
    officeNow(),
  ]);
  const isKnown = asked === "nobody" || z.uuid().safeParse(asked).success;
  const view = isKnown && (await viewHandOver(actor, asked === "nobody" ? null : asked, now));
  if (!view || !view.ok) notFound();

  const [t, state, reason] = await Promise.all([
    getTranslations("review.workload"),
    getTranslations("workflow.state"),
    getTranslations("workflow.reason"),
  ]);
  const { holder, filings, hasMore, colleagues } = view.value;
  const back = { href: pathIn(locale, "/review/workload"), label: t("title") };
  const heading = (
    <div className="grid gap-2">
      <Heading {...(holder && { caption: holder.name })}>{t("hand_over_title")}</Heading>
      <Lead>{holder ? t("hand_over_lead") : t("give_lead")}</Lead>
    </div>
  );
  if (filings.length === 0) {
    return (
      <Page width="form" back={back}>
        {heading}
        <EmptyState title={t("empty")} />
      </Page>
    );
  }
  const choices = filings.map(({ id, version, reference, qualification, dueOn, ...filing }) => ({
    value: `${id}:${version}`,
    label: reference,
    hint: [
      qualification[locale],
      state(filing.state),
      ...(dueOn ? [t("due", { date: dateWords(locale, dueOn) })] : []),
    ].join(" · "),
  }));
  return (
    <Page width="form" back={back}>
      <ClientWords>
        <ReassignForm
          action={reassignAction}
          defaults={{ filings: choices.map(({ value }) => value), to: "evenly" }}
          submit={t("submit")}
          secondary={<TextLink href={back.href}>{t("cancel")}</TextLink>}
          errorWords={{
            "unmet.nobody_there": t("nobody_there"),
            "unmet.cannot_take": t("cannot_take"),
            stale: t("stale"),
          }}
        >
          {heading}
          <CheckboxGroup
            name="filings"
            label={t("filings")}
            options={choices}
            {...(hasMore && { hint: t("more", { count: mostHandedOver }) })}
          />
          <RadioGroup
            name="to"
            label={t("to")}
            options={[
              { value: "evenly", label: t("evenly"), hint: t("evenly_hint") },
              ...colleagues.map(({ id, name, inHand, awayUntil }) => ({
                value: id,
                label: name,
                hint: [
                  t("in_hand", { count: inHand }),
                  ...(awayUntil ? [t("away_until", { date: dateWords(locale, awayUntil) })] : []),
                ].join(" · "),
              })),
            ]}
          />
          <RadioGroup
            name="reason"
            label={t("reason")}
            options={reassignReasons.map((code) => ({ value: code, label: reason(`${code}.title`) }))}
          />
        </ReassignForm>
      </ClientWords>
    </Page>
  );
}
