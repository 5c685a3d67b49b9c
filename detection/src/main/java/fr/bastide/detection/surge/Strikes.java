package fr.bastide.detection.surge;

/// Is told of strikes on a territory.
@FunctionalInterface
public interface Strikes {

  /// Takes one telling; those of one strike come in the order of its stages.
  void tell(Strike strike);
}
