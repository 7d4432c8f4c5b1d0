-- Who filed what, when, and how far it came: one row per filing, drawn so that the same size gives the same office.
-- Reads bench.setting, bench.slot and bench.entry; writes bench.filing, from which everything else follows.

-- Chance between 0 and 1 that comes out the same for the same two numbers.
CREATE FUNCTION bench.chance(i bigint, which bigint) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (hashint8extended(i, which) & 1073741823)::float8 / 1073741824
$$;

-- An id as the app makes them (UUID version 7): its time first, so that the newest rows lie together.
CREATE FUNCTION bench.id(kind bigint, ms bigint, i bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (lpad(to_hex(ms), 12, '0') || '7' || lpad(to_hex(i & 4095), 3, '0') || '8'
    || lpad(to_hex(hashint8extended(i, kind) & 1152921504606846975), 15, '0'))::uuid
$$;
CREATE FUNCTION bench.ms(at timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (extract(epoch FROM at) * 1000)::bigint
$$;
CREATE FUNCTION bench.person_id(p bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT bench.id(1, 1672531200000 + p, p)
$$;
CREATE FUNCTION bench.account_id(p bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT bench.id(2, 1672531200000 + p, p)
$$;
CREATE FUNCTION bench.staff_id(n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid
$$;

CREATE UNLOGGED TABLE bench.filing (
  i bigint NOT NULL, id uuid NOT NULL, p bigint NOT NULL, kind filing_kind NOT NULL, stock text, entry int NOT NULL,
  state filing_state NOT NULL, held boolean NOT NULL, reviewer uuid, n bigint,
  created_at timestamptz(3) NOT NULL, submitted_at timestamptz(3), accepted_at timestamptz(3), asked_at timestamptz(3),
  proposed_at timestamptz(3), decided_at timestamptz(3), since timestamptz(3) NOT NULL
);

-- Each step is worked out once: drawn into the next one, its expression would be worked out at every mention.
INSERT INTO bench.filing
WITH seat AS MATERIALIZED (
  -- Four of five filings bring somebody new; the fifth is a renewal of somebody who filed before.
  SELECT i, s.now, s.filings, s.persons, s.open_chance, s.stock,
    CASE WHEN i > s.filings - s.stock THEN 'check' WHEN i > s.filings - 2 * s.stock THEN 'draft' END AS stock_of,
    i - (s.filings - 2 * s.stock) - 1 AS nth,
    ceil(0.8 * i)::bigint AS newest, ceil(0.8 * i) > ceil(0.8 * (i - 1)) AS is_new
  FROM bench.setting s, generate_series(1, s.filings) AS i
), placed AS MATERIALIZED (
  SELECT seat.*,
    CASE WHEN stock_of = 'draft' THEN persons + 1 + nth / 20
      WHEN is_new THEN newest
      ELSE 1 + floor(bench.chance(i, 1) * newest)::bigint END AS p,
    -- Only what came in lately is still open.
    i > 0.7 * filings AND bench.chance(i, 2) < open_chance AS is_open,
    bench.chance(i, 3) AS fate
  FROM seat
), stated AS MATERIALIZED (
  SELECT placed.*,
    CASE WHEN stock_of = 'draft' OR is_new THEN 'first' ELSE 'renewal' END::filing_kind AS kind,
    CASE
      WHEN stock_of = 'draft' THEN 'draft'
      WHEN stock_of = 'check' THEN 'second_check'
      WHEN is_open THEN CASE
        WHEN fate < 0.15 THEN 'draft' WHEN fate < 0.35 THEN 'submitted' WHEN fate < 0.65 THEN 'under_review'
        WHEN fate < 0.80 THEN 'awaiting_applicant' WHEN fate < 0.94 THEN 'second_check'
        WHEN fate < 0.98 THEN 'hearing' ELSE 'public_notice' END
      ELSE CASE
        WHEN fate < 0.82 THEN 'approved' WHEN fate < 0.88 THEN 'refused' WHEN fate < 0.91 THEN 'not_accepted'
        WHEN fate < 0.95 THEN 'closed_no_response' ELSE 'withdrawn' END
    END::filing_state AS state,
    CASE WHEN stock_of = 'draft' THEN 1 + nth % 20 ELSE slot.entry END AS entry
  FROM placed
  JOIN bench.slot ON slot.n = hashint8extended(p, 4) & 1023
), timed AS MATERIALIZED (
  -- What is open is so since a few days, and about a tenth of it is past its day; what has ended spreads from January 2023 on.
  SELECT stated.*,
    date_trunc('milliseconds', CASE WHEN state IN ('approved', 'refused', 'not_accepted', 'closed_no_response', 'withdrawn')
      THEN timestamptz '2023-01-03 01:00+00'
        + (now - interval '25 days' - timestamptz '2023-01-03 01:00+00') * power(i::float8 / filings, 0.8)
      ELSE now - interval '10 minutes' - bench.chance(i, 5) * CASE state WHEN 'draft' THEN interval '60 days'
        WHEN 'submitted' THEN interval '8 days' WHEN 'under_review' THEN interval '15 days'
        WHEN 'awaiting_applicant' THEN interval '22 days' WHEN 'second_check' THEN interval '9 days' ELSE interval '7 days' END
      END) AS base
  FROM stated
), dated AS MATERIALIZED (
  SELECT i, p, kind, stock_of, entry, state, base,
    stock_of IS NULL AND is_open AND state <> 'draft' AND bench.chance(i, 6) < 0.02 AS held,
    CASE state WHEN 'draft' THEN base WHEN 'submitted' THEN base - interval '1 day' WHEN 'under_review' THEN base - interval '4 days'
      WHEN 'awaiting_applicant' THEN base - interval '6 days' WHEN 'second_check' THEN base - interval '9 days'
      WHEN 'hearing' THEN base - interval '9 days' WHEN 'public_notice' THEN base - interval '12 days' ELSE base END AS created_at,
    CASE state WHEN 'draft' THEN NULL WHEN 'submitted' THEN base WHEN 'under_review' THEN base - interval '3 days'
      WHEN 'awaiting_applicant' THEN base - interval '5 days' WHEN 'second_check' THEN base - interval '8 days'
      WHEN 'hearing' THEN base - interval '8 days' WHEN 'public_notice' THEN base - interval '11 days'
      ELSE base + interval '1 hour' + bench.chance(i, 7) * interval '5 days' END AS submitted_at
  FROM timed
), accepted AS MATERIALIZED (
  SELECT dated.*, CASE WHEN state IN ('draft', 'submitted', 'not_accepted', 'withdrawn') THEN NULL
    WHEN state IN ('awaiting_applicant', 'under_review') THEN submitted_at + interval '3 days'
    ELSE submitted_at + (0.2 + 4 * bench.chance(i, 9)) * interval '1 day' END AS accepted_at
  FROM dated
), proposed AS MATERIALIZED (
  SELECT accepted.*,
    CASE state WHEN 'awaiting_applicant' THEN base
      WHEN 'closed_no_response' THEN accepted_at + bench.chance(i, 10) * interval '2 days' END AS asked_at,
    CASE WHEN state IN ('approved', 'refused') THEN accepted_at + (1 + 8 * bench.chance(i, 11)) * interval '1 day'
      WHEN state IN ('second_check', 'hearing') THEN base
      WHEN state = 'public_notice' THEN base - interval '3 days' END AS proposed_at
  FROM accepted
), decided AS MATERIALIZED (
  SELECT proposed.*,
    CASE WHEN state IN ('approved', 'refused') THEN proposed_at + (0.3 + 3 * bench.chance(i, 12)) * interval '1 day'
      WHEN state = 'closed_no_response' THEN asked_at + interval '12 days'
      WHEN state IN ('not_accepted', 'withdrawn') THEN submitted_at + (0.2 + 4 * bench.chance(i, 12)) * interval '1 day' END AS decided_at
  FROM proposed
)
SELECT i, bench.id(4, bench.ms(created_at), i), p, kind, stock_of, entry, state, held,
  CASE WHEN state NOT IN ('draft', 'submitted', 'not_accepted', 'withdrawn')
    THEN bench.staff_id(1 + floor(bench.chance(i, 8) * 40)::bigint) END,
  CASE WHEN submitted_at IS NOT NULL THEN row_number() OVER (PARTITION BY submitted_at IS NULL ORDER BY submitted_at, i) END,
  created_at, submitted_at, accepted_at, asked_at, proposed_at, decided_at,
  COALESCE(decided_at, CASE state WHEN 'draft' THEN created_at WHEN 'submitted' THEN submitted_at
    WHEN 'under_review' THEN accepted_at WHEN 'awaiting_applicant' THEN asked_at WHEN 'public_notice' THEN base ELSE proposed_at END)
FROM decided;

-- One open filing per person, entry and kind: a further one is of another kind.
UPDATE bench.filing SET kind = CASE nth WHEN 2 THEN 'change' ELSE 'cancellation' END::filing_kind
FROM (
  SELECT i AS double, row_number() OVER (PARTITION BY p, entry, kind ORDER BY stock IS NULL, i) AS nth FROM bench.filing
  WHERE state IN ('draft', 'submitted', 'under_review', 'awaiting_applicant', 'second_check', 'hearing', 'public_notice')
) AS open_ones
WHERE i = double AND nth > 1;
ANALYZE bench.filing;
