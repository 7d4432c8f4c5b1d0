import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether the script of the page runs: what only works with one is not offered before. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
