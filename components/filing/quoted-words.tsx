import { InsetText } from "@/components/ui/inset";

const hasHan = /\p{Script=Han}/u;

/** Words that a person wrote, in whichever language they wrote them. */
export function QuotedWords({ children }: { children: string }) {
  return (
    <InsetText>
      <p className="whitespace-pre-line wrap-anywhere" {...(hasHan.test(children) && { lang: "zh" })}>
        {children}
      </p>
    </InsetText>
  );
}
