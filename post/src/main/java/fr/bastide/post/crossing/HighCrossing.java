package fr.bastide.post.crossing;

import fr.bastide.airlock.mail.MailMessage;
import fr.bastide.airlock.mail.MailMessages;
import fr.bastide.airlock.mail.Mailbox;
import fr.bastide.airlock.mail.PostedMail;
import fr.bastide.airlock.mail.authentication.MailSeal;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Mail on the high side: what the link published is handed to the mail server, in the order of its
/// numbers, tried again while that may help, and put aside with a word to the postmaster when not.
///
/// A file is removed when the server has said yes. Between that yes and the removal a crash makes
/// the message go out twice, under the same identifier; the other way round it would be lost.
public final class HighCrossing implements Runnable, AutoCloseable {

  private static final String ENDING = ".mail";
  private static final String RECEIPT = ".receipt.json";
  private static final String UNDELIVERED = ".undelivered";
  private static final String RECEIPTS = ".receipts";
  private static final long PAUSE_MS = 200;
  private static final int MOST_DOUBLINGS = 12;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Duration LONGEST_LIFE = Duration.ofDays(5);
  private static final Duration TROUBLE_EVERY = Duration.ofSeconds(30);

  private final HighMail settings;
  private final Path folder;
  private final Path undelivered;
  private final Optional<MailSeal> seal;
  private final Path receipts;
  private final Consumer<Text> report;
  private final Clock clock;
  private final Duration firstWait;
  private final Handover handover;
  private final Map<Long, Attempt> attempts = new HashMap<>();
  private Instant troubledAt = Instant.EPOCH;
  private Instant closedUntil = Instant.EPOCH;
  private Duration closedFor = Duration.ZERO;
  private volatile boolean stopping;

  private record Attempt(int count, Instant next) {}

  /// @param out the folder in which the high side publishes
  /// @param report told what a person should know
  public HighCrossing(HighMail settings, Path out, Consumer<Text> report, Clock clock)
      throws IOException {
    this(settings, out, report, clock, FIRST_WAIT);
  }

  HighCrossing(HighMail settings, Path out, Consumer<Text> report, Clock clock, Duration firstWait)
      throws IOException {
    this.settings = settings;
    this.folder = Files.createDirectories(out.resolve(settings.flow()));
    this.undelivered = DurableFile.privateFolder(out.resolve(UNDELIVERED));
    this.receipts = DurableFile.privateFolder(out.resolve(RECEIPTS));
    this.seal = seal(settings.seal());
    this.report = report;
    this.clock = clock;
    this.firstWait = firstWait;
    this.handover = new Handover(settings.server(), settings.host());
  }

  private static Optional<MailSeal> seal(Optional<HighMail.Seal> with) {
    if (with.isEmpty()) {
      return Optional.empty();
    }
    HighMail.Seal seal = with.get();
    try {
      return Optional.of(new MailSeal(seal.domain(), seal.selector(), Pem.key(seal.key())));
    } catch (InvalidKeyException other) {
      throw new CrossingException(
          new Text(
              "La clé %s ne peut pas sceller\u00a0: il faut RSA ou Ed25519.".formatted(seal.key()),
              "The key %s cannot seal: RSA or Ed25519 is needed.".formatted(seal.key())),
          other);
    }
  }

  /// Runs until [#stop].
  @Override
  public void run() {
    while (!stopping) {
      try {
        if (pass() == 0) {
          Thread.sleep(PAUSE_MS);
        }
      } catch (IOException disk) {
        trouble(
            new Text(
                "Courrier\u00a0: le dossier %s ne répond pas\u00a0: %s."
                    .formatted(folder, disk.getMessage()),
                "Mail: the folder %s does not answer: %s.".formatted(folder, disk.getMessage())));
      } catch (InterruptedException stop) {
        stopping = true;
        Thread.currentThread().interrupt();
      }
    }
    handover.close();
  }

  /// Ends [#run] soon; may be called by any thread.
  public void stop() {
    stopping = true;
  }

  @Override
  public void close() {
    stop();
    handover.close();
  }

  /// Tries every message that is due, once.
  ///
  /// @return how many were settled
  int pass() throws IOException {
    int settled = 0;
    for (Map.Entry<Long, Path> one : waiting().entrySet()) {
      Attempt attempt = attempts.get(one.getKey());
      boolean due = attempt == null || !attempt.next().isAfter(clock.instant());
      boolean open = !closedUntil.isAfter(clock.instant());
      if (!stopping && open && due && settle(one.getKey(), one.getValue())) {
        attempts.remove(one.getKey());
        settled++;
      }
    }
    return settled;
  }

  private SortedMap<Long, Path> waiting() throws IOException {
    SortedMap<Long, Path> waiting = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : files) {
        Optional<Long> number = number(file.getFileName().toString());
        if (number.isPresent() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          waiting.put(number.get(), file);
        }
      }
    }
    return waiting;
  }

  /// The number under which the link published a file; empty when it did not.
  private static Optional<Long> number(String name) {
    int dash = name.indexOf('-');
    boolean digits =
        dash > 0
            && dash < 19
            && name.substring(0, dash).chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Long.parseLong(name.substring(0, dash))) : Optional.empty();
  }

  private boolean settle(long number, Path file) throws IOException {
    Optional<PostedMail> read = PostedMail.read(Files.readAllBytes(file));
    if (read.isEmpty()) {
      aside(file);
      trouble(
          new Text(
              "L’élément %d n’est pas un message du sas\u00a0: il est dans %s."
                  .formatted(number, undelivered),
              "Item %d is no message of the airlock: it is in %s.".formatted(number, undelivered)));
      return true;
    }
    PostedMail mail = read.get();
    Delivery delivery = handover.hand(sealed(mail));
    boolean old =
        Files.getLastModifiedTime(file).toInstant().plus(LONGEST_LIFE).isBefore(clock.instant());
    List<Mailbox> lost = old ? mail.recipients() : delivery.never();
    if (!lost.isEmpty()) {
      lost(number, file, mail, old ? delivery.later() : lost, delivery.why());
    }
    if (old || delivery.later().isEmpty()) {
      closedFor = Duration.ZERO;
      done(file);
      return true;
    }
    if (delivery.later().size() < mail.recipients().size()) {
      DurableFile.write(file, mail.to(delivery.later()).write());
    }
    if (delivery.unreachable()) {
      // Nobody is there for the others either.
      closedFor = longer(closedFor);
      closedUntil = clock.instant().plus(closedFor);
      told(number, delivery.why());
    } else {
      later(number, delivery.why());
    }
    return false;
  }

  private PostedMail sealed(PostedMail mail) {
    return seal.flatMap(
            s -> MailMessage.read(mail.message()).map(m -> s.on(m, clock.instant()).write()))
        .map(sealed -> new PostedMail(mail.sender(), mail.recipients(), sealed))
        .orElse(mail);
  }

  private void later(long number, String why) {
    int count = attempts.containsKey(number) ? attempts.get(number).count() + 1 : 1;
    Duration wait = Duration.ZERO;
    for (int i = 0; i < Math.min(count, MOST_DOUBLINGS); i++) {
      wait = longer(wait);
    }
    attempts.put(number, new Attempt(count, clock.instant().plus(wait)));
    told(number, why);
  }

  private Duration longer(Duration wait) {
    Duration next = wait.isZero() ? firstWait : wait.multipliedBy(2);
    return next.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : next;
  }

  private void told(long number, String why) {
    trouble(
        new Text(
            "Courrier\u00a0: le message %d attend le serveur %s\u00a0: %s"
                .formatted(number, settings.server().host(), why),
            "Mail: message %d waits for the server %s: %s"
                .formatted(number, settings.server().host(), why)));
  }

  /// Keeps a message that nobody took and tells the postmaster; a failure of that is only reported,
  /// so that no failure makes another.
  private void lost(long number, Path file, PostedMail mail, List<Mailbox> whom, String why)
      throws IOException {
    Path kept = undelivered.resolve(file.getFileName());
    DurableFile.write(kept, mail.to(whom).write());
    trouble(
        new Text(
            "Le message %d n’a pas été accepté par %s, il est gardé dans %s\u00a0: %s"
                .formatted(number, settings.server().host(), undelivered, why),
            "Message %d was not accepted by %s, it is kept in %s: %s"
                .formatted(number, settings.server().host(), undelivered, why)));
    if (mail.sender().isPresent() || !whom.contains(settings.postmaster())) {
      MailMessage notice =
          MailMessages.undelivered(
              settings.postmaster(),
              number,
              whom,
              undelivered.toString(),
              MailMessages.date(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)));
      byte[] signed = seal.map(s -> s.signed(notice, clock.instant())).orElse(notice).write();
      handover.hand(new PostedMail(Optional.empty(), List.of(settings.postmaster()), signed));
    }
  }

  private void aside(Path file) throws IOException {
    DurableFile.move(file, undelivered.resolve(file.getFileName()));
    done(file);
  }

  /// Removes a message that is settled, and keeps its receipt under the number that it names.
  private void done(Path file) throws IOException {
    String name = file.getFileName().toString();
    Files.deleteIfExists(file);
    Path receipt = file.resolveSibling(name + RECEIPT);
    if (Files.exists(receipt)) {
      String number = name.substring(name.indexOf('-') + 1, name.length() - ENDING.length());
      DurableFile.move(receipt, receipts.resolve(number + ".json"));
    }
  }

  private void trouble(Text text) {
    Instant now = clock.instant();
    if (troubledAt.plus(TROUBLE_EVERY).isBefore(now)) {
      troubledAt = now;
      report.accept(text);
    }
  }
}
