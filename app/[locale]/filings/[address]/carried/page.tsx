import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { CheckboxGroup } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { AnswerWords, type Question } from "@/components/filing/answers-summary";
import { WordsForm } from "@/components/filing/words-form";
import { Page, Section } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { WholeReferences } from "@/components/ui/whole-references";
import { confirmCarriedAction } from "@/app/[locale]/filings/actions";
import type { TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import type { Carried } from "@/lib/domain/filing/carry";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewCarried } from "@/lib/services/view-carried";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing.carried");
  return { title: t("title") };
}

/** What earlier filings know: item by item it is confirmed, changed, or left to be answered anew. */
export default async function CarriedPage({ params }: TaskPageProps) {
  const locale = await localeOf(params);
  const [{ address }, actor, now] = await Promise.all([params, requireProfessional(), officeNow()]);
  const view = await viewCarried(actor, address, now);
  if (!view.ok) notFound();
  const { filingId, isDraft, qualification, carried, needsConsent } = view.value;
  const to = (page: string) => pathIn(locale, `/filings/${view.value.address}${page}`);
  if (!isDraft) redirect(to("/status"));

  const t = await getTranslations("filing.carried");
  const ended = carried.filter(({ endedOn }) => endedOn !== null);
  const valid = carried.filter(({ endedOn }) => endedOn === null);
  const waits = ({ task }: Carried) => needsConsent && task === "identity";
  const open = valid.filter((it) => !waits(it));
  const seen = String(new URLSearchParams(open.map(({ item, mark }) => [item, mark])));
  return (
    <Page width="form" back={{ href: to(""), label: t("back") }}>
      <div className="grid gap-3">
        <Heading caption={qualification[locale]}>{t("title")}</Heading>
        {carried.length > 0 && <Lead>{t("lead")}</Lead>}
      </div>
      {carried.length === 0 && <EmptyState title={t("none")}>{t("none_text")}</EmptyState>}
      {open.length > 0 && (
        <ClientWords>
          <WordsForm action={confirmCarriedAction} hidden={{ filingId, seen }} submit={t("submit")}>
            <CheckboxGroup
              name="items"
              label={t("legend")}
              hint={t("pick")}
              options={open.map((it) => ({
                value: it.item,
                label: t(`item.${it.item}`),
                hint: <Known carried={it} changeHref={changeHref(it)} />,
              }))}
            />
          </WordsForm>
        </ClientWords>
      )}
      {valid.some(waits) && (
        <Section title={t("consent_title")}>
          <p className="max-w-measure">{t("consent")}</p>
          <p>
            <TextLink href={to("/consent")}>{t("give_consent")}</TextLink>
          </p>
        </Section>
      )}
      {ended.length > 0 && (
        <Section title={t("ended_title")}>
          <ul className="grid list-none gap-4 p-0">
            {ended.map((it) => (
              <li key={it.item} className="grid gap-1">
                <p className="font-semibold">{t(`item.${it.item}`)}</p>
                <p>{t("ended", { date: dateWords(locale, it.endedOn ?? "") })}</p>
                <p>
                  <TextLink href={to(`/${it.task}`)}>{t("change", { item: t(`item.${it.item}`) })}</TextLink>
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );

  // A list of posts is changed post by post, once it stands in this filing.
  function changeHref({ item, task }: Carried): string | null {
    return item === "jobs" ? null : to(`/${task}?use=${item}`);
  }
}

/** One item as it was answered, with where it comes from and whether anybody looked. */
function Known({ carried, changeHref }: { carried: Carried; changeHref: string | null }) {
  const t = useTranslations("filing.carried");
  const locale = useLocale();
  const question = useTranslations("filing.question");
  const { item, values, from, verifiedOn } = carried;
  const { reference, sentOn } = from;
  const given = Object.entries(values).filter(([name]) => !name.endsWith("_reread"));
  return (
    <div className="grid gap-1">
      {given.map(([name, value]) => (
        <div key={name} className="text-body text-ink wrap-anywhere">
          {given.length > 1 && <p className="text-note text-ink-soft">{question(name as Question)}</p>}
          <AnswerWords question={name} value={value} />
        </div>
      ))}
      <p>
        <WholeReferences
          text={
            verifiedOn
              ? t("verified", { date: dateWords(locale, verifiedOn), reference })
              : t("given", { date: dateWords(locale, sentOn), reference })
          }
        />
      </p>
      <p>
        {changeHref ? (
          <TextLink href={changeHref}>{t("change", { item: t(`item.${item}`) })}</TextLink>
        ) : (
          t("jobs_change")
        )}
      </p>
    </div>
  );
}
