import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { defineRoute } from "@/lib/auth/define-route";
import { calendarFile } from "@/lib/domain/calendar/calendar-file";
import { ok, refuse } from "@/lib/domain/result";
import { locales } from "@/lib/i18n/routing";
import { viewMyFiling } from "@/lib/services/view-my-filing";

/** The day by which a filing is decided, as a file for one's own calendar. */
export const GET = defineRoute(
  {
    access: "professional",
    schema: {
      params: z.strictObject({ filingId: z.string().max(60) }),
      query: z.strictObject({ locale: z.enum(locales) }),
    },
  },
  async ({ actor, params, query: { locale }, now }) => {
    const view = await viewMyFiling(actor, params.filingId, now);
    if (!view.ok) return view;
    const { reference, promise } = view.value;
    if (reference === null || !promise) return refuse({ code: "not_found" });

    const t = await getTranslations({ locale, namespace: "filing.calendar" });
    const file = calendarFile({
      uid: `${reference}@qianhai-filing`,
      day: promise.decideBy,
      summary: t("summary", { reference }),
      madeAt: now,
    });
    return ok(
      new Response(file, {
        headers: {
          "content-type": "text/calendar; charset=utf-8",
          "content-disposition": `attachment; filename="${reference}.ics"`,
        },
      }),
    );
  },
);
