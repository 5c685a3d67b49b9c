package fr.bastide.web;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the server: `bastide serve`.
public final class Serve {

  /// The line was wrong.
  static final int USAGE_ERROR = 2;

  /// The server could not start.
  static final int FAILURE = 3;

  private Serve() {}

  /// Serves until the process is told to stop. Exits 2 on a wrong command line and 3 when the
  /// server cannot start, each with a message in both languages.
  public static void main(String[] arguments) {
    int code = run(System.out, System.err, arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  static int run(PrintStream out, PrintStream err, String... arguments) {
    return switch (ServeArguments.read(arguments)) {
      case ServeArguments.Reading.Help _ -> {
        out.print(ServeArguments.USAGE);
        yield 0;
      }
      case ServeArguments.Reading.Wrong(Text why) -> {
        say(err, why);
        err.println();
        err.print(ServeArguments.USAGE);
        yield USAGE_ERROR;
      }
      case ServeArguments.Reading.Rehearse _ -> attempt(err, Rehearsal::run);
      case ServeArguments.Reading.Go(ServeOptions options) ->
          attempt(err, () -> start(options).getBean(Opening.class).announce(out));
    };
  }

  private static int attempt(PrintStream err, Runnable work) {
    try {
      work.run();
      return 0;
    } catch (BastideException e) {
      say(err, e.text());
      return FAILURE;
    }
  }

  /// Starts the server and returns when it listens.
  ///
  /// @throws WebException when it cannot start: the port is taken, the certificate cannot be read
  public static ConfigurableApplicationContext start(ServeOptions asked) {
    ServeOptions options = asked.listen().port() == 0 ? asked.on(freePort(asked)) : asked;
    prepare(options.data());
    options.tls().ifPresent(Serve::checkReadable);
    SpringApplication application = new SpringApplication(Application.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.addInitializers(
        context -> context.getBeanFactory().registerSingleton("serveOptions", options));
    try {
      return application.run(properties(options));
    } catch (BeansException | WebServerException e) {
      throw explain(options, e);
    }
  }

  /// A free port, known before the server starts: mails and passkeys need the whole address.
  private static int freePort(ServeOptions options) {
    try (ServerSocket socket =
        new ServerSocket(0, 1, InetAddress.getByName(options.listen().host()))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw portTaken(options, e);
    }
  }

  private static String[] properties(ServeOptions options) {
    List<String> lines = new ArrayList<>();
    lines.add("--spring.config.location=classpath:/fr/bastide/web/serve.properties");
    SettingsFile.read(options.settingsFile())
        .forEach((name, value) -> lines.add("--" + name + "=" + SettingsFile.escaped(value)));
    lines.add("--server.address=" + options.listen().host());
    lines.add("--server.port=" + options.listen().port());
    lines.add("--logging.file.name=" + options.logFile());
    options
        .tls()
        .ifPresent(tls -> {
          lines.add("--server.ssl.bundle=web");
          String bundle = "--spring.ssl.bundle.pem.web.";
          lines.add(bundle + "keystore.certificate=file:" + tls.certificate().toAbsolutePath());
          lines.add(bundle + "keystore.private-key=file:" + tls.key().toAbsolutePath());
          lines.add(bundle + "reload-on-update=true");
        });
    return lines.toArray(String[]::new);
  }

  private static void prepare(Path data) {
    try {
      if (Files.notExists(data)) {
        Files.createDirectories(
            data,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      Files.createDirectories(data.resolve("log"));
    } catch (IOException e) {
      throw new WebException(
          new Text(
              "Impossible d’écrire dans " + data + ". Choisissez un autre dossier avec --data.",
              "Cannot write to " + data + ". Choose another directory with --data."),
          e);
    }
  }

  private static void checkReadable(ServeOptions.Tls tls) {
    for (Path file : List.of(tls.certificate(), tls.key())) {
      if (!Files.isReadable(file)) {
        throw new WebException(
            new Text(
                "Le fichier " + file + " est introuvable ou illisible.",
                "The file " + file + " cannot be found or read."));
      }
    }
  }

  private static BastideException explain(ServeOptions options, RuntimeException failure) {
    Optional<BastideException> known = Optional.empty();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BastideException own) {
        known = Optional.of(own);
      } else if (cause instanceof UnboundConfigurationPropertiesException unknown) {
        known = Optional.of(SettingsFile.unknown(options.settingsFile(), unknown));
      } else if (cause instanceof ConfigurationPropertiesBindException unreadable) {
        known = Optional.of(SettingsFile.unreadable(options.settingsFile(), unreadable));
      } else if (cause instanceof PortInUseException || cause instanceof BindException) {
        known = Optional.of(portTaken(options, failure));
      }
    }
    return known.orElseGet(() ->
        new WebException(
            new Text(
                "Bastide n’a pas pu démarrer\u00a0: "
                    + failure.getMessage()
                    + " Le détail est dans "
                    + options.logFile()
                    + ".",
                "Bastide could not start: "
                    + failure.getMessage()
                    + " The details are in "
                    + options.logFile()
                    + "."),
            failure));
  }

  private static WebException portTaken(ServeOptions options, Exception failure) {
    return new WebException(
        new Text(
            "L’adresse "
                + options.listen()
                + " est déjà prise ou interdite. Choisissez-en une autre avec --listen.",
            "The address "
                + options.listen()
                + " is taken or not allowed. Choose another one with --listen."),
        failure);
  }

  private static void say(PrintStream stream, Text text) {
    stream.println("bastide\u00a0: " + text.fr());
    stream.println("bastide: " + text.en());
  }
}
