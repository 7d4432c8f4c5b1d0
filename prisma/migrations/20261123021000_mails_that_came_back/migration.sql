-- Before anybody is reminded the clock asks whether a mail to them came back.
CREATE INDEX "mail_failed" ON "mail" ("account_id") WHERE "state" = 'failed';
