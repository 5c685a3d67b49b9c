package fr.bastide.web;

import fr.bastide.kernel.BastideException;
import fr.bastide.loop.body.BodyDesk;
import fr.bastide.loop.intake.MailIntake;
import fr.bastide.loop.intake.Notices;
import fr.bastide.loop.journal.JournalHead;
import fr.bastide.loop.letter.LetterRound;
import fr.bastide.loop.plan.Reminders;
import fr.bastide.post.ImapServer;
import fr.bastide.post.MailboxRound;
import fr.bastide.post.SmtpCourier;
import fr.bastide.post.SmtpServer;
import fr.bastide.store.JournalVault;
import fr.bastide.store.Repositories;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// What the house does by itself while it is open: carries letters, reminds of what is due, tells
/// those on call of new reports, reads the mailbox, and keeps the end of the journal outside the
/// database.
@Component
final class Rounds implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private static final Duration FIRST = Duration.ofSeconds(5);

  private final Repositories store;
  private final JournalVault vault;
  private final ObjectProvider<BodyDesk> bodies;
  private final ObjectProvider<Reminders> reminders;
  private final ObjectProvider<Notices> notices;
  private final Optional<LetterRound> postman;
  private final Optional<MailboxRound> mailbox;
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private Optional<ScheduledExecutorService> clockwork = Optional.empty();
  private Optional<ScheduledExecutorService> reading = Optional.empty();

  Rounds(
      Repositories store,
      JournalVault vault,
      ObjectProvider<BodyDesk> bodies,
      ObjectProvider<Reminders> reminders,
      ObjectProvider<Notices> notices,
      MailIntake intake,
      Settings settings,
      InstantSource clock) {
    this.store = store;
    this.vault = vault;
    this.bodies = bodies;
    this.reminders = reminders;
    this.notices = notices;
    this.postman =
        server(settings.mail())
            .map(SmtpCourier::new)
            .map(courier -> new LetterRound(store.transactions(), store.letters(), courier, clock));
    this.mailbox =
        mailbox(settings.mailbox()).map(server -> new MailboxRound(server, intake, clock));
  }

  @Override
  public synchronized void start() {
    ScheduledExecutorService service =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("rounds").daemon().factory());
    // At once: a journal that grew without an anchor could be cut off unnoticed.
    walk("journal", this::anchor);
    openRegister(service);
    again(service, "journal", this::anchor, Duration.ofSeconds(2));
    again(service, "notices", () -> notices.getObject().send(), Duration.ofSeconds(10));
    postman.ifPresent(round -> {
      again(service, "letters", round::walk, Duration.ofSeconds(10));
      again(service, "reminders", () -> reminders.getObject().send(), Duration.ofHours(1));
    });
    clockwork = Optional.of(service);
    reading = mailbox.map(this::readMailbox);
  }

  /// In a thread of its own: a mailbox that does not answer keeps no letter waiting.
  private ScheduledExecutorService readMailbox(MailboxRound round) {
    ScheduledExecutorService service =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("mailbox").daemon().factory());
    again(service, "mailbox", round::walk, Duration.ofSeconds(20));
    return service;
  }

  @Override
  public synchronized void stop() {
    // Whatever it was about to take in, it takes in next time.
    reading.ifPresent(ScheduledExecutorService::shutdownNow);
    reading = Optional.empty();
    clockwork.ifPresent(ScheduledExecutorService::close);
    if (clockwork.isPresent()) {
      walk("journal", this::anchor);
    }
    clockwork = Optional.empty();
  }

  @Override
  public synchronized boolean isRunning() {
    return clockwork.isPresent();
  }

  /// Fills an empty register at once. Otherwise its index of names is made when somebody first
  /// searches, or else a moment after the first pages: nobody has to wait for it to see them.
  private void openRegister(ScheduledExecutorService service) {
    if (store.transactions().asHouse(store.bodies()::count) == 0) {
      bodies.getObject();
    } else {
      var _ =
          service.schedule(
              () -> walk("register", bodies::getObject), FIRST.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void anchor() {
    JournalHead head = store.transactions().asHouse(() -> store.journal().head());
    vault.keep(head);
  }

  /// Walks a round now and then; what the future would tell is in the log already.
  private void again(
      ScheduledExecutorService service, String name, Runnable round, Duration pause) {
    var _ =
        service.scheduleWithFixedDelay(
            () -> walk(name, round), FIRST.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// A round that fails is told, once until it works again, and walked again next time.
  private void walk(String name, Runnable round) {
    try {
      round.run();
      if (failing.remove(name)) {
        LOG.info("the round of {} works again", name);
      }
    } catch (BastideException | DataAccessException | BeansException e) {
      if (failing.add(name)) {
        LOG.warn("the round of {} failed: {}", name, e.getMessage());
      }
    } catch (RuntimeException e) {
      // Thrown further, it would end this round for good, in silence.
      LOG.error("the round of {} failed", name, e);
    }
  }

  private static Optional<ImapServer> mailbox(Settings.Mailbox mailbox) {
    return mailbox
        .host()
        .map(host ->
            new ImapServer(
                host,
                mailbox.port(),
                SmtpServer.Security.valueOf(mailbox.security().toUpperCase(Locale.ROOT)),
                new SmtpServer.Login(mailbox.user(), mailbox.password()),
                mailbox.folder()));
  }

  private static Optional<SmtpServer> server(Settings.Mail mail) {
    return mail.host()
        .map(host ->
            new SmtpServer(
                host,
                mail.port(),
                SmtpServer.Security.valueOf(mail.security().toUpperCase(Locale.ROOT)),
                mail.user().map(user -> new SmtpServer.Login(user, mail.password().orElse(""))),
                mail.from()));
  }
}
