import type { Filing } from "@/lib/domain/filing/filing";

/** A draft in which everything is there, and on which nothing but party and state stands in the way. */
export const wholeDraft: Filing = {
  id: "filing",
  personId: "person",
  field: "construction",
  kind: "first",
  state: "draft",
  version: 1,
  held: false,
  reviewerId: null,
  askedFrom: null,
  receivedOn: null,
  acceptedOn: null,
  dueOn: null,
  daysUsed: 0,
  clockFrom: null,
  daysLeft: null,
  proposed: null,
  tookPart: [],
  complete: true,
  upToDate: true,
  entryOpen: true,
  allChecksMet: true,
  formalReady: true,
  noticeAsked: false,
  requestOutcome: null,
};
