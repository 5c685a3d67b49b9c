package fr.bastide.cli;

import fr.bastide.airlock.link.Preparation;
import fr.bastide.airlock.receipt.OperatorKey;
import fr.bastide.airlock.worker.Settings;
import fr.bastide.airlock.worker.Workshop;
import fr.bastide.gateway.Lane;
import fr.bastide.kernel.Text;
import fr.bastide.post.crossing.HighCrossing;
import fr.bastide.post.crossing.LowCrossing;
import fr.bastide.post.crossing.LowMail;
import fr.bastide.post.crossing.MailSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/// Mail on either side of the link, when there is any.
final class AirlockMail {

  private static final String HELD = "held-mail";
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private AirlockMail() {}

  /// Mail on the low side: the workshop and the server, or neither.
  static final class Low implements Lane, AutoCloseable {
    private final Optional<LowMail> settings;
    private final Path state;
    private Optional<Workshop> workshop = Optional.empty();
    private Optional<LowCrossing> crossing = Optional.empty();

    /// @param file the settings of the mail; none crosses when empty
    Low(Optional<Path> file, Path state) throws IOException {
      this.settings =
          file.isPresent() ? Optional.of(MailSettings.low(file.get())) : Optional.empty();
      this.state = state;
    }

    @Override
    public Preparation open(Path drop, Preparation files, OperatorKey key) throws IOException {
      if (settings.isEmpty()) {
        return files;
      }
      Workshop shop = Workshop.open(Settings.standard());
      workshop = Optional.of(shop);
      shop.prepare();
      LowCrossing low =
          new LowCrossing(
              settings.get(),
              drop,
              state.resolve(HELD),
              shop::pass,
              key,
              files,
              Clock.system(ZoneId.systemDefault()));
      crossing = Optional.of(low);
      return low;
    }

    /// Begins to take mail; tells where.
    void start(Console console) {
      crossing.ifPresent(c -> {
        c.start();
        console.say(
            "Le courrier arrive par SMTP sur le port %d.".formatted(c.port()),
            "Mail comes in by SMTP on port %d.".formatted(c.port()));
      });
    }

    @Override
    public void close() {
      crossing.ifPresent(LowCrossing::close);
      workshop.ifPresent(Workshop::close);
    }
  }

  /// Mail on the high side, handed over on a thread of its own until it is closed.
  static final class High implements AutoCloseable {
    private final Optional<HighCrossing> crossing;
    private Optional<Thread> relay = Optional.empty();

    High(Optional<Path> settings, Path out, Consumer<Text> report) throws IOException {
      if (settings.isEmpty()) {
        crossing = Optional.empty();
        return;
      }
      HighCrossing high =
          new HighCrossing(
              MailSettings.high(settings.get()), out, report, Clock.system(ZoneId.systemDefault()));
      crossing = Optional.of(high);
    }

    void start() {
      crossing.ifPresent(
          c -> relay = Optional.of(Thread.ofPlatform().name("mail-relay").daemon().start(c)));
    }

    /// Waits a while for the message in hand, which would otherwise be handed over again.
    @Override
    public void close() {
      crossing.ifPresent(HighCrossing::stop);
      try {
        if (relay.isPresent() && !relay.get().join(PATIENCE)) {
          return; // the server is slow; it may get that one twice
        }
      } catch (InterruptedException now) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
