"use server";

import { defineAction } from "@/lib/auth/define-action";
import { importSchema, publishImportSchema } from "@/lib/domain/accreditation/import";
import { takeOverImport } from "@/lib/services/import-list";
import { publishImport } from "@/lib/services/publish-import";

export const takeOverImportAction = defineAction(importSchema, takeOverImport, {
  access: "keep_list",
  next: (taken) => `/admin/list/import?import=${taken.import}`,
});

export const publishImportAction = defineAction(publishImportSchema, publishImport, {
  access: "keep_list",
  fresh: true,
  next: (published) => `/admin/list/import?import=${published.import}`,
});
