package fr.bastide.airlock.link;

import fr.bastide.kernel.Text;
import java.time.Instant;
import java.util.Locale;

/// Something the high side says aloud about the link.
///
/// @param from the first item number it is about; 0 when it is about none
/// @param to the last one
/// @param count how many times, for what is counted
public record LinkAlarm(Kind kind, State state, Instant at, long from, long to, long count) {

  /// What it is about.
  public enum Kind {
    /// Items the low side sent and that are not whole here.
    MISSING,
    /// No sign of life from the low side.
    SILENT,
    /// Items that came long after they were announced, but before they were missed.
    LATE,
    /// An item is not what the manifest says was sent.
    MISMATCH,
    /// An envelope that the low side did not seal for this high side.
    REFUSED,
    /// An item whose number was published before; it was not published again.
    REPEATED,
    /// Datagrams that are not the low side's, are damaged, or were recorded earlier.
    FOREIGN,
    /// Datagrams this machine was too slow to take.
    OVERRUN,
    /// The low side started anew.
    RESTARTED
  }

  /// Whether it begins, ends, or merely happened.
  public enum State {
    RAISED,
    CLEARED,
    NOTED
  }

  /// What happened and what to do, for people.
  public Text text() {
    boolean one = from == to;
    String fr = one ? "L’élément n°\u00a0" + from : "Les éléments n°\u00a0" + from + " à " + to;
    String en = one ? "Item " + from : "Items " + from + " to " + to;
    return switch (kind) {
      case MISSING -> missing(one, fr, en);
      case SILENT -> silent();
      case LATE ->
          new Text(
              fr + (one ? " est arrivé" : " sont arrivés") + " en retard.", en + " arrived late.");
      case MISMATCH ->
          new Text(
              fr
                  + " ne correspond pas au bordereau du côté bas. Ne l’utilisez pas et"
                  + " comparez-le à l’original.",
              en
                  + " is not what the low side’s manifest lists. Do not use it; compare the"
                  + " original.");
      case REFUSED ->
          new Text(
              "Une enveloppe a été refusée\u00a0: elle n’a pas été scellée par le côté bas"
                  + " pour ce côté haut. Vérifiez les clés des deux côtés.",
              "An envelope was refused: the low side did not seal it for this high side. Check the"
                  + " keys on both sides.");
      case REPEATED ->
          new Text(
              fr
                  + (one ? " avait déjà été publié" : " avaient déjà été publiés")
                  + "\u202f; rien n’a été publié de nouveau.",
              en + " had been published before; nothing was published again.");
      case FOREIGN ->
          new Text(
              "Datagrammes étrangers au côté bas, abîmés ou rejoués\u00a0: "
                  + count
                  + ". Si cela continue, vérifiez le secret du lien et qui écrit sur le câble.",
              "Datagrams that are not the low side’s, are damaged or were replayed: "
                  + count
                  + ". If it goes on, check the link secret and who writes to the cable.");
      case OVERRUN ->
          new Text(
              "Cette machine lit trop lentement\u202f; datagrammes perdus\u00a0: "
                  + count
                  + ". Baissez le débit du côté bas (--rate) ou agrandissez les tampons de"
                  + " réception.",
              "This machine reads too slowly; datagrams lost: "
                  + count
                  + ". Lower the low side’s --rate or enlarge the receive buffers.");
      case RESTARTED -> new Text("Le côté bas a redémarré.", "The low side has started anew.");
    };
  }

  private Text missing(boolean one, String fr, String en) {
    return state == State.CLEARED
        ? new Text(
            fr + (one ? " est arrivé." : " sont arrivés."),
            en + (one ? " has arrived." : " have arrived."))
        : new Text(
            fr
                + (one ? " manque" : " manquent")
                + ". Sur la machine du côté bas\u00a0: bastide airlock resend "
                + new NumberSet.Range(from, to)
                + ".",
            en
                + (one ? " is" : " are")
                + " missing. On the low side’s machine: bastide airlock resend "
                + new NumberSet.Range(from, to)
                + ".");
  }

  private Text silent() {
    return state == State.CLEARED
        ? new Text("Le côté bas donne de nouveau signe de vie.", "The low side is heard again.")
        : new Text(
            "Le côté bas ne donne plus signe de vie. Vérifiez qu’il tourne et que le câble est"
                + " branché.",
            "The low side is silent. Check that it runs and that the cable is plugged in.");
  }

  /// The kind as it is written in files.
  public String word() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
