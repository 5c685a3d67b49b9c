package fr.bastide.detection.internal.rule;

import fr.bastide.detection.TextPattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The patterns a text value becomes when its modifiers are applied one after another, in the order
/// written.
final class ValuePatterns {

  private final Placeholding placeholding;
  private List<TextPattern> patterns;
  private boolean bytes;
  private final int line;

  private ValuePatterns(Placeholding placeholding, String text, int line) {
    this.placeholding = placeholding;
    this.patterns = List.of(SigmaText.parse(text));
    this.line = line;
  }

  static List<TextPattern> of(
      String text, List<Modifier> modifiers, Placeholding placeholding, int line) throws Refused {
    ValuePatterns value = new ValuePatterns(placeholding, text, line);
    for (Modifier modifier : modifiers) {
      value.apply(modifier);
    }
    return value.patterns;
  }

  private void apply(Modifier modifier) throws Refused {
    List<TextPattern> changed = new ArrayList<>();
    for (TextPattern pattern : patterns) {
      switch (modifier) {
        case CONTAINS -> changed.add(pattern.anywhere());
        case STARTSWITH -> changed.add(pattern.startingHere());
        case ENDSWITH -> changed.add(pattern.endingHere());
        case WINDASH -> changed.addAll(Windash.variants(pattern, line));
        case EXPAND -> changed.addAll(placeholding.expand(pattern, line));
        case UTF16, UTF16LE, UTF16BE, WIDE -> changed.add(Encodings.utf16(pattern, modifier));
        case BASE64 -> changed.add(TextPattern.exactly(Encodings.base64(plain(pattern))));
        case BASE64OFFSET ->
            Encodings.base64Offsets(plain(pattern))
                .forEach(text -> changed.add(TextPattern.exactly(text)));
        default -> changed.add(pattern);
      }
    }
    if (changed.contains(TextPattern.exactly("")) && modifier == Modifier.BASE64OFFSET) {
      throw tooShort();
    }
    patterns = List.copyOf(changed);
    bytes |= modifier.kind() == Modifier.Kind.CHANGE && isUtf16(modifier);
    bytes &= modifier != Modifier.BASE64 && modifier != Modifier.BASE64OFFSET;
  }

  private static boolean isUtf16(Modifier modifier) {
    return switch (modifier) {
      case UTF16, UTF16LE, UTF16BE, WIDE -> true;
      default -> false;
    };
  }

  private byte[] plain(TextPattern pattern) throws Refused {
    if (pattern.parts().isEmpty()) {
      throw tooShort();
    }
    if (!(pattern.literal() && pattern.parts().getFirst() instanceof TextPattern.Literal part)) {
      throw new Refused(
          line,
          "Une valeur avec un joker ne se code pas en Base64\u00a0: ôtez-le, et écrivez "
              + "«\u00a0contains\u00a0» après le modificateur Base64.",
          "A value with * or ? has no Base64: take them away, and write 'contains' after the Base64"
              + " modifier.");
    }
    return part.text().getBytes(bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }

  private Refused tooShort() {
    return new Refused(
        line,
        "Cette valeur est trop courte pour laisser une trace en Base64\u00a0: allongez-la.",
        "This value is too short to leave a trace in Base64: make it longer.");
  }
}
