package fr.bastide.detection.internal.correlation;

import fr.bastide.kernel.Text;
import fr.bastide.telemetry.Trouble;
import fr.bastide.telemetry.Troubles;
import java.util.EnumMap;
import java.util.Map;

/// Counts what could not be held and tells it, the first time and whenever it is ten times as
/// often.
final class Notices {

  /// What could not be held.
  enum Kind {
    EVICTED(
        "Trop de groupes suivis\u00a0: les moins récents ont été oubliés.",
        "Too many groups are watched: the least recent were forgotten."),
    CUT(
        "Un groupe a trop d’événements\u00a0: les plus anciens ne comptent plus.",
        "A group has too many events: the oldest no longer count."),
    LATE(
        "Un événement est arrivé trop tard pour compter. Augmentez le retard admis si vos journaux"
            + " ne sont pas dans l’ordre.",
        "An event came too late to count. Allow more lateness if your logs are out of order."),
    UNGROUPED(
        "Il manque à un événement le champ par lequel la corrélation regroupe ou compte\u00a0: il"
            + " ne compte pas.",
        "An event lacks the field that the correlation groups by or counts: it does not count."),
    RESTARTED(
        "L’horloge d’un groupe est revenue en arrière\u00a0: sa fenêtre repart de zéro.",
        "The clock of a group went back: its window begins anew.");

    final String fr;
    final String en;

    Kind(String fr, String en) {
      this.fr = fr;
      this.en = en;
    }
  }

  private final Troubles troubles;
  private final Map<Kind, long[]> counts = new EnumMap<>(Kind.class);

  Notices(Troubles troubles) {
    this.troubles = troubles;
    for (Kind kind : Kind.values()) {
      counts.put(kind, new long[] {0, 1});
    }
  }

  long count(Kind kind) {
    return counts.getOrDefault(kind, new long[2])[0];
  }

  void add(Kind kind, Plan plan, int more) {
    long[] count = counts.getOrDefault(kind, new long[2]);
    count[0] += more;
    if (count[0] >= count[1]) {
      while (count[0] >= count[1]) {
        count[1] *= 10;
      }
      tell(
          plan,
          kind.fr + " En tout\u00a0: " + count[0] + ".",
          kind.en + " In all: " + count[0] + ".");
    }
  }

  void tell(Plan plan, String fr, String en) {
    String title = plan.correlation.info().title();
    String place = title.isEmpty() ? plan.correlation.info().id() : title;
    troubles.tell(new Trouble(place, new Text(fr, en)));
  }
}
