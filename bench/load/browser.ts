import type { Request } from "autocannon";

/** The app under load: its address and its process. */
export type App = { origin: string; pid: number };
type At = Pick<App, "origin">;
export type Cookie = string;

/** The named fields of one form of a page that are sent without being shown, the framework's own among them. */
export type Form = { path: string; hidden: Record<string, string> };

/** A page as a browser without script asks for it. Throws unless it is there. */
export async function page({ origin }: At, path: string, cookie: Cookie = ""): Promise<string> {
  const response = await fetch(origin + path, { headers: { cookie, accept: "text/html" }, redirect: "manual" });
  if (response.status !== 200)
    throw new Error(`${path} answered ${response.status} ${response.headers.get("location") ?? ""}`);
  return response.text();
}

/** The form of a page that holds a field of this name. */
export async function form(app: At, path: string, field: string, cookie: Cookie = ""): Promise<Form> {
  const html = await page(app, path, cookie);
  const found = html.match(/<form[\s\S]*?<\/form>/g)?.find((it) => it.includes(`name="${field}"`));
  if (!found) throw new Error(`${path} has no form with a field ${field}.`);
  const hidden = (found.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []).map((input) => [
    unescaped(/ name="([^"]*)"/.exec(input)?.[1] ?? ""),
    unescaped(/ value="([^"]*)"/.exec(input)?.[1] ?? ""),
  ]);
  return { path, hidden: Object.fromEntries(hidden) as Record<string, string> };
}

/** The request that sends a form filled in, as a browser without script does. */
export function posting(
  { origin }: At,
  { path, hidden }: Form,
  filled: Record<string, string>,
  cookie: Cookie = "",
): Request {
  const boundary = "----filing-bench-boundary";
  const fields = Object.entries({ ...hidden, ...filled }).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    method: "POST",
    path,
    headers: { cookie, origin, accept: "text/html", "content-type": `multipart/form-data; boundary=${boundary}` },
    body: `${fields.join("")}--${boundary}--\r\n`,
  };
}

/** Sends a request, and gives the answer without following it. */
export function send({ origin }: At, { path = "/", method, headers, body }: Request): Promise<Response> {
  return fetch(origin + path, {
    ...(method && { method }),
    ...(headers && { headers: headers as Record<string, string> }),
    ...(body && { body }),
    redirect: "manual",
  });
}

/** Signs somebody in by password, and by the code that was mailed where one is asked for; gives the session's cookie. */
export async function signIn(
  app: At,
  email: string,
  password: string,
  mailedCode: (email: string) => Promise<string>,
): Promise<Cookie> {
  const entered = await send(app, posting(app, await form(app, "/en/sign-in", "password"), { email, password }));
  const session = cookieOf(entered, "session");
  if (session) return session;

  const step = cookieOf(entered, "sign-in");
  if (!step) throw new Error(`${email} could not sign in: ${entered.status}.`);
  const asked = await form(app, "/en/sign-in/code", "code", step);
  const given = await send(app, posting(app, asked, { code: await mailedCode(email) }, step));
  const opened = cookieOf(given, "session");
  if (!opened) throw new Error(`${email} could not sign in with a code: ${given.status}.`);
  return opened;
}

const cookieOf = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .find((it) => it.startsWith(`${name}=`))
    ?.split(";")[0];

const entities: Record<string, string> = { quot: '"', amp: "&", lt: "<", gt: ">", "#x27": "'", "#39": "'" };
const unescaped = (text: string) => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
