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
    "/[locale]/review": "read_queue",
    "/[locale]/review/[reference]": "staff",
    "/[locale]/review/[reference]/approve": "staff",
    "/[locale]/review/[reference]/decline": "staff",
    "/[locale]/review/[reference]/hold": "staff",
    "/[locale]/review/[reference]/identity": "staff",
    "/[locale]/review/[reference]/propose/approval": "staff",
    "/[locale]/review/[reference]/propose/refusal": "staff",
    "/[locale]/review/[reference]/request": "staff",
    "/[locale]/review/[reference]/second-check": "staff",
    "/[locale]/review/second-check": "read_second_checks",
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
    "demo/clock/moveByDaysAction": "demonstration",
    "demo/clock/moveToDayAction": "demonstration",
    "review/acceptAction": "read_queue",
    "review/acceptNextAction": "read_queue",
    "review/approveFormallyAction": "read_second_checks",
    "review/confirmAction": "read_second_checks",
    "review/declineAction": "read_queue",
    "review/holdAction": "staff",
    "review/proposeApprovalAction": "read_queue",
    "review/proposeRefusalAction": "read_queue",
    "review/recordFindingAction": "read_queue",
    "review/releaseAction": "staff",
    "review/requestAction": "read_queue",
    "review/returnAction": "read_second_checks",
    "review/revealAction": "staff",
    "review/takeOverAction": "read_queue",
    "sign-in/signInAction": "public",
    "sign-in/signInToDemonstrationAction": "demonstration",
    "sign-up/confirmCodeAction": "public",
    "sign-up/requestCodeAction": "public",
  } as Record<string, Access>,
};
