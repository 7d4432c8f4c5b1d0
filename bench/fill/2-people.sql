-- Everybody who ever filed, with an account and an identity paper; what the register makes of them is worked out beforehand.
-- Reads bench.filing, bench.name, bench.day; writes bench.registration, person, account, identity_document.

CREATE UNLOGGED TABLE bench.registration AS
SELECT row_number() OVER (ORDER BY f.decided_at, f.i) AS n, f.i, f.p, f.id AS filing_id, f.entry, f.decided_at,
  bench.id(5, bench.ms(f.decided_at), f.i) AS id, valid_from, valid_until,
  CASE WHEN valid_until < s.today THEN 'expired' WHEN luck < 0.01 THEN 'suspended' WHEN luck < 0.02 THEN 'revoked'
    WHEN luck < 0.03 THEN 'cancelled' ELSE 'in_force' END::registration_state AS state,
  bench.chance(f.i, 14) < 0.97 AS published
FROM bench.filing f, bench.setting s,
  LATERAL (SELECT (f.decided_at AT TIME ZONE 'Asia/Shanghai')::date AS valid_from) AS began,
  LATERAL (SELECT (valid_from + interval '3 years')::date - 1 AS valid_until, bench.chance(f.i, 13) AS luck) AS lasts
WHERE f.state = 'approved';

CREATE UNLOGGED TABLE bench.person AS
SELECT p, bench.person_id(p) AS id, bench.account_id(p) AS account_id,
  1 + floor(bench.chance(p, 20) * (SELECT count(*) FROM bench.name))::int AS name, p > s.persons AS is_stock, is_known
FROM bench.setting s, LATERAL (SELECT p, bool_or(submitted_at IS NOT NULL) AS is_known FROM bench.filing GROUP BY p) AS people;
CREATE UNIQUE INDEX ON bench.person (p);
ANALYZE bench.person;
ANALYZE bench.registration;

INSERT INTO person (id, name_zh, surname, given_names, search_key, in_baseline, first_registered_on, valid_until)
SELECT id, name_zh, surname, given_names, COALESCE(search_key, ''), is_known AND bench.chance(p, 21) < 0.005, first_registered_on, valid_until
FROM bench.person person
LEFT JOIN bench.name ON name.n = person.name AND is_known
LEFT JOIN (
  SELECT p, min(valid_from) AS first_registered_on, max(valid_until) FILTER (WHERE state = 'in_force') AS valid_until
  FROM bench.registration GROUP BY p
) AS standing USING (p)
ORDER BY p;

INSERT INTO account (id, kind, email, person_id, password_hash, locale, created_at)
SELECT account_id, 'professional', CASE WHEN is_stock THEN 'professional-' || p - s.persons ELSE 'person-' || p END || '@bench.example', id,
  CASE WHEN is_stock THEN s.password_hash END,
  (ARRAY['zh-Hant', 'zh-Hant', 'zh-Hant', 'en', 'zh-Hans'])[1 + p % 5]::locale, timestamptz '2023-01-01 00:00+00' + p * interval '1 second'
FROM bench.person, bench.setting s ORDER BY p;

INSERT INTO identity_document (id, person_id, kind, number, number_index)
SELECT bench.id(6, 1672531200000 + p, p), id, 'hkid', substr(sha256(int8send(p)) || sha256(int8send(-p)), 1, 37), encode(sha256(int8send(p)), 'hex')
FROM bench.person WHERE is_known ORDER BY p;
