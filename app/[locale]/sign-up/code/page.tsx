import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeForm } from "@/components/account/code-form";
import { ClientWords } from "@/components/form/client-words";
import { Page } from "@/components/shell/page";
import { Details } from "@/components/ui/details";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { isDemonstration } from "@/lib/auth/demonstration";
import { signUpProgress } from "@/lib/auth/sign-up";
import { codeMinutes } from "@/lib/domain/account/schema";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { confirmCodeAction } from "@/app/[locale]/sign-up/actions";

type CodePageProps = PageProps<"/[locale]/sign-up/code">;

export async function generateMetadata({ params }: CodePageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("account.sign_up");
  return { title: t("code_title") };
}

export default async function CodePage({ params }: CodePageProps) {
  const locale = await localeOf(params);
  const [t, common, progress] = await Promise.all([
    getTranslations("account.sign_up"),
    getTranslations("common"),
    signUpProgress(),
  ]);
  // A code works in the browser that asked for it; in another one, ask again.
  if (!progress) redirect(pathIn(locale, "/sign-up"));

  const { email, next } = progress;
  const again = pathIn(locale, next ? `/sign-up?${new URLSearchParams({ next })}` : "/sign-up");
  return (
    <Page width="form" back={{ href: again, label: common("back") }}>
      <ClientWords>
        <CodeForm
          action={confirmCodeAction}
          labels={{
            code: t("code"),
            codeHint: t("code_hint"),
            password: t("password"),
            passwordHint: t("password_hint"),
          }}
          submit={t("finish")}
        >
          <Heading>{t("code_title")}</Heading>
          <Lead>{t("code_sent", { email, minutes: codeMinutes })}</Lead>
          {isDemonstration() && (
            <p>
              <TextLink href={pathIn(locale, `/demo/mailbox?${new URLSearchParams({ to: email })}`)}>
                {t("mailbox")}
              </TextLink>
            </p>
          )}
        </CodeForm>
      </ClientWords>
      <Details summary={t("not_there")}>
        <div className="grid gap-2">
          <p>{t("not_there_wait")}</p>
          <p>{t("not_there_again")}</p>
          <p>
            <TextLink href={again}>{t("again")}</TextLink>
          </p>
        </div>
      </Details>
    </Page>
  );
}
