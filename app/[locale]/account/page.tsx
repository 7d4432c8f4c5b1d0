import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import { LanguageForm, ThemeForm } from "@/components/account/choice-form";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { Page, Section } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { currentSession, requireActor } from "@/lib/auth/current-actor";
import { providerName } from "@/lib/auth/identity-steps";
import { knownDays } from "@/lib/auth/known-devices";
import { chosenTheme } from "@/lib/auth/theme";
import { instantWords } from "@/lib/i18n/dates";
import { localeNames, locales } from "@/lib/i18n/locales";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewAccount } from "@/lib/services/view-account";
import {
  changeLanguageAction,
  changePasswordAction,
  chooseThemeAction,
  endOtherSessionsAction,
  endSessionAction,
  forgetDevicesAction,
} from "./actions";

type AccountPageProps = PageProps<"/[locale]/account">;

export async function generateMetadata({ params }: AccountPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("account.page");
  return { title: t("title") };
}

export default async function AccountPage({ params }: AccountPageProps) {
  const locale = await localeOf(params);
  const actor = await requireActor();
  const [t, factor, identity, myData, hints, account, session, theme, provider] = await Promise.all([
    getTranslations("account.page"),
    getTranslations("second_factor.page"),
    getTranslations("digital_identity.page"),
    getTranslations("my_data"),
    getTranslations("account.sign_up"),
    viewAccount(actor),
    currentSession(),
    chosenTheme(),
    providerName(locale),
  ]);
  const sessions = account.sessions.map((row) => ({ ...row, device: row.device || t("device_unknown") }));

  return (
    <Page width="form">
      <div className="grid gap-3">
        <Heading>{t("title")}</Heading>
        <Lead>{t(`lead_${account.kind}`)}</Lead>
      </div>
      <SummaryList
        items={[
          { term: t("email"), detail: account.email },
          ...(account.displayName ? [{ term: t("name"), detail: account.displayName }] : []),
          { term: t("kind"), detail: t(`kind_${account.kind}`) },
        ]}
      />
      {actor.kind === "professional" && (
        <Section title={myData("title")} id="data">
          <p className="max-w-measure">{myData("account_text")}</p>
          <p>
            <TextLink href={pathIn(locale, "/account/data")}>{myData("link")}</TextLink>
          </p>
        </Section>
      )}
      <ClientWords>
        <Section title={t("language")} id="language">
          <LanguageForm
            action={changeLanguageAction}
            defaults={{ locale: account.locale }}
            question={t("language_question")}
            options={locales.map((value) => ({ value, label: localeNames[value] }))}
            submit={t("language_submit")}
            submitKind="secondary"
          />
        </Section>
        <Section title={t("theme")} id="appearance">
          <ThemeForm
            action={chooseThemeAction}
            defaults={{ theme }}
            question={t("theme_question")}
            options={(["system", "light", "dark"] as const).map((value) => ({ value, label: t(`theme_${value}`) }))}
            submit={t("theme_submit")}
            submitKind="secondary"
            done={t("saved")}
          />
        </Section>
        <Section title={t("sessions")} id="sessions">
          <p className="max-w-measure">{t("sessions_text")}</p>
          <Table
            caption={t("sessions")}
            captionHidden
            rows={sessions}
            rowKey={({ id }) => id}
            columns={[
              { key: "device", head: t("device"), rowHeader: true, cell: ({ device }) => device },
              { key: "since", head: t("since"), cell: ({ since }) => instantWords(locale, since) },
              { key: "seen", head: t("last_seen"), cell: ({ lastSeen }) => instantWords(locale, lastSeen) },
              {
                key: "end",
                head: t("end"),
                cell: ({ id, device }) =>
                  id === session?.idHash ? (
                    <Tag colour="jade" icon="tick">
                      {t("here")}
                    </Tag>
                  ) : (
                    <ActionButton
                      action={endSessionAction}
                      hidden={{ session: id }}
                      label={t("end_long", { device })}
                      kind="quiet"
                    />
                  ),
              },
            ]}
          />
          {sessions.length > 1 ? (
            <ActionButton action={endOtherSessionsAction} label={t("end_others")} />
          ) : (
            <p className="text-ink-soft">{t("only_here")}</p>
          )}
        </Section>
        <Section title={factor("title")} id="second-factor">
          <p className="max-w-measure">{factor("account_text")}</p>
          <p>
            <TextLink href={pathIn(locale, "/account/second-factor")}>{factor("link")}</TextLink>
          </p>
          {actor.kind === "professional" && (
            <>
              <p className="max-w-measure">{factor("devices_text", { days: knownDays })}</p>
              <ActionButton
                action={forgetDevicesAction}
                label={factor("forget_devices")}
                done={factor("devices_forgotten")}
              />
            </>
          )}
        </Section>
        {provider && (
          <Section title={identity("title")} id="digital-identity">
            <p className="max-w-measure">{identity("account_text", { name: provider })}</p>
            <p>
              <TextLink href={pathIn(locale, "/account/digital-identity")}>{identity("link")}</TextLink>
            </p>
          </Section>
        )}
        <Section title={t("password")} id="password">
          {account.hasPassword ? (
            <>
              <p className="max-w-measure">{t("password_text")}</p>
              <ChangePasswordForm
                action={changePasswordAction}
                labels={{ current: t("password_current"), password: t("password_new"), hint: hints("password_hint") }}
                submit={t("password_change")}
                submitKind="secondary"
                done={t("password_changed")}
              />
            </>
          ) : (
            <>
              <p className="max-w-measure">{t("password_none")}</p>
              <p>
                <TextLink href={pathIn(locale, "/sign-up?next=/account")}>{t("password_set")}</TextLink>
              </p>
            </>
          )}
        </Section>
      </ClientWords>
    </Page>
  );
}
