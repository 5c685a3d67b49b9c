package fr.bastide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.journal.JournalChain;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Opens databases of both kinds.
class DatabaseTest {

  @TempDir Path data;

  @BeforeAll
  static void shareTheBinaries() {
    TestDatabase.shareTheBinaries();
  }

  @Test
  void embeddedOpensTwiceAndIsJoinedWhileServing() {
    try (var database = Database.open(new DatabaseLocation.Embedded(data))) {
      assertThat(user(database.app())).isEqualTo("bastide_app");
      assertThat(user(database.owner())).isEqualTo("bastide_owner");
      assertThat(database.server()).isPresent();
      try (var second = Database.join(new DatabaseLocation.Embedded(data))) {
        assertThat(second.schemaVersion()).isEqualTo(database.schemaVersion());
        new Backup(second, Clock.systemUTC()).write(data.resolve("backup.zip"));
        new Backup(second, Clock.systemUTC()).restore(data.resolve("backup.zip"));
      }
      assertThat(user(database.app())).as("still served").isEqualTo("bastide_app");
    }
    try (var database = Database.join(new DatabaseLocation.Embedded(data))) {
      assertThat(user(database.app())).as("started by whoever comes").isEqualTo("bastide_app");
    }
  }

  @Test
  void tablesOfAnotherStampAreLookedAtMoreClosely() throws SQLException {
    var location = TestDatabase.freshLocation();
    try (var first = Database.open(location);
        var connection = first.owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("COMMENT ON SCHEMA bastide IS 'migrations 0000 1'");
      try (var again = Database.open(location)) {
        assertThat(again.schemaVersion()).isEqualTo(first.schemaVersion());
      }
      statement.execute(
          "UPDATE bastide.flyway_schema_history SET checksum = 1 WHERE version = '1'");
      Database.open(location).close();
      statement.execute("COMMENT ON SCHEMA bastide IS 'migrations 0000 1'");
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> Database.open(location))
          .satisfies(e -> assertThat(e.text().fr()).contains("mise à jour des tables"));
    }
  }

  @Test
  void ownServerIsReachedThroughTheSameTwoRoles() {
    try (var database = Database.open(TestDatabase.freshLocation())) {
      assertThat(user(database.app())).isEqualTo("bastide_app");
      assertThat(user(database.owner())).isEqualTo("bastide_owner");
      assertThat(database.server()).isEmpty();
      var ports =
          Repositories.over(database, InstantSource.system(), new JournalChain(new byte[32]));
      assertThat(ports.transactions().asHouse(() -> ports.bodies().find(new BodyId("none"))))
          .isEmpty();
    }
  }

  @Test
  void ownServerIsPreparedByAUserWhoMayCreateRoles() throws SQLException {
    var server = TestDatabase.server();
    Sql.run(server, "CREATE DATABASE empty_one");
    try (var database =
        Database.open(
            new DatabaseLocation.External(
                "postgres://bastide_root:%s@127.0.0.1:%d/empty_one"
                    .formatted(server.secrets().superuser(), server.port())))) {
      assertThat(database.schemaVersion()).isNotEqualTo("0");
    }
  }

  @Test
  void userWithoutRightsIsToldWhatToAskFor() throws SQLException {
    var server = TestDatabase.server();
    Sql.run(server, "CREATE ROLE weak LOGIN PASSWORD 'weak'");
    Sql.run(server, "CREATE DATABASE not_weak");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() ->
            Database.open(
                new DatabaseLocation.External(
                    "postgres://weak:weak@127.0.0.1:%d/not_weak".formatted(server.port()))))
        .satisfies(e -> {
          assertThat(e.text().fr()).contains("GRANT bastide_owner, bastide_app TO weak");
          assertThat(e.text().en()).contains("GRANT bastide_owner, bastide_app TO weak");
        });
  }

  @Test
  void malformedAndDeadAddressesAreToldWithoutThePassword() {
    for (var url :
        new String[] {
          "",
          "postgres",
          "http://a/b",
          "postgres://u:secret@",
          "postgres://u:secret@host",
          "postgres://u:secret@host:99999999/x",
          "mysql://u:secret@h/d",
          "postgres://u:secret@h /d",
          "postgres://u:secret%zz@127.0.0.1/d",
          "postgres://u:secret@127.0.0.1:1/d",
          "jdbc:postgresql://127.0.0.1:1/d?user=u&password=secret",
          "jdbc:postgresql:"
        }) {
      assertThatExceptionOfType(StoreException.class)
          .as(url)
          .isThrownBy(() -> Database.open(new DatabaseLocation.External(url)))
          .satisfies(e -> {
            assertThat(e.text().fr()).doesNotContain("secret");
            assertThat(e.text().en()).doesNotContain("secret");
          });
    }
    assertThat(new DatabaseLocation.External("postgres://u:secret@h/d").toString())
        .doesNotContain("secret");
  }

  private static String user(DataSource source) {
    return JdbcClient.create(source).sql("SELECT current_user").query(String.class).single();
  }
}
