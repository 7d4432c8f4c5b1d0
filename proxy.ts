import createLocaleProxy from "next-intl/middleware";
import { NextRequest, NextResponse } from "next/server";
import { routing, wishedLocale } from "@/lib/i18n/negotiation";

const settleLocale = createLocaleProxy(routing);

const localePrefix = new RegExp(`^/(${routing.locales.join("|")})(?=/|$)`);

const inDevelopment = process.env.NODE_ENV === "development";

/**
 * Settles the language of a page and gives its answer a content policy. It decides about nobody's access: a check that
 * can be walked around is not a check.
 */
export function proxy(request: NextRequest): NextResponse {
  const refused = refusalOf(request);
  if (refused) return new NextResponse(null, { status: refused, headers: { "cache-control": "private, no-store" } });

  if (request.nextUrl.pathname.startsWith("/api/")) return NextResponse.next();

  const requestId = crypto.randomUUID();
  const policy = contentPolicy(btoa(crypto.randomUUID()));

  const headers = new Headers(request.headers);
  headers.set("x-request-id", requestId);
  // A page is not told its own address; whoever has to sign in first comes back to it.
  headers.set("x-page", pageOf(request));
  headers.set("accept-language", wishedLocale(headers.get("accept-language") ?? "") ?? routing.defaultLocale);
  // The framework reads the nonce from here and puts it on each of its scripts.
  headers.set("content-security-policy", policy);

  const response = settleLocale(new NextRequest(request, { headers }));
  response.headers.set("x-request-id", requestId);
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "private, no-store");
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
