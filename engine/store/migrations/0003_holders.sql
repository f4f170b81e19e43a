-- A task whose term has ended may stand in two inboxes: of whom it asked, and of who answers then.

CREATE TABLE tasks_2 (                -- open ones
  case_id INTEGER NOT NULL REFERENCES cases (id),
  id      TEXT NOT NULL,
  holder  TEXT NOT NULL,              -- "role:head", "person:k1"
  stage   TEXT NOT NULL,
  opened  TEXT NOT NULL,
  PRIMARY KEY (case_id, id, holder)
) STRICT, WITHOUT ROWID;
INSERT INTO tasks_2 (case_id, id, holder, stage, opened)
  SELECT case_id, id, holder, stage, opened FROM tasks;
DROP TABLE tasks;
ALTER TABLE tasks_2 RENAME TO tasks;
CREATE INDEX tasks_by_holder ON tasks (holder);
