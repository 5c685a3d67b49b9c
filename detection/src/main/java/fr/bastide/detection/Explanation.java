package fr.bastide.detection;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.telemetry.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Why a rule matches an event, or does not, as a tree with one node for each part of the rule.
///
/// @param holds whether this part holds
/// @param what what this part asks for
/// @param field the field it looks at; empty when it looks at none, or at all of them
/// @param found what stands there, shortened: the first values of the field
/// @param parts what it is made of
public record Explanation(
    boolean holds, Text what, String field, List<String> found, List<Explanation> parts) {

  private static final int MOST_SHOWN = 6;

  public Explanation {
    found = List.copyOf(found);
    parts = List.copyOf(parts);
  }

  /// Explains a rule on an event, its logsource included; the first node holds exactly when
  /// [Evaluation#matches(Rule, Event)] does.
  public static Explanation explain(Rule rule, Event event) {
    return new Explaining(event).rule(rule);
  }

  /// The tree as lines of text, `+` before what holds and `-` before what does not. Of many parts
  /// alike only the telling ones are shown: of a choice those that hold, of a whole those that
  /// fail.
  public String render(Language language) {
    StringBuilder out = new StringBuilder();
    Deque<Line> open = new ArrayDeque<>();
    open.push(new Line(this, 0, 0));
    while (!open.isEmpty()) {
      Line line = open.pop();
      out.append("  ".repeat(line.depth));
      if (line.hidden > 0) {
        out.append("  … ").append(line.hidden).append('\n');
        continue;
      }
      line.node.print(language, out);
      List<Explanation> shown = line.node.shown();
      int hidden = line.node.parts.size() - shown.size();
      if (hidden > 0) {
        open.push(new Line(line.node, line.depth + 1, hidden));
      }
      for (Explanation part : shown.reversed()) {
        open.push(new Line(part, line.depth + 1, 0));
      }
    }
    return out.toString();
  }

  private record Line(Explanation node, int depth, int hidden) {}

  private List<Explanation> shown() {
    if (parts.size() <= MOST_SHOWN) {
      return parts;
    }
    List<Explanation> shown = new ArrayList<>();
    for (Explanation part : parts) {
      if (part.holds == holds && shown.size() < MOST_SHOWN) {
        shown.add(part);
      }
    }
    return shown;
  }

  private void print(Language language, StringBuilder out) {
    out.append(holds ? "+ " : "- ").append(what.in(language));
    if (!field.isEmpty()) {
      boolean french = language == Language.FR;
      out.append(french ? "\u202f; trouvé\u00a0: " : "; found: ");
      out.append(found.isEmpty() ? (french ? "rien" : "nothing") : String.join(" | ", found));
    }
    out.append('\n');
  }
}
