package fr.bastide.incident.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.incident.CaseFiles;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.dossier.Line;
import fr.bastide.incident.dossier.Piece;
import fr.bastide.incident.internal.Knowledge;
import fr.bastide.incident.obligation.Switches;
import fr.bastide.incident.reflex.ReflexCard;
import fr.bastide.incident.reflex.ReflexCards;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A message can be read once, by anybody, in a bad hour.
class MessagesTest {

  private static final int MOST_WORDS = 20;

  private static CaseFile file(String yaml) {
    return CaseFile.of(
        Qualification.of(
            CaseFiles.facts("format: incident-facts/1\n" + yaml),
            Instant.parse("2026-11-25T07:00:00Z"),
            Switches.NONE));
  }

  private static List<CaseFile> files() {
    List<CaseFile> files = new ArrayList<>();
    for (String name : CaseFiles.NAMES) {
      files.add(
          CaseFile.of(
              Qualification.of(
                  CaseFiles.facts(CaseFiles.text(name)),
                  Instant.parse("2023-03-20T12:00:00Z"),
                  Switches.NONE)));
    }
    files.add(file(""));
    files.add(
        file("effects: {emergency-calls: stopped}\nincident: {malicious: yes, malware: yes}\n"));
    files.add(file("effects: {website: stopped}\nbody: {cyber-insurance: yes}\n"));
    return files;
  }

  @Test
  void everyAudienceHasAWordOnEveryKindAndSeverity() {
    assertThat(Messages.incidents())
        .containsExactlyInAnyOrderElementsOf(
            ReflexCards.builtin().cards().stream().map(ReflexCard::id).toList());
    for (CaseFile file : files()) {
      for (MessageKind kind : Messages.kinds()) {
        for (String incident : Messages.incidents()) {
          Message message = Messages.make(kind, incident, file);
          assertThat(message.paragraphs()).noneMatch(Line::empty).hasSizeGreaterThan(4);
          assertThat(message.body()).doesNotContain("{", "}", "null");
          assertThat(message.subject().empty()).isFalse();
        }
      }
    }
  }

  @Test
  void sentencesAreShort() {
    List<String> longOnes = new ArrayList<>();
    for (CaseFile file : files()) {
      for (MessageKind kind : Messages.kinds()) {
        for (String incident : Messages.incidents()) {
          for (Line line : Messages.make(kind, incident, file).paragraphs()) {
            for (String sentence : words(line).split("[.?!:]")) {
              if (Arrays.stream(sentence.split(" ")).filter(w -> !w.isBlank()).count()
                  >= MOST_WORDS) {
                longOnes.add(kind.id() + "/" + incident + ": " + sentence);
              }
            }
          }
        }
      }
    }
    assertThat(longOnes.stream().distinct()).isEmpty();
  }

  /// A blank counts for one word.
  private static String words(Line line) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : line.pieces()) {
      switch (piece) {
        case Piece.Words words -> text.append(words.text());
        case Piece.Blank _ -> text.append("blanc");
      }
    }
    return text.toString();
  }

  @Test
  void theMostTellingKindComesFirst() {
    assertThat(Messages.incidents(file("incident: {ransomware: yes, account: ordinary}\n").facts()))
        .containsExactly("ransomware", "account-compromise");
    assertThat(Messages.incidents(file("").facts())).containsExactly("unknown");
    CaseFile fraud =
        CaseFile.of(
            Qualification.of(
                CaseFiles.facts(CaseFiles.text("franquevielle-2021")),
                Instant.parse("2023-03-20T12:00:00Z"),
                Switches.NONE));
    MessageKind agents = Messages.kind("agents").orElseThrow();
    assertThat(Messages.make(agents, fraud).body()).contains("nouveau RIB");
  }

  @Test
  void deadlinesAndBlanksAreThere() {
    MessageKind victim = Messages.kind("victim").orElseThrow();
    Message message =
        Messages.make(
            victim,
            file(
                """
                body: {form: commune, cyber-insurance: yes}
                clocks: {certain: 2026-11-24 02:00}
                incident: {malicious: yes, ransomware: yes}
                """));
    assertThat(message.body()).contains("avant le vendredi 27 novembre 2026 à 2\u00a0h");
    assertThat(message.blanks()).contains("référence du dossier", "nom du centre de réponse");
    assertThat(Messages.make(victim, file("")).body()).contains("sous 72\u00a0heures");
  }

  @Test
  void theFileFollowsItsSchema() throws IOException {
    String yaml = resource("message/set.yaml");
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("message.schema.json"), InputFormat.JSON);
    assertThat(schema.validate(yaml, InputFormat.YAML)).isEmpty();
    assertThat(
            schema.validate(yaml.replace("severity: minor", "severity: small"), InputFormat.YAML))
        .isNotEmpty();
  }

  private static String resource(String name) throws IOException {
    return new String(Knowledge.resource(name).orElseThrow(), StandardCharsets.UTF_8);
  }
}
