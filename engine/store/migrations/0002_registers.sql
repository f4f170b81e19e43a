-- Numbers that are reserved by hand, for documents on paper: they belong to no case. What is done
-- to registers by hand is told by a journal of the office's own.

CREATE TABLE numbers_2 (
  series  TEXT NOT NULL,
  year    INTEGER NOT NULL,
  value   INTEGER NOT NULL,
  text    TEXT NOT NULL,              -- as printed
  date    TEXT NOT NULL,
  case_id INTEGER REFERENCES cases (id),  -- NULL: reserved by hand
  status  TEXT NOT NULL CHECK (status IN ('reserved', 'registered', 'annulled')),
  reason  TEXT NOT NULL DEFAULT '',
  person  TEXT NOT NULL DEFAULT '',   -- who reserved or annulled it by hand
  PRIMARY KEY (series, year, value)
) STRICT, WITHOUT ROWID;
INSERT INTO numbers_2 (series, year, value, text, date, case_id, status, reason)
  SELECT series, year, value, text, date, case_id, status, reason FROM numbers;
DROP TABLE numbers;
ALTER TABLE numbers_2 RENAME TO numbers;
CREATE UNIQUE INDEX numbers_live ON numbers (case_id) WHERE status <> 'annulled';

CREATE TABLE office_entries (         -- chained like those of a case
  sequence     INTEGER PRIMARY KEY,
  payload      TEXT,
  payload_hash TEXT NOT NULL,
  hash         TEXT NOT NULL
) STRICT;

CREATE TABLE office_journal (         -- one row
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,           -- entries
  head    TEXT NOT NULL               -- hash of the last of them; '' = none yet
) STRICT;
INSERT INTO office_journal (id, version, head) VALUES (1, 0, '');
