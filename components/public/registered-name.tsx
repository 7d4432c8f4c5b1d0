import { Latin, PersonName } from "@/components/ui/bilingual";
import { displayName, type Names } from "@/lib/domain/person/names";

/** A person's name as it was entered, the Chinese form first. */
export function RegisteredName({ names, stacked }: { names: Names; stacked?: boolean }) {
  const { chinese, latin } = displayName(names);
  if (chinese && latin) return <PersonName han={chinese} latin={latin} {...(stacked && { stacked })} />;
  return chinese ? <span lang="zh-Hant">{chinese}</span> : <Latin>{latin}</Latin>;
}
