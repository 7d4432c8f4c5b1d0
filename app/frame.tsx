import { cookies, headers } from "next/headers";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import "@/app/globals.css";
import { ResumedWords } from "@/components/form/resumed";
import { SessionEnding } from "@/components/form/session-ending";
import { FocusOnNavigation } from "@/components/shell/focus-on-navigation";
import { Footer } from "@/components/shell/footer";
import { Header } from "@/components/shell/header";
import { navigationFor } from "@/components/shell/navigation";
import { SignOut } from "@/components/shell/sign-out";
import { currentSession } from "@/lib/auth/current-actor";
import { resumedPost } from "@/lib/auth/kept-post";
import { isDemonstration } from "@/lib/auth/demonstration";
import { sessionRules } from "@/lib/domain/account/session-rules";
import type { Locale } from "@/lib/i18n/locales";
import { pathIn } from "@/lib/i18n/paths";

/** Everything around a page. It is made for the one request, so that its scripts carry the nonce of its own content policy. */
export async function Frame({ locale, children }: { locale: Locale; children: ReactNode }) {
  await connection();
  const [session, resumed, jar, asked] = await Promise.all([currentSession(), resumedPost(), cookies(), headers()]);
  const theme = jar.get("theme")?.value;
  const nonce = /'nonce-([^']+)'/.exec(asked.get("content-security-policy") ?? "")?.[1];
  const demonstration = isDemonstration();
  const { items, own } = await navigationFor(session?.actor ?? null, locale, demonstration);

  return (
    <html lang={locale} {...((theme === "light" || theme === "dark") && { "data-theme": theme })}>
      <head>{nonce && <meta property="csp-nonce" content={nonce} />}</head>
      <body className="flex min-h-dvh flex-col">
        <Header locale={locale} items={items} own={own} demonstration={demonstration} person={session && <SignOut />} />
        <main id="main" tabIndex={-1} className="flex-1">
          <ResumedWords values={resumed?.values ?? null}>{children}</ResumedWords>
        </main>
        <Footer locale={locale} />
        <FocusOnNavigation />
        {session && <Session session={session} locale={locale} />}
      </body>
    </html>
  );
}

type SessionProps = { session: NonNullable<Awaited<ReturnType<typeof currentSession>>>; locale: Locale };

async function Session({ session, locale }: SessionProps) {
  const t = await getTranslations({ locale, namespace: "form.session" });
  const { idle, announced } = sessionRules[session.actor.kind];
  const minutes = Array.from({ length: Math.ceil(announced / 60_000) }, (_, n) => t("minutes", { count: n + 1 }));
  return (
    <SessionEnding
      idle={idle}
      announced={announced}
      endsAt={session.expiresAt.getTime()}
      signInHref={pathIn(locale, "/sign-in")}
      words={{ title: t("title"), stay: t("stay"), minutes }}
    >
      <SignOut words="sign_out_now" />
    </SessionEnding>
  );
}
