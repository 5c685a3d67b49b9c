-- A calendar address shows what the person it was made for may read: it ends with that right.

DROP TABLE calendar;
CREATE TABLE calendar (
  body_id    text NOT NULL REFERENCES body,
  account_id uuid NOT NULL REFERENCES account,
  key_hash   text NOT NULL UNIQUE CHECK (key_hash ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (body_id, account_id)
);
ALTER TABLE calendar ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON calendar TO bastide_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON calendar TO bastide_app;
CREATE POLICY kept ON calendar TO bastide_app USING (
  (SELECT is_house())
  OR (account_id = (SELECT account_now())
    AND (body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT'))::text[])
      OR body_id = ANY ((SELECT bodies_under_mandate('ASSESS'))::text[]))));
