/// The detection engine: Sigma rules matched against events, and correlated over time.
module fr.bastide.detection {
  requires fr.bastide.document;
  requires transitive fr.bastide.telemetry;
  requires static transitive org.jspecify;
  requires transitive re2j;
  requires org.snakeyaml.engine;
  requires tools.jackson.databind;

  exports fr.bastide.detection;
  exports fr.bastide.detection.correlation;
  exports fr.bastide.detection.coverage;
  exports fr.bastide.detection.imports;
  exports fr.bastide.detection.match;
  exports fr.bastide.detection.pack;
  exports fr.bastide.detection.rule;
  exports fr.bastide.detection.stix;
  exports fr.bastide.detection.surge;
}
