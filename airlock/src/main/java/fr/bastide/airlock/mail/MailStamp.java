package fr.bastide.airlock.mail;

import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the airlock itself writes on a canonical message: how it came, what its reader should know
/// about the sender, and its receipt.
///
/// @param trace fields that stand first: `Received`, `Authentication-Results`
/// @param date when it came, as `Date` for a message without one
/// @param marks about the sender, shown at the top of its words
/// @param receipt one line for its reader, such as where the receipt is
/// @param attached the receipt itself
public record MailStamp(
    List<MailField> trace,
    MailField date,
    List<SenderMark> marks,
    Optional<Text> receipt,
    Optional<MailPart.File> attached) {

  private static final String MARKED = "X-Bastide-Sender";

  public MailStamp {
    trace = List.copyOf(trace);
    marks = List.copyOf(marks);
  }

  /// The message with this stamp.
  public MailMessage on(MailMessage message) {
    MailPart body = message.body();
    if (!marks.isEmpty() || receipt.isPresent()) {
      Inserting inserting = new Inserting();
      body = inserting.into(body);
      if (!inserting.done) {
        body = before(new MailPart.Words(false, above() + below()), body);
      }
    }
    if (attached.isPresent()) {
      body = after(body, attached.get());
    }
    return new MailMessage(fields(message), body);
  }

  private List<MailField> fields(MailMessage message) {
    List<MailField> fields = new ArrayList<>(trace);
    if (message.value("Date").isEmpty()) {
      fields.add(date);
    }
    if (!marks.isEmpty()) {
      String kinds = String.join("; ", marks.stream().map(m -> m.kind().id()).toList());
      fields.add(new MailField(MARKED, kinds));
    }
    for (MailField field : message.fields()) {
      boolean subject = field.is("Subject") && !marks.isEmpty();
      fields.add(subject ? subject(HeaderText.decoded(field.value())) : field);
    }
    if (!marks.isEmpty() && message.value("Subject").isEmpty()) {
      fields.add(subject(""));
    }
    return fields;
  }

  private static MailField subject(String shown) {
    Text mark = SenderMark.words("subject");
    String marked = HeaderText.plain(mark.fr() + " " + mark.en() + " " + shown);
    return new MailField("Subject", HeaderText.encoded(marked));
  }

  private static MailPart before(MailPart first, MailPart body) {
    return MailMessages.joined(first, body);
  }

  private static MailPart after(MailPart body, MailPart last) {
    return MailMessages.joined(body, last);
  }

  private String above() {
    if (marks.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    out.append(paragraph(true)).append('\n').append(paragraph(false));
    return out.append("-- --\n\n").toString();
  }

  private String paragraph(boolean french) {
    StringBuilder out = new StringBuilder(say(SenderMark.words("title"), french)).append('\n');
    marks.forEach(m -> out.append(say(m.text(), french)).append('\n'));
    return out.append(say(SenderMark.words("advice"), french)).append('\n').toString();
  }

  private static String say(Text text, boolean french) {
    return french ? text.fr() : text.en();
  }

  private String below() {
    return receipt.map(r -> "\n\n-- --\n" + r.fr() + "\n" + r.en() + "\n").orElse("");
  }

  private String aboveInPage() {
    if (marks.isEmpty()) {
      return "";
    }
    return "<div role=\"note\" style=\"border: 2px solid #b97a12; padding: 12px; margin: 0 0 16px;"
        + " color: #1d2433; background-color: #fbf9f5\">"
        + inPage("fr", paragraph(true))
        + inPage("en", paragraph(false))
        + "</div>";
  }

  private static String inPage(String language, String lines) {
    return "<p lang=\"" + language + "\">" + escaped(lines.strip()).replace("\n", "<br>") + "</p>";
  }

  private String belowInPage() {
    return receipt.map(r -> "<hr>" + inPage("fr", r.fr()) + inPage("en", r.en())).orElse("");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// Writes into the words of the message itself: of each form, the first.
  private final class Inserting {
    private boolean done;

    MailPart into(MailPart part) {
      return switch (part) {
        case MailPart.Words words -> {
          done = true;
          yield words.html() ? page(words) : text(words);
        }
        case MailPart.Group group -> {
          List<MailPart> parts = new ArrayList<>();
          boolean all = group.kind() == MailPart.Kind.ALTERNATIVE;
          for (MailPart one : group.parts()) {
            boolean here = all || !done;
            parts.add(here ? into(one) : one);
          }
          yield new MailPart.Group(group.kind(), parts);
        }
        case MailPart.File _, MailPart.Message _ -> part;
      };
    }

    private MailPart text(MailPart.Words words) {
      return new MailPart.Words(false, above() + words.text() + below());
    }

    private MailPart page(MailPart.Words words) {
      String page = words.text();
      int body = page.indexOf("<body");
      int start = body < 0 ? -1 : page.indexOf('>', body);
      int end = page.lastIndexOf("</body>");
      if (start < 0 || end < start) {
        return new MailPart.Words(true, aboveInPage() + page + belowInPage());
      }
      return new MailPart.Words(
          true,
          page.substring(0, start + 1)
              + aboveInPage()
              + page.substring(start + 1, end)
              + belowInPage()
              + page.substring(end));
    }
  }
}
