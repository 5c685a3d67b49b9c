package fr.bastide.loop.access;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.account.Secrets;
import fr.bastide.loop.intake.Channel;
import fr.bastide.loop.intake.DetectedAlert;
import fr.bastide.loop.intake.Hours;
import fr.bastide.loop.intake.ReportForm;
import fr.bastide.loop.intake.ReportId;
import fr.bastide.loop.intake.WrittenHours;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// How the use cases of reports are done.
final class IntakeDeeds {

  private final Deeds deeds;

  IntakeDeeds(Deeds deeds) {
    this.deeds = deeds;
  }

  void add() {
    reporter();
    reading();
    handling();
    hours();
  }

  private void reporter() {
    deeds.add(
        "ReportDesk.open/5",
        (caller, body, estate, sane) ->
            estate
                .house()
                .reports()
                .open(
                    caller,
                    Secrets.fresh().value(),
                    Language.FR,
                    Map.of(ReportForm.PHONE, "17"),
                    false));
    deeds.add(
        "ReportDesk.crowded/1",
        (caller, body, estate, sane) -> estate.house().reports().crowded(caller));
    deeds.add(
        "ReportDesk.own/2",
        (caller, body, estate, sane) ->
            estate.house().reports().own(caller, estate.intake().secret()));
    deeds.add(
        "ReportDesk.save/4",
        (caller, body, estate, sane) ->
            estate
                .house()
                .reports()
                .save(caller, estate.intake().secret(), "words", Map.of("words.what", "Rien.")));
    deeds.add(
        "ReportDesk.say/3",
        (caller, body, estate, sane) ->
            estate.house().reports().say(caller, estate.intake().secret(), "Toujours rien."));
    deeds.add(
        "ReportDesk.sendLink/2",
        (caller, body, estate, sane) ->
            estate.house().reports().sendLink(caller, estate.intake().secret()));
    deeds.add(
        "ReportDesk.newLink/2",
        (caller, body, estate, sane) ->
            estate.house().reports().newLink(caller, estate.intake().secret()));
  }

  private void reading() {
    deeds.add(
        "QueueDesk.queue/2",
        (caller, body, estate, sane) -> estate.house().queue().queue(caller, sane));
    deeds.add(
        "QueueDesk.view/2",
        (caller, body, estate, sane) -> estate.house().queue().view(caller, report(estate, sane)));
    deeds.add(
        "QueueDesk.facts/2",
        (caller, body, estate, sane) -> estate.house().queue().facts(caller, report(estate, sane)));
    deeds.add(
        "QueueDesk.file/3",
        (caller, body, estate, sane) ->
            estate
                .house()
                .queue()
                .file(
                    caller,
                    report(estate, sane),
                    sane ? estate.intake().file() : UUID.randomUUID()));
  }

  private void handling() {
    deeds.add(
        "QueueDesk.bring/4",
        (caller, body, estate, sane) ->
            estate
                .house()
                .queue()
                .bring(caller, sane ? Channel.CALL : Channel.MAIL, Language.FR, Map.of()));
    deeds.add(
        "QueueDesk.reportFromAlert/2",
        (caller, body, estate, sane) ->
            estate
                .house()
                .queue()
                .reportFromAlert(
                    caller,
                    new DetectedAlert(
                        sane ? "a" : "\u0000",
                        "rule",
                        new Text("Titre", "Title"),
                        new Text("Texte", "Text"),
                        "Foix",
                        estate.house().clock().instant())));
    deeds.add(
        "QueueDesk.write/3",
        (caller, body, estate, sane) ->
            estate
                .house()
                .queue()
                .write(
                    caller,
                    sane ? estate.intake().call() : ReportId.random(),
                    Map.of("words.what", "Rien.")));
    deeds.add(
        "QueueDesk.take/3",
        (caller, body, estate, sane) ->
            estate.house().queue().take(caller, report(estate, sane), sane ? 1 : 9));
    deeds.add(
        "QueueDesk.close/3",
        (caller, body, estate, sane) ->
            estate.house().queue().close(caller, report(estate, sane), sane ? 1 : 9));
    deeds.add(
        "QueueDesk.answer/3",
        (caller, body, estate, sane) ->
            estate
                .house()
                .queue()
                .answer(caller, report(estate, sane), sane ? "Nous arrivons." : ""));
    deeds.add(
        "QueueDesk.endLink/2",
        (caller, body, estate, sane) ->
            estate.house().queue().endLink(caller, report(estate, sane)));
    deeds.add(
        "QueueDesk.newLink/2",
        (caller, body, estate, sane) ->
            estate.house().queue().newLink(caller, report(estate, sane)));
    deeds.add(
        "QueueDesk.toCase/4",
        (caller, body, estate, sane) ->
            estate
                .house()
                .queue()
                .toCase(
                    caller,
                    report(estate, sane),
                    sane ? Optional.empty() : Optional.of(Deeds.NONSENSE),
                    sane ? 1 : 9));
  }

  private void hours() {
    deeds.add(
        "HoursDesk.openness/1",
        (caller, body, estate, sane) -> estate.house().hours().openness(caller));
    deeds.add(
        "HoursDesk.view/1", (caller, body, estate, sane) -> estate.house().hours().view(caller));
    deeds.add(
        "HoursDesk.set/3",
        (caller, body, estate, sane) ->
            estate
                .house()
                .hours()
                .set(
                    caller,
                    sane ? WrittenHours.of(Hours.usual()) : Map.of("monday", Deeds.NONSENSE),
                    0));
  }

  private static ReportId report(Estate estate, boolean sane) {
    return sane ? estate.intake().report().id() : ReportId.random();
  }
}
