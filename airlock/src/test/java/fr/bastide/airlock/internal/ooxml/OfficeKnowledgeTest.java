package fr.bastide.airlock.internal.ooxml;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.airlock.internal.Resources;
import fr.bastide.airlock.internal.xml.XmlElement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// The lists by which office documents are judged follow their schemas and speak of what exists.
class OfficeKnowledgeTest {

  @ParameterizedTest
  @CsvSource({
    "ooxml/names-word.yaml, xml-names.schema.json",
    "ooxml/names-sheet.yaml, xml-names.schema.json",
    "ooxml/names-presentation.yaml, xml-names.schema.json",
    "ooxml/names-drawing.yaml, xml-names.schema.json",
    "ooxml/names-vml.yaml, xml-names.schema.json",
    "ooxml/names-extensions.yaml, xml-names.schema.json",
    "ooxml/parts.yaml, ooxml-parts.schema.json",
    "ooxml/rules.yaml, xml-rules.schema.json",
    "ooxml/fields.yaml, ooxml-fields.schema.json",
    "ooxml/formulas.yaml, formulas.schema.json",
    "odf/names-text.yaml, xml-names.schema.json",
    "odf/names-drawing.yaml, xml-names.schema.json",
    "odf/names-others.yaml, xml-names.schema.json",
    "odf/rules.yaml, xml-rules.schema.json",
    "odf/settings.yaml, odf-settings.schema.json",
    "policies/strict.yaml, policy.schema.json",
    "policies/standard.yaml, policy.schema.json",
    "policies/lenient.yaml, policy.schema.json"
  })
  void listsFollowTheirSchemas(String list, String schema) throws IOException {
    Schema rules =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource(schema), InputFormat.JSON);
    Map<String, Object> data = Resources.document(list);
    String json = JsonMapper.shared().writeValueAsString(data);
    assertThat(rules.validate(json, InputFormat.JSON)).isEmpty();
    String wrong = json.replace("\"version\"", "\"versions\"");
    assertThat(rules.validate(wrong, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void rulesSpeakOfKnownElements() {
    for (String word : ElementRules.ALL.spokenOf()) {
      String element = word.contains("@") ? word.substring(0, word.indexOf('@')) : word;
      if (!element.equals("*")) {
        assertThat(isKnown(element)).as(word).isTrue();
      }
    }
  }

  private static boolean isKnown(String label) {
    int colon = label.indexOf(':');
    for (String list : List.of("word", "sheet", "presentation", "drawing", "vml", "extensions")) {
      Map<String, Object> spaces = Resources.mapping("ooxml/names-" + list + ".yaml", "spaces");
      if (spaces.containsKey(label.substring(0, colon))) {
        Map<String, Object> space = Resources.mapping(spaces, label.substring(0, colon));
        for (Object uri : (List<?>) Objects.requireNonNull(space.get("uris"))) {
          XmlElement element = new XmlElement("", (String) uri, label.substring(colon + 1));
          if (!ElementRules.NAMES.label(element).equals(label)) {
            return false;
          }
        }
        return true;
      }
    }
    return false;
  }

  static String resource(String name) throws IOException {
    try (InputStream in =
        OfficeKnowledgeTest.class.getResourceAsStream("/fr/bastide/airlock/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
