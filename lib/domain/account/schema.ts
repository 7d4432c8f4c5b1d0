import * as z from "zod";
import { returnPathSchema } from "./return-path";
import { sixDigitsSchema } from "./second-factor";

/** An address as it is kept: the way it was typed on whatever keyboard, in small letters. */
export const emailSchema = z
  .string("validation.email")
  .transform((typed) => typed.normalize("NFKC").trim().toLowerCase())
  .pipe(z.email("validation.email").max(254, "validation.email"));

/** A password being entered: exactly as typed. */
const passwordSchema = z
  .string("validation.required")
  .min(1, "validation.required")
  .max(128, "validation.password_long");

/** A password being chosen; what else it must not be, the server says. */
const newPasswordSchema = z
  .string("validation.password_short")
  .refine((typed) => [...typed].length >= passwordLength.professional, "validation.password_short")
  .max(128, "validation.password_long");

/** The least number of characters of a password. */
export const passwordLength = { professional: 12, staff: 15 };

export const signInSchema = z.strictObject({ email: emailSchema, password: passwordSchema, next: returnPathSchema });

export const signUpSchema = z.strictObject({ email: emailSchema, next: returnPathSchema });

export const confirmSchema = z.strictObject({ code: sixDigitsSchema, password: newPasswordSchema });

export const acceptInvitationSchema = z.strictObject({
  token: z.string().regex(/^[\w-]{43}$/),
  password: z
    .string("validation.password_short_staff")
    .refine((typed) => [...typed].length >= passwordLength.staff, "validation.password_short_staff")
    .max(128, "validation.password_long"),
});

export const changePasswordSchema = z.strictObject({ currentPassword: passwordSchema, password: newPasswordSchema });

export const languageSchema = z.strictObject({ locale: z.enum(["en", "zh-Hant", "zh-Hans"], "validation.choose_one") });

export const endSessionSchema = z.strictObject({ session: z.string().regex(/^[0-9a-f]{64}$/) });

export const themeSchema = z.strictObject({ theme: z.enum(["system", "light", "dark"], "validation.choose_one") });

/** A form that says nothing but that its button was pressed. */
export const buttonSchema = z.strictObject({});

/** How long an invitation to become staff works. */
export const invitationMinutes = 60;

/** How long a mailed code works. */
export const codeMinutes = 30;
