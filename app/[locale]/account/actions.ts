"use server";

import { changePassword } from "@/lib/auth/change-password";
import { defineAction } from "@/lib/auth/define-action";
import { endOtherSessions } from "@/lib/auth/end-other-sessions";
import { forgetKnownDevices } from "@/lib/auth/forget-known-devices";
import { chooseTheme } from "@/lib/auth/theme";
import {
  buttonSchema,
  changePasswordSchema,
  endSessionSchema,
  languageSchema,
  themeSchema,
} from "@/lib/domain/account/schema";
import { changeLanguage } from "@/lib/services/change-language";
import { endSession } from "@/lib/services/end-session";

export const changeLanguageAction = defineAction(languageSchema, changeLanguage, {
  access: "signed_in",
  next: () => "/account",
  nextLocale: (_value, { locale }) => locale,
});

export const changePasswordAction = defineAction(changePasswordSchema, changePassword, { access: "signed_in" });

export const chooseThemeAction = defineAction(themeSchema, chooseTheme, { access: "public" });

export const endOtherSessionsAction = defineAction(buttonSchema, endOtherSessions, { access: "signed_in" });

export const forgetDevicesAction = defineAction(buttonSchema, forgetKnownDevices, { access: "signed_in" });

export const endSessionAction = defineAction(endSessionSchema, endSession, { access: "signed_in" });
