/// Events as security sources write them, and the formats they come in.
module fr.bastide.telemetry {
  requires transitive fr.bastide.kernel;
  requires static transitive org.jspecify;
  requires org.snakeyaml.engine;
  requires tools.jackson.databind;

  exports fr.bastide.telemetry;
  exports fr.bastide.telemetry.evtx;
  exports fr.bastide.telemetry.export;
}
