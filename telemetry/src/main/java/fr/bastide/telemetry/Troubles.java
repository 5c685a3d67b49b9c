package fr.bastide.telemetry;

/// Is told what could not be read.
@FunctionalInterface
public interface Troubles {

  /// Takes one trouble; the reading goes on after it.
  void tell(Trouble trouble);
}
