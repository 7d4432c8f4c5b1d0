-- What the open filings consist of: answers, papers, consents, submissions, notices, findings and proposals. What has ended is on
-- the trail and in the register only. The identity numbers follow, sealed by the project's own code.

CREATE UNLOGGED TABLE bench.open AS
SELECT f.*, e.code AS entry_code, e.version_id, e.asks_for_permit, e.identity_kind, name_zh, surname, given_names, s.today
FROM bench.filing f JOIN bench.entry e ON e.n = f.entry JOIN bench.person p USING (p) JOIN bench.name ON name.n = p.name CROSS JOIN bench.setting s
WHERE f.state IN ('draft', 'submitted', 'under_review', 'awaiting_applicant', 'second_check', 'hearing', 'public_notice')
  -- A third of the drafts is only just begun.
  AND (f.state <> 'draft' OR f.stock IS NOT NULL OR f.i % 3 > 0);

INSERT INTO answer (filing_id, question, value, updated_at)
SELECT o.id, a.question, a.value, o.created_at
FROM bench.open o
CROSS JOIN LATERAL (VALUES
  ('name_zh', to_jsonb(o.name_zh)), ('surname', to_jsonb(o.surname)), ('given_names', to_jsonb(o.given_names)),
  ('name_on_home_register', to_jsonb(concat_ws(' ', o.surname, o.given_names))),
  ('identity_kind', to_jsonb(o.identity_kind)),
  ('issuing_state', CASE WHEN o.identity_kind = 'passport' THEN '"Canada"'::jsonb END),
  ('identity_expires_on', CASE WHEN o.identity_kind = 'passport' THEN to_jsonb(o.today + 900) END),
  ('permit_kind', CASE WHEN o.asks_for_permit THEN '"home_return_permit"'::jsonb END),
  ('permit_expires_on', CASE WHEN o.asks_for_permit THEN to_jsonb(o.today + 1200) END),
  ('mobile', to_jsonb('+852 6' || 100 + o.i % 900 || ' ' || 1000 + o.i % 9000)), ('in_baseline', '"no"'),
  ('home_registration_number', to_jsonb('H' || 100000 + o.i % 900000)),
  ('home_registered_on', to_jsonb(o.today - 2000 - (o.i % 3000)::int)), ('home_registration_until', to_jsonb(o.today + 1500 + (o.i % 300)::int)),
  ('institution_name', '"海嶼建築設計（前海）有限公司"'), ('institution_place', '"qianhai"'), ('position', '"Associate"'),
  ('employed_since', to_jsonb(o.today - 200 - (o.i % 90)::int)),
  ('jobs', jsonb_build_array(
    jsonb_build_object('employer', '海嶼建築設計（前海）有限公司', 'role', 'Associate', 'from', to_char(o.today - 200, 'YYYY-MM'), 'to', '', 'share', '100'),
    jsonb_build_object('employer', 'Harbour & Ridge Partners', 'role', 'Senior officer', 'from', to_char(o.today - 3200, 'YYYY-MM'), 'to', to_char(o.today - 240, 'YYYY-MM'), 'share', '100'))),
  ('discipline', '"no"'), ('penalty', '"no"'), ('truth', '"yes"')
) AS a (question, value)
WHERE a.value IS NOT NULL;

INSERT INTO document (id, person_id, filing_id, evidence_key, display_name, media_type, size, sha256, stored_sha256, pages, storage_key, wrapped_key,
  state, verdict, uploaded_at)
SELECT bench.id(7, bench.ms(o.created_at), 100 * o.i + paper.n), bench.person_id(o.p), o.id, paper.key, paper.key || '.pdf', 'application/pdf',
  80000 + (o.i % 900000)::int, encode(sha256(int8send(100 * o.i + paper.n)), 'hex'), encode(sha256(int8send(100 * o.i + paper.n)), 'hex'),
  1 + (o.i % 3)::int, 'bench/' || o.i || '/' || paper.n, sha256(int8send(o.i)) || sha256(int8send(-o.i)), 'stored', 'not_scanned', o.created_at
FROM bench.open o JOIN bench.paper ON paper.entry = o.entry
ORDER BY o.created_at;

INSERT INTO consent (id, person_id, filing_id, purpose, text_version, locale, given_at)
SELECT bench.id(8, bench.ms(o.created_at), 10 * o.i + c.n), bench.person_id(o.p), o.id, c.purpose::consent_purpose, 1, 'zh-Hant', o.created_at
FROM bench.open o CROSS JOIN (VALUES (1, 'identity_papers'), (2, 'publication'), (3, 'home_register_check')) AS c (n, purpose)
ORDER BY o.created_at;

-- As long as a real one, and opened by nobody: 1,900 bytes that no compression shortens.
INSERT INTO submission (id, filing_id, person_id, round, entry_version_id, hash, sealed, submitted_at)
SELECT bench.id(9, bench.ms(o.submitted_at), o.i), o.id, bench.person_id(o.p), 1, o.version_id, encode(sha256(int8send(o.i)), 'hex'),
  (SELECT string_agg(sha256(int8send(o.i * 64 + part)), '' ORDER BY part) FROM generate_series(1, 59) AS part), o.submitted_at
FROM bench.open o WHERE o.submitted_at IS NOT NULL ORDER BY o.submitted_at;

INSERT INTO request (id, filing_id, round, state, outcome, sent_by_id, sent_at, due_on)
SELECT bench.id(10, bench.ms(o.asked_at), o.i), o.id, 1, 'sent', 'close_no_response', o.reviewer, o.asked_at,
  COALESCE(filing.due_on, (o.asked_at AT TIME ZONE 'Asia/Shanghai')::date + 21)
FROM bench.open o JOIN filing ON filing.id = o.id WHERE o.state = 'awaiting_applicant';
INSERT INTO request_item (id, request_id, number, subject, text)
SELECT bench.id(11, bench.ms(o.asked_at), 10 * o.i + item.n), bench.id(10, bench.ms(o.asked_at), o.i), item.n, item.subject, 'Please send a copy on which every line can be read.'
FROM bench.open o CROSS JOIN (VALUES (1, 'question:home_registration'), (2, 'question:institution')) AS item (n, subject)
WHERE o.state = 'awaiting_applicant';

-- Half of what is under review has been looked at.
INSERT INTO finding (filing_id, "check", result, note, account_id, found_at)
SELECT o.id, c.key, 'met', '', o.reviewer, o.accepted_at + interval '1 hour'
FROM bench.open o JOIN bench.asked c ON c.entry = o.entry
WHERE o.state IN ('second_check', 'hearing', 'public_notice') OR (o.state = 'under_review' AND o.i % 2 = 0);

INSERT INTO decision (id, filing_id, filing_version, stage, outcome, reason_codes, scope_en, scope_zh_hant, scope_zh_hans, seen_hash, account_id, decided_at)
SELECT bench.id(12, bench.ms(o.proposed_at), o.i), o.id, 3, 'proposal', CASE o.state WHEN 'hearing' THEN 'refuse' ELSE 'approve' END::decision_outcome,
  CASE o.state WHEN 'hearing' THEN ARRAY['experience_short'] ELSE ARRAY['meets_every_condition'] END,
  CASE WHEN o.state <> 'hearing' THEN v.scope_en END, CASE WHEN o.state <> 'hearing' THEN v.scope_zh_hant END,
  CASE WHEN o.state <> 'hearing' THEN v.scope_zh_hans END, '', o.reviewer, o.proposed_at
FROM bench.open o JOIN list_entry_version v ON v.id = o.version_id
WHERE o.state IN ('second_check', 'hearing', 'public_notice') ORDER BY o.proposed_at;
