package fr.bastide.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.incident.file.FactsFiles;
import fr.bastide.incident.obligation.ObligationBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The facts of seven real incidents, in our own form.
public final class CaseFiles {

  /// Their names.
  public static final List<String> NAMES =
      List.of(
          "angers-2021",
          "brest-chu-2023",
          "franquevielle-2021",
          "frontignan-2022",
          "grand-cognac-2019",
          "marseille-2020",
          "sdis24-2019");

  private CaseFiles() {}

  /// The file as text.
  public static String text(String name) {
    try (InputStream in =
        CaseFiles.class.getResourceAsStream("/fr/bastide/incident/cases/" + name + ".yaml")) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The facts of a file that must be flawless.
  public static Facts facts(String text) {
    FactsFiles.Outcome outcome =
        FactsFiles.read(text.getBytes(StandardCharsets.UTF_8), ObligationBook.builtin());
    assertThat(outcome.findings()).isEmpty();
    return ((FactsFiles.Outcome.Usable) outcome).facts();
  }
}
