package fr.bastide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts, stops and kills the real server.
class EmbeddedPostgresTest {

  @TempDir Path data;

  /// A data directory as the first start leaves it; copies of it save each test a second.
  @TempDir static Path made;

  @BeforeAll
  static void makeOne() {
    TestDatabase.shareTheBinaries();
    EmbeddedPostgres.start(made).close();
  }

  private void copyOfTheMadeOne() throws Exception {
    assertThat(
            new ProcessBuilder("cp", "-a", made.resolve("postgres").toString(), data.toString())
                .inheritIO()
                .start()
                .waitFor())
        .isZero();
  }

  @Test
  void startsPrivateDurableAndUnprivileged() throws Exception {
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    try (var server = EmbeddedPostgres.start(data)) {
      assertThat(Sql.text(server, "SHOW fsync")).isEqualTo("on");
      assertThat(Sql.text(server, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(Sql.text(server, "SHOW data_checksums")).isEqualTo("on");
      assertThat(Sql.text(server, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(Sql.text(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(Sql.text(server, "SHOW unix_socket_directories")).isEmpty();
      assertThat(
              Sql.text(
                  server, "SELECT count(*) FROM pg_authid WHERE rolpassword NOT LIKE 'SCRAM%'"))
          .isEqualTo("0");
      assertThat(
              Sql.text(
                  server,
                  "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'"))
          .isEqualTo("0");
      assertThat(uid(Path.of("/proc/" + server.pid().orElseThrow()))).isNotZero();
      for (var name : new String[] {"cluster", "log"}) {
        assertThat(mode(data.resolve("postgres").resolve(name))).isEqualTo("rwx------");
      }
      for (var name : new String[] {"secrets.properties", "connection.properties", "lock"}) {
        assertThat(mode(data.resolve("postgres").resolve(name))).isEqualTo("rw-------");
      }
    }
  }

  @Test
  void refusesAWrongPasswordAndAMissingOne() throws Exception {
    copyOfTheMadeOne();
    try (var server = EmbeddedPostgres.start(data)) {
      var url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> java.sql.DriverManager.getConnection(url, "bastide_root", "guess"))
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> java.sql.DriverManager.getConnection(url + "?user=bastide_root"));
    }
  }

  @Test
  void keepsItsRowsAndLeavesNothingRunning() throws Exception {
    long pid;
    try (var server = EmbeddedPostgres.start(data)) {
      pid = server.pid().orElseThrow();
      Sql.run(server, "CREATE TABLE public.kept AS SELECT 42 AS answer");
    }
    assertThat(ProcessHandle.of(pid)).isEmpty();
    assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    assertThat(data.resolve("postgres/connection.properties")).doesNotExist();
    try (var server = EmbeddedPostgres.start(data)) {
      assertThat(Sql.text(server, "SELECT answer FROM public.kept")).isEqualTo("42");
    }
  }

  @Test
  void secondServerOnTheSameDirectoryIsRefused() throws Exception {
    copyOfTheMadeOne();
    try (var server = EmbeddedPostgres.start(data)) {
      assertThat(server.joined()).isFalse();
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> EmbeddedPostgres.start(data))
          .satisfies(e -> {
            assertThat(e.text().fr()).contains("sert déjà").contains("--data");
            assertThat(e.text().en()).contains("already serves").contains("--data");
          });
      try (var joined = EmbeddedPostgres.startOrJoin(data)) {
        assertThat(joined.joined()).isTrue();
        assertThat(joined.port()).isEqualTo(server.port());
      }
      assertThat(ProcessHandle.of(server.pid().orElseThrow())).isPresent();
    }
  }

  @Test
  void killedServerComesBackOnTheSamePortWithItsRows() throws Exception {
    copyOfTheMadeOne();
    try (var server = EmbeddedPostgres.start(data)) {
      Sql.run(server, "CREATE TABLE public.kept AS SELECT 7 AS answer");
      var killed = server.pid().orElseThrow();
      ProcessHandle.of(killed).orElseThrow().destroyForcibly();
      await(() -> !server.pid().orElseThrow().equals(killed));
      await(() -> Sql.answers(server));
      assertThat(Sql.text(server, "SELECT answer FROM public.kept")).isEqualTo("7");
    }
  }

  @Test
  void serverEndsWithAKilledJvmAndTheNextOneRecovers() throws Exception {
    copyOfTheMadeOne();
    try (var child = ServingProcess.start(data)) {
      var postgres = child.postgres();
      assertThat(postgres.isAlive()).isTrue();
      child.kill();
      await(() -> !postgres.isAlive());
    }
    try (var server = EmbeddedPostgres.start(data)) {
      assertThat(Sql.text(server, "SELECT count(*) > 0 FROM public.acknowledged")).isEqualTo("t");
    }
  }

  @Test
  void startsAtOnceAfterTheJvmAndTheServerWereKilledTogether() throws Exception {
    copyOfTheMadeOne();
    try (var child = ServingProcess.start(data)) {
      child.postgres().destroyForcibly();
      child.kill();
    }
    assertThat(data.resolve("postgres/cluster/postmaster.pid")).exists();
    try (var server = EmbeddedPostgres.start(data)) {
      assertThat(Sql.text(server, "SELECT count(*) > 0 FROM public.acknowledged")).isEqualTo("t");
    }
  }

  @Test
  void everyAcknowledgedRowOutlivesSigkillOfEverything() throws Exception {
    copyOfTheMadeOne();
    try (var child = ServingProcess.start(data)) {
      TimeUnit.SECONDS.sleep(2);
      child.postgres().descendants().forEach(ProcessHandle::destroyForcibly);
      child.postgres().destroyForcibly();
      child.kill();
      var acknowledged = child.acknowledged();
      assertThat(acknowledged).isGreaterThan(10);
      try (var server = EmbeddedPostgres.start(data)) {
        var lost =
            Sql.text(
                server,
                """
                SELECT count(*) FROM generate_series(1, %d) n
                WHERE n NOT IN (SELECT * FROM public.acknowledged)
                """
                    .formatted(acknowledged));
        assertThat(lost).isEqualTo("0");
      }
    }
  }

  @Test
  void fullDiskIsNamedAndForgivenOnceThereIsRoom() throws Exception {
    mounted(
        "size=200m",
        disk -> {
          EmbeddedPostgres.start(disk).close();
          var filler = fill(disk);
          refused(disk, "plein", "full");
          Files.delete(filler);
          EmbeddedPostgres.start(disk).close();
        });
  }

  @Test
  void diskWithoutRoomForADatabaseIsRefusedFirst() throws Exception {
    mounted("size=20m", disk -> refused(disk, "128 Mo", "128 MB"));
  }

  @Test
  void diskThatExecutesNothingIsNamed() throws Exception {
    mounted(
        "size=150m,noexec",
        disk -> {
          System.setProperty("bastide.postgres.binaries", disk.resolve("programs").toString());
          try {
            refused(data, "noexec", "noexec");
          } finally {
            TestDatabase.shareTheBinaries();
          }
        });
  }

  private static Path fill(Path disk) throws IOException {
    var filler = disk.resolve("filler");
    try (var out = Files.newOutputStream(filler)) {
      for (int megabytes = 0; megabytes < 1_000; megabytes++) {
        out.write(new byte[1 << 20]);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
    return filler;
  }

  private void mounted(String options, OnDisk work) throws Exception {
    assumeThat(ServingProcess.root()).as("needs root to mount a small disk").isTrue();
    var disk = Files.createDirectory(data.resolve("disk"));
    var mounted =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString())
                .start()
                .waitFor()
            == 0;
    assumeThat(mounted).as("needs the right to mount a small disk").isTrue();
    try {
      work.on(disk);
    } finally {
      new ProcessBuilder("umount", disk.toString()).start().waitFor();
    }
  }

  @FunctionalInterface
  private interface OnDisk {
    void on(Path disk) throws Exception;
  }

  @Test
  void staleFileThatNamesAnotherProcessIsRemovedAndThatProcessLives() throws Exception {
    copyOfTheMadeOne();
    var stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(
          data.resolve("postgres/cluster/postmaster.pid"),
          stranger.pid() + "\n/somewhere\n1\n5432\n\n127.0.0.1\n 1 2\nready   \n");
      try (var server = EmbeddedPostgres.start(data)) {
        assertThat(Sql.answers(server)).isTrue();
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void directoryOfAnotherVersionIsRefusedUntouched() throws Exception {
    var cluster = Files.createDirectories(data.resolve("postgres/cluster"));
    Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
    Files.writeString(data.resolve("postgres/secrets.properties"), "superuser=a\nowner=b\napp=c\n");
    refused(data, "PostgreSQL 17", "PostgreSQL 17");
    assertThat(cluster.resolve("PG_VERSION")).hasContent("17");
  }

  @Test
  void foreignDirectoryIsRefused() throws Exception {
    Files.createDirectories(data.resolve("postgres/cluster"));
    Files.writeString(data.resolve("postgres/secrets.properties"), "superuser=a\nowner=b\napp=c\n");
    refused(data, "PG_VERSION", "PG_VERSION");
  }

  @Test
  void corruptClusterSaysWhatPostgresSays() throws Exception {
    copyOfTheMadeOne();
    Files.delete(data.resolve("postgres/cluster/global/pg_control"));
    refused(data, "pg_control", "pg_control");
  }

  @Test
  void missingSecretsAreNamed() throws Exception {
    copyOfTheMadeOne();
    Files.delete(data.resolve("postgres/secrets.properties"));
    refused(data, "secrets.properties", "secrets.properties");
  }

  @Test
  void fileInPlaceOfTheDirectoryIsRefused() throws Exception {
    var file = Files.writeString(data.resolve("file"), "x");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> EmbeddedPostgres.start(file))
        .satisfies(e -> assertThat(e.text().fr()).contains("est un fichier"));
  }

  @Test
  void damagedBinariesAreUnpackedAgain() throws Exception {
    copyOfTheMadeOne();
    var binaries = TestDatabase.privateBinaries();
    try {
      EmbeddedPostgres.start(data).close();
      try (var found = Files.walk(binaries)) {
        var postgres = found.filter(p -> p.endsWith("bin/postgres")).findFirst().orElseThrow();
        Files.write(postgres, new byte[] {1, 2, 3});
      }
      try (var server = EmbeddedPostgres.start(data)) {
        assertThat(Sql.answers(server)).isTrue();
      }
      try (var left = Files.list(binaries)) {
        assertThat(left).hasSize(1);
      }
    } finally {
      TestDatabase.shareTheBinaries();
    }
  }

  @Test
  void servesUnderADirectoryThatTheServersUserCannotCross() throws Exception {
    assumeThat(ServingProcess.root()).as("needs root").isTrue();
    var closed =
        Files.createDirectory(
            data.resolve("closed"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try (var server = EmbeddedPostgres.start(closed.resolve("inner/data"))) {
      assertThat(uid(Path.of("/proc/" + server.pid().orElseThrow()))).isEqualTo(60655);
    }
  }

  @Test
  void servesAsAnOrdinaryUser() throws Exception {
    assumeThat(ServingProcess.root()).as("needs root to become another user").isTrue();
    var open = Files.createTempDirectory("bastide-ordinary-");
    try (var child = ServingProcess.startAs(65534, open)) {
      assertThat(uid(Path.of("/proc/" + child.postgres().pid()))).isEqualTo(65534);
      child.kill();
      await(() -> !child.postgres().isAlive());
    } finally {
      delete(open);
    }
  }

  private static void refused(Path directory, String french, String english) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> EmbeddedPostgres.start(directory))
        .satisfies(e -> {
          assertThat(e.text().fr()).contains(french);
          assertThat(e.text().en()).contains(english);
        });
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static int uid(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:uid");
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  /// A condition that the other process brings about.
  private static void await(Condition condition) throws Exception {
    var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("waited for 20 s").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds() throws Exception;
  }
}
