import { randomUUID } from "node:crypto";
import { hasLocale, type Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { NextRequest } from "next/server";
import type * as z from "zod";
import { database } from "@/lib/data/client";
import { officeTime } from "@/lib/data/office-clock";
import { ok, refuse, type Refusal, type RefusalCode, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import type { Access, ActorOf, Visitor } from "./access";
import { enter, type Entrance } from "./enter";
import { parse } from "./parse";
import { refuseIfAway } from "./refuse-if-away";
import { sessionCookie } from "./session-token";

type Nothing = Record<never, never>;
type Output<S> = S extends z.ZodType ? z.output<S> : Nothing;

export type RouteDoor<A extends Access, P, Q> = Entrance<A> & {
  /** What the address may say; without a schema it says nothing to the handler. A parameter that does not fit is not found. */
  schema?: { params?: P; query?: Q };
  /** Answers without the office's clock, and so without the database: the handler is told the wall's time. */
  clock?: "wall";
  /** The body is a stream, which the handler reads and counts itself. */
  body?: "stream";
};

export type RouteContext<A extends Access, P, Q> = {
  actor: ActorOf<A>;
  visitor: Visitor;
  request: NextRequest;
  params: Output<P>;
  query: Output<Q>;
  /** The office's time, unless the door says otherwise. */
  now: Date;
};

type Handler = (
  request: NextRequest,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

/** The one way in for every request that is neither a page nor a form: the same questions as `defineAction`, in the same order. */
export function defineRoute<
  const A extends Access,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
>(
  door: RouteDoor<A, P, Q>,
  handler: (context: RouteContext<A, P, Q>) => Promise<Response | Result<Response>>,
): Handler {
  return async (request, { params }) => {
    const requestId = request.headers.get("x-request-id") ?? randomUUID();
    const locale = localeFor(request);
    const answer = await answerTo(request, locale, await params, door, handler).catch(refuseIfAway);
    const response = answer.ok ? answer.value : await refusalResponse(request, locale, answer.refusal);
    response.headers.set("x-request-id", requestId);
    if (!response.headers.has("cache-control")) response.headers.set("cache-control", "private, no-store");
    return response;
  };
}

async function answerTo<A extends Access, P extends z.ZodType | undefined, Q extends z.ZodType | undefined>(
  request: NextRequest,
  locale: Locale,
  rawParams: Record<string, string | string[] | undefined>,
  door: RouteDoor<A, P, Q>,
  handler: (context: RouteContext<A, P, Q>) => Promise<Response | Result<Response>>,
): Promise<Result<Response>> {
  const entered = await enter(door, {
    headers: request.headers,
    sessionToken: request.cookies.get(sessionCookie)?.value,
    locale,
    changes: !["GET", "HEAD"].includes(request.method),
  });
  if (!entered.ok) return entered;

  const params = read(door.schema?.params as P, rawParams);
  // An address that makes no sense names nothing.
  if (!params.ok) return refuse({ code: "not_found" });
  const query = read(door.schema?.query as Q, queryOf(request));
  if (!query.ok) return query;

  const { actor, visitor } = entered.value;
  const now = door.clock === "wall" ? wallTime() : await officeTime(database, wallTime());
  const answer = await handler({ actor, visitor, request, params: params.value, query: query.value, now });
  return answer instanceof Response ? ok(answer) : answer;
}

function read<S extends z.ZodType | undefined>(schema: S, values: Record<string, unknown>): Result<Output<S>> {
  return (schema ? parse(schema, values) : ok({})) as Result<Output<S>>;
}

/** The query by name; what comes twice is a list, which only a schema with a list takes. */
function queryOf(request: NextRequest): Record<string, string | string[]> {
  const { searchParams } = request.nextUrl;
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

const statuses: Record<RefusalCode, number> = {
  unauthenticated: 401,
  reauthenticate: 403,
  forbidden: 403,
  not_found: 404,
  wrong_status: 409,
  stale: 409,
  unmet: 409,
  invalid_input: 422,
  too_many_requests: 429,
  unavailable: 503,
};

async function refusalResponse(request: NextRequest, locale: Locale, refusal: Refusal): Promise<Response> {
  const status = statuses[refusal.code];
  const headers = { ...(status === 429 && { "retry-after": "60" }), ...(status === 503 && { "retry-after": "10" }) };
  const accepted = request.headers.get("accept") ?? "";
  if (accepted.includes("application/json")) return Response.json({ ok: false, refusal }, { status, headers });

  // A person who followed a link after the session ended is shown the way in.
  if (refusal.code === "unauthenticated" && accepted.includes("text/html")) {
    return new Response(null, { status: 303, headers: { location: `/${locale}/sign-in?ended=1` } });
  }
  const t = await getTranslations({ locale, namespace: "errors" });
  const words = refusal.code === "unmet" ? t("unmet.other") : t(refusal.code);
  return new Response(words, { status, headers: { ...headers, "content-type": "text/plain; charset=utf-8" } });
}

const locales = ["en", "zh-Hant", "zh-Hans"] as const satisfies readonly Locale[];

/** The language of the page that asked, or the one chosen before. */
function localeFor(request: NextRequest): Locale {
  const referer = request.headers.get("referer") ?? "";
  const page = URL.canParse(referer) ? new URL(referer).pathname.split("/")[1] : undefined;
  const known = [page, request.cookies.get("locale")?.value].find((named) => hasLocale(locales, named));
  return hasLocale(locales, known) ? known : "en";
}
