-- Mail to somebody without an account, which is cleared once its address has served: few, among all mail.
CREATE INDEX "mail_about_wishes" ON "mail" ("created_at") WHERE "template" IN ('wish_confirm', 'wish_listed') AND "email" <> '';
