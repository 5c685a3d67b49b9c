package fr.bastide.airlock.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks for senders who look like the body itself.
public final class SenderCheck {

  private static final int LONG_ENOUGH = 6;
  private static final int LONGEST = 60;

  private final OwnNames own;

  public SenderCheck(OwnNames own) {
    this.own = own;
  }

  /// What its reader should know about the sender of a message that came from outside.
  ///
  /// @param proven whether the domain of its sender was proven (DMARC)
  public List<SenderMark> marks(MailMessage message, boolean proven) {
    Optional<Mailbox> from =
        message.value("From").flatMap(v -> Mailboxes.read(v).stream().findFirst());
    return from.map(box -> marks(box, proven)).orElse(List.of());
  }

  private List<SenderMark> marks(Mailbox from, boolean proven) {
    List<SenderMark> marks = new ArrayList<>();
    String domain = from.domain();
    String shown = Skeleton.shown(domain);
    boolean inside = own.owns(domain);
    if (inside && !proven) {
      marks.add(new SenderMark(SenderMark.Kind.OWN_DOMAIN, shown));
    }
    if (!inside && !own.knows(domain)) {
      if (own.domains().stream().anyMatch(o -> isLike(domain, o))) {
        marks.add(new SenderMark(SenderMark.Kind.LOOKALIKE_DOMAIN, shown));
      } else if (Skeleton.mixes(domain)) {
        marks.add(new SenderMark(SenderMark.Kind.MIXED_SCRIPTS, shown));
      }
      String name = Skeleton.of(from.name());
      if (own.names().stream().anyMatch(n -> isNamed(name, from.name(), n))) {
        marks.add(new SenderMark(SenderMark.Kind.OWN_NAME, cut(from.name())));
      }
    }
    if (showsAnother(from)) {
      marks.add(new SenderMark(SenderMark.Kind.ADDRESS_IN_NAME, cut(from.address())));
    }
    return marks;
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  /// The whole name within the other, in any order of its words.
  private static boolean isNamed(String skeleton, String shown, String own) {
    String whole = Skeleton.of(own);
    if (whole.length() >= LONG_ENOUGH && skeleton.contains(whole)) {
      return true;
    }
    List<String> words = words(own);
    return words.size() > 1 && words(shown).containsAll(words);
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String word : name.replace('-', ' ').replace(',', ' ').split(" ", -1)) {
      String skeleton = Skeleton.of(word);
      if (!skeleton.isEmpty()) {
        words.add(skeleton);
      }
    }
    return words;
  }

  /// Whether a domain would be taken for the body's: the same skeleton, one letter away, or the
  /// body's whole name as a part of it.
  private static boolean isLike(String domain, String own) {
    String theirs = Skeleton.of(Skeleton.shown(domain));
    String ours = Skeleton.of(Skeleton.shown(own));
    if (theirs.equals(ours)) {
      return true;
    }
    String stem = Skeleton.of(stem(own));
    if (stem.length() < LONG_ENOUGH) {
      return false;
    }
    for (String label : Skeleton.shown(domain).split("\\.", -1)) {
      String skeleton = Skeleton.of(label);
      if (skeleton.contains(stem) || isNear(skeleton, stem)) {
        return true;
      }
    }
    return theirs.contains(ours);
  }

  private static String stem(String domain) {
    String[] labels = Skeleton.shown(domain).split("\\.", -1);
    return labels.length < 2 ? domain : labels[labels.length - 2];
  }

  /// Whether one change, one letter more or less, or two swapped make one of the other.
  static boolean isNear(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int from = 0;
    while (from < a.length() && from < b.length() && a.charAt(from) == b.charAt(from)) {
      from++;
    }
    int endA = a.length();
    int endB = b.length();
    while (endA > from && endB > from && a.charAt(endA - 1) == b.charAt(endB - 1)) {
      endA--;
      endB--;
    }
    int restA = endA - from;
    int restB = endB - from;
    boolean swapped =
        restA == 2
            && restB == 2
            && a.charAt(from) == b.charAt(from + 1)
            && a.charAt(from + 1) == b.charAt(from);
    return swapped || (restA <= 1 && restB <= 1);
  }

  private static boolean showsAnother(Mailbox from) {
    int at = from.name().indexOf('@');
    if (at < 1 || at == from.name().length() - 1) {
      return false;
    }
    for (String word : from.name().replace('<', ' ').replace('>', ' ').split(" ", -1)) {
      Optional<Mailbox> shown = Mailbox.address(word);
      if (shown.isPresent() && !shown.get().domain().equals(from.domain())) {
        return true;
      }
    }
    return false;
  }
}
