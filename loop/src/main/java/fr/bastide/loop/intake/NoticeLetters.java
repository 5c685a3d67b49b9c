package fr.bastide.loop.intake;

import fr.bastide.incident.WrittenTime;
import fr.bastide.kernel.Language;
import fr.bastide.loop.letter.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// The wording of the letters to those on call: who, what, the number to call, one link.
final class NoticeLetters {

  /// More than these are counted, not named.
  private static final int NAMED = 10;

  private final String publicUrl;

  NoticeLetters(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  Letter letter(String to, Language language, List<Reports.Told> due, Hours hours, Instant at) {
    boolean closed = hours.at(at) instanceof Hours.Openness.Closed;
    String lines =
        due.stream()
            .limit(NAMED)
            .map(told -> line(told, language, at))
            .collect(Collectors.joining("\n\n"));
    String link = publicUrl + "/desk/reports";
    String text =
        switch (language) {
          case FR ->
              """
              Bonjour,

              %s

              %s

              Prendre en charge :
              %s
              """
                  .formatted(
                      closed
                          ? "Le centre est fermé, et quelqu’un attend d’être rappelé."
                          : "Quelqu’un attend d’être rappelé.",
                      lines + more(due, language),
                      link);
          case EN ->
              """
              Hello,

              %s

              %s

              Take it:
              %s
              """
                  .formatted(
                      closed
                          ? "The centre is closed, and somebody waits to be called back."
                          : "Somebody waits to be called back.",
                      lines + more(due, language),
                      link);
        };
    return new Letter(UUID.randomUUID(), to, language, subject(due, language), text, at);
  }

  private static String subject(List<Reports.Told> due, Language language) {
    boolean late = due.stream().anyMatch(told -> told.times() > 0);
    if (due.size() == 1) {
      Report report = due.getFirst().report();
      String who = report.body().isEmpty() ? "" : ", " + report.body();
      return switch (language) {
        case FR ->
            "Bastide : %s %s%s"
                .formatted(
                    late ? "signalement toujours sans réponse" : "nouveau signalement",
                    report.reference(),
                    who);
        case EN ->
            "Bastide: %s %s%s"
                .formatted(
                    late ? "report still without an answer" : "new report",
                    report.reference(),
                    who);
      };
    }
    return switch (language) {
      case FR -> "Bastide : %d signalements attendent".formatted(due.size());
      case EN -> "Bastide: %d reports are waiting".formatted(due.size());
    };
  }

  private static String line(Reports.Told told, Language language, Instant at) {
    Report report = told.report();
    String what = ReportFacts.cards(report).getFirst().card().name().in(language);
    long minutes = Duration.between(report.openedAt(), at).toMinutes();
    String none = language == Language.FR ? "non indiqué" : "not given";
    String head = report.reference() + (report.body().isEmpty() ? "" : ", " + report.body());
    String person = report.answer(ReportForm.NAME);
    return switch (language) {
      case FR ->
          """
          %s
          Reçu %s, il y a %d min. %s.
          Rappeler : %s%s\
          """
              .formatted(
                  head,
                  WrittenTime.of(report.openedAt(), language),
                  minutes,
                  what,
                  report.phone().isEmpty() ? none : report.phone(),
                  person.isEmpty() ? "" : " (" + person + ")");
      case EN ->
          """
          %s
          Received %s, %d min ago. %s.
          Call back: %s%s\
          """
              .formatted(
                  head,
                  WrittenTime.of(report.openedAt(), language),
                  minutes,
                  what,
                  report.phone().isEmpty() ? none : report.phone(),
                  person.isEmpty() ? "" : " (" + person + ")");
    };
  }

  private static String more(List<Reports.Told> due, Language language) {
    int more = due.size() - NAMED;
    if (more <= 0) {
      return "";
    }
    return switch (language) {
      case FR -> "\n\nEt %d de plus, sur la page.".formatted(more);
      case EN -> "\n\nAnd %d more, on the page.".formatted(more);
    };
  }
}
