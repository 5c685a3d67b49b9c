package fr.bastide.incident.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.document.Findings;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every way of breaking the knowledge gets a message with its file.
class KnowledgeReaderTest {

  private static List<String> said(String file, String old, String by) throws IOException {
    Findings findings = new Findings("");
    new KnowledgeReader(
            name -> {
              Optional<byte[]> bytes = Knowledge.resource(name);
              if (!name.equals(file) || bytes.isEmpty()) {
                return bytes;
              }
              String text = new String(bytes.get(), StandardCharsets.UTF_8);
              assertThat(text).contains(old);
              return Optional.of(text.replace(old, by).getBytes(StandardCharsets.UTF_8));
            },
            findings)
        .read();
    return findings.sorted().stream().map(one -> one.format(Language.EN)).toList();
  }

  @Test
  void whatComesWithBastideIsFlawless() throws IOException {
    assertThat(said("questions.yaml", "version:", "version:")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "obligations/complaint.yaml | fact: body.cyber-insurance | fact: body.cyber-insurence | did you"
            + " mean \"body.cyber-insurance\"?",
        "obligations/complaint.yaml | named: attack-on-system | named: attack | \"attack\" does not exist",
        "obligations/complaint.yaml | hours: 72 | hours: 0 | from 1 to 1000",
        "obligations/complaint.yaml | hours: 72 | horas: 72 | \"horas\" does not exist",
        "obligations/complaint.yaml | deadline: without-delay | deadline: soon | possible: without-delay",
        "obligations/complaint.yaml | from: 2023-04-24 | from: 2023-04-31 | \"2023-04-31\" does not",
        "obligations/complaint.yaml | force: law | force: lex | possible: law, condition, contract, advice",
        "obligations/complaint.yaml | clock: [clocks.certain, clocks.suspected] | clock:"
            + " [body.form] | \"body.form\" does not exist here",
        "obligations/complaint.yaml | cautious: clocks.suspected | cautious: body.form | \"body.form\"",
        "obligations/purchase.yaml | edition: \"2022\" | edition: \"2020\" | \"2020\" is there twice",
        "obligations/nis2.yaml | after: nis2-notification | after: nis2-later | \"nis2-later\" does not",
        "obligations/health.yaml | note: | notte: | \"note\" is missing",
        "obligations/book.yaml | complaint.yaml | complaints.yaml | This file is missing",
        "definitions.yaml | is: yes | is: maybe | possible: yes, no, unknown",
        "definitions.yaml | any: | or: | exactly one of these keys",
        "severity.yaml | severity: moderate | severity: critical | from the gravest",
        "classification.yaml | type: fraud/phishing | type: fraud/phish | did you mean \"fraud/phishing\"?",
        "rsit.yaml | id: other/undetermined | id: other/unknown | \"other/undetermined\" is missing",
        "questions.yaml | id: staff | id: population | \"body.population\" is there twice",
      })
  void saysWhatIsWrongAndWhere(String file, String old, String by, String message)
      throws IOException {
    assertThat(said(file, old, by)).anySatisfy(line -> assertThat(line).contains(message));
  }
}
