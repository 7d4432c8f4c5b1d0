import type { Metadata, Viewport } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/app/frame";
import { localeOf } from "@/lib/i18n/routing";

type LayoutProps = { params: Promise<{ locale: string }>; children: ReactNode };

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("common");
  return { title: { template: t("page_title", { title: "%s" }), default: t("service_long") } };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function Layout({ params, children }: LayoutProps) {
  return <Frame locale={await localeOf(params)}>{children}</Frame>;
}
