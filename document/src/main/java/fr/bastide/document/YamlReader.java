package fr.bastide.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
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

/// Reads one YAML document within bounds: UTF-8, no tags, no anchors, no duplicate keys, limited
/// size, depth and number of values. Works from the parser's events, without recursion.
public final class YamlReader {

  private static final int MAX_DEPTH = 12;
  private static final int MAX_VALUES = 500_000;

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

  private final Findings findings;
  private final Deque<Frame> open = new ArrayDeque<>();
  private @Nullable Yaml root;
  private int documents;
  private int values;

  private YamlReader(Findings findings) {
    this.findings = findings;
  }

  /// The document, empty when it cannot be read: then `findings` says why.
  public static Optional<Yaml> read(byte[] bytes, int maxBytes, Findings findings) {
    if (bytes.length > maxBytes) {
      findings.error(
          0,
          "",
          "Ce fichier est trop grand\u00a0: " + maxBytes + " octets au plus.",
          "This file is too large: " + maxBytes + " bytes at most.");
      return Optional.empty();
    }
    Optional<String> text = decode(bytes);
    if (text.isEmpty()) {
      findings.error(
          0,
          "",
          "Ce fichier n’est pas du texte en UTF-8\u00a0: enregistrez-le dans ce codage.",
          "This file is not UTF-8 text: save it in that encoding.");
      return Optional.empty();
    }
    return new YamlReader(findings).parse(text.get(), maxBytes);
  }

  private static Optional<String> decode(byte[] bytes) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  private Optional<Yaml> parse(String text, int maxBytes) {
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(maxBytes).setUseMarks(true).build();
    try {
      ParserImpl events = new ParserImpl(settings, new StreamReader(settings, text));
      while (events.hasNext()) {
        if (!accept(events.next())) {
          return Optional.empty();
        }
      }
    } catch (MarkedYamlEngineException malformed) {
      int line =
          malformed.getProblemMark().or(malformed::getContextMark).map(YamlReader::line).orElse(0);
      malformed(line, malformed.getProblem());
      return Optional.empty();
    } catch (YamlEngineException malformed) {
      malformed(0, String.valueOf(malformed.getMessage()));
      return Optional.empty();
    } catch (IllegalArgumentException noCharacter) {
      malformed(0, "an escape that is no character, such as \\UFFFFFFFF");
      return Optional.empty();
    }
    if (root == null) {
      findings.error(0, "", "Ce fichier est vide.", "This file is empty.");
    }
    return Optional.ofNullable(root);
  }

  private void malformed(int line, String problem) {
    findings.error(
        line,
        "",
        "Le YAML est mal formé ici\u00a0: vérifiez le retrait, les guillemets et les deux-points.",
        "The YAML is malformed here: check indentation, quotes and colons ("
            + Findings.clip(problem)
            + ").");
  }

  /// Takes one event; false when the document is refused.
  private boolean accept(Event event) {
    int line = event.getStartMark().map(YamlReader::line).orElse(0);
    if (event instanceof DocumentStartEvent && ++documents > 1) {
      return refuse(line, "un second document", "a second document");
    }
    if (event instanceof AliasEvent
        || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      return refuse(line, "les ancres et les alias (& et *)", "anchors and aliases (& and *)");
    }
    if (event instanceof NodeEvent && ++values > MAX_VALUES) {
      return refuse(line, "autant de valeurs", "so many values");
    }
    return switch (event) {
      case ScalarEvent scalar ->
          scalar.getTag().isPresent()
              ? refuseTag(line)
              : place(new Yaml.Scalar(scalar.getValue(), scalar.isPlain(), line), line);
      case CollectionStartEvent start -> start(start, line);
      case MappingEndEvent _, SequenceEndEvent _ -> {
        Yaml closed = open.pop().close();
        yield place(closed, closed.line());
      }
      default -> true;
    };
  }

  private boolean start(CollectionStartEvent start, int line) {
    if (start.getTag().isPresent()) {
      return refuseTag(line);
    }
    if (open.size() >= MAX_DEPTH) {
      return refuse(line, "autant de niveaux imbriqués", "so many nested levels");
    }
    Frame parent = open.peek();
    if (parent != null && parent.entries != null && parent.key == null) {
      return refuse(line, "une clé composée", "a compound key");
    }
    open.push(new Frame(start instanceof MappingStartEvent, line));
    return true;
  }

  /// Puts a complete value where it belongs.
  private boolean place(Yaml value, int line) {
    Frame frame = open.peek();
    if (frame == null) {
      root = value;
    } else if (frame.items != null) {
      frame.items.add(value);
    } else if (frame.entries != null && frame.key == null) {
      if (!(value instanceof Yaml.Scalar scalar)) {
        return refuse(line, "une clé composée", "a compound key");
      }
      frame.key = scalar.text();
      frame.keyLine = line;
    } else if (frame.entries != null && frame.key != null) {
      if (frame.entries.putIfAbsent(frame.key, new Yaml.Entry(frame.keyLine, value)) != null) {
        findings.duplicate(frame.keyLine, "", frame.key);
      }
      frame.key = null;
    }
    return true;
  }

  private boolean refuseTag(int line) {
    return refuse(line, "les étiquettes de type (!…)", "type tags (!…)");
  }

  private boolean refuse(int line, String fr, String en) {
    findings.error(
        line,
        "",
        "Ce format de fichier n’accepte pas " + fr + "\u00a0: écrivez les valeurs simplement.",
        "This file format does not accept " + en + ": write the values plainly.");
    return false;
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }
}
