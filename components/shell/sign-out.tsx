import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";

/** The way out: a form, so that no link and no prefetch signs anybody out. */
export async function SignOut({ words = "sign_out" }: { words?: "sign_out" | "sign_out_now" }) {
  const t = await getTranslations("common.nav");
  return (
    <form action="/api/sign-out" method="post">
      <Button kind="quiet">{t(words)}</Button>
    </form>
  );
}
