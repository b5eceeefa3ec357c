-- What models answered, so that unchanged content costs no second call, and what a day has cost.

CREATE TABLE model_answer (
  key     TEXT PRIMARY KEY,       -- hash of content, prompt version, model and format
  answer  TEXT NOT NULL,
  failure TEXT NOT NULL,
  expires BIGINT NOT NULL
);
CREATE INDEX model_answer_expires ON model_answer (expires);

CREATE TABLE model_tokens (
  day   TEXT PRIMARY KEY,         -- such as 2026-01-31, UTC
  spent BIGINT NOT NULL
);
