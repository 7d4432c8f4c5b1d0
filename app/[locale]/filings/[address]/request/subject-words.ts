import { getTranslations } from "next-intl/server";
import type { Subject } from "@/lib/domain/filing/asked";

/** What an item of a request is about, in words. */
export async function subjectWords(subject: Subject): Promise<string> {
  const [t, papers] = await Promise.all([getTranslations("filing"), getTranslations("evidence")]);
  switch (subject.kind) {
    case "task":
      return t(`section.${subject.task}`);
    case "paper":
      return papers(`${subject.paper}.name`);
    case "words":
      return t("request.words");
  }
}
