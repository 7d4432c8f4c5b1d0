import { useTranslations } from "next-intl";
import { InsetText } from "@/components/ui/inset";
import type { FilingState } from "@/lib/domain/filing/filing";
import type { Offer } from "@/lib/domain/filing/examination";
import { useWhy } from "./offers";

/** A page whose step is not open to whoever came: which step, and why not. */
export function NotOffered({ offer, state }: { offer: Offer | undefined; state: FilingState }) {
  const action = useTranslations("workflow.action");
  const why = useWhy(state);
  if (!offer) return null;
  return (
    <InsetText>
      <p className="font-semibold">{action(offer.action)}</p>
      <p>{why(offer)}</p>
    </InsetText>
  );
}
