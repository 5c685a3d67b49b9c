package fr.bastide.detection.internal.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads the YAML documents of one file within bounds: no tags, no anchors, no duplicate keys,
/// limited depth and number of values. Works from the parser's events, without recursion.
final class YamlDocuments {

  static final int MAX_CHARS = 1 << 20;

  private static final int MAX_DEPTH = 24;
  private static final int MAX_VALUES = 200_000;
  private static final int MAX_DOCUMENTS = 10_000;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(MAX_CHARS).setUseMarks(true).build();

  /// A collection being filled.
  private static final class Frame {
    final int line;
    final @Nullable List<Yaml> items;
    final @Nullable Map<String, Yaml.Entry> entries;
    @Nullable String key;
    int keyLine;

    Frame(boolean mapping, int line) {
      this.line = line;
      items = mapping ? null : new ArrayList<>();
      entries = mapping ? new LinkedHashMap<>() : null;
    }

    Yaml close() {
      if (items != null) {
        return new Yaml.Sequence(items, line);
      }
      return new Yaml.Mapping(entries == null ? Map.of() : entries, line);
    }
  }

  private final Deque<Frame> open = new ArrayDeque<>();
  private final List<Yaml> documents = new ArrayList<>();
  private @Nullable Yaml root;
  private int values;

  private YamlDocuments() {}

  /// The documents of a text of at most [#MAX_CHARS] characters.
  static List<Yaml> read(String text) throws Refused {
    YamlDocuments reading = new YamlDocuments();
    try {
      ParserImpl events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
      while (events.hasNext()) {
        reading.accept(events.next());
      }
    } catch (MarkedYamlEngineException malformed) {
      int line =
          malformed
              .getProblemMark()
              .or(malformed::getContextMark)
              .map(YamlDocuments::line)
              .orElse(0);
      throw malformed(line, String.valueOf(malformed.getProblem()));
    } catch (YamlEngineException malformed) {
      throw malformed(0, String.valueOf(malformed.getMessage()));
    } catch (IllegalArgumentException noCharacter) {
      throw malformed(0, "an escape that is no character, such as \\UFFFFFFFF");
    }
    return reading.documents;
  }

  private static Refused malformed(int line, String problem) {
    return new Refused(
        line,
        "Le YAML est mal formé ici\u00a0: vérifiez le retrait, les guillemets et les deux-points.",
        "The YAML is malformed here: check indentation, quotes and colons ("
            + Refused.clip(problem)
            + ").");
  }

  private void accept(Event event) throws Refused {
    if (event instanceof NodeEvent node) {
      acceptNode(node);
    } else if (event instanceof MappingEndEvent || event instanceof SequenceEndEvent) {
      Yaml closed = open.pop().close();
      place(closed, closed.line());
    } else if (event instanceof DocumentEndEvent && root != null) {
      if (documents.size() == MAX_DOCUMENTS) {
        throw refused(root.line(), "autant de documents", "so many documents");
      }
      documents.add(root);
      root = null;
    }
  }

  private void acceptNode(NodeEvent event) throws Refused {
    int line = event.getStartMark().map(YamlDocuments::line).orElse(0);
    if (event instanceof AliasEvent || event.getAnchor().isPresent()) {
      throw refused(line, "les ancres et les alias (& et *)", "anchors and aliases (& and *)");
    }
    if (++values > MAX_VALUES) {
      throw refused(line, "autant de valeurs", "so many values");
    }
    if (event instanceof ScalarEvent scalar) {
      if (scalar.getTag().isPresent()) {
        throw refusedTag(line);
      }
      place(new Yaml.Scalar(scalar.getValue(), scalar.isPlain(), line), line);
    } else if (event instanceof CollectionStartEvent start) {
      start(start, line);
    }
  }

  private void start(CollectionStartEvent start, int line) throws Refused {
    if (start.getTag().isPresent()) {
      throw refusedTag(line);
    }
    if (open.size() >= MAX_DEPTH) {
      throw refused(line, "autant de niveaux imbriqués", "so many nested levels");
    }
    Frame parent = open.peek();
    if (parent != null && parent.entries != null && parent.key == null) {
      throw refused(line, "une clé composée", "a compound key");
    }
    open.push(new Frame(start instanceof MappingStartEvent, line));
  }

  /// Puts a complete value where it belongs.
  private void place(Yaml value, int line) throws Refused {
    Frame frame = open.peek();
    if (frame == null) {
      root = value;
    } else if (frame.items != null) {
      frame.items.add(value);
    } else if (frame.entries != null && frame.key == null) {
      if (!(value instanceof Yaml.Scalar scalar)) {
        throw refused(line, "une clé composée", "a compound key");
      }
      frame.key = scalar.text();
      frame.keyLine = line;
    } else if (frame.entries != null && frame.key != null) {
      if (frame.entries.putIfAbsent(frame.key, new Yaml.Entry(frame.keyLine, value)) != null) {
        throw duplicate(frame.keyLine, frame.key);
      }
      frame.key = null;
    }
  }

  private static Refused duplicate(int line, String key) {
    String name = Refused.clip(key);
    return new Refused(
        line,
        "La clé «\u00a0" + name + "\u00a0» figure déjà plus haut\u00a0: gardez-en une seule.",
        "The key '" + name + "' is already there further up: keep only one.");
  }

  private static Refused refusedTag(int line) {
    return refused(line, "les étiquettes de type (!…)", "type tags (!…)");
  }

  private static Refused refused(int line, String fr, String en) {
    return new Refused(
        line,
        "Une règle n’accepte pas " + fr + "\u00a0: écrivez les valeurs simplement.",
        "A rule does not accept " + en + ": write the values plainly.");
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }
}
