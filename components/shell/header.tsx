import Link from "next/link";
import { Suspense, type ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/locales";
import { pathIn } from "@/lib/i18n/paths";
import { LanguageSwitch } from "./language-switch";
import { NavigationLinks, type NavigationItem } from "./navigation-links";

type HeaderProps = {
  locale: Locale;
  items: readonly NavigationItem[];
  /** The person's own links: sign in, or account and what is theirs. */
  own: readonly NavigationItem[];
  /** Who is signed in, and the way out. */
  person?: ReactNode;
  demonstration?: boolean;
};

export async function Header({ locale, items, own, person, demonstration = false }: HeaderProps) {
  const t = await getTranslations("common");
  return (
    <header className="print:hidden">
      <a href="#main" className="skip bg-focus text-on-focus">
        {t("skip")}
      </a>
      {demonstration && (
        <p className="bg-gold-tint px-4 py-1.5 text-center text-note font-semibold text-gold">{t("demonstration")}</p>
      )}
      <AuthorityLine
        runBy={t("authority.run_by")}
        how={t("authority.how")}
        answers={[t("authority.address"), t("authority.never")]}
      />
      <div className="bg-header text-on-header">
        <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-8 px-4 sm:px-6">
          <Link
            href={pathIn(locale, "/")}
            prefetch={false}
            className="inline-flex min-h-14 items-center gap-3 text-lead font-semibold text-on-header"
          >
            <Mark />
            {t("service")}
          </Link>
          <Suspense>
            <LanguageSwitch locale={locale} label={t("language")} />
          </Suspense>
        </div>
      </div>
      <div className="border-b border-line bg-paper">
        <div className="mx-auto max-w-page px-4 sm:px-6">
          <details className="group sm:hidden">
            <summary className="flex min-h-11 items-center gap-2 font-semibold">
              <Icon name="menu" />
              {t("nav.menu")}
            </summary>
            <nav aria-label={t("nav.main")} className="border-t border-line pb-3">
              <NavigationLinks items={[...items, ...own]} />
              {person}
            </nav>
          </details>
          <div className="flex flex-wrap items-center justify-between gap-x-8 max-sm:hidden">
            <nav aria-label={t("nav.main")}>
              <NavigationLinks items={items} className="flex flex-wrap gap-x-6" />
            </nav>
            <nav aria-label={t("nav.account")} className="flex flex-wrap items-center gap-x-6">
              <NavigationLinks items={own} className="flex flex-wrap gap-x-6" />
              {person}
            </nav>
          </div>
        </div>
      </div>
    </header>
  );
}

/** Who runs the site, and how to tell that this is it. */
function AuthorityLine({ runBy, how, answers }: { runBy: string; how: string; answers: readonly string[] }) {
  return (
    <div className="border-b border-line bg-mist text-note">
      <details className="group mx-auto max-w-page px-4 py-1 sm:px-6">
        <summary className="flex min-h-6 flex-wrap items-center gap-x-2">
          <span className="text-ink-soft">{runBy}</span>
          <span className="inline-flex items-center gap-1 text-brand underline underline-offset-4">
            {how}
            <Icon name="chevron" size={12} className="rotate-90 group-open:-rotate-90" />
          </span>
        </summary>
        <ul className="grid max-w-measure gap-1.5 py-3">
          {answers.map((answer) => (
            <li key={answer} className="flex gap-2">
              <Icon name="tick" size={18} className="mt-0.5 text-jade" />
              {answer}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** Two shores and what joins them. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" width={32} height={32} fill="none" aria-hidden="true" focusable="false">
      <rect x={1.5} y={1.5} width={29} height={29} rx={4} stroke="currentColor" strokeWidth={2} />
      <path
        d="M6 22.5h20M6 17.5c5.5 0 5.5-8 10-8s4.5 8 10 8M11.5 14.2v8.3M16 9.5v13M20.5 14.2v8.3"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
      />
    </svg>
  );
}
