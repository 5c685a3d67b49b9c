package fr.bastide.airlock.worker;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.LeavingNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Answers on the wire. Reading one trusts nothing: texts are cleaned and cut, words are those of
/// the house, numbers have bounds.
final class Answers {

  private static final int READY = 1;
  private static final int REBUILT = 2;
  private static final int REFUSED = 3;
  private static final int INSPECTED = 4;
  private static final int OUT_OF_MEMORY = 5;
  private static final byte[] NOTHING = new byte[0];
  private static final int MOST_FINDINGS = 2000;
  private static final int LONGEST_TEXT = 4096;

  private Answers() {}

  static void send(OutputStream out, Answer answer) throws IOException {
    Wire.Head head = new Wire.Head();
    byte[] body = NOTHING;
    switch (answer) {
      case Answer.Ready ready -> {
        head.number(READY).number(ready.protections().size());
        ready.protections().forEach(head::word);
      }
      case Answer.Done done -> body = outcome(head, done);
      case Answer.Inspected inspected -> findings(head.number(INSPECTED), inspected.remains());
      case Answer.OutOfMemory _ -> head.number(OUT_OF_MEMORY);
    }
    Wire.send(out, head, body);
  }

  private static byte[] outcome(Wire.Head head, Answer.Done done) {
    return switch (done.outcome()) {
      case Outcome.Rebuilt rebuilt -> {
        head.number(REBUILT)
            .word(done.found())
            .word(rebuilt.type())
            .text(cut(rebuilt.content().name()));
        findings(head, rebuilt.findings());
        yield rebuilt.content().bytes();
      }
      case Outcome.Refused refused -> {
        head.number(REFUSED).word(done.found()).word(refused.reason()).text(cut(refused.where()));
        yield NOTHING;
      }
    };
  }

  private static void findings(Wire.Head head, List<Finding> findings) {
    List<Finding> first = findings.subList(0, Math.min(findings.size(), MOST_FINDINGS));
    head.number(first.size());
    for (Finding finding : first) {
      head.word(finding.threat()).text(cut(finding.where())).number(finding.count());
    }
  }

  private static String cut(String text) {
    return text.length() > LONGEST_TEXT / 4 ? text.substring(0, LONGEST_TEXT / 4) : text;
  }

  /// @param longest bytes of a rebuilt file at most
  static Answer receive(InputStream in, long longest) throws IOException {
    Wire.Frame frame = Wire.receive(in, longest);
    Answer answer =
        switch (frame.number(OUT_OF_MEMORY)) {
          case READY -> new Answer.Ready(protections(frame));
          case REBUILT -> rebuilt(frame);
          case REFUSED ->
              new Answer.Done(
                  frame.word(ContentType.class),
                  new Outcome.Refused(frame.word(Reason.class), where(frame)));
          case INSPECTED -> new Answer.Inspected(findings(frame));
          case OUT_OF_MEMORY -> new Answer.OutOfMemory();
          default -> throw new Wire.BrokenFrame("an unknown answer");
        };
    frame.end();
    return answer;
  }

  private static Set<Protection> protections(Wire.Frame frame) throws IOException {
    int count = frame.number(Protection.values().length);
    Set<Protection> protections = EnumSet.noneOf(Protection.class);
    for (int i = 0; i < count; i++) {
      protections.add(frame.word(Protection.class));
    }
    return protections;
  }

  private static Answer rebuilt(Wire.Frame frame) throws IOException {
    ContentType found = frame.word(ContentType.class);
    ContentType type = frame.word(ContentType.class);
    String name = LeavingNames.name(frame.text(LONGEST_TEXT), type);
    List<Finding> findings = findings(frame);
    if (frame.body().length == 0) {
      throw new Wire.BrokenFrame("rebuilt to nothing");
    }
    Content content = new Content(name, Optional.of(type.mediaType()), frame.body());
    return new Answer.Done(found, new Outcome.Rebuilt(content, type, findings));
  }

  private static List<Finding> findings(Wire.Frame frame) throws IOException {
    int count = frame.number(MOST_FINDINGS);
    List<Finding> findings = new ArrayList<>(Math.min(count, 64));
    for (int i = 0; i < count; i++) {
      Threat threat = frame.word(Threat.class);
      String where = where(frame);
      findings.add(new Finding(threat, where, Math.max(1, frame.number(Integer.MAX_VALUE))));
    }
    return findings;
  }

  private static String where(Wire.Frame frame) throws IOException {
    String raw = frame.text(LONGEST_TEXT);
    StringBuilder clean = new StringBuilder();
    raw.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
