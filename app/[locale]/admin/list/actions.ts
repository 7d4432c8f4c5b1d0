"use server";

import { defineAction } from "@/lib/auth/define-action";
import { entryFormSchema } from "@/lib/domain/accreditation/schema";
import {
  prepareVersionSchema,
  publishVersionSchema,
  returnVersionSchema,
  seenVersionSchema,
} from "@/lib/domain/accreditation/version-schema";
import { prepareVersion } from "@/lib/services/prepare-version";
import { publishVersion } from "@/lib/services/publish-version";
import { saveVersion } from "@/lib/services/save-version";
import { returnVersion, submitVersion, withdrawVersion } from "@/lib/services/submit-version";

export const prepareVersionAction = defineAction(prepareVersionSchema, prepareVersion, {
  access: "keep_list",
  next: ({ entry }) => `/admin/list/${entry}/edit`,
});

export const saveVersionAction = defineAction(entryFormSchema, saveVersion, {
  access: "keep_list",
  next: ({ entry }) => `/admin/list/${entry}/preview`,
});

export const submitVersionAction = defineAction(seenVersionSchema, submitVersion, {
  access: "keep_list",
  next: ({ entry }) => `/admin/list/${entry}`,
});

export const returnVersionAction = defineAction(returnVersionSchema, returnVersion, {
  access: "keep_list",
  next: ({ entry }) => `/admin/list/${entry}`,
});

export const withdrawVersionAction = defineAction(seenVersionSchema, withdrawVersion, {
  access: "keep_list",
  next: ({ entry }) => `/admin/list/${entry}`,
});

export const publishVersionAction = defineAction(publishVersionSchema, publishVersion, {
  access: "keep_list",
  fresh: true,
  next: ({ entry }) => `/admin/list/${entry}`,
});
