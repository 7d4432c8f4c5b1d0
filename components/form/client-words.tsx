import { NextIntlClientProvider, type Messages } from "next-intl";
import { getMessages } from "next-intl/server";
import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { RenderKeyProvider } from "./render-key";

type ClientWordsProps = {
  /** What the forms inside say beyond the words that every form needs. */
  namespaces?: readonly (keyof Messages)[];
  children: ReactNode;
};

/** Hands the browser the words that forms speak there, and each rendering a key by which a posted form is known again. */
export async function ClientWords({ namespaces = [], children }: ClientWordsProps) {
  const messages = await getMessages();
  const handed = (["form", "validation", "errors", ...namespaces] as const).map((name) => [name, messages[name]]);
  return (
    <NextIntlClientProvider messages={Object.fromEntries(handed)}>
      <RenderKeyProvider value={randomUUID()}>{children}</RenderKeyProvider>
    </NextIntlClientProvider>
  );
}
