-- The trail, in the order in which things happened, each row sealed with the hash of the one before.

CREATE FUNCTION bench.link(prev_hash text, content text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN encode(sha256(convert_to(prev_hash || content, 'UTF8')), 'hex');
END $$;
CREATE AGGREGATE bench.chain(content text) (SFUNC = bench.link, STYPE = text, INITCOND = '');

CREATE UNLOGGED TABLE bench.step AS
SELECT f.i, step.* FROM bench.filing f
JOIN bench.entry e ON e.n = f.entry
JOIN filing ON filing.id = f.id
LEFT JOIN bench.registration r ON r.i = f.i
LEFT JOIN bench.number ON number.n = r.n
CROSS JOIN LATERAL (
  VALUES
    (1, 'filing_submitted', 'applicant', 'draft', 'submitted', f.submitted_at, bench.account_id(f.p), jsonb_build_object(
      'receivedOn', filing.received_on, 'entryVersionId', e.version_id, 'submission', encode(sha256(int8send(f.i)), 'hex'))),
    (2, 'filing_accepted', 'staff', 'submitted', 'under_review', f.accepted_at, f.reviewer, '{}'),
    (3, 'information_requested', 'staff', 'under_review', 'awaiting_applicant', f.asked_at, f.reviewer, '{}'),
    (4, CASE WHEN f.state IN ('refused', 'hearing') THEN 'refusal_proposed' ELSE 'approval_proposed' END, 'staff', 'under_review',
      CASE WHEN f.state IN ('refused', 'hearing') THEN 'hearing' ELSE 'second_check' END, f.proposed_at, f.reviewer,
      jsonb_build_object('reasons', CASE WHEN f.state IN ('refused', 'hearing') THEN '["experience_short"]'::jsonb ELSE '["meets_every_condition"]' END)),
    (5, CASE f.state WHEN 'approved' THEN 'filing_approved' WHEN 'refused' THEN 'filing_refused' WHEN 'not_accepted' THEN 'acceptance_declined'
        WHEN 'closed_no_response' THEN 'filing_closed' ELSE 'filing_withdrawn' END,
      CASE f.state WHEN 'closed_no_response' THEN 'clock' WHEN 'withdrawn' THEN 'applicant' ELSE 'staff' END,
      CASE WHEN f.state IN ('approved', 'refused') THEN 'second_check' WHEN f.state = 'closed_no_response' THEN 'awaiting_applicant' ELSE 'submitted' END,
      f.state::text, f.decided_at,
      CASE f.state WHEN 'closed_no_response' THEN NULL WHEN 'withdrawn' THEN bench.account_id(f.p)
        ELSE bench.staff_id(41 + f.i % 10) END, '{"dueOn": null}')
) AS step (nth, type, actor_kind, from_state, to_state, at, actor_id, payload)
WHERE step.at IS NOT NULL;

INSERT INTO bench.step
SELECT r.i, 6, 'registration_created', 'staff', NULL, 'in_force', r.decided_at, bench.staff_id(41 + r.i % 10),
  jsonb_build_object('number', number.code, 'validFrom', r.valid_from, 'validUntil', r.valid_until)
FROM bench.registration r JOIN bench.number ON number.n = r.n;

INSERT INTO event (seq, type, filing_id, registration_id, actor_kind, actor_id, from_state, to_state, at, payload, prev_hash, hash)
WITH line AS (
  SELECT row_number() OVER (ORDER BY s.at, s.i, s.nth) AS seq, s.type, f.id AS filing_id, CASE WHEN s.nth = 6 THEN r.id END AS registration_id,
    s.actor_kind::actor_kind AS actor_kind, s.actor_id, s.from_state, s.to_state, s.at, s.payload
  FROM bench.step s JOIN bench.filing f USING (i) LEFT JOIN bench.registration r USING (i)
), linked AS (
  SELECT line.*, bench.chain(event_content(ROW(seq, type, filing_id, registration_id, actor_kind, actor_id, from_state, to_state, at, payload, '', '')::event))
    OVER (ORDER BY seq ROWS UNBOUNDED PRECEDING) AS hash
  FROM line
)
SELECT seq, type, filing_id, registration_id, actor_kind, actor_id, from_state, to_state, at, payload, lag(hash, 1, '') OVER (ORDER BY seq), hash
FROM linked ORDER BY seq;

UPDATE trail_head SET seq = newest.seq, hash = newest.hash
FROM (SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1) AS newest WHERE trail = 'event';
