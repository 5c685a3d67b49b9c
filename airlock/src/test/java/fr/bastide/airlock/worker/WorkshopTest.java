package fr.bastide.airlock.worker;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.internal.confinement.Confinement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkshopTest {

  private static final Policy STANDARD = Policies.named("standard");

  private Workshop workshop =
      Workshop.open(new Settings(1, 1, 64, 50, HostileCrafts.class.getName()));

  @BeforeAll
  void open() {
    workshop.ready();
  }

  @AfterAll
  void close() {
    workshop.close();
  }

  @Test
  void whatIsRebuiltComesBackUnderAPlainName() {
    Passage passage = pass("bonjour", STANDARD);
    assertThat(passage.outcome())
        .isInstanceOfSatisfying(
            Outcome.Rebuilt.class,
            rebuilt -> {
              assertThat(rebuilt.content().name()).isEqualTo("lettre.txt");
              assertThat(rebuilt.content().bytes()).asString().isEqualTo("bonjour");
            });
    assertThat(passage.audit()).isInstanceOf(Audit.Clean.class);
    assertThat(passage.confinement()).contains(Protection.BOUNDED);
  }

  @ParameterizedTest
  @CsvSource({
    "hang, TIME_OUT",
    "fill, MEMORY_OUT",
    "fill-slowly, MEMORY_OUT",
    "die 0, WORKER_DIED",
    "die 134, WORKER_DIED",
    "deep, TOO_DEEP",
    "lie nonsense, WORKER_DIED",
    "lie endless, WORKER_DIED",
    "lie unknown, WORKER_DIED",
  })
  void aLostItemIsLostAlone(String order, Reason reason) {
    Policy quick = within(1);
    assertThat(pass(order, order.equals("hang") ? quick : STANDARD).outcome())
        .isEqualTo(new Outcome.Refused(reason));
    assertThat(pass("bonjour", STANDARD).outcome()).isInstanceOf(Outcome.Rebuilt.class);
  }

  @Test
  void aWorkerIsReplacedAfterItsShare() {
    try (Workshop small = Workshop.open(new Settings(1, 1, 64, 2, HostileCrafts.class.getName()))) {
      for (int i = 0; i < 5; i++) {
        assertThat(
                small
                    .pass(Content.of("a.txt", "bonjour".getBytes(StandardCharsets.UTF_8)), STANDARD)
                    .outcome())
            .isInstanceOf(Outcome.Rebuilt.class);
      }
    }
  }

  @Test
  void aWorkerTakenOverGetsNowhere(@TempDir Path folder) throws IOException {
    Assumptions.assumeTrue(
        workshop.ready().containsAll(Set.of(Protection.values())),
        "SKIPPED: this system cannot confine workers whole, it has " + workshop.ready());
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path old = Files.writeString(folder.resolve("old"), "secret");
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-rw-rw-"));
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Passage passage = pass("escape " + folder + " " + server.getLocalPort(), STANDARD);
      assertThat(passage.outcome())
          .isInstanceOfSatisfying(
              Outcome.Rebuilt.class, rebuilt -> assertThat(rebuilt.findings()).isEmpty());
    }
    assertThat(folder.toFile().list()).containsExactly("old");
    assertThat(old).hasContent("secret");
    assertThat(Files.getPosixFilePermissions(old)).hasSize(6);
  }

  /// The same probe escapes from a worker that is not confined: the test above can fail.
  @Test
  void theProbeItselfWorks(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("old"), "secret");
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Outcome outcome =
          new fr.bastide.airlock.Door(new HostileCrafts().get())
              .pass(
                  Content.of(
                      "a.txt",
                      ("escape " + folder + " " + server.getLocalPort())
                          .getBytes(StandardCharsets.UTF_8)),
                  STANDARD);
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Rebuilt.class,
              rebuilt -> assertThat(rebuilt.findings()).hasSizeGreaterThan(10));
    }
  }

  @Test
  void linuxConfinesWhole() {
    Assumptions.assumeTrue(
        Confinement.strongest() != Confinement.Strength.ITSELF, "SKIPPED: not Linux");
    assertThat(workshop.ready()).contains(Protection.NO_NETWORK, Protection.NO_PROCESSES);
  }

  private Passage pass(String text, Policy policy) {
    return workshop.pass(Content.of("lettre.txt", text.getBytes(StandardCharsets.UTF_8)), policy);
  }

  private static Policy within(int seconds) {
    Policy.Limits l = STANDARD.limits();
    return new Policy(
        STANDARD.name(),
        STANDARD.version(),
        STANDARD.links(),
        STANDARD.metadata(),
        STANDARD.comments(),
        STANDARD.forms(),
        STANDARD.formulas(),
        STANDARD.signed(),
        STANDARD.pixels(),
        STANDARD.members(),
        STANDARD.xml(),
        new Policy.Limits(
            l.bytes(),
            l.inflated(),
            l.ratio(),
            l.parts(),
            l.depth(),
            l.pages(),
            l.pixels(),
            seconds));
  }
}
