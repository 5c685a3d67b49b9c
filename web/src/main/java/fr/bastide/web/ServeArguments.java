package fr.bastide.web;

import fr.bastide.kernel.Text;
import fr.bastide.loop.territory.Region;
import fr.bastide.loop.territory.Regions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the command line of `bastide serve`.
final class ServeArguments {

  /// How to call the command, in both languages.
  static final String USAGE =
      """
      bastide serve [options]

        --data DIR            dossier des données / data directory  (./bastide-data)
        --listen HOST:PORT    adresse des pages / address of the pages  (127.0.0.1:8080)
        --management HOST:PORT  santé et mesures / health and metrics  (127.0.0.1:9464)
        --database-url URL    votre PostgreSQL / your own PostgreSQL  (postgres://...)
        --tls-cert FILE --tls-key FILE   certificat et clé PEM / PEM certificate and key
        --territory CODE      code de la région / code of the region  (76)
        --demo                exemples clairement marqués / clearly marked examples
        --help                cette aide / this help
      """;

  private static final Set<String> WITH_VALUE =
      Set.of(
          "--data",
          "--listen",
          "--management",
          "--database-url",
          "--tls-cert",
          "--tls-key",
          "--territory");

  private static final List<String> DATABASES =
      List.of("postgres://", "postgresql://", "jdbc:postgresql:");

  private final Map<String, String> values = new HashMap<>();
  private final Set<String> flags = new HashSet<>();
  private final List<Text> mistakes = new ArrayList<>();

  private ServeArguments() {}

  /// What a command line amounts to.
  sealed interface Reading {
    /// Serve like this.
    record Go(ServeOptions options) implements Reading {}

    /// Start, show the main pages to nobody, and stop: fills the ahead-of-time cache.
    record Rehearse() implements Reading {}

    /// Help was asked for.
    record Help() implements Reading {}

    /// The first thing that is wrong with the line.
    record Wrong(Text why) implements Reading {}
  }

  /// Reads the arguments that follow `serve`.
  static Reading read(String... arguments) {
    if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
      return new Reading.Help();
    }
    if (List.of(arguments).equals(List.of("--rehearse"))) {
      return new Reading.Rehearse();
    }
    ServeArguments line = new ServeArguments();
    line.split(new ArrayDeque<>(List.of(arguments)));
    ServeOptions options = line.options();
    return line.mistakes.isEmpty()
        ? new Reading.Go(options)
        : new Reading.Wrong(line.mistakes.getFirst());
  }

  private void split(Deque<String> rest) {
    while (!rest.isEmpty()) {
      String argument = rest.removeFirst();
      int equals = argument.indexOf('=');
      String name = equals > 0 ? argument.substring(0, equals) : argument;
      if (name.equals("--demo") && equals < 0) {
        flags.add(name);
      } else if (!WITH_VALUE.contains(name)) {
        wrong("option inconnue\u00a0: " + argument, "unknown option: " + argument);
      } else if (equals > 0) {
        keep(name, argument.substring(equals + 1));
      } else if (rest.isEmpty()) {
        wrong(name + " attend une valeur", name + " needs a value");
      } else {
        keep(name, rest.removeFirst());
      }
    }
  }

  private void keep(String name, String value) {
    if (value.isBlank()) {
      wrong(name + " attend une valeur", name + " needs a value");
    } else if (values.put(name, value) != null) {
      wrong(name + " est donné deux fois", name + " is given twice");
    }
  }

  private ServeOptions options() {
    return new ServeOptions(
        path("--data").orElse(Path.of("bastide-data")).toAbsolutePath().normalize(),
        address("--listen").orElse(new Address("127.0.0.1", 8080)),
        address("--management"),
        databaseUrl(),
        tls(),
        territory(),
        flags.contains("--demo"));
  }

  private Optional<Path> path(String name) {
    try {
      return Optional.ofNullable(values.get(name)).map(Path::of);
    } catch (InvalidPathException e) {
      wrong(
          name + "\u00a0: ce chemin ne peut pas exister (" + e.getReason() + ")",
          name + ": there can be no such path (" + e.getReason() + ")");
      return Optional.empty();
    }
  }

  private Optional<Address> address(String name) {
    Optional<String> text = Optional.ofNullable(values.get(name));
    Optional<Address> address = text.flatMap(Address::parse);
    if (text.isPresent() && address.isEmpty()) {
      wrong(
          name + " attend HÔTE:PORT, par exemple 127.0.0.1:8080",
          name + " needs HOST:PORT, for example 127.0.0.1:8080");
    }
    return address;
  }

  private Optional<String> databaseUrl() {
    Optional<String> url = Optional.ofNullable(values.get("--database-url"));
    if (url.isPresent() && DATABASES.stream().noneMatch(url.get()::startsWith)) {
      wrong(
          "--database-url attend une adresse postgres://utilisateur:motdepasse@hôte:5432/base",
          "--database-url needs an address like postgres://user:password@host:5432/database");
    }
    return url;
  }

  private Optional<ServeOptions.Tls> tls() {
    Optional<Path> certificate = path("--tls-cert");
    Optional<Path> key = path("--tls-key");
    if (certificate.isPresent() != key.isPresent()) {
      wrong("--tls-cert et --tls-key vont ensemble", "--tls-cert and --tls-key are given together");
    }
    return certificate.flatMap(c -> key.map(k -> new ServeOptions.Tls(c, k)));
  }

  private String territory() {
    String code = values.getOrDefault("--territory", "76");
    if (Regions.find(code).isEmpty()) {
      String known = Regions.all().stream().map(Region::code).collect(Collectors.joining(", "));
      wrong(
          "--territory attend le code d’une région, par exemple 76\u202f; codes connus\u00a0: "
              + known,
          "--territory needs the code of a region, for example 76; known codes: " + known);
    }
    return code;
  }

  private void wrong(String fr, String en) {
    mistakes.add(new Text(fr, en));
  }
}
