import { useTranslations, type Messages } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import type { FilingState } from "@/lib/domain/filing/filing";
import type { Offer, ReviewAction } from "@/lib/domain/filing/examination";
import type { FormAction } from "@/lib/domain/form";

type OffersProps = {
  offers: readonly Offer[];
  state: FilingState;
  missing: number;
  hidden: { filingId: string; version: string };
  /** Steps that need no words are taken here; the others lead to their own page. */
  act: { accept: FormAction; take_over: FormAction };
  href: Partial<Record<ReviewAction, string>>;
};

// The three that stay where they are, whatever the state; each leads to its own page with reasons.
const main = ["request_information", "propose_refusal", "propose_approval"] as const;
const first = ["accept", "take_over", "approve_formal"] as const;
const second = ["approve", "give_notice", "refuse", "return"] as const;
const others = ["allow_round", "decline_acceptance", "hold", "release", "reopen"] as const;

/** The steps that may be taken now, and for those that may not a sentence that says why. */
export function Offers({ offers, state, missing, hidden, act, href }: OffersProps) {
  const t = useTranslations("review.examination.offers");
  const action = useTranslations("workflow.action");
  const why = useWhy(state);
  const by = new Map(offers.map((offer) => [offer.action, offer]));
  // A request is made of what is marked as missing: without any there is nothing to ask.
  const isOffered = (it: ReviewAction) => by.get(it)?.offered === true && (it !== "request_information" || missing > 0);
  const closed = new Map<string, string[]>();
  for (const it of closedOf(by, isOffered)) {
    const words = it.offered ? t("nothing_missing") : why(it);
    closed.set(words, [...(closed.get(words) ?? []), action(it.action)]);
  }

  return (
    <section aria-labelledby="steps" className="grid gap-3 border-t-2 border-line bg-paper pt-4 print:hidden">
      <h2 id="steps" className="for-ear">
        {t("title")}
      </h2>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        {isOffered("accept") && (
          <ActionButton action={act.accept} hidden={hidden} label={action("accept")} kind="primary" />
        )}
        {isOffered("take_over") && (
          <ActionButton action={act.take_over} hidden={hidden} label={action("take_over")} kind="secondary" />
        )}
        {second.some(isOffered) && href.approve && (
          <ButtonLink href={href.approve} icon="arrow">
            {t("second_check")}
          </ButtonLink>
        )}
        {isOffered("approve_formal") && href.approve_formal && (
          <ButtonLink href={href.approve_formal}>{action("approve_formal")}</ButtonLink>
        )}
        {main.map((it) => {
          const to = href[it];
          if (!isOffered(it) || !to) return null;
          return (
            <ButtonLink key={it} href={to} kind="secondary">
              {it === "request_information" ? t("request", { count: missing }) : action(it)}
            </ButtonLink>
          );
        })}
        {others.map((it) => {
          const to = href[it];
          return isOffered(it) && to ? (
            <TextLink key={it} href={to}>
              {action(it)}
            </TextLink>
          ) : null;
        })}
      </div>
      {closed.size > 0 && (
        <ul className="grid list-none gap-1 p-0 text-note text-ink-soft">
          {[...closed].map(([words, names]) => (
            <li key={words}>
              <span className="font-semibold">{names.join(" · ")}</span> – {words}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The steps worth a sentence: those of this stage, and the three that are always there. */
function closedOf(by: ReadonlyMap<ReviewAction, Offer>, isOffered: (it: ReviewAction) => boolean): Offer[] {
  const isOfStage = (offer: Offer) => !offer.offered && offer.why.is !== "state";
  const of = (list: readonly ReviewAction[]) => list.flatMap((it) => (isOffered(it) ? [] : (by.get(it) ?? [])));
  // One second check stands for its four steps: whoever may take none is told so once.
  const confirming = second.some(isOffered) ? [] : of(second).filter(isOfStage).slice(0, 1);
  return [...of(first).filter(isOfStage), ...of(main), ...confirming];
}

/** Says why a step is not offered. */
export function useWhy(state: FilingState): (offer: Offer) => string {
  const t = useTranslations("workflow");
  return (offer) => {
    if (offer.offered) return "";
    const { why } = offer;
    switch (why.is) {
      case "state":
        return t("wrong_state", { state: t(`state.${state}`) });
      case "party":
        return t(`party.${why.party}`);
      case "unmet":
        return t(`unmet.${why.condition as keyof Messages["workflow"]["unmet"]}`);
    }
  };
}
