import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ProposedRights } from "@/components/admin/proposed-rights";
import { RightsTable } from "@/components/admin/rights-table";
import { GiveRightForm } from "@/components/admin/staff-forms";
import { StaffHistory } from "@/components/admin/staff-history";
import { ActionButton } from "@/components/form/action-button";
import { CheckboxGroup, RadioGroup } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { Columns, Page, Section } from "@/components/shell/page";
import { ShowWhoYouAre } from "@/components/shell/show-who-you-are";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import { InsetText } from "@/components/ui/inset";
import { SummaryList } from "@/components/ui/summary-list";
import { Tag } from "@/components/ui/tag";
import { isFreshlySignedIn, officeNow, requireStaff } from "@/lib/auth/current-actor";
import type { Field } from "@/lib/domain/accreditation/schema";
import { reviewDays } from "@/lib/domain/account/staff";
import { capabilities } from "@/lib/domain/actor";
import { instantDateWords, instantWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewColleague, type ColleagueView } from "@/lib/services/view-people";
import {
  archiveColleagueAction,
  confirmReviewAction,
  confirmRightAction,
  dropRightAction,
  giveRightAction,
  reactivateColleagueAction,
  takeBackRightsAction,
} from "@/app/[locale]/admin/people/actions";

type ColleagueProps = PageProps<"/[locale]/admin/people/[account]">;

export async function generateMetadata({ params }: ColleagueProps): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations("people"))("title") };
}

/** One member of staff: what they may do, who gave it, and what an administrator does about it. */
export default async function ColleaguePage({ params }: ColleagueProps) {
  const locale = await localeOf(params);
  const [actor, { account }, now, isFresh] = await Promise.all([
    requireStaff("look_after_people"),
    params,
    officeNow(),
    isFreshlySignedIn(),
  ]);
  const view = await viewColleague(actor, account, now);
  if (!view.ok) notFound();

  const colleague = view.value;
  const { id, name, isActive, isSelf, isDue, rights, proposed, history } = colleague;
  const t = await getTranslations("people");
  const mayChange = isFresh && !isSelf;
  return (
    <Page width="wide" back={{ href: pathIn(locale, "/admin/people"), label: t("title") }}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Heading>{name}</Heading>
        {!isActive && <Tag colour="grey">{t("archived")}</Tag>}
        {isDue && <Tag colour="gold">{t("due")}</Tag>}
      </div>
      {isSelf && <InsetText>{t("own")}</InsetText>}
      {!isActive && <InsetText>{t("gone")}</InsetText>}
      {!isFresh && !isSelf && <ShowWhoYouAre why={t("fresh")} next={`/admin/people/${id}`} />}
      <ClientWords>
        <Columns aside={<Aside locale={locale} colleague={colleague} mayChange={mayChange} />}>
          {proposed.length > 0 && (
            <ProposedRights
              locale={locale}
              lines={proposed}
              answer={isFresh ? { confirm: confirmRightAction, drop: dropRightAction } : null}
            />
          )}
          {isActive && (
            <Section title={t("rights.title")}>
              <RightsTable
                locale={locale}
                accountId={id}
                rights={rights}
                takeBack={mayChange ? takeBackRightsAction : null}
              />
              {mayChange && <p className="max-w-measure text-note text-ink-soft">{t("rights.note")}</p>}
            </Section>
          )}
          {isActive && mayChange && <Give colleague={colleague} />}
          <Section title={t("history.title")}>
            <StaffHistory locale={locale} lines={history} />
          </Section>
        </Columns>
      </ClientWords>
    </Page>
  );
}

async function Give({ colleague: { id, fields } }: { colleague: ColleagueView }) {
  const [t, capability, fieldWord] = await Promise.all([
    getTranslations("people.give"),
    getTranslations("people.capability"),
    getTranslations("fields.field"),
  ]);
  return (
    <Section title={t("title")}>
      <GiveRightForm
        action={giveRightAction}
        hidden={{ accountId: id }}
        idPrefix="give-"
        submit={t("submit")}
        done={t("done")}
        errorWords={{ "unmet.has_right": t("has_right") }}
      >
        <div className="grid items-start gap-x-8 gap-y-6 sm:grid-cols-2">
          <RadioGroup
            name="capability"
            label={t("capability")}
            hint={t("second")}
            options={capabilities.map((value) => ({ value, label: capability(value) }))}
          />
          <CheckboxGroup
            name="fields"
            label={t("fields")}
            hint={t("fields_hint")}
            options={fields.map((value) => ({ value, label: fieldWord(value as Field) }))}
          />
        </div>
      </GiveRightForm>
    </Section>
  );
}

type AsideProps = { locale: Locale; colleague: ColleagueView; mayChange: boolean };

async function Aside({ locale, colleague, mayChange }: AsideProps) {
  const t = await getTranslations("people");
  const { id, name, email, isActive, lastSeenAt, held, reviewedAt } = colleague;
  const hidden = { accountId: id };
  return (
    <>
      <SummaryList
        title={t("facts")}
        items={[
          { term: t("email"), detail: email },
          { term: t("head.seen"), detail: lastSeenAt ? instantWords(locale, lastSeenAt) : t("never_seen") },
          { term: t("head.held"), detail: t("held", { count: held.open }) },
        ]}
      />
      {isActive && (
        <Section title={t("review.title")}>
          <p>
            {reviewedAt
              ? t("review.text", { days: reviewDays, date: instantDateWords(locale, reviewedAt) })
              : t("review.first", { days: reviewDays })}
          </p>
          {mayChange && (
            <div>
              <ActionButton
                action={confirmReviewAction}
                hidden={hidden}
                label={t("review.submit")}
                done={t("review.done")}
              />
            </div>
          )}
        </Section>
      )}
      {isActive && mayChange && (
        <Section title={t("archive.title")}>
          <Details summary={t("archive.summary")}>
            <div className="grid gap-3">
              <p>{t("archive.text")}</p>
              <p className="font-semibold">{t("archive.back", { count: held.toQueue })}</p>
              {held.open > held.toQueue && <p>{t("archive.later", { count: held.open - held.toQueue })}</p>}
              <div>
                <ActionButton
                  action={archiveColleagueAction}
                  hidden={hidden}
                  label={t("archive.submit", { name })}
                  kind="danger"
                />
              </div>
            </div>
          </Details>
        </Section>
      )}
      {!isActive && mayChange && (
        <Section title={t("reactivate.title")}>
          <p>{t("reactivate.text")}</p>
          <div>
            <ActionButton action={reactivateColleagueAction} hidden={hidden} label={t("reactivate.submit", { name })} />
          </div>
        </Section>
      )}
    </>
  );
}
