-- The first loop: bodies, people, mandates, assessments, plans, the journal.
--
-- Row-level security repeats what `loop` has already checked, so that one forgotten check leaks
-- nothing. Each transaction says on whose behalf it runs (`bastide.account`), when (`bastide.now`),
-- or that it is the house's own work (`bastide.house`); a transaction that says nothing sees only
-- what is public. What a person may see is looked up in the tables below, never taken from the
-- application. See docs/adr/0005-postgresql-embedded.md.

GRANT USAGE ON SCHEMA bastide TO bastide_app;

-- The register of bodies -------------------------------------------------------------------------

CREATE TABLE body (
  id           text PRIMARY KEY CHECK (length(id) BETWEEN 3 AND 60),
  form         text NOT NULL CHECK (form ~ '^[A-Z_]{2,30}$'),
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  siren        text CHECK (siren ~ '^[0-9]{9}$'),
  insee        text CHECK (length(insee) BETWEEN 1 AND 10),
  departement  text NOT NULL CHECK (length(departement) <= 5),
  region       text NOT NULL CHECK (length(region) <= 5),
  population   integer CHECK (population >= 0),
  workstations integer CHECK (workstations >= 0),
  email        text CHECK (length(email) <= 254),
  example      boolean NOT NULL
);
CREATE INDEX body_by_siren ON body (siren) WHERE siren IS NOT NULL;

-- People -----------------------------------------------------------------------------------------

CREATE TABLE account (
  id          uuid PRIMARY KEY,
  email       text NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) <= 254),
  name        text NOT NULL CHECK (length(name) <= 200),
  language    text NOT NULL CHECK (language IN ('FR', 'EN')),
  disabled_at timestamptz,
  created_at  timestamptz NOT NULL
);

-- Apart from the account, so that nobody who may see a person also sees the hash.
CREATE TABLE account_password (
  account_id uuid PRIMARY KEY REFERENCES account,
  hash       text NOT NULL CHECK (length(hash) <= 500)
);

CREATE TABLE provider (
  id    uuid PRIMARY KEY,
  name  text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  siren text UNIQUE CHECK (siren ~ '^[0-9]{9}$'),
  city  text NOT NULL CHECK (length(city) <= 200)
);

-- The hats of a person: exactly one of body, provider, or neither (the centre).
CREATE TABLE membership (
  account_id  uuid NOT NULL REFERENCES account,
  body_id     text REFERENCES body,
  provider_id uuid REFERENCES provider,
  role        text NOT NULL CHECK (role ~ '^[A-Z_]{2,30}$'),
  CHECK (body_id IS NULL OR provider_id IS NULL),
  UNIQUE NULLS NOT DISTINCT (account_id, body_id, provider_id, role)
);
CREATE INDEX membership_by_body ON membership (body_id) WHERE body_id IS NOT NULL;

CREATE TABLE invitation (
  token_hash  text PRIMARY KEY CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  email       text CHECK (length(email) <= 254),
  hat_kind    text NOT NULL CHECK (hat_kind IN ('NONE', 'BODY', 'PROVIDER', 'CENTRE')),
  body_id     text REFERENCES body,
  provider_id uuid REFERENCES provider,
  role        text CHECK (role ~ '^[A-Z_]{2,30}$'),
  invited_by  uuid REFERENCES account,
  expires     timestamptz NOT NULL,
  used_at     timestamptz,
  CHECK ((hat_kind = 'BODY') = (body_id IS NOT NULL)),
  CHECK ((hat_kind = 'PROVIDER') = (provider_id IS NOT NULL)),
  CHECK ((hat_kind = 'NONE') = (role IS NULL))
);

CREATE TABLE api_token (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  label      text NOT NULL CHECK (length(label) <= 200),
  token_hash text NOT NULL UNIQUE CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  scopes     text[] NOT NULL CHECK (cardinality(scopes) > 0),
  expires    timestamptz NOT NULL,
  last_used  timestamptz,
  ordinal    bigint GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX api_token_by_account ON api_token (account_id);

CREATE TABLE sign_in_failure (
  key     text PRIMARY KEY CHECK (length(key) <= 200),
  count   integer NOT NULL CHECK (count > 0),
  last_at timestamptz NOT NULL
);

-- Mandates ---------------------------------------------------------------------------------------

CREATE TABLE mandate (
  id                uuid PRIMARY KEY,
  body_id           text NOT NULL REFERENCES body,
  provider_id       uuid NOT NULL REFERENCES provider,
  scopes            text[] NOT NULL CHECK (cardinality(scopes) > 0),
  begins            timestamptz NOT NULL,
  ends              timestamptz NOT NULL CHECK (ends > begins),
  granted_by        uuid NOT NULL REFERENCES account,
  may_bring_vendors boolean NOT NULL,
  under_id          uuid,
  revoked_at        timestamptz,
  ordinal           bigint GENERATED ALWAYS AS IDENTITY,
  UNIQUE (id, body_id),
  FOREIGN KEY (under_id, body_id) REFERENCES mandate (id, body_id)
);
CREATE INDEX mandate_by_body ON mandate (body_id);
CREATE INDEX mandate_by_provider ON mandate (provider_id);
CREATE INDEX mandate_by_under ON mandate (under_id) WHERE under_id IS NOT NULL;

-- Assessments ------------------------------------------------------------------------------------

CREATE TABLE assessment (
  id           uuid PRIMARY KEY,
  body_id      text NOT NULL REFERENCES body,
  depth        text NOT NULL CHECK (depth IN ('FLASH', 'STANDARD', 'FULL')),
  referential  text NOT NULL CHECK (length(referential) <= 100),
  started_at   timestamptz NOT NULL,
  started_by   uuid NOT NULL REFERENCES account,
  completed_at timestamptz,
  example      boolean NOT NULL,
  -- The result: all of it or nothing.
  scale        text CHECK (length(scale) <= 100),
  total_low    double precision,
  total_point  double precision,
  total_high   double precision,
  grade        text CHECK (grade IN ('A', 'B', 'C', 'D', 'E')),
  themes       jsonb,
  answered     integer,
  asked        integer,
  ordinal      bigint GENERATED ALWAYS AS IDENTITY,
  UNIQUE (id, body_id),
  CHECK (num_nulls(scale, total_low, total_point, total_high, grade, themes, answered, asked)
         IN (0, 8)),
  CHECK (completed_at IS NULL OR scale IS NOT NULL)
);
CREATE INDEX assessment_by_body ON assessment (body_id, started_at DESC, ordinal DESC);
-- The board: which assessment stands for each body.
CREATE INDEX assessment_standing ON assessment
  (body_id, completed_at DESC NULLS LAST, started_at DESC, ordinal DESC) WHERE scale IS NOT NULL;
-- A body answers one assessment at a time.
CREATE UNIQUE INDEX assessment_open ON assessment (body_id) WHERE completed_at IS NULL;

-- Each answer is written twice: as the present one, and in a history that only grows.
CREATE TABLE answer (
  assessment_id    uuid NOT NULL,
  body_id          text NOT NULL,
  question         text NOT NULL CHECK (length(question) <= 100),
  kind             text NOT NULL CHECK (kind IN ('GIVEN', 'UNKNOWN', 'NOT_APPLICABLE')),
  choice           text CHECK (length(choice) <= 100),
  evidence_level   text,
  evidence_date    date,
  evidence_expires date,
  note             text CHECK (length(note) <= 2000),
  reason           text CHECK (length(reason) <= 2000),
  accepted_by      text CHECK (length(accepted_by) <= 200),
  version          integer NOT NULL CHECK (version > 0),
  author           uuid NOT NULL REFERENCES account,
  author_name      text NOT NULL CHECK (length(author_name) <= 200),
  at               timestamptz NOT NULL,
  PRIMARY KEY (assessment_id, question),
  FOREIGN KEY (assessment_id, body_id) REFERENCES assessment (id, body_id),
  CHECK ((kind = 'GIVEN') = (choice IS NOT NULL AND evidence_level IS NOT NULL)),
  CHECK ((kind = 'NOT_APPLICABLE') = (reason IS NOT NULL))
);

CREATE TABLE answer_history (
  ordinal          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  assessment_id    uuid NOT NULL,
  body_id          text NOT NULL,
  question         text NOT NULL,
  kind             text NOT NULL,
  choice           text,
  evidence_level   text,
  evidence_date    date,
  evidence_expires date,
  note             text,
  reason           text,
  accepted_by      text,
  version          integer NOT NULL,
  author           uuid NOT NULL,
  author_name      text NOT NULL,
  at               timestamptz NOT NULL,
  too_late         boolean NOT NULL,
  FOREIGN KEY (assessment_id, body_id) REFERENCES assessment (id, body_id)
);
CREATE INDEX answer_history_by_question ON answer_history (assessment_id, question, ordinal DESC);

CREATE TABLE attachment (
  id            uuid PRIMARY KEY,
  assessment_id uuid NOT NULL,
  body_id       text NOT NULL,
  question      text NOT NULL CHECK (length(question) <= 100),
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  bytes         bigint NOT NULL CHECK (bytes BETWEEN 1 AND 10000000),
  sha256        text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  author        uuid NOT NULL REFERENCES account,
  at            timestamptz NOT NULL,
  content       bytea NOT NULL,
  ordinal       bigint GENERATED ALWAYS AS IDENTITY,
  FOREIGN KEY (assessment_id, body_id) REFERENCES assessment (id, body_id),
  CHECK (octet_length(content) = bytes)
);
ALTER TABLE attachment ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX attachment_by_assessment ON attachment (assessment_id, at, ordinal);

-- Plans ------------------------------------------------------------------------------------------

CREATE TABLE plan (
  id            uuid PRIMARY KEY,
  body_id       text NOT NULL,
  assessment_id uuid NOT NULL,
  budget_cents  bigint NOT NULL CHECK (budget_cents >= 0),
  setup_cents   bigint CHECK (setup_cents >= 0),
  yearly_cents  bigint CHECK (yearly_cents >= 0),
  days          double precision NOT NULL,
  months        integer NOT NULL,
  forced        text[] NOT NULL,
  refused       jsonb NOT NULL,
  document      jsonb NOT NULL,
  measures      integer NOT NULL,
  created_at    timestamptz NOT NULL,
  created_by    uuid NOT NULL REFERENCES account,
  ordinal       bigint GENERATED ALWAYS AS IDENTITY,
  UNIQUE (id, body_id),
  FOREIGN KEY (assessment_id, body_id) REFERENCES assessment (id, body_id)
);
CREATE INDEX plan_by_body ON plan (body_id, created_at DESC, ordinal DESC);

CREATE TABLE plan_item (
  plan_id     uuid NOT NULL,
  body_id     text NOT NULL,
  measure     text NOT NULL CHECK (length(measure) <= 100),
  position    integer NOT NULL,
  state       text NOT NULL CHECK (state IN ('TO_DO', 'DOING', 'DONE', 'REFUSED')),
  due         date NOT NULL,
  evidence    text,
  note        text NOT NULL CHECK (length(note) <= 2000),
  changed_by  text NOT NULL CHECK (length(changed_by) <= 200),
  changed_at  timestamptz NOT NULL,
  version     integer NOT NULL CHECK (version > 0),
  reminded_at timestamptz,
  PRIMARY KEY (plan_id, measure),
  FOREIGN KEY (plan_id, body_id) REFERENCES plan (id, body_id)
);
CREATE INDEX plan_item_due ON plan_item (due) WHERE state IN ('TO_DO', 'DOING');

CREATE TABLE calendar (
  body_id  text PRIMARY KEY REFERENCES body,
  key_hash text NOT NULL UNIQUE CHECK (key_hash ~ '^[0-9a-f]{64}$')
);

-- Letters ----------------------------------------------------------------------------------------

CREATE TABLE letter (
  id        uuid PRIMARY KEY,
  recipient text NOT NULL CHECK (length(recipient) <= 254),
  language  text NOT NULL CHECK (language IN ('FR', 'EN')),
  subject   text NOT NULL CHECK (length(subject) <= 500),
  text      text NOT NULL CHECK (length(text) <= 20000),
  at        timestamptz NOT NULL,
  due_at    timestamptz NOT NULL,
  tries     integer NOT NULL DEFAULT 0,
  reason    text CHECK (length(reason) <= 500),
  ordinal   bigint GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX letter_waiting ON letter (due_at, ordinal) WHERE tries < 10;

-- The journal ------------------------------------------------------------------------------------

CREATE TABLE journal_entry (
  sequence bigint PRIMARY KEY CHECK (sequence > 0),
  at       timestamptz NOT NULL,
  actor    uuid,
  act      text NOT NULL CHECK (length(act) <= 60),
  body_id  text,
  object   text NOT NULL CHECK (length(object) <= 300),
  seal     text NOT NULL CHECK (seal ~ '^[0-9a-f]{64}$')
);
CREATE INDEX journal_entry_by_body ON journal_entry (body_id, sequence DESC)
  WHERE body_id IS NOT NULL;

-- One row, locked by whoever adds an entry: so the chain has neither gap nor fork.
CREATE TABLE journal_head (
  single   boolean PRIMARY KEY DEFAULT true CHECK (single),
  sequence bigint NOT NULL,
  seal     text NOT NULL
);
INSERT INTO journal_head (sequence, seal) VALUES (0, repeat('0', 64));

-- What only grows --------------------------------------------------------------------------------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed nor removed', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON answer_history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON attachment
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_change_of_completed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a completed assessment never changes'
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER completed_is_final BEFORE UPDATE OR DELETE ON assessment
  FOR EACH ROW WHEN (OLD.completed_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_completed();

CREATE FUNCTION refuse_answer_to_completed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM assessment a
             WHERE a.id = NEW.assessment_id AND a.completed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a completed assessment never changes'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER completed_is_final BEFORE INSERT OR UPDATE ON answer
  FOR EACH ROW EXECUTE FUNCTION refuse_answer_to_completed();
