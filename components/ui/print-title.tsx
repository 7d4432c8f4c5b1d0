/** The head of a printed page: whose site, which number, printed when. On a screen the header says so already. */
export function PrintTitle({ site, items }: { site: string; items: readonly string[] }) {
  return (
    <div className="hidden justify-between gap-6 border-b border-line pb-2 text-note print:flex">
      <span className="font-semibold">{site}</span>
      <span>{items.join(" · ")}</span>
    </div>
  );
}
