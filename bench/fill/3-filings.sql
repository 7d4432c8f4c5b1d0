-- The filings themselves, what the approved ones became, and the counters as the triggers would have left them.
-- Reads bench.filing, bench.registration, bench.reference, bench.number, bench.day, bench.entry.

INSERT INTO filing (id, reference, kind, person_id, entry_code, entry_version_id, field_code, state, version, held, days_left, reviewer_id,
  asked_from, created_at, edited_at, state_since, submitted_at, received_on, accepted_on, decided_on, due_on, due_provisional, days_used, clock_from)
SELECT f.id, reference.code, f.kind, bench.person_id(f.p), e.code, CASE WHEN f.submitted_at IS NOT NULL THEN e.version_id END, e.field, f.state,
  CASE WHEN f.state = 'draft' THEN 1 WHEN f.state IN ('submitted') THEN 2 WHEN f.state = 'under_review' THEN 3
    WHEN f.state IN ('awaiting_applicant', 'second_check', 'hearing') THEN 4 ELSE 5 END + f.held::int,
  f.held, CASE WHEN f.held THEN 4 END, f.reviewer, CASE WHEN f.state = 'awaiting_applicant' THEN 'under_review'::filing_state END,
  f.created_at, f.created_at, f.since, f.submitted_at, received, accepted,
  CASE WHEN f.state IN ('approved', 'refused', 'not_accepted') THEN (f.decided_at AT TIME ZONE 'Asia/Shanghai')::date END,
  CASE WHEN NOT f.held THEN due END, NOT f.held AND COALESCE(due >= s.provisional_from, false),
  CASE WHEN f.state IN ('draft', 'submitted') THEN 0 ELSE (f.i % 4)::int END,
  CASE WHEN f.held THEN NULL WHEN f.state = 'submitted' THEN received WHEN f.state IN ('under_review', 'second_check') THEN accepted END
FROM bench.filing f
CROSS JOIN bench.setting s
JOIN bench.entry e ON e.n = f.entry
LEFT JOIN bench.reference ON reference.n = f.n
CROSS JOIN LATERAL (SELECT (f.submitted_at AT TIME ZONE 'Asia/Shanghai')::date AS received, (f.accepted_at AT TIME ZONE 'Asia/Shanghai')::date AS accepted) AS days
LEFT JOIN bench.day d ON d.day = CASE f.state WHEN 'submitted' THEN received WHEN 'under_review' THEN accepted WHEN 'second_check' THEN accepted
  WHEN 'awaiting_applicant' THEN (f.asked_at AT TIME ZONE 'Asia/Shanghai')::date
  WHEN 'hearing' THEN (f.proposed_at AT TIME ZONE 'Asia/Shanghai')::date WHEN 'public_notice' THEN (f.since AT TIME ZONE 'Asia/Shanghai')::date END
CROSS JOIN LATERAL (SELECT CASE f.state WHEN 'submitted' THEN d.plus5 WHEN 'under_review' THEN d.plus10 WHEN 'second_check' THEN d.plus10
  WHEN 'awaiting_applicant' THEN d.plus15 WHEN 'hearing' THEN d.plus5 WHEN 'public_notice' THEN d.plus5 END AS due) AS owed
ORDER BY f.created_at;

INSERT INTO registration (id, number, person_id, filing_id, entry_version_id, field_code, state, version, name_zh, surname, given_names, search_key,
  institution, home_registration_number, home_registration_until, scope_en, scope_zh_hant, scope_zh_hans, valid_from, valid_until, state_from,
  published, created_at, suspended_from)
SELECT r.id, number.code, p.id, r.filing_id, e.version_id, e.field, r.state, CASE WHEN r.state = 'in_force' THEN 1 ELSE 2 END,
  name_zh, surname, given_names, name.search_key, (ARRAY['海嶼建築設計（前海）有限公司', '衡準測量師行（前海）', '正算稅務師事務所（前海）', '前灣康和醫院'])[1 + r.i % 4],
  'H' || (100000 + r.i % 900000), r.valid_until + 90, scope_en, scope_zh_hant, scope_zh_hans, r.valid_from, r.valid_until,
  CASE r.state WHEN 'in_force' THEN r.valid_from WHEN 'expired' THEN r.valid_until + 1 ELSE r.valid_from + 30 END, r.published, r.decided_at,
  CASE r.state WHEN 'suspended' THEN r.valid_from + 30 END
FROM bench.registration r
JOIN bench.person p USING (p)
JOIN bench.name ON name.n = p.name
JOIN bench.entry e ON e.n = r.entry
JOIN list_entry_version v ON v.id = e.version_id
JOIN bench.number ON number.n = r.n
ORDER BY r.n;

INSERT INTO certificate (code, registration_id, serial, issued_at)
SELECT verification, r.id, 1, r.decided_at FROM bench.registration r JOIN bench.number ON number.n = r.n ORDER BY r.n;

SELECT setval('filing_reference_seq', (SELECT max(n) FROM bench.filing)), setval('registration_number_seq', (SELECT max(n) FROM bench.registration));

INSERT INTO filing_tally (field_code, state, due_on, slot, count)
SELECT field_code, state, COALESCE(due_on, DATE '0001-01-01'), 0, count(*) FROM filing GROUP BY 1, 2, 3;
INSERT INTO decision_tally (entry_code, decided_on, days, slot, count)
SELECT entry_code, decided_on, working_days_between(received_on, decided_on), 0, sum(n)
FROM (SELECT entry_code, received_on, decided_on, count(*) AS n FROM filing WHERE state IN ('approved', 'refused') GROUP BY 1, 2, 3) AS decided
GROUP BY 1, 2, 3;
INSERT INTO entry_tally (entry_code, slot, count)
SELECT v.entry_code, 0, count(DISTINCT r.person_id) FROM registration r JOIN list_entry_version v ON v.id = r.entry_version_id GROUP BY 1;
INSERT INTO person_tally (kind, day, slot, count)
SELECT 'first_registered', first_registered_on, 0, count(*) FROM person WHERE NOT in_baseline AND first_registered_on IS NOT NULL GROUP BY 2
UNION ALL SELECT 'valid_until', valid_until, 0, count(*) FROM person WHERE valid_until IS NOT NULL GROUP BY 2;
