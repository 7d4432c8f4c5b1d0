import { getTranslations } from "next-intl/server";

/** The way out: a form, so that no link and no prefetch signs anybody out. */
export async function SignOut({ words = "sign_out" }: { words?: "sign_out" | "sign_out_now" }) {
  const t = await getTranslations("common.nav");
  return (
    <form action="/api/sign-out" method="post">
      <button
        type="submit"
        className="inline-flex min-h-11 items-center text-brand hover:text-brand-strong hover:underline hover:underline-offset-4"
      >
        {t(words)}
      </button>
    </form>
  );
}
