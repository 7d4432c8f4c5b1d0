import type { Access } from "./access";

/**
 * Every way into the app and who may come: pages and handlers by their address, actions by file and name. A test compares
 * it with what was built, so that nothing can be entered that does not stand here. Kept sorted.
 */
export const entries = {
  pages: {} as Record<string, Access>,
  routes: {} as Record<string, Access>,
  actions: {} as Record<string, Access>,
};
