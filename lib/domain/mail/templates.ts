import type { Action } from "@/lib/domain/filing/workflow";

export const mailTemplates = [
  "mailed_code",
  "sign_in_refused",
  "new_device",
  "filing_submitted",
  "filing_accepted",
  "filing_not_accepted",
  "information_requested",
  "supplement_received",
  "filing_closed",
  "refusal_proposed",
  "public_notice_given",
  "filing_approved",
  "filing_refused",
  "filing_held",
  "filing_released",
  "filing_withdrawn",
  "draft_ending",
] as const;
export type MailTemplate = (typeof mailTemplates)[number];

/** The one mail each step sends to the professional, or none. */
export const mailAfter: Record<Action, MailTemplate | null> = {
  submit: "filing_submitted",
  accept: "filing_accepted",
  deem_accepted: "filing_accepted",
  decline_acceptance: "filing_not_accepted",
  take_over: null,
  request_information: "information_requested",
  supplement: "supplement_received",
  close_no_response: "filing_closed",
  decide_on_file: null,
  approve_formal: "filing_approved",
  propose_approval: null,
  propose_refusal: "refusal_proposed",
  answer_hearing: null,
  end_hearing: null,
  return: null,
  approve: "filing_approved",
  give_notice: "public_notice_given",
  refuse: "filing_refused",
  end_notice: "filing_approved",
  uphold_objection: null,
  hold: "filing_held",
  release: "filing_released",
  withdraw: "filing_withdrawn",
};
