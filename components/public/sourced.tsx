import { ExternalLink } from "@/components/ui/link";
import { Latin } from "@/components/ui/bilingual";

/** A source as it was written down, its addresses as links. */
export function Sourced({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s;]+)/);
  return (
    <Latin>
      {parts.map((part, at) =>
        part.startsWith("http") ? (
          <ExternalLink key={at} href={part}>
            {new URL(part).hostname}
          </ExternalLink>
        ) : (
          part
        ),
      )}
    </Latin>
  );
}
