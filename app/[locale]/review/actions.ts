"use server";

import * as z from "zod";
import { defineAction } from "@/lib/auth/define-action";
import { makeItemSchema, markReadSchema, writeMessageSchema } from "@/lib/domain/case-message/schema";
import {
  allowRoundSchema,
  confirmApprovalSchema,
  confirmRefusalSchema,
  declineSchema,
  findingSchema,
  holdSchema,
  lookAlikeSchema,
  lookUpSchema,
  proposeApprovalSchema,
  proposeRefusalSchema,
  proposeReopeningSchema,
  reopeningSchema,
  requestSchema,
  returnSchema,
  revealSchema,
  seenSchema,
} from "@/lib/domain/filing/review-schema";
import { acceptFiling } from "@/lib/services/accept-filing";
import { acceptNextFiling } from "@/lib/services/accept-next-filing";
import { allowRound } from "@/lib/services/allow-round";
import { approveFormally } from "@/lib/services/approve-formally";
import { confirmDecision } from "@/lib/services/confirm-decision";
import { declineAcceptance } from "@/lib/services/decline-acceptance";
import { holdFiling, releaseFiling } from "@/lib/services/hold-filing";
import { lookUpHomeRegister } from "@/lib/services/look-up-home-register";
import { makeItem } from "@/lib/services/make-item";
import { proposeApproval, proposeRefusal } from "@/lib/services/propose-decision";
import { markCaseMessagesRead } from "@/lib/services/read-case-messages";
import { recordFinding } from "@/lib/services/record-finding";
import { dropReopening, proposeReopening, reopenFiling } from "@/lib/services/reopen-filing";
import { requestInformation } from "@/lib/services/request-information";
import { returnProposal } from "@/lib/services/return-proposal";
import { revealIdentityNumber } from "@/lib/services/reveal-identity-number";
import { ruleOnLookAlike } from "@/lib/services/rule-on-look-alike";
import { takeOverFiling } from "@/lib/services/take-over-filing";
import { writeCaseMessage } from "@/lib/services/write-case-message";

const page = ({ reference }: { reference: string }) => `/review/${reference}`;
const limit = { name: "review", points: 300, seconds: 60, by: "account" } as const;

export const acceptAction = defineAction(seenSchema, acceptFiling, { access: "read_queue", limit, next: page });
export const acceptNextAction = defineAction(z.strictObject({}), acceptNextFiling, {
  access: "read_queue",
  limit,
  next: ({ reference }) => (reference === null ? "/review?next=none" : page({ reference })),
});
export const takeOverAction = defineAction(seenSchema, takeOverFiling, { access: "read_queue", limit, next: page });
export const declineAction = defineAction(declineSchema, declineAcceptance, {
  access: "read_queue",
  limit,
  fresh: true,
  next: page,
});

// With script the page stays as it is; without, it is led back to the check.
export const recordFindingAction = defineAction(findingSchema, recordFinding, {
  access: "read_queue",
  limit,
  next: ({ reference }, { plain, check }) => (plain ? `/review/${reference}#check-${check.replace(":", "-")}` : null),
});
export const lookUpAction = defineAction(lookUpSchema, (actor, input, now) => lookUpHomeRegister(actor, input, now), {
  access: "read_queue",
  limit,
  next: ({ reference }) => `/review/${reference}#check-home_registration`,
});
export const revealAction = defineAction(revealSchema, revealIdentityNumber, {
  access: "staff",
  limit: { name: "reveal", points: 60, seconds: 3600, by: "account" },
  next: ({ reference }) => `/review/${reference}#check-identity`,
});
export const ruleOnLookAlikeAction = defineAction(lookAlikeSchema, ruleOnLookAlike, {
  access: "read_queue",
  limit,
  next: ({ reference }) => `/review/${reference}/look-alikes`,
});
export const requestAction = defineAction(requestSchema, requestInformation, {
  access: "read_queue",
  limit,
  next: page,
});
export const allowRoundAction = defineAction(allowRoundSchema, allowRound, {
  access: "share_out_work",
  limit,
  next: page,
});

export const proposeApprovalAction = defineAction(proposeApprovalSchema, proposeApproval, {
  access: "read_queue",
  limit,
  next: page,
});
export const proposeRefusalAction = defineAction(proposeRefusalSchema, proposeRefusal, {
  access: "read_queue",
  limit,
  next: page,
});
export const confirmApprovalAction = defineAction(confirmApprovalSchema, confirmDecision, {
  access: "read_second_checks",
  limit,
  next: page,
});
export const confirmRefusalAction = defineAction(confirmRefusalSchema, confirmDecision, {
  access: "read_second_checks",
  limit,
  fresh: true,
  next: page,
});
export const returnAction = defineAction(returnSchema, returnProposal, {
  access: "read_second_checks",
  limit,
  next: () => "/review/second-check?done=returned",
});
export const approveFormallyAction = defineAction(seenSchema, approveFormally, {
  access: "read_second_checks",
  limit,
  next: page,
});

export const holdAction = defineAction(holdSchema, holdFiling, { access: "staff", limit, next: page });
export const releaseAction = defineAction(seenSchema, releaseFiling, { access: "staff", limit, next: page });

const supervisor = { access: "share_out_work", limit, next: page } as const;
export const proposeReopeningAction = defineAction(proposeReopeningSchema, proposeReopening, supervisor);
export const dropReopeningAction = defineAction(reopeningSchema, dropReopening, supervisor);
export const reopenAction = defineAction(reopeningSchema, reopenFiling, { ...supervisor, fresh: true });

const toMessages = ({ address }: { address: string }) => `/review/${address}#messages`;

export const writeToApplicantAction = defineAction(writeMessageSchema, writeCaseMessage, {
  access: "read_queue",
  limit: { name: "case_message", points: 60, seconds: 3600, by: "account" },
  next: toMessages,
});
export const markMessagesReadAction = defineAction(markReadSchema, markCaseMessagesRead, {
  access: "read_queue",
  limit,
  next: toMessages,
});
export const makeItemAction = defineAction(makeItemSchema, makeItem, {
  access: "read_queue",
  limit,
  next: ({ reference }) => `/review/${reference}/request`,
});
