package fr.bastide.incident.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.document.Finding;
import fr.bastide.document.Findings;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReflexReaderTest {

  private static List<Finding> read(String file, String from, String to) throws IOException {
    Findings findings = new Findings("");
    Knowledge.Source source =
        name -> {
          Optional<byte[]> bytes = Knowledge.resource(name);
          if (!name.equals("reflex/" + file + ".yaml") || bytes.isEmpty()) {
            return bytes;
          }
          String text = new String(bytes.get(), StandardCharsets.UTF_8);
          assertThat(text).contains(from);
          return Optional.of(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        };
    new ReflexReader(source, Knowledge.builtin().obligations().duties().keySet(), findings).read();
    return findings.sorted();
  }

  @Test
  void whatIsBuiltInHasNoFault() throws IOException {
    assertThat(read("set", "fallback: unknown", "fallback: unknown")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ransomware | sign: ransom-note | sign: ransom-not | ransom-not",
        "ransomware | complaint-insurance | complaint-insurrance | complaint-insurrance",
        "ransomware | calls: [it, | calls: [him, | him",
        "ransomware | phase: qualify | phase: warn | qualify",
        "ransomware | id: backups | id: unplug | unplug",
        "ransomware | card: ransomware | card: ransom | ransom",
        "ransomware | why: | because: | because",
        "set | fallback: unknown | fallback: nobody | nobody",
        "set | \"3218\" | \"call me\" | call me",
        "set | https://17cyber | http://17cyber | https",
        "set | - malware | - ../malware | ../malware",
      })
  void aLinkThatLeadsNowhereIsSaid(String file, String from, String to, String said)
      throws IOException {
    List<Finding> findings = read(file, from, to);
    assertThat(findings).isNotEmpty();
    assertThat(findings).anyMatch(one -> one.format(Language.EN).contains(said));
  }
}
