package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlNames;
import fr.bastide.airlock.internal.xml.XmlNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes dangerous fields out of a story of WordprocessingML, however their instruction is split
/// over runs and nested, and leaves the result that was last shown.
final class WordFields {

  private static final XmlNames NAMES = ElementRules.NAMES;

  /// Far beyond the twenty that programs nest.
  private static final int MAX_OPEN = 100;

  private static final int MAX_INSTRUCTION = 64_000;

  /// A field that has begun.
  private static final class Field {
    private final StringBuilder instruction = new StringBuilder();
    private final List<XmlElement> marks = new ArrayList<>();
    private final List<XmlElement> code = new ArrayList<>();
    private boolean inCode = true;
    private boolean nested;

    void append(String text) {
      if (instruction.length() + text.length() <= MAX_INSTRUCTION) {
        instruction.append(text);
      }
    }
  }

  private final Policy policy;
  private final Ledger ledger;
  private final String where;
  private final Deque<Field> open = new ArrayDeque<>();
  private final Set<XmlElement> gone = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<XmlElement> hollow = Collections.newSetFromMap(new IdentityHashMap<>());

  WordFields(Policy policy, Ledger ledger, String where) {
    this.policy = policy;
    this.ledger = ledger;
    this.where = where;
  }

  /// Works on all fields of a story.
  void clean(XmlElement story) {
    for (XmlElement element : story.descendants()) {
      meet(element);
    }
    while (!open.isEmpty()) {
      // A field without end: programs guess where it ends, so it goes.
      judge(open.removeLast(), true);
    }
    if (!gone.isEmpty() || !hollow.isEmpty()) {
      rebuild(story);
    }
  }

  private void meet(XmlElement element) {
    switch (NAMES.label(element)) {
      case "w:fldChar" -> mark(element);
      case "w:fldSimple" -> simple(element);
      case "w:instrText", "w:delInstrText" -> {
        note(element);
        if (!open.isEmpty() && open.getLast().inCode) {
          open.getLast().append(element.text());
        } else {
          gone.add(element);
        }
      }
      case "w:t", "w:delText" -> {
        note(element);
        for (Field field : open) {
          if (field.inCode) {
            field.append(element.text());
          }
        }
      }
      case "w:drawing", "w:pict", "w:object", "w:sym", "w:br", "w:tab", "w:cr", "w:noBreakHyphen" ->
          note(element);
      default -> {
        // What holds the above.
      }
    }
  }

  /// Keeps in mind that a piece of content stands in the code of fields.
  private void note(XmlElement element) {
    for (Field field : open) {
      if (field.inCode) {
        field.code.add(element);
      }
    }
  }

  private void mark(XmlElement element) {
    note(element);
    switch (element.attribute("fldCharType").orElse("")) {
      case "begin" -> {
        if (open.size() >= MAX_OPEN) {
          throw new RefusedException(Reason.TOO_DEEP, where);
        }
        for (Field field : open) {
          field.nested |= field.inCode;
        }
        Field field = new Field();
        field.marks.add(element);
        open.addLast(field);
      }
      case "separate" -> {
        if (open.isEmpty()) {
          gone.add(element);
        } else {
          open.getLast().inCode = false;
          open.getLast().marks.add(element);
        }
      }
      case "end" -> {
        if (open.isEmpty()) {
          gone.add(element);
        } else {
          Field field = open.removeLast();
          field.marks.add(element);
          judge(field, false);
        }
      }
      default -> gone.add(element);
    }
  }

  private void judge(Field field, boolean broken) {
    Optional<Threat> fault =
        FieldRules.ALL.fault(field.instruction.toString(), field.nested, policy);
    if (fault.isPresent() || broken) {
      ledger.add(fault.orElse(Threat.UNKNOWN_PART), where);
      gone.addAll(field.marks);
      gone.addAll(field.code);
    }
  }

  private void simple(XmlElement element) {
    String instruction = element.attribute("instr").orElse("");
    for (Field field : open) {
      if (field.inCode) {
        field.nested = true;
        field.append(instruction);
      }
    }
    Optional<Threat> fault = FieldRules.ALL.fault(instruction, false, policy);
    if (fault.isPresent()) {
      ledger.add(fault.get(), where);
      hollow.add(element);
    }
  }

  private void rebuild(XmlElement element) {
    if (!element.hasElements()) {
      return;
    }
    List<XmlNode> kept = new ArrayList<>(element.children().size());
    for (XmlNode child : element.children()) {
      if (child instanceof XmlElement inner) {
        rebuild(inner);
        if (hollow.contains(inner)) {
          kept.addAll(inner.children());
        } else if (!gone.contains(inner)) {
          kept.add(inner);
        }
      } else {
        kept.add(child);
      }
    }
    element.children(kept);
  }
}
