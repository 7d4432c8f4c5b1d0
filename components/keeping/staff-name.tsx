import { Han, Latin } from "@/components/ui/bilingual";

const hasHan = /\p{Script=Han}/u;

/** The name of somebody of the office, each of its scripts in its own language. */
export function StaffName({ name }: { name: string }) {
  return (
    <span className="wrap-anywhere">
      {name.split(/(?<=\p{Script=Han}) +(?=\p{Script=Latin})/u).map((part, at) => (
        <span key={at}>
          {at > 0 && " "}
          {hasHan.test(part) ? <Han lang="zh-Hant">{part}</Han> : <Latin>{part}</Latin>}
        </span>
      ))}
    </span>
  );
}
