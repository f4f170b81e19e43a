-- Everything an office knows about its cases. Times are RFC 3339 in UTC, hashes SHA-256 in hex.

CREATE TABLE cases (
  id       INTEGER PRIMARY KEY,
  workflow TEXT NOT NULL,
  title    TEXT NOT NULL,
  author   TEXT NOT NULL,
  bundle   TEXT NOT NULL,             -- what the case is pinned to: definition, templates, profile
  started  TEXT NOT NULL,
  status   TEXT NOT NULL,
  version  INTEGER NOT NULL,          -- entries in the journal
  head     TEXT NOT NULL,             -- hash of the last of them
  state    TEXT NOT NULL
) STRICT;

CREATE TABLE entries (
  case_id      INTEGER NOT NULL REFERENCES cases (id),
  sequence     INTEGER NOT NULL,
  payload      TEXT,                  -- NULL once erased; its hash stays
  payload_hash TEXT NOT NULL,
  hash         TEXT NOT NULL,
  PRIMARY KEY (case_id, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE tasks (                  -- open ones
  case_id INTEGER NOT NULL REFERENCES cases (id),
  id      TEXT NOT NULL,
  holder  TEXT NOT NULL,              -- "role:head", "person:k1"
  stage   TEXT NOT NULL,
  opened  TEXT NOT NULL,
  PRIMARY KEY (case_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tasks_by_holder ON tasks (holder);

CREATE TABLE outbox (                 -- effects not yet carried out
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id  INTEGER NOT NULL REFERENCES cases (id),
  key      TEXT NOT NULL,
  kind     TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  failure  TEXT NOT NULL DEFAULT '',
  UNIQUE (case_id, key)
) STRICT;

CREATE TABLE series (
  series TEXT NOT NULL,
  year   INTEGER NOT NULL,
  last   INTEGER NOT NULL,
  PRIMARY KEY (series, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE numbers (
  series  TEXT NOT NULL,
  year    INTEGER NOT NULL,
  value   INTEGER NOT NULL,
  text    TEXT NOT NULL,              -- as printed
  date    TEXT NOT NULL,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  status  TEXT NOT NULL CHECK (status IN ('reserved', 'registered', 'annulled')),
  reason  TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (series, year, value)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX numbers_live ON numbers (case_id) WHERE status <> 'annulled';

CREATE TABLE blobs (
  hash TEXT PRIMARY KEY,
  size INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
