import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/link";
import type { Locale } from "@/lib/i18n/locales";
import { pathIn } from "@/lib/i18n/paths";

export async function Footer({ locale }: { locale: Locale }) {
  const t = await getTranslations("common");
  const links = [
    { href: pathIn(locale, "/privacy"), label: t("footer.privacy") },
    { href: pathIn(locale, "/cookies"), label: t("footer.cookies") },
    { href: pathIn(locale, "/accessibility"), label: t("footer.accessibility") },
    { href: pathIn(locale, "/help"), label: t("footer.contact") },
  ];
  return (
    <footer className="mt-auto border-t border-line bg-mist text-note print:hidden">
      <div className="mx-auto grid max-w-page gap-3 px-4 py-6 sm:px-6">
        <nav aria-label={t("footer.label")}>
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {links.map((link) => (
              <li key={link.href} className="flex min-h-6 items-center">
                <TextLink href={link.href}>{link.label}</TextLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex flex-wrap gap-x-4 text-ink-soft">
          <p>{t("footer.equal")}</p>
          <p>{t("footer.time")}</p>
        </div>
      </div>
    </footer>
  );
}
