package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Expression;
import fr.bastide.detection.Place;
import fr.bastide.detection.Refusal;
import fr.bastide.detection.RuleInfo;
import fr.bastide.kernel.Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the documents of one file. Safe to share between threads.
public final class DocumentReader {

  /// How many bytes a file may have.
  public static final int MAX_BYTES = YamlDocuments.MAX_CHARS;

  private static final Set<String> RETIRED = Set.of("deprecated", "unsupported");
  private static final Set<String> NO_SELECTION = Set.of("condition", "timeframe");
  private static final Set<String> NO_FILTER_SELECTION = Set.of("condition", "rules");

  private final Placeholding placeholding;
  private final boolean retired;

  /// @param placeholders values for the modifier `expand`
  /// @param retired whether rules of status `deprecated` and `unsupported` are taken too
  public DocumentReader(Map<String, List<String>> placeholders, boolean retired) {
    this.placeholding = new Placeholding(placeholders);
    this.retired = retired;
  }

  /// What the file holds; whatever is wrong with it becomes a refusal.
  public Drafts read(String file, byte[] bytes) {
    Drafts drafts = new Drafts();
    try {
      for (Yaml.Mapping document : RuleCollections.unfold(maps(text(bytes)))) {
        read(document, file, drafts);
      }
    } catch (Refused refused) {
      drafts.refusals.add(new Refusal(new Place(file, refused.line()), "", refused.reason()));
    }
    return drafts;
  }

  /// The refusal of a file that is too large.
  public static Text tooLarge() {
    return new Text(
        "Ce fichier est trop grand pour des règles\u00a0: un mégaoctet au plus, répartissez-le.",
        "This file is too large for rules: one megabyte at most, spread it over several.");
  }

  private static String text(byte[] bytes) throws Refused {
    if (bytes.length > MAX_BYTES) {
      throw new Refused(0, tooLarge().fr(), tooLarge().en());
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw new Refused(
          0,
          "Ce fichier n’est pas du texte en UTF-8\u00a0: enregistrez-le dans ce codage.",
          "This file is not UTF-8 text: save it in that encoding.");
    }
  }

  private static List<Yaml.Mapping> maps(String text) throws Refused {
    List<Yaml.Mapping> maps = new ArrayList<>();
    for (Yaml document : YamlDocuments.read(text)) {
      if (document instanceof Yaml.Mapping map) {
        maps.add(map);
      } else if (!(document instanceof Yaml.Scalar scalar && scalar.isNull())) {
        throw new Refused(
            document.line(),
            "Ce document n’est pas une règle\u00a0: une règle commence par «\u00a0title:\u00a0».",
            "This document is no rule: a rule begins with 'title:'.");
      }
    }
    if (maps.isEmpty()) {
      throw new Refused(
          0,
          "Ce fichier ne contient aucune règle\u00a0: ajoutez-en une, ou ôtez-le.",
          "This file holds no rule: add one, or take it away.");
    }
    return maps;
  }

  private void read(Yaml.Mapping map, String file, Drafts drafts) {
    Fields document = new Fields("document", map.entries(), map.line());
    try {
      RuleInfo info = Header.info(document, file);
      if (RETIRED.contains(info.status()) && !retired) {
        drafts.retired.add(info);
        return;
      }
      take(document, info, drafts);
      Header.guidance(document).ifPresent(guidance -> drafts.guidance.put(info.id(), guidance));
    } catch (Refused refused) {
      int line = refused.line() > 0 ? refused.line() : map.line();
      drafts.refusals.add(new Refusal(new Place(file, line), title(map), refused.reason()));
    }
  }

  private static String title(Yaml.Mapping map) {
    for (String key : List.of("title", "id", "name")) {
      Yaml.Entry entry = map.entries().get(key);
      if (entry != null && entry.value() instanceof Yaml.Scalar scalar && !scalar.isNull()) {
        return Refused.clip(scalar.text());
      }
    }
    return "";
  }

  private void take(Fields document, RuleInfo info, Drafts drafts) throws Refused {
    if (document.has("correlation")) {
      drafts.correlations.add(CorrelationReading.read(document, info));
    } else if (document.has("filter")) {
      drafts.filters.add(filter(document, info));
    } else if (document.has("detection")) {
      rule(document, info, drafts);
    } else {
      throw new Refused(
          document.line(),
          "Ce document n’est ni une règle, ni une corrélation, ni un filtre\u00a0: il y faut "
              + "«\u00a0detection\u00a0», «\u00a0correlation\u00a0» ou «\u00a0filter\u00a0».",
          "This document is neither a rule nor a correlation nor a filter: it needs 'detection', "
              + "'correlation' or 'filter'.");
    }
  }

  private void rule(Fields document, RuleInfo info, Drafts drafts) throws Refused {
    var logsource = Header.logsource(document);
    Fields section = document.needMap("detection");
    Detection.Result result = new Detection(placeholding).compile(section, NO_SELECTION);
    if (result.aggregation().isEmpty()) {
      drafts.rules.add(new RuleDraft(info, logsource, result.expression()));
      return;
    }
    drafts.correlations.add(Aggregation.read(result, section, info));
    RuleInfo counted = renamed(info, info.id() + Aggregation.EVENTS);
    drafts.rules.add(new RuleDraft(counted, logsource, result.expression()));
  }

  private static RuleInfo renamed(RuleInfo info, String id) {
    return new RuleInfo(
        id,
        "",
        info.title(),
        info.description(),
        info.author(),
        info.level(),
        info.status(),
        info.date(),
        info.modified(),
        info.license(),
        info.tags(),
        info.references(),
        info.falsePositives(),
        info.fields(),
        info.place());
  }

  private FilterDraft filter(Fields document, RuleInfo info) throws Refused {
    Fields section = document.needMap("filter");
    var logsource = Header.logsource(document);
    List<Reference> rules = CorrelationReading.references(section);
    boolean any = rules.size() == 1 && rules.getFirst().name().equals("any");
    Detection.Result result = new Detection(placeholding).compile(section, NO_FILTER_SELECTION);
    if (!result.aggregation().isEmpty()) {
      throw Aggregation.refused(result.line());
    }
    Expression condition = result.expression();
    // The specification's filters say what to suppress (`selection`); others write what to keep
    // (`not selection`). A condition made of negations alone can only mean the latter.
    boolean keeps = Expressions.onlyNegative(condition, false);
    return new FilterDraft(
        info,
        logsource,
        any ? List.of() : rules,
        keeps ? condition : new Expression.Not(condition));
  }
}
