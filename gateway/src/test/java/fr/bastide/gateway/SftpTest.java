package fr.bastide.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.airlock.flow.AttackMode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real SFTP clients: put on the low side, fetch on the high side, and nothing else.
class SftpTest {

  private final Yard yard;
  private final InetSocketAddress low;
  private final InetSocketAddress high;
  private final KeyPair key;

  SftpTest(@TempDir Path root) throws Exception {
    yard = new Yard(root).lay();
    low = Yard.freeTcp();
    high = Yard.freeTcp();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    key = generator.generateKeyPair();
    String line = PublicKeyEntry.toString(key.getPublic());
    Files.writeString(root.resolve("flows.yaml"), Yard.flows(line), StandardCharsets.UTF_8);
  }

  private static DoorPlan sftp(InetSocketAddress address) {
    return new DoorPlan(Optional.of(address), Optional.empty(), Optional.empty());
  }

  private interface Work {
    void with(SftpClient client) throws Exception;
  }

  private static void as(String user, Optional<KeyPair> key, InetSocketAddress at, Work work)
      throws Exception {
    try (SshClient ssh = SshClient.setUpDefaultClient()) {
      ssh.setServerKeyVerifier((session, address, server) -> true);
      ssh.start();
      try (ClientSession session =
          ssh.connect(user, at.getHostString(), at.getPort())
              .verify(10, TimeUnit.SECONDS)
              .getSession()) {
        key.ifPresentOrElse(
            session::addPublicKeyIdentity, () -> session.addPasswordIdentity(Yard.PASSWORD));
        session.auth().verify(10, TimeUnit.SECONDS);
        try (SftpClient client = SftpClientFactory.instance().createSftpClient(session)) {
          work.with(client);
        }
      }
    }
  }

  private static void put(SftpClient client, String path, String text) throws IOException {
    try (OutputStream out = client.write(path)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<String> names(SftpClient client, String folder) throws IOException {
    return StreamSupport.stream(client.readDir(folder).spliterator(), false)
        .map(SftpClient.DirEntry::getFilename)
        .filter(name -> !name.equals(".") && !name.equals(".."))
        .sorted()
        .toList();
  }

  @Test
  void whatIsPutBelowIsFetchedAbove() throws Exception {
    try (Sides sides = new Sides()) {
      sides.high(yard.high(sftp(high))).low(yard.low(sftp(low)));
      as("alice", Optional.of(key), low, this::putting);
      broken();
      for (String name : List.of("un.txt", "deux.txt", "trois.txt")) {
        yard.awaitPublished("etat-civil", name);
      }
      as("bruno", Optional.empty(), high, this::fetching);
      assertThatThrownBy(() -> as("bruno", Optional.of(key), high, client -> {}))
          .isInstanceOf(IOException.class);
      openSsh();
      cut();
      assertThat(yard.published("etat-civil")).noneMatch(name -> name.contains("casse"));
    }
  }

  private void putting(SftpClient client) throws IOException {
    assertThat(names(client, "/")).containsExactly("etat-civil", "urbanisme");
    put(client, "/etat-civil/un.txt", "Un.\n");
    assertThat(client.stat("/etat-civil/un.txt").getSize()).isEqualTo(4);
    put(client, "/etat-civil/deux.txt.filepart", "Deux.\n");
    client.rename("/etat-civil/deux.txt.filepart", "/etat-civil/deux.txt");
    put(client, "etat-civil/../etat-civil/trois.txt", "Trois.\n");
    for (String outside : List.of("/x.txt", "/../x.txt", "/secret/x.txt", "/etat-civil/a/b.txt")) {
      assertThatThrownBy(() -> put(client, outside, "x"))
          .as(outside)
          .isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> client.read("/etat-civil/un.txt").readAllBytes())
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> client.mkdir("/etat-civil/dossier")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> client.symLink("/etat-civil/lien", "/etc/passwd"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> put(client, "/etat-civil/gros.bin", "x".repeat(2_100_000)))
        .isInstanceOf(SftpException.class)
        .hasMessageContaining("too large: 2 MB at most");
  }

  private void broken() throws Exception {
    as(
        "alice",
        Optional.of(key),
        low,
        client -> {
          SftpClient.CloseableHandle half =
              client.open(
                  "/etat-civil/casse.txt",
                  SftpClient.OpenMode.Write,
                  SftpClient.OpenMode.Create,
                  SftpClient.OpenMode.Truncate);
          client.write(half, 0, "moitié".getBytes(StandardCharsets.UTF_8));
          client.getClientSession().close(true).await();
        });
  }

  private void fetching(SftpClient client) throws IOException {
    assertThat(names(client, "/")).containsExactly("etat-civil", "urbanisme");
    String name =
        names(client, "/etat-civil").stream()
            .filter(one -> one.endsWith("-un.txt"))
            .findFirst()
            .orElseThrow();
    assertThat(
            new String(client.read("/etat-civil/" + name).readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("Un.\n");
    assertThatThrownBy(() -> put(client, "/etat-civil/x.txt", "x")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> put(client, "/etat-civil/" + name, "x"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> client.remove("/etat-civil/" + name)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> client.rename("/etat-civil/" + name, "/etat-civil/y"))
        .isInstanceOf(IOException.class);
    for (String outside : List.of("/.staging", "/../high/accepted", "/../../etc/passwd")) {
      assertThatThrownBy(() -> client.stat(outside)).as(outside).isInstanceOf(IOException.class);
    }
  }

  /// The usual client, where it is installed.
  private void openSsh() throws Exception {
    Path sftp = Path.of("/usr/bin/sftp");
    Assumptions.assumeTrue(Files.isExecutable(sftp), "OpenSSH's sftp is not installed");
    Path identity = yard.root.resolve("identity");
    Files.createFile(
        identity,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(identity)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "alice", null, out);
    }
    Path file = Files.writeString(yard.root.resolve("depuis openssh.txt"), "Par OpenSSH.\n");
    Process process =
        new ProcessBuilder(
                sftp.toString(),
                "-b",
                "-",
                "-i",
                identity.toString(),
                "-o",
                "StrictHostKeyChecking=no",
                "-o",
                "UserKnownHostsFile=/dev/null",
                "-o",
                "IdentitiesOnly=yes",
                "-P",
                Integer.toString(low.getPort()),
                "alice@127.0.0.1")
            .redirectErrorStream(true)
            .redirectOutput(yard.root.resolve("openssh.log").toFile())
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(
          ("put \"" + file + "\" /etat-civil/\nls -l /etat-civil\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(yard.root.resolve("openssh.log"))).isZero();
    yard.awaitPublished("etat-civil", "depuis openssh.txt");
  }

  private void cut() throws Exception {
    try (FileLedger ledger = FileLedger.open(yard.root.resolve("low"))) {
      ledger.decide(s -> {
        try {
          return AttackMode.begin(s, yard.flows(), "carla", "", Instant.EPOCH);
        } catch (IOException disk) {
          throw new java.io.UncheckedIOException(disk);
        }
      });
    }
    as(
        "alice",
        Optional.empty(),
        low,
        client -> {
          assertThatThrownBy(() -> put(client, "/urbanisme/plan.txt", "x"))
              .isInstanceOf(SftpException.class)
              .hasMessageContaining("the flow “Planning” is cut");
          put(client, "/etat-civil/vital.txt", "x");
        });
    yard.awaitPublished("etat-civil", "vital.txt");
  }
}
