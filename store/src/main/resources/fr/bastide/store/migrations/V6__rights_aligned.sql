-- Row-level security aligned with the table of rights of the application, act by act: RightsTest
-- compares the two for every table, every role and every kind of mandate.

-- Mandates ---------------------------------------------------------------------------------------

-- Whether the person may give a mandate under this one: its firm holds it for this very body, the
-- body lets it bring vendors in, it contains what is given, and it is active with every link above
-- it, leaving room for one more.
CREATE FUNCTION may_give_under(above uuid, of_body text, given text[], first timestamptz,
                               last timestamptz) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = bastide, pg_temp AS $$
  WITH RECURSIVE link (under_id, depth) AS (
    SELECT m.under_id, 1
    FROM mandate m
    WHERE m.id = above AND m.body_id = of_body AND m.may_bring_vendors
      AND m.provider_id = ANY ((SELECT own_providers())::uuid[])
      AND m.scopes @> given AND m.begins <= first AND last <= m.ends
      AND m.begins <= moment() AND moment() < m.ends AND m.revoked_at IS NULL
    UNION ALL
    SELECT up.under_id, link.depth + 1
    FROM link JOIN mandate up ON up.id = link.under_id
    WHERE link.depth < 3
      AND up.begins <= moment() AND moment() < up.ends AND up.revoked_at IS NULL
  )
  SELECT EXISTS (SELECT 1 FROM link WHERE link.under_id IS NULL)
$$;

-- The mandates of the person's firms and every link above them, active or not: what is needed to
-- tell whether a chain holds.
CREATE FUNCTION own_chains() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = bastide, pg_temp AS $$
  WITH RECURSIVE link (id, under_id) AS (
    SELECT m.id, m.under_id FROM mandate m
    WHERE m.provider_id = ANY ((SELECT own_providers())::uuid[])
    UNION
    SELECT up.id, up.under_id FROM link JOIN mandate up ON up.id = link.under_id
  )
  SELECT coalesce(array_agg(link.id), '{}') FROM link
$$;

DROP POLICY seen ON mandate;
CREATE POLICY seen ON mandate FOR SELECT TO bastide_app USING (
  (SELECT is_house())
  OR (SELECT in_centre('CSIRT_LEAD', 'PROGRAMME_OFFICER', 'ADMINISTRATOR'))
  OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT', 'DATA_PROTECTION_OFFICER'))::text[])
  OR id = ANY ((SELECT own_chains())::uuid[]));

-- The body itself gives what has nothing above it; only the firm that holds a mandate gives one
-- under it.
DROP POLICY granted ON mandate;
CREATE POLICY granted ON mandate FOR INSERT TO bastide_app WITH CHECK (
  (SELECT is_house())
  OR (granted_by = (SELECT account_now()) AND revoked_at IS NULL
      AND CASE WHEN under_id IS NULL THEN body_id = ANY ((SELECT bodies_as('OFFICIAL'))::text[])
               ELSE may_give_under(under_id, body_id, scopes, begins, ends) END));

-- The link above is held until the new one is kept: it cannot end unseen in between.
CREATE FUNCTION hold_link_above() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = bastide, pg_temp AS $$
DECLARE
  ended timestamptz;
BEGIN
  SELECT up.revoked_at INTO ended FROM mandate up WHERE up.id = NEW.under_id FOR SHARE;
  IF ended IS NOT NULL AND NOT is_house() THEN
    RAISE EXCEPTION 'the mandate above this one is revoked' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER link_above_is_held BEFORE INSERT ON mandate
  FOR EACH ROW WHEN (NEW.under_id IS NOT NULL) EXECUTE FUNCTION hold_link_above();

-- A mandate is never widened, nor given back: all that may change is that it ends, once.
CREATE FUNCTION refuse_wider_mandate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a mandate never changes but by its revocation, once'
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER never_widens BEFORE UPDATE ON mandate
  FOR EACH ROW
  WHEN (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at
        OR (NEW.id, NEW.body_id, NEW.provider_id, NEW.scopes, NEW.begins, NEW.ends,
            NEW.granted_by, NEW.may_bring_vendors, NEW.under_id)
           IS DISTINCT FROM
           (OLD.id, OLD.body_id, OLD.provider_id, OLD.scopes, OLD.begins, OLD.ends,
            OLD.granted_by, OLD.may_bring_vendors, OLD.under_id))
  EXECUTE FUNCTION refuse_wider_mandate();

-- Whoever ends a mandate ends all under it in the same statement, those included that were given
-- while it waited.
CREATE FUNCTION end_links_below() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = bastide, pg_temp AS $$
BEGIN
  UPDATE mandate SET revoked_at = NEW.revoked_at
  WHERE under_id = NEW.id AND revoked_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER ends_with_those_below AFTER UPDATE OF revoked_at ON mandate
  FOR EACH ROW WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL)
  EXECUTE FUNCTION end_links_below();

WITH RECURSIVE ended (id, at) AS (
  SELECT m.id, m.revoked_at FROM mandate m WHERE m.revoked_at IS NOT NULL
  UNION
  SELECT below.id, ended.at FROM mandate below JOIN ended ON below.under_id = ended.id
  WHERE below.revoked_at IS NULL
)
UPDATE mandate SET revoked_at = (SELECT min(ended.at) FROM ended WHERE ended.id = mandate.id)
WHERE revoked_at IS NULL AND id IN (SELECT ended.id FROM ended);

-- The register and people ------------------------------------------------------------------------

-- A body's people and the administrator say how many workstations it has; the house keeps the rest.
REVOKE UPDATE ON body FROM bastide_app;
GRANT UPDATE (form, name, siren, insee, departement, region, population, workstations, email,
              example) ON body TO bastide_app;
CREATE FUNCTION refuse_other_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'only the number of workstations may be changed'
    USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER keeps_its_identity BEFORE UPDATE ON body
  FOR EACH ROW
  WHEN (current_user = 'bastide_app' AND NOT is_house()
        AND (NEW.form, NEW.name, NEW.siren, NEW.insee, NEW.departement, NEW.region, NEW.population,
             NEW.email, NEW.example)
            IS DISTINCT FROM
            (OLD.form, OLD.name, OLD.siren, OLD.insee, OLD.departement, OLD.region, OLD.population,
             OLD.email, OLD.example))
  EXECUTE FUNCTION refuse_other_identity();

-- The centre sees the people of bodies; the administrator sees everybody.
DROP POLICY seen ON account;
CREATE POLICY seen ON account FOR SELECT TO bastide_app USING (
  (SELECT is_house()) OR id = (SELECT account_now())
  OR (SELECT in_centre('ADMINISTRATOR'))
  OR id = ANY ((SELECT people_around())::uuid[])
  OR ((SELECT in_centre('CSIRT_OPERATOR', 'CSIRT_LEAD', 'PROGRAMME_OFFICER'))
      AND EXISTS (SELECT 1 FROM membership m
                  WHERE m.account_id = account.id AND m.body_id IS NOT NULL)));

-- One's own name and language are one's own; the administrator stops others, never oneself.
REVOKE UPDATE ON account FROM bastide_app;
GRANT UPDATE (name, language, disabled_at) ON account TO bastide_app;
CREATE FUNCTION refuse_change_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a profile is changed by its owner, and stopped by the administrator'
    USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER is_ones_own BEFORE UPDATE ON account
  FOR EACH ROW
  WHEN (current_user = 'bastide_app' AND NOT is_house()
        AND ((NEW.name, NEW.language) IS DISTINCT FROM (OLD.name, OLD.language)
             AND OLD.id IS DISTINCT FROM account_now()
             OR NEW.disabled_at IS DISTINCT FROM OLD.disabled_at
             AND (OLD.id = account_now() OR NOT in_centre('ADMINISTRATOR'))))
  EXECUTE FUNCTION refuse_change_of_account();

DROP POLICY seen ON membership;
CREATE POLICY seen ON membership FOR SELECT TO bastide_app USING (
  (SELECT is_house()) OR account_id = (SELECT account_now())
  OR (SELECT in_centre('ADMINISTRATOR'))
  OR (body_id IS NOT NULL
      AND (SELECT in_centre('CSIRT_OPERATOR', 'CSIRT_LEAD', 'PROGRAMME_OFFICER')))
  OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT', 'DATA_PROTECTION_OFFICER'))::text[])
  OR body_id = ANY ((SELECT bodies_under_mandate('ASSESS', 'MONITOR', 'RESPOND', 'INSPECT'))::text[]));

-- Hats of bodies alone are taken off by somebody; that of an official only by another one, or by
-- the centre.
DROP POLICY removed ON membership;
CREATE POLICY removed ON membership FOR DELETE TO bastide_app USING (
  (SELECT is_house())
  OR (body_id IS NOT NULL AND (SELECT in_centre('ADMINISTRATOR', 'CSIRT_LEAD')))
  OR body_id = ANY ((SELECT bodies_as('OFFICIAL'))::text[])
  OR (role <> 'OFFICIAL' AND body_id = ANY ((SELECT bodies_as('REFERENT'))::text[])));

-- An invitation gives a hat. A link that opens an account that exists is sent by the house alone.
DROP POLICY added ON invitation;
CREATE POLICY added ON invitation FOR INSERT TO bastide_app WITH CHECK (
  (SELECT is_house())
  OR (invited_by = (SELECT account_now()) AND used_at IS NULL
      AND CASE hat_kind
            WHEN 'BODY' THEN
              (SELECT in_centre('ADMINISTRATOR', 'CSIRT_LEAD'))
              OR body_id = ANY ((SELECT bodies_as('OFFICIAL'))::text[])
              OR (role <> 'OFFICIAL' AND body_id = ANY ((SELECT bodies_as('REFERENT'))::text[]))
            WHEN 'NONE' THEN false
            ELSE (SELECT in_centre('ADMINISTRATOR')) END));

-- Letters are caused by those who may invite.
DROP POLICY caused ON letter;
CREATE POLICY caused ON letter FOR INSERT TO bastide_app WITH CHECK (
  (SELECT in_centre('ADMINISTRATOR', 'CSIRT_LEAD'))
  OR (SELECT cardinality(bodies_as('OFFICIAL', 'REFERENT'))) > 0);

-- Evidence and plans -----------------------------------------------------------------------------

-- Whoever reads an assessment sees which files stand behind it; what is in them is for those who
-- may take the report.
DROP POLICY added ON attachment;
CREATE POLICY added ON attachment FOR INSERT TO bastide_app WITH CHECK (
  (SELECT is_house())
  OR (author = (SELECT account_now())
      AND (body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT'))::text[])
           OR body_id = ANY ((SELECT bodies_under_mandate('ASSESS'))::text[]))));
REVOKE SELECT ON attachment FROM bastide_app;
GRANT SELECT (id, assessment_id, body_id, question, name, bytes, sha256, author, at, ordinal)
  ON attachment TO bastide_app;
CREATE FUNCTION attachment_content(wanted uuid) RETURNS bytea
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = bastide, pg_temp AS $$
  SELECT f.content FROM attachment f
  WHERE f.id = wanted
    AND ((SELECT is_house())
         OR (SELECT in_centre('CSIRT_LEAD', 'PROGRAMME_OFFICER'))
         OR f.body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT',
                                               'DATA_PROTECTION_OFFICER'))::text[])
         OR f.body_id = ANY ((SELECT bodies_under_mandate('ASSESS'))::text[]))
$$;

DO $$
DECLARE
  held text;
BEGIN
  FOREACH held IN ARRAY ARRAY['plan', 'plan_item'] LOOP
    EXECUTE format('DROP POLICY seen ON bastide.%I', held);
    EXECUTE format($policy$
      CREATE POLICY seen ON bastide.%I FOR SELECT TO bastide_app USING (
        (SELECT is_house())
        OR (SELECT in_centre('CSIRT_LEAD', 'PROGRAMME_OFFICER'))
        OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT', 'DATA_PROTECTION_OFFICER'))::text[])
        OR body_id = ANY ((SELECT bodies_under_mandate('ASSESS', 'MONITOR', 'RESPOND'))::text[]))
      $policy$, held);
  END LOOP;
END
$$;
DROP POLICY made ON plan;
CREATE POLICY made ON plan FOR INSERT TO bastide_app WITH CHECK (
  (SELECT is_house())
  OR (created_by = (SELECT account_now())
      AND (body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT'))::text[])
           OR body_id = ANY ((SELECT bodies_under_mandate('ASSESS'))::text[]))));

-- How far the plans in force are, in two counts a body, for those who read the board; it shows
-- nothing of what the plans are made of.
CREATE FUNCTION plan_progress(wanted text[])
  RETURNS TABLE (body_id text, measures integer, done integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = bastide, pg_temp AS $$
  SELECT w.body_id,
         count(i.measure) FILTER (WHERE i.state <> 'REFUSED')::integer,
         count(i.measure) FILTER (WHERE i.state = 'DONE')::integer
  FROM unnest(wanted) AS w (body_id)
  CROSS JOIN LATERAL (SELECT p.id FROM plan p WHERE p.body_id = w.body_id
                      ORDER BY p.created_at DESC, p.ordinal DESC LIMIT 1) latest
  JOIN plan_item i ON i.plan_id = latest.id
  WHERE (SELECT is_house() OR in_centre('CSIRT_OPERATOR', 'CSIRT_LEAD', 'PROGRAMME_OFFICER',
                                        'ADMINISTRATOR'))
  GROUP BY w.body_id
$$;

-- Reminders --------------------------------------------------------------------------------------

-- The days on which a body was reminded of what is due: kept in the transaction that queues the
-- letters, so that no crash writes twice.
CREATE TABLE reminder (
  body_id text NOT NULL REFERENCES body,
  day     date NOT NULL,
  at      timestamptz NOT NULL,
  letters integer NOT NULL CHECK (letters >= 0),
  PRIMARY KEY (body_id, day)
);
ALTER TABLE reminder ENABLE ROW LEVEL SECURITY;
ALTER TABLE reminder FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON reminder TO bastide_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON reminder TO bastide_app;
CREATE POLICY house ON reminder TO bastide_app USING ((SELECT is_house()));

-- A letter that may leave once at most is marked before it is handed over: after a crash in
-- between, nobody knows whether it left, and it does not leave again.
ALTER TABLE letter ADD COLUMN once boolean NOT NULL DEFAULT false;
ALTER TABLE letter ADD COLUMN handed_over boolean NOT NULL DEFAULT false;

REVOKE ALL ON FUNCTION may_give_under(uuid, text, text[], timestamptz, timestamptz), own_chains(),
  hold_link_above(), refuse_wider_mandate(), end_links_below(), refuse_other_identity(),
  refuse_change_of_account(), attachment_content(uuid), plan_progress(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_give_under(uuid, text, text[], timestamptz, timestamptz),
  own_chains(), attachment_content(uuid), plan_progress(text[]) TO bastide_app;
