-- Figures of the territory, as before, but of one scale alone: a mean over two scales means nothing.
DROP FUNCTION territory_figures(integer);

CREATE FUNCTION territory_figures(fewest integer, of_scale text)
  RETURNS TABLE (departement text, form text, bodies integer, mean_point double precision,
                 a integer, b integer, c integer, d integer, e integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = bastide, pg_temp AS $$
  WITH latest AS (
    SELECT DISTINCT ON (s.body_id) s.body_id, s.total_point, s.grade
    FROM assessment s
    WHERE s.completed_at IS NOT NULL AND s.scale = of_scale
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

REVOKE ALL ON FUNCTION territory_figures(integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION territory_figures(integer, text) TO bastide_app;
