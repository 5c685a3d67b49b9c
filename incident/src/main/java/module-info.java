/// The incident engine: what the law asks of the victim of an incident and by when, how grave the
/// incident is, what kind it is, and when to come back.
module fr.bastide.incident {
  requires transitive fr.bastide.document;
  requires transitive fr.bastide.kernel;
  requires static transitive org.jspecify;
  requires org.apache.commons.csv;
  requires org.snakeyaml.engine;
  requires tools.jackson.databind;

  exports fr.bastide.incident;
  exports fr.bastide.incident.condition;
  exports fr.bastide.incident.dossier;
  exports fr.bastide.incident.escalation;
  exports fr.bastide.incident.file;
  exports fr.bastide.incident.followup;
  exports fr.bastide.incident.message;
  exports fr.bastide.incident.obligation;
  exports fr.bastide.incident.reflex;
  exports fr.bastide.incident.rsit;
  exports fr.bastide.incident.severity;
}
