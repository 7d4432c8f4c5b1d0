-- Every minute the clock asks which registrations passed their last day.
CREATE INDEX "registration_running" ON "registration" ("valid_until", "id") WHERE "state" IN ('in_force', 'suspended');
