package fr.bastide.directory.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.directory.Directory;
import fr.bastide.directory.sourcing.BodyPolicy;
import fr.bastide.directory.sourcing.Composition;
import fr.bastide.directory.sourcing.SourcingPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PolicyFilesTest {

  static final String BODY =
      """
      bastide: body-policy/1
      version: "1"
      body: mirepoix
      extends: "2026.1"
      excluded:
        - state: US
          since: 2026-02-01
          reason: {fr: "Délibération du conseil.", en: "Vote of the council."}
          source: "délibération 2026-12"
      unknown: {owner: exclude}
      accept: allied
      """;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String builtin() throws IOException {
    try (InputStream in = Directory.class.getResourceAsStream("sourcing-policy.yaml")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aBodysPolicyIsReadAndComposed() {
    Reading<BodyPolicy> reading = PolicyFiles.readBody(bytes(BODY));
    assertThat(reading.findings()).isEmpty();
    BodyPolicy body = ((Reading.Usable<BodyPolicy>) reading).value();
    assertThat(SourcingPolicy.builtin().with(body)).isInstanceOf(Composition.Composed.class);
  }

  @Test
  void aBodyCannotEvenWriteThatSomethingUnknownPassesOrThatAStateIsNear() {
    assertThat(PolicyFiles.readBody(bytes(BODY.replace("exclude}", "allow}"))))
        .isInstanceOf(Reading.Refused.class);
    assertThat(PolicyFiles.readBody(bytes(BODY + "circles: []\n")).findings().getFirst().line())
        .isEqualTo(12);
  }

  @Test
  void aPolicySaysEverything() throws IOException {
    String good = builtin();
    assertThat(PolicyFiles.read(bytes(good)).findings()).isEmpty();
    for (String line : new String[] {"accept: other", "in-force: 2026-01-01", "  law: ask"}) {
      assertThat(good).contains(line);
      assertThat(PolicyFiles.read(bytes(good.replace(line, ""))))
          .as(line)
          .isInstanceOf(Reading.Refused.class);
    }
    assertThat(PolicyFiles.read(bytes(good.replace("state: BY", "state: RU"))).findings())
        .extracting(f -> f.text().en())
        .anyMatch(text -> text.contains("twice"));
    assertThat(PolicyFiles.read(bytes(good.replace("rank: allied", "rank: other"))).findings())
        .isNotEmpty();
  }
}
