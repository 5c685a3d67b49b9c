package fr.bastide.loop.access;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.mandate.MandateScope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rights as written by hand in `rights.txt`: what the tests expect.
record Rights(
    String on,
    String token,
    boolean journal,
    Set<BodyRole> people,
    Set<MandateScope> mandates,
    Set<CentreRole> centre) {

  private static final Map<String, BodyRole> PEOPLE =
      Map.of("O", BodyRole.OFFICIAL, "R", BodyRole.REFERENT, "D", BodyRole.DATA_PROTECTION_OFFICER);
  private static final Map<String, MandateScope> MANDATES =
      Map.of(
          "A", MandateScope.ASSESS,
          "M", MandateScope.MONITOR,
          "R", MandateScope.RESPOND,
          "I", MandateScope.INSPECT);
  private static final Map<String, CentreRole> CENTRE =
      Map.of(
          "O", CentreRole.CSIRT_OPERATOR,
          "L", CentreRole.CSIRT_LEAD,
          "P", CentreRole.PROGRAMME_OFFICER,
          "E", CentreRole.OBSERVATORY_EDITOR,
          "A", CentreRole.ADMINISTRATOR,
          "S", CentreRole.STATE_OBSERVER);

  /// The table, act by act; fails when an act is missing or unknown.
  static Map<Act, Rights> table() {
    Map<Act, Rights> table = new EnumMap<>(Act.class);
    for (String line : lines()) {
      List<String> cells = List.of(line.trim().split("\\s+"));
      Rights before = table.put(Act.valueOf(cells.getFirst()), row(cells));
      if (before != null) {
        throw new AssertionError("twice in the table: " + line);
      }
    }
    return table;
  }

  /// One act of the table.
  static Rights of(Map<Act, Rights> table, Act act) {
    return Optional.ofNullable(table.get(act))
        .orElseThrow(() -> new AssertionError(act + " is not in the table"));
  }

  private static Rights row(List<String> cells) {
    return new Rights(
        cells.get(1),
        cells.get(2),
        cells.get(3).equals("yes"),
        those(cells.get(4), PEOPLE, BodyRole.class),
        those(cells.get(5), MANDATES, MandateScope.class),
        those(cells.get(6), CENTRE, CentreRole.class));
  }

  private static <E extends Enum<E>> Set<E> those(
      String letters, Map<String, E> names, Class<E> type) {
    Set<E> those = EnumSet.noneOf(type);
    letters
        .chars()
        .filter(c -> c != '-')
        .forEach(c -> those.add(Optional.ofNullable(names.get((char) c + "")).orElseThrow()));
    return those;
  }

  private static List<String> lines() {
    try (InputStream in = Rights.class.getResourceAsStream("rights.txt")) {
      if (in == null) {
        throw new AssertionError("rights.txt is not there");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Whether one of these hats, or one of these scopes under mandate, gives the right.
  boolean given(Caller caller, BodyId body, Set<MandateScope> scopes) {
    return caller.rolesIn(body).anyMatch(people::contains)
        || caller.centreRoles().anyMatch(centre::contains)
        || scopes.stream().anyMatch(mandates::contains);
  }

  /// Whether a token with this scope alone is enough.
  boolean within(Optional<TokenScope> scope) {
    return on.equals("public") || scope.map(s -> s.label().equals(token)).orElse(true);
  }
}
