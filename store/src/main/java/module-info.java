/// PostgreSQL for Bastide: the embedded server, the migrations, the repositories and the backup.
module fr.bastide.store {
  requires transitive fr.bastide.kernel;
  requires transitive fr.bastide.loop;
  requires static transitive org.jspecify;
  requires transitive java.sql;
  requires com.zaxxer.hikari;
  requires flyway.core;
  requires org.apache.commons.compress;
  requires org.postgresql.jdbc;
  requires org.tukaani.xz;
  requires spring.jdbc;
  requires spring.tx;
  requires tools.jackson.databind;

  exports fr.bastide.store;
}
