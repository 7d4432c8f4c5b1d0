import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/form/client-words";
import { TextArea } from "@/components/form/text-fields";
import { ProceedingFacts, ProceedingTag } from "@/components/proceeding/proceeding-facts";
import { DecideForm, DropForm } from "@/components/proceeding/staff-forms";
import { Page } from "@/components/shell/page";
import { ShowWhoYouAre } from "@/components/shell/show-who-you-are";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import { InsetText } from "@/components/ui/inset";
import { TextLink } from "@/components/ui/link";
import { isFreshlySignedIn, officeNow, requireStaff } from "@/lib/auth/current-actor";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewProceeding, type ProceedingPage } from "@/lib/services/view-proceeding";
import { decideProceedingAction, dropProceedingAction } from "@/app/[locale]/review/registrations/actions";

type Props = PageProps<"/[locale]/review/registrations/[number]/proceedings/[proceedingId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("proceeding.file");
  return { title: t("title", { number: (await params).number }) };
}

/** One proposal about a registration for whoever may decide on it: never the person who made it. */
export default async function ProceedingFile({ params }: Props) {
  const [locale, actor, asked, now] = await Promise.all([localeOf(params), requireStaff(), params, officeNow()]);
  const view = await viewProceeding(actor, asked, now);
  if (!view.ok) notFound();
  const page = view.value;
  const { proceeding, registration } = page;
  const [t, kind, decide] = await Promise.all([
    getTranslations("proceeding.file"),
    getTranslations("proceeding.kind"),
    getTranslations("proceeding.decide"),
  ]);
  const file = pathIn(locale, `/review/registrations/${registration.number}`);
  return (
    <Page width="form" back={{ href: file, label: t("title", { number: registration.number }) }}>
      <div className="grid gap-3">
        <Heading caption={registration.number}>{kind(proceeding.kind)}</Heading>
        <div>
          <ProceedingTag state={proceeding.state} />
        </div>
      </div>
      <ProceedingFacts proceeding={proceeding} />
      <p>
        <TextLink href={file}>{decide("all")}</TextLink>
      </p>
      <Decision locale={locale} page={page} />
    </Page>
  );
}

async function Decision({ locale, page }: { locale: Locale; page: ProceedingPage }) {
  const { proceeding, registration, obstacle, wouldHoldFrom } = page;
  if (proceeding.state === "decided" || proceeding.state === "dropped") return null;
  const [t, withheld] = await Promise.all([
    getTranslations("proceeding.decide"),
    getTranslations("proceeding.withheld"),
  ]);
  const { steps, kind, state } = proceeding;
  if (!steps.includes("drop")) {
    return <InsetText>{withheld(state === "hearing" ? "not_yet" : "second_person")}</InsetText>;
  }
  const hidden = { proceedingId: proceeding.id, version: String(proceeding.version) };
  const errorWords = { forbidden: withheld("second_person") };
  const here = `/review/registrations/${registration.number}/proceedings/${proceeding.id}` as const;
  if (!(await isFreshlySignedIn())) return <ShowWhoYouAre why={t("fresh")} next={here} />;
  return (
    <ClientWords>
      {obstacle || !steps.includes("decide") ? (
        <InsetText>{withheld(obstacle ?? "registration_runs")}</InsetText>
      ) : (
        <DecideForm
          action={decideProceedingAction}
          hidden={hidden}
          idPrefix="decide-"
          submit={t(`submit.${kind}`)}
          submitKind={kind === "lifting" ? "primary" : "danger"}
          errorWords={errorWords}
        >
          <p className="font-semibold">{t("would_hold", { date: dateWords(locale, wouldHoldFrom) })}</p>
          <TextArea name="note" label={t("note")} hint={t("note_hint")} rows={3} maxLength={4000} />
        </DecideForm>
      )}
      <Details summary={t("drop_instead")} open={obstacle !== null}>
        <div className="pt-3">
          <DropForm
            action={dropProceedingAction}
            hidden={hidden}
            idPrefix="drop-"
            submit={t("drop")}
            submitKind="secondary"
            errorWords={errorWords}
          >
            <TextArea
              name="note"
              label={t("drop_note")}
              hint={t(kind === "lifting" ? "drop_note_hint_lifting" : "drop_note_hint")}
              rows={4}
              maxLength={4000}
            />
          </DropForm>
        </div>
      </Details>
    </ClientWords>
  );
}
