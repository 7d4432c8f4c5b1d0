import { env } from "@/lib/env";

type Cookie = { name: string; value: string };

/** What the framework tells of a request and keeps of an answer, for tests that come in by a door as a browser does. */
export class Browser {
  cookies = new Map<string, string>();
  headers: Record<string, string> = { origin: env.origin };

  /** The stand-in for next/headers: the browser's cookies, to be read and set. */
  readonly jar = {
    get: (name: string): Cookie | undefined => {
      const value = this.cookies.get(name);
      return value === undefined ? undefined : { name, value };
    },
    has: (name: string) => this.cookies.has(name),
    set: (name: string, value: string) => void this.cookies.set(name, value),
    delete: (cookie: string | { name: string }) =>
      void this.cookies.delete(typeof cookie === "string" ? cookie : cookie.name),
  };
}

/** What a form says when it is posted. */
export function form(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  return data;
}
