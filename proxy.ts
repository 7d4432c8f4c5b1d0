import createLocaleProxy from "next-intl/middleware";
import { NextRequest, NextResponse } from "next/server";
import { isDatabaseThere } from "@/lib/data/pulse";
import { awayPage } from "@/lib/i18n/away-page";
import type { Locale } from "@/lib/i18n/locales";
import { routing, wishedLocale } from "@/lib/i18n/negotiation";

const settleLocale = createLocaleProxy(routing);

const localePrefix = new RegExp(`^/(${routing.locales.join("|")})(?=/|$)`);

const inDevelopment = process.env.NODE_ENV === "development";

/**
 * Settles the language of a page and gives its answer a content policy. It decides about nobody's access: a check that
 * can be walked around is not a check.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const refused = refusalOf(request);
  if (refused) return new NextResponse(null, { status: refused, headers: { "cache-control": "private, no-store" } });

  if (request.nextUrl.pathname.startsWith("/api/")) return NextResponse.next();

  const requestId = crypto.randomUUID();
  const nonce = btoa(crypto.randomUUID());
  const policy = contentPolicy(nonce);
  const kept = { "x-request-id": requestId, "content-security-policy": policy, "cache-control": "private, no-store" };

  // A form with script is answered by its own door and keeps what was typed; every page needs the database.
  if (!request.headers.has("next-action") && !(await isDatabaseThere())) {
    const html = awayPage(localeOf(request), pageOf(request), nonce);
    const type = { "content-type": "text/html; charset=utf-8", "retry-after": "10" };
    return new NextResponse(html, { status: 503, headers: { ...kept, ...type } });
  }

  const headers = new Headers(request.headers);
  headers.set("x-request-id", requestId);
  // A page is not told its own address; whoever has to sign in first comes back to it.
  headers.set("x-page", pageOf(request));
  headers.set("accept-language", wishOf(request));
  // The framework reads the nonce from here and puts it on each of its scripts.
  headers.set("content-security-policy", policy);

  const response = settleLocale(new NextRequest(request, { headers }));
  for (const [name, value] of Object.entries(kept)) response.headers.set(name, value);
  return response;
}

// Handlers and files answer for themselves, but for addresses that nobody can read; everything else is a page.
export const config = {
  matcher: [
    "/((?!api/|_next/static/|_next/webpack-hmr|icon\\.svg|robots\\.txt).*)",
    "/api/documents/:path*",
    "/api/registrations/:path*",
  ],
};

// Forms of pages hold words; files go to their own handler.
const mostBytes = 1_000_000;

/** The status of what the framework would only stumble over: an address nobody can read, or far too much of a form. */
function refusalOf({ nextUrl, headers, method }: NextRequest): number | null {
  if (!isReadable(nextUrl.pathname)) return 404;
  return method === "POST" && Number(headers.get("content-length")) > mostBytes ? 413 : null;
}

function isReadable(path: string): boolean {
  try {
    return decodeURIComponent(path).length > 0;
  } catch {
    return false;
  }
}

/** The language of the address, or else the one that the visitor chose before or their browser wishes. */
function localeOf(request: NextRequest): Locale {
  const named = [localePrefix.exec(request.nextUrl.pathname)?.[1], request.cookies.get("locale")?.value];
  return routing.locales.find((locale) => named.includes(locale)) ?? wishOf(request);
}

function wishOf({ headers }: NextRequest): Locale {
  return wishedLocale(headers.get("accept-language") ?? "") ?? routing.defaultLocale;
}

/** The page that was asked for, without its language. */
function pageOf({ nextUrl: { pathname, searchParams } }: NextRequest): string {
  const path = pathname.replace(localePrefix, "") || "/";
  const query = new URLSearchParams(searchParams);
  query.delete("_rsc");
  return query.size > 0 ? `${path}?${query}` : path;
}

function contentPolicy(nonce: string): string {
  const directives: Record<string, string> = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src": `'self' 'nonce-${nonce}'`,
    "img-src": "'self' blob: data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "object-src": "'none'",
    "frame-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "report-uri": "/api/csp-report",
    ...(inDevelopment && {
      // React explains its errors with eval, and the development overlay brings its own styles.
      "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic' 'unsafe-eval'`,
      "style-src": "'self' 'unsafe-inline'",
      "connect-src": "'self' ws:",
    }),
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
