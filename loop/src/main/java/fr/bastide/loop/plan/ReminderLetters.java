package fr.bastide.loop.plan;

import fr.bastide.kernel.Language;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.letter.Letter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.UUID;

/// The wording of the letter about what is due: one link, no tracking.
final class ReminderLetters {

  /// More than these are counted, not named: nobody reads further.
  private static final int MOST = 30;

  private final String publicUrl;

  ReminderLetters(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /// One letter about all these measures, the earliest due first.
  Letter letter(Account to, Body body, List<DueMeasure> due, LocalDate today, Instant at) {
    Language language = to.language();
    String first = due.getFirst().measure().firstStep().in(language);
    String link = publicUrl + "/bodies/" + body.id() + "/plan";
    String lines = lines(language, due, today);
    String text =
        switch (language) {
          case FR ->
              """
              Bonjour,

              Voici les mesures de votre plan qui sont en retard ou à faire sous sept jours :

              %s
              Par quoi commencer : %s

              Dire où vous en êtes :
              %s
              """
                  .formatted(lines, first, link);
          case EN ->
              """
              Hello,

              These measures of your plan are overdue or due within seven days:

              %s
              Where to start: %s

              Say how far you are:
              %s
              """
                  .formatted(lines, first, link);
        };
    String subject = subject(language, body, due, today);
    return new Letter(UUID.randomUUID(), to.email(), language, subject, text, at, true);
  }

  private static String subject(
      Language language, Body body, List<DueMeasure> due, LocalDate today) {
    if (due.size() == 1) {
      String what = line(language, due.getFirst(), today);
      return switch (language) {
        case FR -> "Bastide, %s : %s".formatted(body.name(), what);
        case EN -> "Bastide, %s: %s".formatted(body.name(), what);
      };
    }
    long late = due.stream().filter(one -> one.late(today)).count();
    return switch (language) {
      case FR ->
          "Bastide, %s : %d mesures à faire%s"
              .formatted(
                  body.name(), due.size(), late == 0 ? "" : ", dont %d en retard".formatted(late));
      case EN ->
          "Bastide, %s: %d measures to do%s"
              .formatted(
                  body.name(), due.size(), late == 0 ? "" : ", %d of them overdue".formatted(late));
    };
  }

  private static String lines(Language language, List<DueMeasure> due, LocalDate today) {
    StringBuilder lines = new StringBuilder();
    due.stream()
        .limit(MOST)
        .forEach(one -> lines.append("– ").append(line(language, one, today)).append('\n'));
    int more = due.size() - MOST;
    if (more > 0) {
      lines.append(
          switch (language) {
            case FR -> "– et %d de plus, dans le plan\n".formatted(more);
            case EN -> "– and %d more, in the plan\n".formatted(more);
          });
    }
    return lines.toString();
  }

  private static String line(Language language, DueMeasure one, LocalDate today) {
    String name = one.measure().name().in(language);
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
            .withLocale(language.locale())
            .format(one.due());
    return switch (language) {
      case FR ->
          "« %s », %s le %s"
              .formatted(name, one.late(today) ? "à faire depuis" : "à faire pour", day);
      case EN -> "\"%s\", %s %s".formatted(name, one.late(today) ? "due since" : "due by", day);
    };
  }
}
