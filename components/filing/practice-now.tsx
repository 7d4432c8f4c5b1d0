"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { readForm } from "@/lib/domain/form";
import { practiceBy, type PostTime } from "@/lib/domain/filing/practice";
import { timeInForm } from "@/lib/domain/filing/reading";
import { PracticeSum } from "./practice-sum";

type PracticeNowProps = {
  /** The posts of the list besides the one in the form. */
  others: readonly PostTime[];
  /** The post in the form as it was kept last; null for a new one. */
  standing: PostTime | null;
  years: number | null;
  today: string;
};

// Long enough that it is not spoken at every key.
const pause = 400;

/** What the posts come to with the one in the form, worked out while it is typed; without script, as it was kept last. */
export function PracticeNow({ others, standing, years, today }: PracticeNowProps) {
  const t = useTranslations("practice");
  const box = useRef<HTMLElement>(null);
  const titleId = useId();
  const [post, setPost] = useState(standing);

  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const typed = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => setPost(timeInForm(readForm(new FormData(form)))), pause);
    };
    // What a browser put back, or a refusal, may differ from what was kept.
    typed();
    form.addEventListener("input", typed);
    return () => {
      clearTimeout(waiting);
      form.removeEventListener("input", typed);
    };
  }, []);

  const posts = post ? [...others, post] : others;
  return (
    <section
      ref={box}
      aria-labelledby={titleId}
      className="grid max-w-measure gap-1 border-s-4 border-line py-1 ps-4 print:hidden"
    >
      <h2 id={titleId} className="font-semibold">
        {t("now")}
      </h2>
      <div aria-live="polite" className="grid gap-1">
        {post && <p className="text-note">{t("of_post", { count: practiceBy([post], today).months })}</p>}
        {posts.length === 0 ? (
          <p className="text-note text-ink-soft">{t("nothing")}</p>
        ) : (
          <>
            <p className="text-note text-ink-soft">{t(post ? "with_this" : "without_this")}</p>
            <PracticeSum posts={posts} years={years} today={today} />
          </>
        )}
      </div>
    </section>
  );
}
