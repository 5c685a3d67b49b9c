package fr.bastide.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Whether every Windows logsource that SigmaHQ's rules ask for is one that the mapping data can
/// give to an event.
class TaxonomyReachTest {

  private static final Path RULES = Path.of("../../shared/corpora/detect/sigma-rules");

  @Test
  void everyWindowsLogsourceOfTheRulesIsReachable() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(RULES), "skipped: no rules at " + RULES);
    List<Logsource> given = given();
    Set<String> unreachable = new TreeSet<>();
    int count = 0;
    try (Stream<Path> files = Files.walk(RULES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yml")).toList()) {
        Optional<Logsource> wanted = wanted(Files.readString(file));
        count += wanted.isPresent() ? 1 : 0;
        wanted
            .filter(logsource -> given.stream().noneMatch(logsource::covers))
            .ifPresent(logsource -> unreachable.add(logsource.toString()));
      }
    }
    assertThat(count).isGreaterThan(2_000);
    assertThat(unreachable).isEmpty();
  }

  private static List<Logsource> given() {
    List<Logsource> given = new ArrayList<>();
    for (String file : TaxonomyData.files()) {
      for (Map<?, ?> entry : TaxonomyData.entries(file)) {
        TaxonomyData.list(entry.get("logsource"))
            .forEach(logsource -> given.add(logsource((Map<?, ?>) logsource)));
      }
    }
    return given;
  }

  private static Optional<Logsource> wanted(String rule) {
    for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(rule)) {
      if (document instanceof Map<?, ?> map
          && map.get("logsource") instanceof Map<?, ?> logsource
          && "windows".equals(logsource.get("product"))) {
        return Optional.of(logsource(logsource));
      }
    }
    return Optional.empty();
  }

  private static Logsource logsource(Map<?, ?> map) {
    return new Logsource(word(map, "product"), word(map, "category"), word(map, "service"));
  }

  private static String word(Map<?, ?> map, String key) {
    return map.get(key) instanceof String word ? word : "";
  }
}
