import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviteColleagueForm } from "@/components/admin/staff-forms";
import { SelectField } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { TextField } from "@/components/form/text-fields";
import { Page } from "@/components/shell/page";
import { ShowWhoYouAre } from "@/components/shell/show-who-you-are";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { isFreshlySignedIn, requireStaff } from "@/lib/auth/current-actor";
import { invitationMinutes } from "@/lib/domain/account/schema";
import { localeNames, locales } from "@/lib/i18n/locales";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { inviteColleagueAction } from "@/app/[locale]/admin/people/actions";

type InvitePageProps = PageProps<"/[locale]/admin/people/invite">;

export async function generateMetadata({ params }: InvitePageProps): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations("people.invite"))("title") };
}

/** Somebody new is asked to join the staff. */
export default async function InvitePage({ params }: InvitePageProps) {
  const locale = await localeOf(params);
  await requireStaff("look_after_people");
  const [t, people, isFresh] = await Promise.all([
    getTranslations("people.invite"),
    getTranslations("people"),
    isFreshlySignedIn(),
  ]);
  const back = { href: pathIn(locale, "/admin/people"), label: people("title") };
  const head = (
    <div className="grid gap-3">
      <Heading>{t("title")}</Heading>
      <Lead>{t("lead", { minutes: invitationMinutes })}</Lead>
    </div>
  );
  if (!isFresh) {
    return (
      <Page width="form" back={back}>
        {head}
        <ShowWhoYouAre why={people("fresh")} next="/admin/people/invite" />
      </Page>
    );
  }
  return (
    <Page width="form" back={back}>
      <ClientWords>
        <InviteColleagueForm
          action={inviteColleagueAction}
          defaults={{ locale }}
          submit={t("submit")}
          secondary={<TextLink href={back.href}>{t("cancel")}</TextLink>}
          errorWords={{
            "unmet.is_professional": t("is_professional"),
            "unmet.account_disabled": t("account_disabled"),
            "unmet.is_staff": t("is_staff"),
          }}
        >
          {head}
          <TextField
            name="email"
            type="email"
            label={t("email")}
            hint={t("email_hint")}
            autoComplete="off"
            width={30}
          />
          <TextField name="name" label={t("name")} hint={t("name_hint")} autoComplete="off" width={30} />
          <SelectField
            name="locale"
            label={t("locale")}
            options={locales.map((value) => ({ value, label: localeNames[value] }))}
          />
        </InviteColleagueForm>
      </ClientWords>
    </Page>
  );
}
