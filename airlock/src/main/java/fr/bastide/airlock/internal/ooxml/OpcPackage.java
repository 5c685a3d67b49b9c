package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.zip.Member;
import fr.bastide.airlock.internal.zip.ZipGate;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The parts of a package as they came, by name (ECMA-376 part 2); names differ by more than case.
final class OpcPackage {

  private final Map<String, Member> members = new LinkedHashMap<>();

  private OpcPackage(List<Member> list) {
    for (Member member : list) {
      members.put(member.name().toLowerCase(Locale.ROOT), member);
    }
  }

  static OpcPackage read(byte[] bytes, Workbench bench) {
    return new OpcPackage(ZipGate.read(bytes, bench));
  }

  Optional<Member> part(String name) {
    return Optional.ofNullable(members.get(name.toLowerCase(Locale.ROOT)));
  }

  /// The names of all parts.
  Iterable<Member> parts() {
    return members.values();
  }

  /// The relationships of a part; of the package when the name is empty.
  List<Relationship> relationships(String name) {
    int slash = name.lastIndexOf('/');
    String rels = name.substring(0, slash + 1) + "_rels/" + name.substring(slash + 1) + ".rels";
    return part(rels).map(part -> Relationship.read(part.bytes(), rels)).orElse(List.of());
  }

  /// The part that a relationship of another part leads to.
  Optional<Member> target(String source, String target) {
    int hash = target.indexOf('#');
    String path = hash < 0 ? target : target.substring(0, hash);
    path = decoded(path.replace('\\', '/'));
    Deque<String> steps = new ArrayDeque<>();
    if (!path.startsWith("/")) {
      enter(steps, source.substring(0, Math.max(0, source.lastIndexOf('/'))));
    }
    enter(steps, path);
    return part(String.join("/", steps));
  }

  private static void enter(Deque<String> steps, String path) {
    for (int from = 0; from <= path.length(); ) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      String step = path.substring(from, to);
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
      from = to + 1;
    }
  }

  private static String decoded(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new RefusedException(Reason.MALFORMED, "_rels", malformed);
    }
  }
}
