package fr.bastide.detection.surge;

/// Is told of surges.
@FunctionalInterface
public interface Surges {

  /// Takes one telling; those of one surge come in the order of its stages.
  void tell(Surge surge);
}
