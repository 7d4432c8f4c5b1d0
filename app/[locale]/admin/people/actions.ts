"use server";

import { defineAction } from "@/lib/auth/define-action";
import {
  colleagueSchema,
  giveRightSchema,
  inviteColleagueSchema,
  proposalSchema,
  takeRightsSchema,
} from "@/lib/domain/account/staff";
import { inviteColleague } from "@/lib/services/invite-staff";
import {
  archiveColleague,
  confirmReview,
  confirmRight,
  dropRight,
  giveRight,
  reactivateColleague,
  takeBackRights,
} from "@/lib/services/manage-people";

const door = { access: "look_after_people", fresh: true } as const;

export const inviteColleagueAction = defineAction(inviteColleagueSchema, inviteColleague, {
  ...door,
  limit: { name: "invite_colleague", points: 20, seconds: 3600, by: "account" },
  next: () => "/admin/people",
});

export const giveRightAction = defineAction(giveRightSchema, giveRight, door);

export const takeBackRightsAction = defineAction(takeRightsSchema, takeBackRights, door);

export const confirmRightAction = defineAction(proposalSchema, confirmRight, door);

export const dropRightAction = defineAction(proposalSchema, dropRight, door);

export const confirmReviewAction = defineAction(colleagueSchema, confirmReview, door);

export const archiveColleagueAction = defineAction(colleagueSchema, archiveColleague, door);

export const reactivateColleagueAction = defineAction(colleagueSchema, reactivateColleague, door);
