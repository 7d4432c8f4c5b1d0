import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EventList } from "@/components/proceeding/event-list";
import { ProceedingTag } from "@/components/proceeding/proceeding-facts";
import { StandingTag } from "@/components/public/standing-tag";
import { Page, Section } from "@/components/shell/page";
import { PersonName } from "@/components/ui/bilingual";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { WholeReferences } from "@/components/ui/whole-references";
import { Notice } from "@/components/ui/notice";
import { SummaryList, type SummaryItem } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { officeNow, requireStaff } from "@/lib/auth/current-actor";
import { displayName } from "@/lib/domain/person/names";
import type { ProceedingReason } from "@/lib/domain/registration/proceeding-reasons";
import { dateWords, instantDateWords, instantWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewRegistrationFile, type RegistrationFile } from "@/lib/services/view-registration-file";

type Props = PageProps<"/[locale]/review/registrations/[number]">;

const notices = ["opened", "put_forward", "decided", "dropped"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("proceeding.file");
  return { title: t("title", { number: (await params).number }) };
}

/** A registration for staff of its field: where it came from, what became of it, and what may be proposed about it. */
export default async function RegistrationFilePage({ params, searchParams }: Props) {
  const [locale, actor, asked, now] = await Promise.all([localeOf(params), requireStaff(), searchParams, officeNow()]);
  const view = await viewRegistrationFile(actor, (await params).number, now);
  if (!view.ok) notFound();
  const file = view.value;
  const [t, search] = await Promise.all([getTranslations("proceeding.file"), getTranslations("proceeding.search")]);
  const done = notices.find((it) => it === asked["done"]);
  return (
    <Page
      width="wide"
      back={{ href: pathIn(locale, "/review/registrations"), label: search("title") }}
      notice={done && <Notice tone="good" title={t(done)} />}
    >
      <div className="grid gap-3">
        <Heading caption={file.qualification[locale]}>
          <WholeReferences text={t("title", { number: file.number })} />
        </Heading>
        <div>
          <StandingTag standing={file.standing} />
        </div>
      </div>
      <Offers locale={locale} file={file} />
      <Proceedings locale={locale} file={file} />
      <Facts locale={locale} file={file} />
      <Section title={t("events")}>
        <EventList events={file.history.events} label={t("events")} />
      </Section>
    </Page>
  );
}

async function Offers({ locale, file }: { locale: Locale; file: RegistrationFile }) {
  const [t, withheld] = await Promise.all([getTranslations("proceeding.file"), getTranslations("proceeding.withheld")]);
  const open = file.offers.filter(({ withheld: why }) => why === null);
  if (file.offers.every(({ withheld: why }) => why === "forbidden")) {
    return <p className="max-w-measure text-ink-soft">{withheld("forbidden")}</p>;
  }
  if (open.length === 0) return null;
  return (
    <Section title={t("propose")}>
      <ButtonRow>
        {open.map(({ kind }) => (
          <ButtonLink
            key={kind}
            kind="secondary"
            href={pathIn(locale, `/review/registrations/${file.number}/propose/${kind}`)}
          >
            {t(`propose_kind.${kind}`)}
          </ButtonLink>
        ))}
      </ButtonRow>
    </Section>
  );
}

async function Proceedings({ locale, file }: { locale: Locale; file: RegistrationFile }) {
  const [t, facts, kind, reason, search] = await Promise.all([
    getTranslations("proceeding.file"),
    getTranslations("proceeding.facts"),
    getTranslations("proceeding.kind"),
    getTranslations("proceeding.reason"),
    getTranslations("proceeding.search"),
  ]);
  return (
    <Section title={t("open_proceedings")}>
      <Table
        caption={t("open_proceedings")}
        captionHidden
        rows={file.proceedings}
        rowKey={({ id }) => id}
        empty={<p className="text-ink-soft">{t("none")}</p>}
        columns={[
          {
            key: "kind",
            head: facts("kind"),
            rowHeader: true,
            cell: (it) => (
              <TextLink href={pathIn(locale, `/review/registrations/${file.number}/proceedings/${it.id}`)}>
                {kind(it.kind)} · {instantDateWords(locale, it.proposedAt)}
              </TextLink>
            ),
          },
          { key: "reason", head: facts("reason"), cell: (it) => reason(it.reasonCode as ProceedingReason) },
          {
            key: "proposed",
            head: facts("proposed"),
            cell: (it) => facts("by", { name: it.proposedBy ?? "", at: instantDateWords(locale, it.proposedAt) }),
          },
          {
            key: "effective",
            head: facts("effective"),
            cell: (it) => dateWords(locale, it.holdsFrom ?? it.effectiveOn),
          },
          { key: "state", head: search("status"), cell: (it) => <ProceedingTag state={it.state} /> },
        ]}
      />
    </Section>
  );
}

async function Facts({ locale, file }: { locale: Locale; file: RegistrationFile }) {
  const t = await getTranslations("proceeding.file");
  const entry = await getTranslations("register.entry");
  const { chinese, latin } = displayName(file.names);
  const { measures, history, standing } = file;
  const upcoming = [
    ...(measures.suspension && standing.is === "valid"
      ? [t("upcoming_suspension", { from: dateWords(locale, measures.suspension.from) })]
      : []),
    ...(measures.ending && standing.is !== "ended"
      ? [t("upcoming_revocation", { from: dateWords(locale, measures.ending.from) })]
      : []),
  ];
  const items: SummaryItem[] = [
    ...(upcoming.length > 0 ? [{ term: t("upcoming"), detail: upcoming.join(" · ") }] : []),
    { term: t("holder"), detail: <PersonName han={chinese} latin={latin ?? ""} /> },
    {
      term: t("filing"),
      detail: history.reference && (
        <TextLink href={pathIn(locale, `/review/${history.reference}`)}>{history.reference}</TextLink>
      ),
    },
    {
      term: t("decided_by"),
      detail: history.decisions.map(({ by, at }) => `${by} (${instantWords(locale, at)})`).join(" · "),
    },
    {
      term: t("validity"),
      detail: entry("period", { from: dateWords(locale, file.validFrom), until: dateWords(locale, file.validUntil) }),
    },
    { term: entry("scope"), detail: file.scope[locale] },
    ...(file.institution ? [{ term: entry("institution"), detail: file.institution }] : []),
    { term: entry("home_number"), detail: file.homeRegistrationNumber },
    {
      term: t("certificates"),
      detail: (
        <ul className="grid list-none gap-1 p-0">
          {history.certificates.map(({ serial, issuedAt, replacedAt }) => (
            <li key={serial}>
              {replacedAt
                ? t("replaced", {
                    serial,
                    at: instantDateWords(locale, issuedAt),
                    replaced: instantDateWords(locale, replacedAt),
                  })
                : t("certificate", { serial, at: instantDateWords(locale, issuedAt) })}
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <div className="grid gap-4">
      <SummaryList title={t("facts")} items={items} />
      <p>
        <TextLink href={pathIn(locale, `/register/${file.number}`)}>{t("register")}</TextLink>
      </p>
    </div>
  );
}
