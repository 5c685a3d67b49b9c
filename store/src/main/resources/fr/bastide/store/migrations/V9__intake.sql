-- How an attack reaches the centre: reports, what is said about them, the files that come with it, how
-- far the mailbox is read, and when the centre answers.
--
-- Whoever reports has no account: the house works for them, behind the secret of a link of which only
-- the hash is kept here. Operators and the lead of the CSIRT see reports; nobody else does.

CREATE TABLE report (
  id          uuid PRIMARY KEY,
  reference   text NOT NULL UNIQUE CHECK (reference ~ '^[2-9FHKLMRWXY]{8}$'),
  channel     text NOT NULL CHECK (channel IN ('FORM', 'CALL', 'MAIL', 'ALERT', 'API')),
  language    text NOT NULL CHECK (language IN ('FR', 'EN')),
  answers     jsonb NOT NULL CHECK (length(answers::text) <= 60000),
  opened_at   timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL,
  state       text NOT NULL CHECK (state IN ('NEW', 'TAKEN', 'CLOSED')),
  taken_by    uuid REFERENCES account,
  taken_name  text CHECK (length(taken_name) <= 200),
  taken_at    timestamptz,
  closed_at   timestamptz,
  case_name   text CHECK (length(case_name) BETWEEN 1 AND 100),
  suspect     boolean NOT NULL,
  version     integer NOT NULL CHECK (version > 0),
  -- Empty when the link was ended.
  link_hash   text UNIQUE CHECK (link_hash ~ '^[0-9a-f]{64}$'),
  -- Shows that a mail belongs here; opens nothing.
  mail_secret text NOT NULL CHECK (mail_secret ~ '^[2-9FHKLMRWXY]{12}$'),
  told_at     timestamptz,
  told_times  integer NOT NULL DEFAULT 0,
  ordinal     bigint GENERATED ALWAYS AS IDENTITY,
  CHECK (num_nulls(taken_by, taken_name, taken_at) IN (0, 3)),
  CHECK (state <> 'TAKEN' OR taken_at IS NOT NULL),
  CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL))
);
CREATE INDEX report_by_state ON report (state, opened_at, ordinal);
CREATE INDEX report_opened ON report (channel, opened_at);

CREATE TABLE report_message (
  id         uuid PRIMARY KEY,
  report_id  uuid NOT NULL REFERENCES report,
  author     text NOT NULL CHECK (author IN ('REPORTER', 'OPERATOR', 'MAIL', 'HOUSE')),
  name       text NOT NULL CHECK (length(name) <= 320),
  text       text NOT NULL CHECK (length(text) <= 20000),
  at         timestamptz NOT NULL,
  standing   text NOT NULL CHECK (standing IN ('PROVEN', 'CLAIMED')),
  -- Of a mail: all of it or nothing.
  message_id text CHECK (length(message_id) <= 998),
  subject    text CHECK (length(subject) <= 500),
  sha256     text CHECK (sha256 = '' OR sha256 ~ '^[0-9a-f]{64}$'),
  ordinal    bigint GENERATED ALWAYS AS IDENTITY,
  CHECK (num_nulls(message_id, subject, sha256) IN (0, 3))
);
CREATE INDEX report_message_by_report ON report_message (report_id, ordinal);
CREATE INDEX report_message_by_mail ON report_message (message_id) WHERE message_id <> '';
CREATE INDEX report_message_by_content ON report_message (sha256, at) WHERE sha256 <> '';

CREATE TABLE report_file (
  id         uuid PRIMARY KEY,
  report_id  uuid NOT NULL REFERENCES report,
  message_id uuid NOT NULL REFERENCES report_message,
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  media      text NOT NULL CHECK (length(media) <= 100),
  bytes      bigint NOT NULL CHECK (bytes BETWEEN 0 AND 30000000),
  sha256     text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  at         timestamptz NOT NULL,
  content    bytea NOT NULL,
  ordinal    bigint GENERATED ALWAYS AS IDENTITY,
  CHECK (octet_length(content) = bytes)
);
ALTER TABLE report_file ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX report_file_by_report ON report_file (report_id, ordinal);

CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON report_message
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON report_file
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- How far a folder of a mailbox is read: written in the transaction of what was read, so that no mail
-- is taken twice nor forgotten, wherever the house stops.
CREATE TABLE mailbox_position (
  mailbox      text PRIMARY KEY CHECK (length(mailbox) BETWEEN 1 AND 500),
  uid_validity bigint NOT NULL,
  last_uid     bigint NOT NULL CHECK (last_uid >= 0),
  changed_at   timestamptz NOT NULL
);

-- When the centre answers and who is told, as the lead of the CSIRT wrote it: one row.
CREATE TABLE opening_hours (
  single     boolean PRIMARY KEY DEFAULT true CHECK (single),
  document   jsonb NOT NULL CHECK (length(document::text) <= 20000),
  version    integer NOT NULL CHECK (version > 0),
  changed_by uuid NOT NULL REFERENCES account,
  changed_at timestamptz NOT NULL
);

DO $$
DECLARE
  closed text;
BEGIN
  FOREACH closed IN ARRAY ARRAY['report', 'report_message', 'report_file', 'mailbox_position',
                                'opening_hours'] LOOP
    EXECUTE format('ALTER TABLE bastide.%I ENABLE ROW LEVEL SECURITY', closed);
    EXECUTE format('ALTER TABLE bastide.%I FORCE ROW LEVEL SECURITY', closed);
    EXECUTE format('CREATE POLICY owner_works ON bastide.%I TO bastide_owner'
                   ' USING (true) WITH CHECK (true)', closed);
  END LOOP;
  FOREACH closed IN ARRAY ARRAY['report', 'report_message', 'report_file'] LOOP
    EXECUTE format('CREATE POLICY seen ON bastide.%I FOR SELECT TO bastide_app USING ('
                   '(SELECT is_house()) OR (SELECT in_centre(''CSIRT_OPERATOR'', ''CSIRT_LEAD'')))',
                   closed);
  END LOOP;
END
$$;

GRANT SELECT, INSERT ON report, report_message, report_file TO bastide_app;
GRANT UPDATE (answers, changed_at, state, taken_by, taken_name, taken_at, closed_at, case_name,
              version, link_hash, told_at, told_times) ON report TO bastide_app;
CREATE POLICY opened ON report FOR INSERT TO bastide_app WITH CHECK (
  (SELECT is_house()) OR (SELECT in_centre('CSIRT_OPERATOR', 'CSIRT_LEAD')));
CREATE POLICY handled ON report FOR UPDATE TO bastide_app USING (
  (SELECT is_house()) OR (SELECT in_centre('CSIRT_OPERATOR', 'CSIRT_LEAD')));
-- An operator speaks for the centre alone; what a victim or a mail says, the house writes down.
CREATE POLICY said ON report_message FOR INSERT TO bastide_app WITH CHECK (
  (SELECT is_house())
  OR (author = 'OPERATOR' AND (SELECT in_centre('CSIRT_OPERATOR', 'CSIRT_LEAD'))));
CREATE POLICY came ON report_file FOR INSERT TO bastide_app WITH CHECK ((SELECT is_house()));

GRANT SELECT, INSERT, UPDATE ON mailbox_position TO bastide_app;
CREATE POLICY house ON mailbox_position TO bastide_app USING ((SELECT is_house()));

GRANT SELECT, INSERT, UPDATE ON opening_hours TO bastide_app;
CREATE POLICY seen ON opening_hours FOR SELECT TO bastide_app USING (
  (SELECT is_house()) OR (SELECT in_centre('CSIRT_OPERATOR', 'CSIRT_LEAD')));
CREATE POLICY written ON opening_hours FOR INSERT TO bastide_app WITH CHECK (
  (SELECT is_house())
  OR (changed_by = (SELECT account_now()) AND (SELECT in_centre('CSIRT_LEAD'))));
CREATE POLICY rewritten ON opening_hours FOR UPDATE TO bastide_app USING (
  (SELECT is_house()) OR (SELECT in_centre('CSIRT_LEAD')));
