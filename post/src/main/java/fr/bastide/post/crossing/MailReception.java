package fr.bastide.post.crossing;

import fr.bastide.airlock.mail.Mailbox;
import fr.bastide.kernel.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/// The SMTP server of the low side: takes mail for the body's domains alone, and says yes when a
/// message is on the disk, in the drop folder of the link.
final class MailReception implements AutoCloseable {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String ENDING = ".mail";
  private static final int CONNECTIONS = 200;
  private static final int CONNECTIONS_OF_ONE = 20;
  private static final int PATIENCE_MS = 120_000;
  private static final int MOST_RECIPIENTS = 100;
  private static final int MOST_HOPS = 60;
  private static final int CHUNK = 1 << 14;

  /// Chunks of all messages that come in at this moment.
  private static final int ROOM = (64 << 20) / CHUNK;

  private static final int ROOM_PATIENCE_S = 20;

  private final LowMail settings;
  private final Path folder;
  private final MailProof proof;
  private final Spool spool;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Semaphore room = new Semaphore(ROOM);
  private final SMTPServer server;
  private volatile boolean cut;

  /// Told what comes into the drop folder.
  interface Spool {
    /// This file will be in sight.
    void begin(String name, byte[] file);

    /// It will not be.
    void forget(String name);
  }

  /// A server that is not listening yet.
  ///
  /// @param drop the drop folder of the low side
  /// @param spool told of each file before it is in sight
  MailReception(LowMail settings, Path drop, MailProof proof, Spool spool, Clock clock)
      throws IOException {
    this.settings = settings;
    this.folder = DurableFile.privateFolder(drop.resolve(settings.flow()));
    this.proof = proof;
    this.spool = spool;
    this.clock = clock;
    this.server = server();
  }

  private SMTPServer server() {
    SMTPServer.Builder builder =
        SMTPServer.port(settings.listen().getPort())
            .bindAddress(Optional.of(settings.listen().getAddress()))
            .hostName(settings.host())
            .softwareName("Bastide")
            .messageHandlerFactory(Handling::new)
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .insertReceivedHeaders(false)
            .maxConnections(CONNECTIONS)
            .sessionHandler(SessionHandler.limitConcurrentSessionsBySource(CONNECTIONS_OF_ONE))
            .connectionTimeoutMs(PATIENCE_MS)
            .maxRecipients(MOST_RECIPIENTS)
            .maxMessageSize(settings.bytes());
    if (settings.tls().isPresent()) {
      builder = builder.enableTLS().startTlsSocketFactory(Pem.context(settings.tls().get()));
    }
    return builder.build();
  }

  /// Begins to listen.
  ///
  /// @throws CrossingException when the address is taken
  void start() {
    try {
      server.start();
    } catch (RuntimeException taken) {
      throw new CrossingException(
          new Text(
              "Impossible d’écouter sur %s\u00a0: un autre programme y est peut-être déjà."
                  .formatted(settings.listen()),
              "Cannot listen on %s: another program may be there already."
                  .formatted(settings.listen())),
          taken);
    }
  }

  /// Whether servers are told to come back later.
  void cut(boolean now) {
    cut = now;
  }

  /// Where it listens, when it was left to the system to choose.
  int port() {
    return server.getPortAllocated();
  }

  @Override
  public void close() {
    server.stop();
  }

  private String name(Instant at) {
    byte[] some = new byte[6];
    random.nextBytes(some);
    return STAMP.format(at) + "-" + HexFormat.of().formatHex(some);
  }

  /// One message of one session.
  private final class Handling implements MessageHandler {
    private final MessageContext context;
    private final List<Mailbox> recipients = new ArrayList<>();
    private Optional<Mailbox> sender = Optional.empty();

    Handling(MessageContext context) {
      this.context = context;
    }

    @Override
    public void from(String from) throws RejectException {
      if (cut) {
        throw new RejectException(451, "4.3.2 No mail is taken now, come back later or telephone");
      }
      String address = from.strip();
      sender = Mailbox.address(address);
      if (sender.isEmpty() && !address.isEmpty()) {
        throw new RejectException(553, "5.1.7 That sender address cannot be written");
      }
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      Mailbox box =
          Mailbox.address(recipient.strip())
              .orElseThrow(() -> new RejectException(553, "5.1.3 That address cannot be written"));
      if (!settings.own().domains().contains(box.domain())) {
        throw new RejectException(550, "5.7.1 This server takes mail for its own domains only");
      }
      recipients.add(box);
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
      int[] held = {0};
      try {
        return accept(read(data, held));
      } finally {
        room.release(held[0]);
      }
    }

    private String accept(byte[] message) throws RejectException, IOException {
      if (BareEnds.in(message)) {
        throw new RejectException(550, "5.6.0 Lines end in CR LF here, and zeros are not taken");
      }
      if (BareEnds.hops(message) > MOST_HOPS) {
        throw new RejectException(554, "5.4.6 This message goes in circles");
      }
      Instant at = Instant.ofEpochMilli(clock.millis());
      ArrivedMail mail = proof.prove(arrived(at, message));
      if (settings.forged() == LowMail.Forged.REFUSE && mail.unproven().isPresent()) {
        throw new RejectException(550, "5.7.26 The sender's domain asks for proof, there is none");
      }
      String name = name(at);
      keep(name + ENDING, mail.write());
      return "2.0.0 Kept as " + name;
    }

    /// The rebuilding begins first: once the file is in sight, the link may ask for it at once.
    private void keep(String file, byte[] bytes) throws IOException {
      spool.begin(file, bytes);
      try {
        DurableFile.write(folder.resolve(file), bytes);
      } catch (IOException full) {
        spool.forget(file);
        throw full;
      }
    }

    private ArrivedMail arrived(Instant at, byte[] message) {
      String client =
          context.getRemoteAddress() instanceof InetSocketAddress inet
              ? inet.getAddress().getHostAddress()
              : "";
      int zone = client.indexOf('%');
      return new ArrivedMail(
          at,
          zone < 0 ? client : client.substring(0, zone),
          context.getHelo().orElse(""),
          context instanceof Session session && session.isTLSStarted(),
          sender,
          recipients,
          "",
          false,
          Optional.empty(),
          message);
    }

    /// Reads to the end even when it is too much, so that the session stays in step.
    ///
    /// @param held how much room it took
    private byte[] read(InputStream data, int[] held) throws RejectException, IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK];
      long size = 0;
      boolean busy = false;
      for (int n = data.read(chunk); n >= 0; n = data.read(chunk)) {
        size += n;
        if (size > 4L * settings.bytes()) {
          throw new IOException("a message without an end");
        }
        if (!busy && size > (long) held[0] * CHUNK) {
          busy = !takeRoom(held);
        }
        if (size <= settings.bytes() && !busy) {
          out.write(chunk, 0, n);
        }
      }
      if (size > settings.bytes()) {
        throw new RejectException(552, "5.3.4 At most " + settings.bytes() + " bytes");
      }
      if (busy) {
        throw new RejectException(452, "4.3.1 Too much at once, come back later");
      }
      return out.toByteArray();
    }

    private boolean takeRoom(int[] held) throws IOException {
      if ((long) held[0] * CHUNK > settings.bytes()) {
        return true; // it will be refused as too large
      }
      try {
        boolean taken = room.tryAcquire(ROOM_PATIENCE_S, TimeUnit.SECONDS);
        held[0] += taken ? 1 : 0;
        return taken;
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", stop);
      }
    }

    @Override
    public void done() {
      recipients.clear();
    }
  }
}
