package fr.bastide.airlock.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.airlock.internal.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MailKnowledgeTest {

  @ParameterizedTest
  @CsvSource({
    "mail/notes.yaml, mail-texts.schema.json",
    "mail/marks.yaml, mail-texts.schema.json",
    "mail/confusables.yaml, mail-confusables.schema.json"
  })
  void dataFollowsItsSchema(String data, String schema) throws IOException {
    Schema rules =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource(schema), InputFormat.JSON);
    String json = JsonMapper.shared().writeValueAsString(Resources.document(data));
    assertThat(rules.validate(json, InputFormat.JSON)).isEmpty();
    assertThat(rules.validate(json.replace("\"version\"", "\"versions\""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void everyMarkHasItsWords() {
    for (SenderMark.Kind kind : SenderMark.Kind.values()) {
      SenderMark mark = new SenderMark(kind, "x.example");
      assertThat(mark.text().fr())
          .as(kind.id())
          .contains("x.example")
          .isNotEqualTo(mark.text().en());
    }
  }

  @Test
  void aLetterStandsForOneOther() {
    Map<String, Object> letters = Resources.mapping("mail/confusables.yaml", "letters");
    Set<Integer> seen = new HashSet<>();
    for (String to : letters.keySet()) {
      assertThat(Skeleton.of(to)).isEqualTo(to.equals("i") ? "l" : to);
      Resources.string(letters, to)
          .codePoints()
          .forEach(c -> assertThat(seen.add(c)).as(Character.toString(c)).isTrue());
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        MailKnowledgeTest.class.getResourceAsStream("/fr/bastide/airlock/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
