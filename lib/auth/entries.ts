import type { Access } from "./access";

/**
 * Every way into the app and who may come: pages and handlers by their address, actions by their folder and name. A test
 * compares it with what was built, so that nothing can be entered that does not stand here. Kept sorted.
 */
export const entries = {
  pages: {
    "/[locale]/account": "signed_in",
    "/[locale]/demo/clock": "demonstration",
    "/[locale]/demo/mailbox": "demonstration",
    "/[locale]/demo/mailbox/[mailId]": "demonstration",
    "/[locale]/sign-in": "public",
    "/[locale]/sign-up": "public",
    "/[locale]/sign-up/code": "public",
  } as Record<string, Access>,

  routes: {
    "/api/csp-report": "public",
    "/api/health": "public",
    "/api/ready": "public",
    "/api/sign-out": "public",
  } as Record<string, Access>,

  actions: {
    "account/changeLanguageAction": "signed_in",
    "account/changePasswordAction": "signed_in",
    "account/chooseThemeAction": "public",
    "account/endOtherSessionsAction": "signed_in",
    "account/endSessionAction": "signed_in",
    "account/keepAliveAction": "signed_in",
    "demo/clock/moveByDaysAction": "demonstration",
    "demo/clock/moveToDayAction": "demonstration",
    "sign-in/signInAction": "public",
    "sign-in/signInToDemonstrationAction": "demonstration",
    "sign-up/confirmCodeAction": "public",
    "sign-up/requestCodeAction": "public",
  } as Record<string, Access>,
};
