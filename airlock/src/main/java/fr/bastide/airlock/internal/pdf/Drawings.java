package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/// Which content draws which other, and how often: what draws itself is cut, and what would draw
/// without end, though small, is refused.
final class Drawings {

  private static final long MAX_DRAWN = 4_000_000;
  private static final int MAX_NESTED = 100;

  /// A place where one content draws another: the entry that says so, in which dictionary.
  private record Use(COSDictionary names, COSName name, COSDictionary drawn, int times) {}

  /// Progress over one content.
  private static final class Visit {
    private final COSDictionary content;
    private final List<Use> uses;
    private int next;
    private long drawn = 1;

    Visit(COSDictionary content, List<Use> uses) {
      this.content = content;
      this.uses = uses;
    }
  }

  private final Rebuild rebuild;
  private final IdentityHashMap<COSDictionary, Map<COSName, Integer>> times =
      new IdentityHashMap<>();
  private final IdentityHashMap<COSDictionary, Long> costs = new IdentityHashMap<>();
  private final IdentityHashMap<COSDictionary, Boolean> open = new IdentityHashMap<>();

  Drawings(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  /// Notes how often a content draws each form by name.
  void note(COSDictionary resources, Map<COSName, Integer> drawn) {
    times.put(resources, drawn);
  }

  /// Walks the whole new document.
  ///
  /// @throws RefusedException with [Reason#BOMB] or [Reason#TOO_DEEP]
  void check() {
    long all = 0;
    for (int i = 1; i <= rebuild.output.size(); i++) {
      Output.Entry entry = rebuild.output.entry(i);
      if (entry != null && entry.value() instanceof COSDictionary content) {
        if (content.getItem(COSName.RESOURCES) instanceof COSDictionary) {
          boolean page = COSName.PAGE.equals(content.getItem(COSName.TYPE));
          long cost = cost(content);
          all += page ? cost : 0;
          if (all > MAX_DRAWN) {
            throw new RefusedException(Reason.BOMB, "pages");
          }
        }
      }
    }
  }

  private long cost(COSDictionary root) {
    Deque<Visit> stack = new ArrayDeque<>();
    enter(root, stack);
    while (!stack.isEmpty()) {
      Visit visit = stack.element();
      if (visit.next == visit.uses.size()) {
        stack.pop();
        open.remove(visit.content);
        costs.put(visit.content, visit.drawn);
        continue;
      }
      Use use = visit.uses.get(visit.next);
      Long known = costs.get(use.drawn());
      if (known != null) {
        visit.drawn = Math.min(MAX_DRAWN + 1, visit.drawn + known * use.times());
        visit.next++;
      } else if (open.containsKey(use.drawn())) {
        use.names().removeItem(use.name());
        rebuild.findings.once(Threat.UNKNOWN_PART, "content that draws itself");
        visit.next++;
      } else {
        enter(use.drawn(), stack);
      }
    }
    return costs.getOrDefault(root, 1L);
  }

  private void enter(COSDictionary content, Deque<Visit> stack) {
    if (stack.size() >= MAX_NESTED) {
      throw new RefusedException(Reason.TOO_DEEP, "content");
    }
    if (!costs.containsKey(content)) {
      open.put(content, true);
      stack.push(new Visit(content, uses(content)));
    }
  }

  private List<Use> uses(COSDictionary content) {
    List<Use> uses = new ArrayList<>();
    if (!(rebuild.output.value(content.getItem(COSName.RESOURCES))
        instanceof COSDictionary resources)) {
      return uses;
    }
    Map<COSName, Integer> counts = times.getOrDefault(resources, Map.of());
    for (COSName category : List.of(COSName.XOBJECT, COSName.PATTERN, COSName.FONT)) {
      if (rebuild.output.value(resources.getItem(category)) instanceof COSDictionary names) {
        for (COSName name : names.keySet()) {
          COSBase drawn = rebuild.output.value(names.getItem(name));
          if (drawn instanceof COSDictionary dictionary && draws(dictionary)) {
            int count = category.equals(COSName.XOBJECT) ? counts.getOrDefault(name, 1) : 1;
            uses.add(new Use(names, name, dictionary, count));
          }
        }
      }
    }
    masks(resources, uses);
    return uses;
  }

  private void masks(COSDictionary resources, List<Use> uses) {
    if (!(rebuild.output.value(resources.getItem(COSName.EXT_G_STATE))
        instanceof COSDictionary states)) {
      return;
    }
    for (COSName name : states.keySet()) {
      if (rebuild.output.value(states.getItem(name)) instanceof COSDictionary state
          && rebuild.output.value(state.getItem(COSName.SMASK)) instanceof COSDictionary mask
          && rebuild.output.value(mask.getItem(COSName.G)) instanceof COSDictionary group
          && draws(group)) {
        uses.add(new Use(states, name, group, 1));
      }
    }
  }

  private static boolean draws(COSDictionary dictionary) {
    return dictionary.containsKey(COSName.RESOURCES) || dictionary.containsKey(COSName.CHAR_PROCS);
  }
}
