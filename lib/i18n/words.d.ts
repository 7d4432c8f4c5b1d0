import type { Locale } from "./locales";

/** English is the typed source: one line per namespace, and a test that none is forgotten. */
interface Words {
  accident: typeof import("./messages/en/accident.json");
  account: typeof import("./messages/en/account.json");
  admin: typeof import("./messages/en/admin.json");
  away: typeof import("./messages/en/away.json");
  common: typeof import("./messages/en/common.json");
  case_message: typeof import("./messages/en/case_message.json");
  confirmation: typeof import("./messages/en/confirmation.json");
  demand: typeof import("./messages/en/demand.json");
  demo: typeof import("./messages/en/demo.json");
  digital_identity: typeof import("./messages/en/digital_identity.json");
  documents: typeof import("./messages/en/documents.json");
  eligibility: typeof import("./messages/en/eligibility.json");
  errors: typeof import("./messages/en/errors.json");
  evidence: typeof import("./messages/en/evidence.json");
  fields: typeof import("./messages/en/fields.json");
  filing: typeof import("./messages/en/filing.json");
  form: typeof import("./messages/en/form.json");
  identity: typeof import("./messages/en/identity.json");
  keeping: typeof import("./messages/en/keeping.json");
  list: typeof import("./messages/en/list.json");
  mail: typeof import("./messages/en/mail.json");
  messages: typeof import("./messages/en/messages.json");
  my_data: typeof import("./messages/en/my_data.json");
  people: typeof import("./messages/en/people.json");
  practice: typeof import("./messages/en/practice.json");
  proceeding: typeof import("./messages/en/proceeding.json");
  progress: typeof import("./messages/en/progress.json");
  public: typeof import("./messages/en/public.json");
  register: typeof import("./messages/en/register.json");
  registration: typeof import("./messages/en/registration.json");
  review: typeof import("./messages/en/review.json");
  second_factor: typeof import("./messages/en/second_factor.json");
  validation: typeof import("./messages/en/validation.json");
  workflow: typeof import("./messages/en/workflow.json");
}

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Words;
  }
}
