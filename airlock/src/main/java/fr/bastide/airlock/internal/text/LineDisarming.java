package fr.bastide.airlock.internal.text;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.Lists;
import fr.bastide.airlock.internal.Resources;
import fr.bastide.airlock.internal.WebAddress;
import fr.bastide.airlock.internal.text.ContentLines.Line;
import fr.bastide.airlock.internal.text.ContentLines.Parameter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Writes vCards and calendars anew from the properties of `text/properties.yaml`: no attachment,
/// no extension, no alarm that starts a program; pictures re-encoded, addresses as the policy says.
final class LineDisarming {

  private static final int MOST_DEPTH = 8;
  private static final Map<String, Object> DATA = Resources.document("text/properties.yaml");
  private static final Set<String> COMPONENTS = set("calendar", "components");
  private static final Set<String> PARAMETERS = set("calendar", "parameters");

  private final Set<String> keep;
  private final Set<String> addresses;
  private final Set<String> pictures;
  private final boolean calendar;
  private final Workbench bench;
  private final Ledger ledger;
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private int dropping;

  private LineDisarming(ContentType type, Workbench bench, Ledger ledger) {
    this.calendar = type == ContentType.ICALENDAR;
    String kind = calendar ? "calendar" : "vcard";
    this.keep = set(kind, "keep");
    this.addresses = set(kind, "addresses");
    this.pictures = calendar ? Set.of() : set(kind, "pictures");
    this.bench = bench;
    this.ledger = ledger;
  }

  private static Set<String> set(String kind, String key) {
    return new TreeSet<>(Lists.strings(Resources.mapping(DATA, kind), key));
  }

  static String rebuilt(String text, ContentType type, Workbench bench, Ledger ledger) {
    return new LineDisarming(type, bench, ledger).write(ContentLines.read(text));
  }

  private String write(List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      bench.parts(1);
      Line line = lines.get(i);
      if (line.is("BEGIN")) {
        begin(line, startsProgram(lines, i));
      } else if (line.is("END")) {
        end(line);
      } else if (dropping == 0 && !open.isEmpty()) {
        property(line);
      }
    }
    if (out.isEmpty() || !open.isEmpty()) {
      throw new RefusedException(Reason.MALFORMED, calendar ? "ics" : "vcf");
    }
    return out.toString();
  }

  /// Whether an alarm does anything but show or sound (RFC 5545, 3.6.6): older ones start programs.
  private static boolean startsProgram(List<Line> lines, int begin) {
    if (!lines.get(begin).value().strip().equalsIgnoreCase("VALARM")) {
      return false;
    }
    for (int i = begin + 1; i < lines.size() && !lines.get(i).is("END"); i++) {
      String action = lines.get(i).value().strip().toUpperCase(Locale.ROOT);
      if (lines.get(i).is("ACTION") && !action.equals("DISPLAY") && !action.equals("AUDIO")) {
        return true;
      }
    }
    return false;
  }

  private void begin(Line line, boolean program) {
    String name = line.value().strip().toUpperCase(Locale.ROOT);
    boolean known = calendar ? COMPONENTS.contains(name) : name.equals("VCARD");
    if (dropping > 0 || !known || program) {
      if (dropping == 0) {
        ledger.add(program ? Threat.LAUNCH : Threat.UNKNOWN_PART, place());
      }
      dropping++;
      return;
    }
    if (open.size() >= MOST_DEPTH) {
      throw new RefusedException(Reason.TOO_DEEP, place());
    }
    open.push(name);
    ContentLines.write(new Line("", "BEGIN", List.of(), name), out);
  }

  private void end(Line line) {
    if (dropping > 0) {
      dropping--;
      return;
    }
    String name = line.value().strip().toUpperCase(Locale.ROOT);
    if (open.isEmpty() || !open.peek().equals(name)) {
      throw new RefusedException(Reason.MALFORMED, calendar ? "ics" : "vcf");
    }
    open.pop();
    ContentLines.write(new Line("", "END", List.of(), name), out);
  }

  private void property(Line line) {
    if (pictures.contains(line.name())) {
      picture(line);
    } else if (addresses.contains(line.name())) {
      address(line);
    } else if (keep.contains(line.name())) {
      ContentLines.write(plain(line), out);
    } else {
      boolean own = line.name().startsWith("X-");
      boolean file = line.is("ATTACH") || line.is("SOUND") || line.is("KEY");
      ledger.add(
          file ? Threat.EMBEDDED_FILE : own ? Threat.METADATA : Threat.UNKNOWN_PART, place());
    }
  }

  private Line plain(Line line) {
    List<Parameter> parameters = new ArrayList<>();
    for (Parameter parameter : line.parameters()) {
      if (PARAMETERS.contains(parameter.name())) {
        parameters.add(
            new Parameter(parameter.name(), PlainText.cleaned(parameter.value(), place(), ledger)));
      }
    }
    String value = line.value();
    if (line.is("ORGANIZER") || line.is("ATTENDEE")) {
      value =
          value.strip().toLowerCase(Locale.ROOT).startsWith("mailto:") ? value : "invalid:nomail";
    }
    return new Line(
        letters(line.group()), line.name(), parameters, PlainText.cleaned(value, place(), ledger));
  }

  private static String letters(String group) {
    boolean plain =
        group.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.');
    return plain ? group : "";
  }

  private void address(Line line) {
    String address = line.value().strip();
    if (!WebAddress.isPlain(address)) {
      ledger.add(Threat.DANGEROUS_LINK, place());
    } else if (bench.policy().links() == Policy.Links.NONE) {
      ledger.add(Threat.LINK, place());
    } else {
      ContentLines.write(new Line("", line.name(), List.of(), address), out);
    }
  }

  private void picture(Line line) {
    Optional<byte[]> bytes = bytes(line);
    if (bytes.isEmpty()) {
      ledger.add(Threat.EXTERNAL_CONTENT, place());
      return;
    }
    if (bench.pass(Content.of("photo", bytes.get()))
            instanceof Outcome.Rebuilt(Content content, ContentType type, var findings)
        && (type == ContentType.JPEG || type == ContentType.PNG || type == ContentType.GIF)) {
      ledger.addAll(findings, place());
      String kind = type == ContentType.JPEG ? "JPEG" : type.name();
      List<Parameter> parameters =
          List.of(new Parameter("ENCODING", "b"), new Parameter("TYPE", kind));
      String value = Base64.getEncoder().encodeToString(content.bytes());
      ContentLines.write(new Line("", line.name(), parameters, value), out);
    } else {
      ledger.add(Threat.UNKNOWN_PART, place());
    }
  }

  private static Optional<byte[]> bytes(Line line) {
    String value = line.value().strip();
    boolean data = value.regionMatches(true, 0, "data:", 0, 5);
    boolean encoded =
        line.parameters().stream()
            .anyMatch(p ->
                (p.name().equals("ENCODING") || p.name().equals("TYPE"))
                    && (p.value().equalsIgnoreCase("b") || p.value().equalsIgnoreCase("base64")));
    if (!data && !encoded) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Base64.getMimeDecoder().decode(value.substring(data ? value.indexOf(',') + 1 : 0)));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private String place() {
    return open.isEmpty() ? "" : open.peek().toLowerCase(Locale.ROOT);
  }
}
