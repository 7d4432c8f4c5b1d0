import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ProposedRights } from "@/components/admin/proposed-rights";
import { rightWords } from "@/components/admin/right-words";
import { ClientWords } from "@/components/form/client-words";
import { Page, Section } from "@/components/shell/page";
import { ShowWhoYouAre } from "@/components/shell/show-who-you-are";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty";
import { Select } from "@/components/ui/field";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { FilterBar } from "@/components/ui/search";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { isFreshlySignedIn, officeNow, requireStaff } from "@/lib/auth/current-actor";
import { peopleShown, type PeopleShown } from "@/lib/domain/account/staff";
import { instantDateWords, instantWords, numberWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewPeople, type PeopleView, type PersonLine } from "@/lib/services/view-people";
import { confirmRightAction, dropRightAction } from "./actions";

type PeopleProps = PageProps<"/[locale]/admin/people">;

export async function generateMetadata({ params }: PeopleProps): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations("people"))("title") };
}

/** Who works in the office and with which rights, and what waits for a second administrator. */
export default async function PeoplePage({ params, searchParams }: PeopleProps) {
  const locale = await localeOf(params);
  const [actor, asked, now, isFresh] = await Promise.all([
    requireStaff("look_after_people"),
    searchParams,
    officeNow(),
    isFreshlySignedIn(),
  ]);
  const shown = peopleShown.find((it) => it === asked["show"]) ?? "active";
  const view = await viewPeople(actor, shown, now);
  if (!view.ok) notFound();

  const { people, counts, waiting, invited } = view.value;
  const [t, common] = await Promise.all([getTranslations("people"), getTranslations("common")]);
  return (
    <Page width="wide">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="grid gap-3">
          <Heading>{t("title")}</Heading>
          <Lead>{t("lead")}</Lead>
        </div>
        <ButtonLink href={pathIn(locale, "/admin/people/invite")}>{t("invite.title")}</ButtonLink>
      </div>
      {waiting.length > 0 && !isFresh && <ShowWhoYouAre why={t("fresh")} next="/admin/people" />}
      {waiting.length > 0 && (
        <ClientWords>
          <ProposedRights
            locale={locale}
            lines={waiting}
            answer={isFresh ? { confirm: confirmRightAction, drop: dropRightAction } : null}
          />
        </ClientWords>
      )}
      <Section title={t("caption")}>
        <FilterBar action={pathIn(locale, "/admin/people")} button={common("show")}>
          <Select
            label={t("shown.label")}
            name="show"
            defaultValue={shown}
            options={peopleShown.map((value) => ({
              value,
              label: `${t(`shown.${value}`)} (${numberWords(locale, counts[value])})`,
            }))}
          />
        </FilterBar>
        <PeopleTable locale={locale} people={people} shown={shown} />
      </Section>
      {invited.length > 0 && <Invited locale={locale} invited={invited} />}
    </Page>
  );
}

type PeopleTableProps = { locale: Locale; people: readonly PersonLine[]; shown: PeopleShown };

async function PeopleTable({ locale, people, shown }: PeopleTableProps) {
  const [t, wordsOf] = await Promise.all([getTranslations("people"), rightWords(locale)]);
  return (
    <Table
      caption={t("caption")}
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t(`empty.${shown}`)} />}
      columns={[
        {
          key: "name",
          head: t("head.name"),
          rowHeader: true,
          cell: ({ id, name, email, isSelf }) => (
            <div className="grid gap-1">
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <TextLink href={pathIn(locale, `/admin/people/${id}`)}>{name}</TextLink>
                {isSelf && <Tag colour="grey">{t("you")}</Tag>}
              </span>
              <span className="text-note font-normal text-ink-soft wrap-anywhere">{email}</span>
            </div>
          ),
        },
        {
          key: "rights",
          head: t("head.rights"),
          cell: ({ rights }) =>
            rights.length === 0 ? (
              <span className="text-ink-soft">{t("no_rights")}</span>
            ) : (
              <ul className="grid max-w-measure gap-1">
                {rights.map(({ capability, grants }) => (
                  <li key={capability}>
                    {wordsOf(
                      capability,
                      grants.map(({ field }) => field),
                    )}
                  </li>
                ))}
              </ul>
            ),
        },
        {
          key: "seen",
          head: t("head.seen"),
          cell: ({ lastSeenAt }) => (lastSeenAt ? instantWords(locale, lastSeenAt) : t("never_seen")),
        },
        { key: "held", head: t("head.held"), numeric: true, cell: ({ held }) => numberWords(locale, held.open) },
        {
          key: "reviewed",
          head: t("head.reviewed"),
          cell: ({ reviewedAt, isDue }) => (
            <div className="grid justify-items-start gap-1">
              {reviewedAt ? instantDateWords(locale, reviewedAt) : t("review.never")}
              {isDue && <Tag colour="gold">{t("due")}</Tag>}
            </div>
          ),
        },
      ]}
    />
  );
}

async function Invited({ locale, invited }: { locale: Locale; invited: PeopleView["invited"] }) {
  const t = await getTranslations("people.invited");
  return (
    <Section title={t("title")}>
      <Table
        caption={t("caption")}
        captionHidden
        rows={invited}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", head: t("name"), rowHeader: true, cell: ({ name }) => name },
          { key: "email", head: t("email"), cell: ({ email }) => email },
          { key: "by", head: t("by"), cell: ({ invitedBy }) => invitedBy ?? t("outside") },
          { key: "until", head: t("until"), cell: ({ expiresAt }) => instantWords(locale, expiresAt) },
        ]}
      />
    </Section>
  );
}
