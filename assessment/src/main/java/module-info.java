/// The assessment engine: a referential, the score of a body's answers, and the plan that raises
/// it.
module fr.bastide.assessment {
  requires transitive fr.bastide.document;
  requires transitive fr.bastide.kernel;
  requires static transitive org.jspecify;
  requires org.snakeyaml.engine;
  requires tools.jackson.databind;
  requires ojalgo;
  requires ortools.java;

  exports fr.bastide.assessment;
  exports fr.bastide.assessment.plan;
  exports fr.bastide.assessment.file;
}
