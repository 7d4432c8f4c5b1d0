import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { pathIn } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";

/** Where the code of a certificate is typed; it needs no script. */
export async function CodeForm({ locale, kind }: { locale: Locale; kind?: "secondary" }) {
  const t = await getTranslations("register.check");
  return (
    <form action={pathIn(locale, "/verify")} method="get" className="grid gap-4 print:hidden">
      <Input name="code" label={t("label")} hint={t("hint")} width={30} />
      <div>
        <Button {...(kind && { kind })}>{t("button")}</Button>
      </div>
    </form>
  );
}
