-- Who sees what, and who may write what: row-level security on every table.
--
-- The functions below run as the owner of the tables, so that looking rights up is not itself
-- hidden by the policies. In policies they stand in a scalar subquery, which PostgreSQL evaluates at
-- most once for a statement, and not at all when an earlier alternative already holds.

CREATE FUNCTION is_house() RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT coalesce(current_setting('bastide.house', true), '') = 'yes' $$;

CREATE FUNCTION account_now() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('bastide.account', true), '')::uuid $$;

CREATE FUNCTION moment() RETURNS timestamptz LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('bastide.now', true), '')::timestamptz, now()) $$;

-- Whether the person holds one of these roles in the centre.
CREATE FUNCTION in_centre(VARIADIC roles text[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = bastide, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.account_id = account_now() AND a.disabled_at IS NULL
      AND m.body_id IS NULL AND m.provider_id IS NULL AND m.role = ANY (roles))
$$;

-- The bodies of which the person is, in one of these roles.
CREATE FUNCTION bodies_as(VARIADIC roles text[]) RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = bastide, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT m.body_id), '{}')
  FROM membership m JOIN account a ON a.id = m.account_id
  WHERE m.account_id = account_now() AND a.disabled_at IS NULL AND m.role = ANY (roles)
    AND m.body_id IS NOT NULL
$$;

-- The firms for which the person works.
CREATE FUNCTION own_providers() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = bastide, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT m.provider_id), '{}')
  FROM membership m JOIN account a ON a.id = m.account_id
  WHERE m.account_id = account_now() AND a.disabled_at IS NULL AND m.provider_id IS NOT NULL
$$;

-- The bodies for which a firm of the person holds an active mandate with one of these scopes, every
-- link above it being active too, up to the one that the body itself gave.
CREATE FUNCTION bodies_under_mandate(VARIADIC wanted text[]) RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = bastide, pg_temp AS $$
  WITH RECURSIVE link (body_id, under_id, depth) AS (
    SELECT m.body_id, m.under_id, 1
    FROM mandate m
    WHERE m.provider_id = ANY ((SELECT own_providers())::uuid[]) AND m.scopes && wanted
      AND m.begins <= moment() AND moment() < m.ends AND m.revoked_at IS NULL
    UNION ALL
    SELECT up.body_id, up.under_id, link.depth + 1
    FROM link JOIN mandate up ON up.id = link.under_id
    WHERE link.depth < 4
      AND up.begins <= moment() AND moment() < up.ends AND up.revoked_at IS NULL
  )
  SELECT coalesce(array_agg(DISTINCT link.body_id), '{}') FROM link WHERE link.under_id IS NULL
$$;

-- Everyone who belongs to a body that the person belongs to or works for.
CREATE FUNCTION people_around() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = bastide, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT m.account_id), '{}')
  FROM membership m
  WHERE m.body_id = ANY (bodies_as('OFFICIAL', 'REFERENT', 'DATA_PROTECTION_OFFICER')
                         || bodies_under_mandate('ASSESS', 'MONITOR', 'RESPOND', 'INSPECT'))
$$;

-- Every table: closed, for its owner as well; the owner's own work is let through by name.
DO $$
DECLARE
  closed text;
BEGIN
  FOR closed IN
    SELECT tablename FROM pg_tables
    WHERE schemaname = 'bastide' AND tablename <> 'flyway_schema_history' ORDER BY tablename
  LOOP
    EXECUTE format('ALTER TABLE bastide.%I ENABLE ROW LEVEL SECURITY', closed);
    EXECUTE format('ALTER TABLE bastide.%I FORCE ROW LEVEL SECURITY', closed);
    EXECUTE format('CREATE POLICY owner_works ON bastide.%I TO bastide_owner'
                   ' USING (true) WITH CHECK (true)', closed);
  END LOOP;
END
$$;

-- The register is public; who completes it is not.
GRANT SELECT, INSERT, UPDATE ON body TO bastide_app;
CREATE POLICY everyone_reads ON body FOR SELECT TO bastide_app USING (true);
CREATE POLICY added ON body FOR INSERT TO bastide_app WITH CHECK (
  (SELECT is_house()) OR (SELECT in_centre('ADMINISTRATOR', 'PROGRAMME_OFFICER', 'CSIRT_LEAD')));
CREATE POLICY changed ON body FOR UPDATE TO bastide_app USING (
  (SELECT is_house()) OR (SELECT in_centre('ADMINISTRATOR'))
  OR id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT'))::text[]));

-- People.
GRANT SELECT, INSERT, UPDATE ON account TO bastide_app;
CREATE POLICY seen ON account FOR SELECT TO bastide_app USING (
  (SELECT is_house()) OR id = (SELECT account_now())
  OR (SELECT in_centre('CSIRT_OPERATOR', 'CSIRT_LEAD', 'PROGRAMME_OFFICER', 'ADMINISTRATOR'))
  OR id = ANY ((SELECT people_around())::uuid[]));
CREATE POLICY added ON account FOR INSERT TO bastide_app WITH CHECK ((SELECT is_house()));
CREATE POLICY changed ON account FOR UPDATE TO bastide_app USING (
  (SELECT is_house()) OR id = (SELECT account_now()) OR (SELECT in_centre('ADMINISTRATOR')));

GRANT SELECT, INSERT, UPDATE ON account_password TO bastide_app;
CREATE POLICY own ON account_password TO bastide_app USING (
  (SELECT is_house()) OR account_id = (SELECT account_now()));

GRANT SELECT, INSERT, DELETE ON membership TO bastide_app;
CREATE POLICY seen ON membership FOR SELECT TO bastide_app USING (
  (SELECT is_house()) OR account_id = (SELECT account_now())
  OR (SELECT in_centre('CSIRT_OPERATOR', 'CSIRT_LEAD', 'PROGRAMME_OFFICER', 'ADMINISTRATOR'))
  OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT', 'DATA_PROTECTION_OFFICER'))::text[])
  OR body_id = ANY ((SELECT bodies_under_mandate('ASSESS', 'MONITOR', 'RESPOND', 'INSPECT'))::text[]));
CREATE POLICY added ON membership FOR INSERT TO bastide_app WITH CHECK ((SELECT is_house()));
CREATE POLICY removed ON membership FOR DELETE TO bastide_app USING (
  (SELECT is_house()) OR (SELECT in_centre('ADMINISTRATOR', 'CSIRT_LEAD'))
  OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT'))::text[]));

GRANT SELECT, INSERT, UPDATE ON invitation TO bastide_app;
CREATE POLICY seen ON invitation FOR SELECT TO bastide_app USING ((SELECT is_house()));
CREATE POLICY added ON invitation FOR INSERT TO bastide_app WITH CHECK (
  (SELECT is_house())
  OR (invited_by = (SELECT account_now())
      AND ((SELECT in_centre('ADMINISTRATOR'))
           OR (hat_kind = 'BODY'
               AND ((SELECT in_centre('CSIRT_LEAD'))
                    OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT'))::text[]))))));
CREATE POLICY used ON invitation FOR UPDATE TO bastide_app USING ((SELECT is_house()));

GRANT SELECT, INSERT, UPDATE, DELETE ON api_token TO bastide_app;
CREATE POLICY own ON api_token TO bastide_app USING (
  (SELECT is_house()) OR account_id = (SELECT account_now()));

GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_failure TO bastide_app;
CREATE POLICY house ON sign_in_failure TO bastide_app USING ((SELECT is_house()));

-- Providers are public to whoever is signed in.
GRANT SELECT, INSERT ON provider TO bastide_app;
CREATE POLICY seen ON provider FOR SELECT TO bastide_app USING (
  (SELECT is_house()) OR (SELECT account_now()) IS NOT NULL);
CREATE POLICY added ON provider FOR INSERT TO bastide_app WITH CHECK (
  (SELECT is_house()) OR (SELECT in_centre('ADMINISTRATOR')));

-- Mandates: the body's people and the centre see them all; a firm sees its own, and those of the
-- bodies for which it works.
GRANT SELECT, INSERT ON mandate TO bastide_app;
GRANT UPDATE (revoked_at) ON mandate TO bastide_app;
CREATE POLICY seen ON mandate FOR SELECT TO bastide_app USING (
  (SELECT is_house())
  OR (SELECT in_centre('CSIRT_OPERATOR', 'CSIRT_LEAD', 'PROGRAMME_OFFICER', 'ADMINISTRATOR'))
  OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT', 'DATA_PROTECTION_OFFICER'))::text[])
  OR provider_id = ANY ((SELECT own_providers())::uuid[])
  OR body_id = ANY ((SELECT bodies_under_mandate('ASSESS', 'MONITOR', 'RESPOND', 'INSPECT'))::text[]));
CREATE POLICY granted ON mandate FOR INSERT TO bastide_app WITH CHECK (
  (SELECT is_house())
  OR (granted_by = (SELECT account_now())
      AND (body_id = ANY ((SELECT bodies_as('OFFICIAL'))::text[])
           OR (under_id IS NOT NULL
               AND body_id = ANY ((SELECT bodies_under_mandate(
                 'ASSESS', 'MONITOR', 'RESPOND', 'INSPECT'))::text[])))));
CREATE POLICY revoked ON mandate FOR UPDATE TO bastide_app USING (
  (SELECT is_house()) OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT'))::text[]));

-- Assessments. The administrator sees results on the board, never the answers behind them.
GRANT SELECT, INSERT ON assessment TO bastide_app;
GRANT UPDATE (completed_at, scale, total_low, total_point, total_high, grade, themes, answered,
              asked) ON assessment TO bastide_app;
CREATE POLICY seen ON assessment FOR SELECT TO bastide_app USING (
  (SELECT is_house())
  OR (SELECT in_centre('CSIRT_OPERATOR', 'CSIRT_LEAD', 'PROGRAMME_OFFICER', 'ADMINISTRATOR'))
  OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT', 'DATA_PROTECTION_OFFICER'))::text[])
  OR body_id = ANY ((SELECT bodies_under_mandate('ASSESS', 'MONITOR', 'RESPOND', 'INSPECT'))::text[]));
CREATE POLICY started ON assessment FOR INSERT TO bastide_app WITH CHECK (
  (SELECT is_house())
  OR (started_by = (SELECT account_now())
      AND (body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT'))::text[])
           OR body_id = ANY ((SELECT bodies_under_mandate('ASSESS'))::text[]))));
CREATE POLICY changed ON assessment FOR UPDATE TO bastide_app USING (
  (SELECT is_house())
  OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT'))::text[])
  OR body_id = ANY ((SELECT bodies_under_mandate('ASSESS'))::text[]));

DO $$
DECLARE
  held text;
BEGIN
  FOREACH held IN ARRAY ARRAY['answer', 'answer_history', 'attachment'] LOOP
    EXECUTE format($policy$
      CREATE POLICY seen ON bastide.%I FOR SELECT TO bastide_app USING (
        (SELECT is_house())
        OR (SELECT in_centre('CSIRT_OPERATOR', 'CSIRT_LEAD', 'PROGRAMME_OFFICER'))
        OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT', 'DATA_PROTECTION_OFFICER'))::text[])
        OR body_id = ANY ((SELECT bodies_under_mandate('ASSESS', 'MONITOR', 'RESPOND', 'INSPECT'))::text[]))
      $policy$, held);
    EXECUTE format($policy$
      CREATE POLICY added ON bastide.%I FOR INSERT TO bastide_app WITH CHECK (
        (SELECT is_house())
        OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT'))::text[])
        OR body_id = ANY ((SELECT bodies_under_mandate('ASSESS'))::text[]))
      $policy$, held);
  END LOOP;
END
$$;
GRANT SELECT, INSERT, UPDATE ON answer TO bastide_app;
CREATE POLICY changed ON answer FOR UPDATE TO bastide_app USING (
  (SELECT is_house())
  OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT'))::text[])
  OR body_id = ANY ((SELECT bodies_under_mandate('ASSESS'))::text[]));
GRANT SELECT, INSERT ON answer_history, attachment TO bastide_app;

-- Plans. The whole centre counts on its board how many measures are done.
DO $$
DECLARE
  held text;
BEGIN
  FOREACH held IN ARRAY ARRAY['plan', 'plan_item'] LOOP
    EXECUTE format($policy$
      CREATE POLICY seen ON bastide.%I FOR SELECT TO bastide_app USING (
        (SELECT is_house())
        OR (SELECT in_centre('CSIRT_OPERATOR', 'CSIRT_LEAD', 'PROGRAMME_OFFICER', 'ADMINISTRATOR'))
        OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT', 'DATA_PROTECTION_OFFICER'))::text[])
        OR body_id = ANY ((SELECT bodies_under_mandate('ASSESS', 'MONITOR', 'RESPOND'))::text[]))
      $policy$, held);
    EXECUTE format($policy$
      CREATE POLICY made ON bastide.%I FOR INSERT TO bastide_app WITH CHECK (
        (SELECT is_house())
        OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT'))::text[])
        OR body_id = ANY ((SELECT bodies_under_mandate('ASSESS'))::text[]))
      $policy$, held);
  END LOOP;
END
$$;
GRANT SELECT, INSERT ON plan TO bastide_app;
GRANT SELECT, INSERT, UPDATE ON plan_item TO bastide_app;
CREATE POLICY followed ON plan_item FOR UPDATE TO bastide_app USING (
  (SELECT is_house())
  OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT'))::text[])
  OR body_id = ANY ((SELECT bodies_under_mandate('ASSESS'))::text[]));

GRANT SELECT, INSERT, UPDATE ON calendar TO bastide_app;
CREATE POLICY kept ON calendar TO bastide_app USING (
  (SELECT is_house())
  OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT'))::text[])
  OR body_id = ANY ((SELECT bodies_under_mandate('ASSESS'))::text[]));

-- Letters: anyone signed in may cause one, only the house reads and sends them.
GRANT SELECT, INSERT, UPDATE, DELETE ON letter TO bastide_app;
CREATE POLICY house ON letter TO bastide_app USING ((SELECT is_house()));
CREATE POLICY caused ON letter FOR INSERT TO bastide_app WITH CHECK (
  (SELECT account_now()) IS NOT NULL);

-- The journal: everyone adds in their own name; the head tells nothing.
GRANT SELECT, INSERT ON journal_entry TO bastide_app;
CREATE POLICY seen ON journal_entry FOR SELECT TO bastide_app USING (
  (SELECT is_house()) OR (SELECT in_centre('ADMINISTRATOR'))
  OR body_id = ANY ((SELECT bodies_as('OFFICIAL', 'REFERENT', 'DATA_PROTECTION_OFFICER'))::text[]));
CREATE POLICY added ON journal_entry FOR INSERT TO bastide_app WITH CHECK (
  (SELECT is_house()) OR actor = (SELECT account_now()));
GRANT SELECT, UPDATE ON journal_head TO bastide_app;
CREATE POLICY chained ON journal_head TO bastide_app USING (
  (SELECT is_house()) OR (SELECT account_now()) IS NOT NULL);

-- Figures without a name, for those who may see aggregates alone. A group smaller than `fewest` is left
-- out; so is the smallest group shown beside it when the hidden ones together would still be fewer
-- than `fewest`, for they could be computed from the whole.
CREATE FUNCTION territory_figures(fewest integer)
  RETURNS TABLE (departement text, form text, bodies integer, mean_point double precision,
                 a integer, b integer, c integer, d integer, e integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = bastide, pg_temp AS $$
  WITH latest AS (
    SELECT DISTINCT ON (s.body_id) s.body_id, s.total_point, s.grade
    FROM assessment s
    WHERE s.completed_at IS NOT NULL
    ORDER BY s.body_id, s.completed_at DESC, s.ordinal DESC
  ), grouped AS (
    SELECT y.departement, y.form, grouping(y.departement, y.form) AS kind,
           count(*)::integer AS bodies, avg(l.total_point) AS mean_point,
           count(*) FILTER (WHERE l.grade = 'A')::integer AS a,
           count(*) FILTER (WHERE l.grade = 'B')::integer AS b,
           count(*) FILTER (WHERE l.grade = 'C')::integer AS c,
           count(*) FILTER (WHERE l.grade = 'D')::integer AS d,
           count(*) FILTER (WHERE l.grade = 'E')::integer AS e
    FROM latest l JOIN body y ON y.id = l.body_id
    GROUP BY GROUPING SETS ((), (y.departement), (y.form))
  ), ranked AS (
    SELECT g.*,
           sum(g.bodies) OVER (PARTITION BY g.kind ORDER BY g.bodies, g.departement, g.form
                               ROWS UNBOUNDED PRECEDING) - g.bodies AS smaller
    FROM grouped g
  )
  SELECT r.departement, r.form, r.bodies, r.mean_point, r.a, r.b, r.c, r.d, r.e
  FROM ranked r
  WHERE r.bodies >= fewest
    -- The groups smaller than this one: none, or enough of them to hide among.
    AND (r.smaller = 0 OR r.smaller >= fewest)
    -- Bodies that span several departements have no line of their own.
    AND r.departement IS DISTINCT FROM ''
    AND (is_house() OR in_centre('CSIRT_OPERATOR', 'CSIRT_LEAD', 'PROGRAMME_OFFICER',
                                 'OBSERVATORY_EDITOR', 'ADMINISTRATOR', 'STATE_OBSERVER'))
  ORDER BY r.departement NULLS FIRST, r.form NULLS FIRST
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA bastide FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_house(), account_now(), moment(), in_centre(text[]),
  bodies_as(text[]), own_providers(), bodies_under_mandate(text[]), people_around(),
  territory_figures(integer) TO bastide_app;
