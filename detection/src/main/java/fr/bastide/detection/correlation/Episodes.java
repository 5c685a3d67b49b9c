package fr.bastide.detection.correlation;

/// Is told of the episodes of correlations.
@FunctionalInterface
public interface Episodes {

  /// Takes one telling; those of one episode come in the order of its stages.
  void tell(Episode episode);
}
