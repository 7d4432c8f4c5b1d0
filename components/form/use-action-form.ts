"use client";

import { unstable_rethrow } from "next/navigation";
import { useActionState, useMemo, useRef, useState, useTransition, type SubmitEvent } from "react";
import { useForm, type FieldErrors } from "react-hook-form";
import type * as z from "zod";
import { readForm, type ActionState, type FormAction, type FormValues } from "@/lib/domain/form";
import { problemsIn, withoutCarried } from "@/lib/domain/form-problems";
import type { Refusal } from "@/lib/domain/result";
import type { ActionFormProps } from "./action-form";
import { touchSession } from "./session-touch";

type Defaults<Schema extends z.ZodType> = Partial<Record<keyof z.input<Schema> & string, string | string[]>>;

/** The props of a form of its own: the schema is known, everything else comes from the page. */
export type FormOf<Schema extends z.ZodType> = Omit<ActionFormProps, "form"> & {
  action: FormAction;
  defaults?: Defaults<Schema>;
};

export type ActionFormHandle = {
  /** Where the form posts to without script. */
  post: (data: FormData) => void;
  /** Checks the form and sends it; tells when what was typed has arrived. */
  submit: (event: SubmitEvent<HTMLFormElement>, arrived: () => void) => void;
  pending: boolean;
  /** Message keys by field. */
  problems: Record<string, string>;
  /** Why the step was refused, where it was for no field's sake. */
  refusal: Refusal | null;
  valueOf: (name: string) => string | string[] | undefined;
  /** It was sent from this page, and answered. */
  isAnswered: boolean;
  /** Grows each time somebody tries, so that the summary is spoken again. */
  attempts: number;
  /** Grows each time it went well, so that the form starts afresh. */
  rounds: number;
};

const idle: ActionState = { status: "idle" };

/**
 * Joins one schema and one action in a form: the schema speaks on Continue, the same schema speaks on the server, and
 * without script the form posts itself and comes back with what was typed.
 */
export function useActionForm<Schema extends z.ZodType>(
  schema: Schema | null,
  action: FormAction,
  defaults: Defaults<Schema> = {},
): ActionFormHandle {
  const offered = useRef(new FormData());
  const [posted, post] = useActionState(action, idle);
  const [answers, setAnswers] = useState<{ count: number; last: ActionState | null }>({ count: 0, last: null });
  const [rounds, setRounds] = useState(0);
  const [pending, startTransition] = useTransition();

  const state = answers.last ?? posted;
  const errors = useMemo(() => asErrors(state.status === "refused" ? state.refusal.fields : undefined), [state]);
  const { handleSubmit, formState } = useForm({
    mode: "onSubmit",
    reValidateMode: "onSubmit",
    shouldFocusError: false,
    errors,
    resolver: async () => {
      const problems = schema ? await problemsOf(schema, offered.current) : {};
      return { values: {}, errors: asErrors(problems) };
    },
  });

  function send(data: FormData, arrived: () => void) {
    startTransition(async () => {
      const next = await reach(action, state, data, arrived);
      if (next.status === "done") setRounds((round) => round + 1);
      setAnswers(({ count }) => ({ count: count + 1, last: next }));
    });
  }

  function submit(event: SubmitEvent<HTMLFormElement>, arrived: () => void) {
    event.preventDefault();
    if (pending) return;
    const button = event.nativeEvent.submitter;
    const data = new FormData(event.currentTarget, button);
    offered.current = data;
    if (button instanceof HTMLButtonElement && button.formNoValidate) send(data, arrived);
    else void handleSubmit(() => send(data, arrived))();
  }

  const problems = Object.fromEntries(
    Object.entries(formState.errors).map(([name, error]) => [name, String(error?.message)]),
  );
  const withoutFields = state.status === "refused" && Object.keys(state.refusal.fields ?? {}).length === 0;
  return {
    post,
    submit,
    pending,
    problems,
    refusal: withoutFields && Object.keys(problems).length === 0 ? state.refusal : null,
    valueOf: (name) => (state.status === "refused" ? state.values[name] : (defaults as FormValues)[name]),
    isAnswered: state.status !== "idle",
    attempts: formState.submitCount + answers.count,
    rounds,
  };
}

/** Sends the form. A line that breaks is a refusal, so that not a word typed is lost; any other accident is the page's. */
async function reach(action: FormAction, state: ActionState, data: FormData, arrived: () => void) {
  try {
    const next = await action(state, data);
    touchSession();
    if (next.status === "done") arrived();
    return next;
  } catch (error) {
    if (!(error instanceof TypeError)) {
      // A redirect arrives as an error: what was typed is there.
      arrived();
      unstable_rethrow(error);
      throw error;
    }
    const refusal: Refusal = { code: "unmet", condition: "broken_line" };
    return { status: "refused", refusal, values: readForm(data) } satisfies ActionState;
  }
}

async function problemsOf(schema: z.ZodType, data: FormData): Promise<Record<string, string>> {
  const values = withoutCarried(schema, readForm(data));
  const read = await schema.safeParseAsync(values);
  return read.error ? problemsIn(read.error, values) : {};
}

function asErrors(problems: Record<string, string> = {}): FieldErrors<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(problems).map(([name, message]) => [name, { type: "refused", message }]),
  ) as FieldErrors<Record<string, string>>;
}
