package fr.bastide.post;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;
import fr.bastide.loop.intake.Incoming;
import fr.bastide.loop.intake.MailIntake;
import fr.bastide.loop.intake.MailPosition;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/// One round through a mailbox (IMAP, RFC 9051): what came since the last one is taken in, mail by
/// mail. The folder is opened for reading alone: nothing in it is moved, marked or removed. How far
/// it is read is kept by the house with what was taken in, never in the mailbox.
public final class MailboxRound {

  private static final String PATIENCE_MILLIS = "20000";
  private static final int AT_ONCE = 100;

  /// Of a mailbox that is read for the first time, older mails are left out.
  private static final Duration FIRST_BACK = Duration.ofDays(2);

  private final ImapServer server;
  private final MailIntake intake;
  private final InstantSource clock;
  private final Session session;

  /// Rounds through this mailbox.
  public MailboxRound(ImapServer server, MailIntake intake, InstantSource clock) {
    this.server = server;
    this.intake = intake;
    this.clock = clock;
    this.session = Session.getInstance(properties(server));
  }

  /// Takes in what came.
  ///
  /// @return how many mails opened a report or joined one
  /// @throws MailboxException when the mailbox does not answer; nothing is lost, it is read on next
  ///   time
  public int walk() {
    try (Store store = session.getStore("imap")) {
      store.connect(server.host(), server.port(), server.login().user(), server.login().password());
      Folder folder = store.getFolder(server.folder());
      folder.open(Folder.READ_ONLY);
      try {
        return read((IMAPFolder) folder);
      } finally {
        folder.close(false);
      }
    } catch (MessagingException | IOException unanswered) {
      throw new MailboxException(
          new Text(
              "La boîte de messagerie de %s ne peut pas être lue : %s"
                  .formatted(server.host(), unanswered.getMessage()),
              "The mailbox on %s cannot be read: %s"
                  .formatted(server.host(), unanswered.getMessage())),
          unanswered);
    }
  }

  private int read(IMAPFolder folder) throws MessagingException, IOException {
    long validity = folder.getUIDValidity();
    Optional<MailPosition> known =
        intake.position(server.name()).filter(position -> position.uidValidity() == validity);
    MailPosition from =
        known.isPresent() ? known.get() : new MailPosition(validity, beforeFirst(folder));
    if (known.isEmpty()) {
      intake.skip(server.name(), from);
    }
    int taken = 0;
    for (Message message : after(folder, from.lastUid())) {
      MailPosition here = new MailPosition(validity, folder.getUID(message));
      switch (take(here, incoming((IMAPMessage) message))) {
        case OPENED, JOINED -> taken++;
        case DUPLICATE, OURS, TAKEN -> {}
      }
    }
    return taken;
  }

  /// One mail that cannot be kept as it was read must not keep all others waiting: it is tried once
  /// more as nothing but its bytes. When that fails as well, it is not the mail's fault.
  private MailIntake.Receipt take(MailPosition here, Incoming mail) {
    try {
      return intake.receive(server.name(), here, mail);
    } catch (BastideException refused) {
      return intake.receive(server.name(), here, mail.bare());
    }
  }

  /// Of a mailbox that is read for the first time, the identifier before that of the first mail of
  /// these days.
  private long beforeFirst(IMAPFolder folder) throws MessagingException {
    Message[] all = folder.getMessages();
    fetch(folder, all);
    long last = 0;
    for (Message message : all) {
      long uid = uid(folder, message);
      if (!old(message)) {
        return Math.max(0, uid - 1);
      }
      last = Math.max(last, uid);
    }
    return last;
  }

  /// The mails after one, oldest first; a server gives the last one even when it is not after it.
  private List<Message> after(IMAPFolder folder, long last) throws MessagingException {
    List<Message> some =
        Arrays.stream(folder.getMessagesByUID(last + 1, UIDFolder.LASTUID))
            .sorted(Comparator.comparingInt(Message::getMessageNumber))
            .limit(AT_ONCE)
            .toList();
    fetch(folder, some.toArray(Message[]::new));
    return some.stream().filter(message -> uid(folder, message) > last).toList();
  }

  private static void fetch(IMAPFolder folder, Message[] messages) throws MessagingException {
    FetchProfile profile = new FetchProfile();
    profile.add(UIDFolder.FetchProfileItem.UID);
    profile.add(FetchProfile.Item.SIZE);
    profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
    folder.fetch(messages, profile);
  }

  private static long uid(IMAPFolder folder, Message message) {
    try {
      return folder.getUID(message);
    } catch (MessagingException gone) {
      // Removed meanwhile by somebody else: there is nothing to read.
      return -1;
    }
  }

  private boolean old(Message message) throws MessagingException {
    Date received = message.getReceivedDate();
    Instant since = clock.instant().minus(FIRST_BACK);
    return received != null && received.toInstant().isBefore(since);
  }

  private Incoming incoming(IMAPMessage message) throws MessagingException, IOException {
    Date received = message.getReceivedDate();
    Instant at = received == null ? clock.instant() : received.toInstant();
    try (InputStream raw = message.getMimeStream()) {
      return MailReader.read(raw, message.getSize(), at);
    }
  }

  private static Properties properties(ImapServer server) {
    Properties p = new Properties();
    p.setProperty("mail.imap.connectiontimeout", PATIENCE_MILLIS);
    p.setProperty("mail.imap.timeout", PATIENCE_MILLIS);
    p.setProperty("mail.imap.writetimeout", PATIENCE_MILLIS);
    p.setProperty("mail.imap.ssl.checkserveridentity", "true");
    p.setProperty("mail.imap.peek", "true");
    // Large mails come in slices: as much as is read, and no more, is in memory.
    p.setProperty("mail.imap.partialfetch", "true");
    p.setProperty("mail.imap.fetchsize", "262144");
    switch (server.security()) {
      case NONE -> {}
      case STARTTLS -> {
        p.setProperty("mail.imap.starttls.enable", "true");
        p.setProperty("mail.imap.starttls.required", "true");
      }
      case TLS -> p.setProperty("mail.imap.ssl.enable", "true");
    }
    return p;
  }
}
