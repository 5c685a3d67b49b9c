package fr.bastide.web;

import fr.bastide.kernel.BastideException;
import fr.bastide.loop.body.BodyDesk;
import fr.bastide.loop.journal.JournalHead;
import fr.bastide.loop.letter.LetterRound;
import fr.bastide.loop.plan.Reminders;
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

/// What the house does by itself while it is open: carries letters, reminds of what is due, and
/// keeps the end of the journal outside the database.
@Component
final class Rounds implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private static final Duration FIRST = Duration.ofSeconds(5);

  private final Repositories store;
  private final JournalVault vault;
  private final ObjectProvider<BodyDesk> bodies;
  private final ObjectProvider<Reminders> reminders;
  private final Optional<LetterRound> postman;
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private Optional<ScheduledExecutorService> clockwork = Optional.empty();

  Rounds(
      Repositories store,
      JournalVault vault,
      ObjectProvider<BodyDesk> bodies,
      ObjectProvider<Reminders> reminders,
      Settings settings,
      InstantSource clock) {
    this.store = store;
    this.vault = vault;
    this.bodies = bodies;
    this.reminders = reminders;
    this.postman =
        server(settings.mail())
            .map(SmtpCourier::new)
            .map(courier -> new LetterRound(store.transactions(), store.letters(), courier, clock));
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
    postman.ifPresent(round -> {
      again(service, "letters", round::walk, Duration.ofSeconds(10));
      again(service, "reminders", () -> reminders.getObject().send(), Duration.ofHours(1));
    });
    clockwork = Optional.of(service);
  }

  @Override
  public synchronized void stop() {
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
