import type { Locale } from "./locales";

/** English is the typed source: one line per namespace, and a test that none is forgotten. */
interface Words {
  accident: typeof import("./messages/en/accident.json");
  common: typeof import("./messages/en/common.json");
  errors: typeof import("./messages/en/errors.json");
  form: typeof import("./messages/en/form.json");
  validation: typeof import("./messages/en/validation.json");
}

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Words;
  }
}
