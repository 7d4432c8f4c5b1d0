import { Code } from "@/components/ui/code";

/** Ten codes to be kept, two to a line where there is room, whole on paper. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <ol className="keep-together grid w-fit gap-x-8 gap-y-2 rounded border border-line bg-card px-5 py-4 sm:grid-cols-2">
      {codes.map((code) => (
        <li key={code}>
          <Code value={code} />
        </li>
      ))}
    </ol>
  );
}
