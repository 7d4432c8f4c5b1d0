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
  "answer_reminder",
  "deciding_on_file",
  "hearing_statement_received",
  "hearing_over",
  "answer_extended",
  "confirmation_asked",
  "confirmation_answered",
  "erasure_asked",
  "data_request_answered",
  "wish_confirm",
  "wish_listed",
] as const;
export type MailTemplate = (typeof mailTemplates)[number];

/** The mails by which somebody learns that they owe an answer to a request, and until when. */
export const requestMails = [
  "information_requested",
  "answer_reminder",
  "answer_extended",
] as const satisfies readonly MailTemplate[];

/** The one mail each step sends to the professional, or none. */
export const mailAfter: Record<Action, MailTemplate | null> = {
  submit: "filing_submitted",
  accept: "filing_accepted",
  deem_accepted: "filing_accepted",
  decline_acceptance: "filing_not_accepted",
  take_over: null,
  request_information: "information_requested",
  supplement: "supplement_received",
  extend_answer: "answer_extended",
  close_no_response: "filing_closed",
  decide_on_file: "deciding_on_file",
  approve_formal: "filing_approved",
  propose_approval: null,
  propose_refusal: "refusal_proposed",
  answer_hearing: "hearing_statement_received",
  end_hearing: "hearing_over",
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
