package fr.bastide.airlock.worker;

import fr.bastide.kernel.Text;

/// What is kept from a worker, proven by trying when it started.
public enum Protection {
  /// No socket can be opened (seccomp, Landlock, a network namespace of its own when root).
  NO_NETWORK("aucun accès au réseau", "no access to the network"),
  /// No file can be written or made (Landlock, a file-size limit of zero).
  NO_WRITING("aucune écriture de fichier", "no writing of files"),
  /// Nothing can be read but Java, the system's libraries and fonts (Landlock).
  NO_READING("aucune lecture hors de ses propres programmes", "no reading beyond its own programs"),
  /// No process can be started (seccomp).
  NO_PROCESSES("aucun lancement de programme", "no starting of programs"),
  /// No capability, and no way to gain one.
  NO_PRIVILEGES("aucun privilège", "no privileges"),
  /// Memory is bounded, and time by the clock of whoever waits for it.
  BOUNDED("mémoire et durée bornées", "bounded memory and time");

  private final String fr;
  private final String en;

  Protection(String fr, String en) {
    this.fr = fr;
    this.en = en;
  }

  public Text words() {
    return new Text(fr, en);
  }
}
