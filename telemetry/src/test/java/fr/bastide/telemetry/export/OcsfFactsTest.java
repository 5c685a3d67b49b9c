package fr.bastide.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The mapping to OCSF against what the OCSF schema says of the classes it names.
class OcsfFactsTest {

  private final Map<?, ?> facts = yaml("ocsf-facts.yaml");
  private final Map<?, ?> mapping = yaml("ocsf.yaml");

  @Test
  void classesHaveTheNumbersAndCaptionsOfTheSchema() {
    for (Map<?, ?> section : sections()) {
      Map<?, ?> set = map(section.get("set"));
      if (!set.containsKey("class_uid")) {
        continue;
      }
      Map<?, ?> about = about(set);
      assertThat(set.get("class_name")).as("%s", set).isEqualTo(about.get("name"));
      assertThat(set.get("category_uid")).as("%s", set).isEqualTo(about.get("category"));
      assertThat(set.get("category_name"))
          .as("%s", set)
          .isEqualTo(map(facts.get("categories")).get(about.get("category")));
      // The numbers of an extension begin with its own.
      int number = number(set.get("class_uid")) % 100_000;
      assertThat(number / 1_000).as("%s", set).isEqualTo(set.get("category_uid"));
    }
  }

  @Test
  void activitiesAreThoseOfTheirClass() {
    Map<Object, Map<?, ?>> classOf = classes();
    for (Map<?, ?> section : sections()) {
      Map<?, ?> set = map(section.get("set"));
      if (!set.containsKey("activity_id")) {
        continue;
      }
      int id = number(set.get("activity_id"));
      Map<?, ?> about =
          set.containsKey("class_uid")
              ? about(set)
              : classOf.getOrDefault(map(section.get("logsource")), Map.of());
      assertThat(about.isEmpty()).as("no class for %s", section).isFalse();
      Map<Object, Object> captions = new HashMap<>(map(about.get("activities")));
      captions.put(0, "Unknown");
      captions.put(99, "Other");
      assertThat(set.get("activity_name")).as("%s", set).isEqualTo(captions.get(id));
    }
  }

  @Test
  void severitiesAreThoseOfTheSchema() {
    Map<?, ?> severities = map(map(facts.get("base")).get("severities"));
    for (Map<?, ?> section : sections()) {
      Map<?, ?> set = map(section.get("set"));
      if (set.containsKey("severity_id")) {
        assertThat(set.get("severity")).isEqualTo(severities.get(set.get("severity_id")));
      }
    }
  }

  @Test
  void whatAClassRequiresHasAPlaceInItsMapping() {
    Map<?, ?> neverTold = map(facts.get("never told"));
    for (Map<?, ?> section : sections()) {
      Map<?, ?> set = map(section.get("set"));
      if (!set.containsKey("class_uid")) {
        continue;
      }
      Map<?, ?> about = about(set);
      Set<String> filled = attributes(section);
      Map<?, ?> logsource = map(section.get("logsource"));
      List<Object> required = new ArrayList<>(list(about.get("required")));
      required.removeAll(list(neverTold.get(logsource.get("category"))));
      assertThat(filled).as("%s", logsource).containsAll(texts(required));
      List<String> oneOf = texts(list(about.get("one of")));
      assertThat(oneOf.isEmpty() || oneOf.stream().anyMatch(filled::contains))
          .as("%s has one of %s", logsource, oneOf)
          .isTrue();
    }
  }

  /// The attributes that a section fills, with what every event of its product gets.
  private Set<String> attributes(Map<?, ?> section) {
    Set<String> attributes = new HashSet<>();
    List<Map<?, ?>> all = new ArrayList<>(sections().subList(0, 2));
    all.add(section);
    for (Map<?, ?> one : all) {
      map(one.get("set")).keySet().forEach(path -> attributes.add(first(path)));
      for (Object places : map(one.get("fields")).values()) {
        (places instanceof Collection<?> several ? several : List.of(places))
            .forEach(place -> attributes.add(first(place)));
      }
    }
    return attributes;
  }

  private static String first(Object place) {
    String path = place.toString();
    int end = path.indexOf('.');
    int space = path.indexOf(' ');
    end = end < 0 || (space >= 0 && space < end) ? space : end;
    return end < 0 ? path : path.substring(0, end);
  }

  private Map<Object, Map<?, ?>> classes() {
    Map<Object, Map<?, ?>> classes = new HashMap<>();
    for (Map<?, ?> section : sections()) {
      Map<?, ?> set = map(section.get("set"));
      if (set.containsKey("class_uid")) {
        classes.putIfAbsent(map(section.get("logsource")), about(set));
      }
    }
    return classes;
  }

  private Map<?, ?> about(Map<?, ?> set) {
    Object about = map(facts.get("classes")).get(set.get("class_uid"));
    assertThat(about).as("class %s is known", set.get("class_uid")).isNotNull();
    return map(about);
  }

  private List<Map<?, ?>> sections() {
    List<Map<?, ?>> sections = new ArrayList<>();
    list(mapping.get("sections")).forEach(section -> sections.add(map(section)));
    return sections;
  }

  private static int number(@Nullable Object value) {
    return value instanceof Integer number ? number : -1;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static List<String> texts(Collection<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  private static Map<?, ?> yaml(String name) {
    try (InputStream in =
        OcsfFactsTest.class.getResourceAsStream("/fr/bastide/telemetry/export/" + name)) {
      assertThat(in).as(name).isNotNull();
      return map(new Load(LoadSettings.builder().build()).loadFromInputStream(in));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
