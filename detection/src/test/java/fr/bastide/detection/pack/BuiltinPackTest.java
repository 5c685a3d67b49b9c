package fr.bastide.detection.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.Level;
import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleBook;
import fr.bastide.detection.RuleInfo;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The rules that come with Bastide keep their promises.
class BuiltinPackTest {

  private static final Set<String> TACTICS =
      Set.of(
          "reconnaissance",
          "resource-development",
          "initial-access",
          "execution",
          "persistence",
          "privilege-escalation",
          "stealth",
          "defense-impairment",
          "credential-access",
          "discovery",
          "lateral-movement",
          "collection",
          "command-and-control",
          "exfiltration",
          "impact");

  private final BuiltinPack pack = BuiltinPack.get();
  private final RuleBook book = pack.library().book();
  private final List<RuleInfo> infos = PackFiles.infos();

  @Test
  void isLargeEnough() {
    assertThat(book.rules()).hasSizeGreaterThanOrEqualTo(65);
    assertThat(book.correlations()).hasSizeGreaterThanOrEqualTo(16);
    assertThat(book.refusals()).isEmpty();
  }

  @Test
  void indexListsWhatIsThere() throws IOException {
    assertThat(pack.files().stream().map(file -> file.name()))
        .containsExactlyElementsOf(
            PackFiles.names("rules").stream().map(name -> "rules/" + name + ".yaml").toList());
    assertThat(pack.samples().sets().stream().map(SampleSet::rule))
        .containsExactlyElementsOf(PackFiles.names("samples"));
  }

  @Test
  void everyIdIsAUuidAndUnique() {
    Set<String> seen = new HashSet<>();
    for (RuleInfo info : infos) {
      assertThatCode(() -> UUID.fromString(info.id())).as(info.title()).doesNotThrowAnyException();
      assertThat(seen.add(info.id())).as(info.title()).isTrue();
      assertThat(info.name().isEmpty() || seen.add(info.name())).as(info.title()).isTrue();
      assertThat(seen.add(info.title())).as(info.title()).isTrue();
    }
  }

  @Test
  void everyRuleSaysWhatItIs() {
    for (RuleInfo info : infos) {
      assertThat(info.author()).as(info.title()).isEqualTo("Bastide");
      assertThat(info.license()).as(info.title()).isEqualTo("EUPL-1.2");
      assertThat(info.date()).as(info.title()).isEqualTo("2026-11-25");
      assertThat(info.status()).as(info.title()).isIn("stable", "test", "experimental");
      assertThat(info.description()).as(info.title()).hasSizeGreaterThan(30).endsWith(".");
      assertThat(info.falsePositives()).as(info.title()).isNotEmpty();
      assertThat(info.fields()).as(info.title()).isNotEmpty();
      assertThat(info.references()).as(info.title()).isNotEmpty();
      for (String reference : info.references()) {
        assertThat(URI.create(reference).getScheme()).as(info.title()).isEqualTo("https");
      }
    }
  }

  @Test
  void everyTagIsOfAttack() {
    for (RuleInfo info : infos) {
      List<String> kinds = info.tags().stream().map(BuiltinPackTest::kind).toList();
      assertThat(kinds).as(info.title()).contains("tactic").doesNotContain("unknown");
      assertThat(info.tags()).as(info.title()).doesNotHaveDuplicates();
    }
    long techniques =
        infos.stream()
            .flatMap(info -> info.tags().stream())
            .filter(tag -> kind(tag).equals("technique"))
            .distinct()
            .count();
    assertThat(techniques).isGreaterThanOrEqualTo(60);
  }

  private static String kind(String tag) {
    if (!tag.startsWith("attack.")) {
      return "unknown";
    }
    String name = tag.substring("attack.".length());
    boolean technique =
        (name.length() == 5 || (name.length() == 9 && name.charAt(5) == '.'))
            && name.charAt(0) == 't'
            && name.replace(".", "").chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    return technique ? "technique" : TACTICS.contains(name) ? "tactic" : "unknown";
  }

  @Test
  void correlationsUseEveryKindButOne() {
    Set<Correlation.Kind> kinds =
        book.correlations().stream().map(Correlation::kind).collect(Collectors.toSet());
    assertThat(kinds).containsAll(EnumSet.complementOf(EnumSet.of(Correlation.Kind.VALUE_AVG)));
    assertThat(book.correlations()).anyMatch(correlation -> !correlation.aliases().isEmpty());
    Set<String> ids =
        book.correlations().stream().map(each -> each.info().id()).collect(Collectors.toSet());
    assertThat(book.correlations())
        .anyMatch(correlation -> correlation.rules().stream().anyMatch(ids::contains));
  }

  @Test
  void whatOnlyCountsIsNoAlert() {
    Set<String> counted =
        book.correlations().stream()
            .flatMap(correlation -> correlation.rules().stream())
            .collect(Collectors.toSet());
    for (Rule rule : book.rules()) {
      if (rule.info().level() == Level.INFORMATIONAL) {
        assertThat(counted).as(rule.info().title()).contains(rule.info().id());
      }
    }
  }

  @Test
  void everyRuleAdvises() {
    for (RuleInfo info : infos) {
      Advice advice = pack.advice(info.id()).orElseThrow();
      assertThat(advice.tonight()).as(info.title()).hasSizeBetween(1, 3);
      if (info.level().compareTo(Level.HIGH) >= 0) {
        assertThat(advice.call()).as(info.title()).hasSizeGreaterThanOrEqualTo(2);
      }
    }
    assertThat(pack.advice("none")).isEmpty();
  }

  @Test
  void levelsCallSomebodyWhenItBurns() {
    for (Level level : Level.values()) {
      LevelText text = pack.level(level);
      assertThat(text.level()).isEqualTo(level);
      assertThat(text.call().isEmpty()).isEqualTo(level == Level.INFORMATIONAL);
    }
    assertThat(pack.level(Level.CRITICAL).within()).isLessThan(pack.level(Level.HIGH).within());
    assertThat(pack.level(Level.CRITICAL).call().stream().map(Contact::key))
        .contains("regional", "police", "cert-sante");
    assertThat(pack.contacts().stream().map(Contact::key)).contains("17cyber", "dpo");
    assertThat(pack.version()).isEqualTo("2026.1");
  }

  @Test
  void filesFollowTheirSchemas() throws IOException {
    PackFiles.conforms("levels.schema.json", "levels.yaml");
    for (String id : PackFiles.names("samples")) {
      PackFiles.conforms("samples.schema.json", "samples/" + id + ".yaml");
    }
  }

  /// A correlation hides what it looks at unless it says otherwise: what alone is worth a look must
  /// not wait for the rest.
  @Test
  void noCorrelationSilencesARuleThatMattersByItself() {
    RuleBook book = BuiltinPack.get().library().book();
    List<RuleInfo> all = new ArrayList<>();
    book.rules().forEach(rule -> all.add(rule.info()));
    book.correlations().forEach(one -> all.add(one.info()));
    for (RuleInfo rule : all) {
      List<Correlation> over =
          book.correlations().stream().filter(one -> one.rules().contains(rule.id())).toList();
      if (rule.level().compareTo(Level.MEDIUM) >= 0 && !over.isEmpty()) {
        assertThat(over).as(rule.title()).anyMatch(Correlation::generate);
      }
    }
  }
}
