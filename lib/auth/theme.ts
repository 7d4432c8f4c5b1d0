import { cookies } from "next/headers";
import type * as z from "zod";
import type { themeSchema } from "@/lib/domain/account/schema";
import { ok, type Result } from "@/lib/domain/result";
import { env } from "@/lib/env";
import type { Visitor } from "./access";

const aYear = 365 * 24 * 60 * 60;

/** Keeps how somebody wants the pages to look, in this browser; following the device keeps nothing. */
export async function chooseTheme(_visitor: Visitor, { theme }: z.output<typeof themeSchema>): Promise<Result<null>> {
  const jar = await cookies();
  if (theme === "system") jar.delete("theme");
  else jar.set("theme", theme, { sameSite: "lax", secure: env.origin.startsWith("https:"), path: "/", maxAge: aYear });
  return ok(null);
}

/** How the pages look in this browser. */
export async function chosenTheme(): Promise<"system" | "light" | "dark"> {
  const theme = (await cookies()).get("theme")?.value;
  return theme === "light" || theme === "dark" ? theme : "system";
}
