import { useId, type ReactNode } from "react";
import { Heading } from "./heading";
import { TextLink } from "./link";
import { Tag, type TagColour } from "./tag";

export type Task = {
  name: string;
  /** Without one the task cannot be opened yet; `hint` says why. */
  href?: string;
  hint?: ReactNode;
  /** Without a colour the status is plain text, so that the eye goes to what is left. */
  status: { label: string; colour?: TagColour };
};

export type TaskGroup = { title: string; tasks: readonly Task[] };

/** Tasks in any order, in groups. */
export function TaskList({ groups }: { groups: readonly TaskGroup[] }) {
  return (
    <div className="grid gap-8">
      {groups.map((group) => (
        <section key={group.title}>
          <Heading level={2} size="s">
            {group.title}
          </Heading>
          <ul className="mt-2 border-t border-line">
            {group.tasks.map((task) => (
              <TaskRow key={task.name} task={task} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function TaskRow({ task: { name, href, hint, status } }: { task: Task }) {
  const id = useId();
  return (
    <li className="keep-together flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-b border-line py-3">
      <div className="min-w-0 flex-1 basis-56">
        {href ? <TextLink href={href}>{name}</TextLink> : <span className="text-ink-soft">{name}</span>}
        {hint && (
          <div id={id} className="text-note text-ink-soft">
            {hint}
          </div>
        )}
      </div>
      <div className="flex-none">
        {status.colour ? (
          <Tag colour={status.colour}>{status.label}</Tag>
        ) : (
          <span className="text-note text-ink-soft">{status.label}</span>
        )}
      </div>
    </li>
  );
}
