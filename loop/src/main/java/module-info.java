/// Use cases that join the engines: who may do what, in one transaction, with an entry in the
/// journal.
module fr.bastide.loop {
  requires transitive fr.bastide.kernel;
  requires transitive fr.bastide.assessment;
  requires transitive fr.bastide.incident;
  requires static transitive org.jspecify;
  requires org.apache.commons.csv;

  exports fr.bastide.loop;
  exports fr.bastide.loop.access;
  exports fr.bastide.loop.account;
  exports fr.bastide.loop.assess;
  exports fr.bastide.loop.board;
  exports fr.bastide.loop.body;
  exports fr.bastide.loop.example;
  exports fr.bastide.loop.intake;
  exports fr.bastide.loop.journal;
  exports fr.bastide.loop.letter;
  exports fr.bastide.loop.mandate;
  exports fr.bastide.loop.plan;
  exports fr.bastide.loop.territory;
}
