-- Rights of the role that the app runs as. Run as the owner of the tables, after each migration.
-- psql -v app=filing_app -f grants.sql
GRANT USAGE ON SCHEMA public TO :"app";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO :"app";
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO :"app";

-- Rows that are written once. Triggers refuse a change as well; this is the second lock.
REVOKE UPDATE, DELETE, TRUNCATE ON event, audit_entry, submission, decision, observation FROM :"app";
REVOKE UPDATE, DELETE, TRUNCATE ON entry_version_step, objection, reconciliation, export, month_end FROM :"app";
REVOKE DELETE, TRUNCATE ON list_entry_version FROM :"app";
REVOKE DELETE, TRUNCATE ON filing, reopening, registration, proceeding, certificate, person, consent, request, request_item FROM :"app";
-- A draft is deleted when its author asks, or after 90 days without an edit.
GRANT DELETE ON filing TO :"app";
REVOKE ALL ON _prisma_migrations FROM :"app";
GRANT SELECT ON _prisma_migrations TO :"app";

-- The queue of jobs. A migration makes its tables, so the role needs to make none.
GRANT USAGE ON SCHEMA pgboss TO :"app";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO :"app";
