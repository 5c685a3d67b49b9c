package fr.bastide.store;

import fr.bastide.loop.Transactions;
import fr.bastide.loop.account.Accounts;
import fr.bastide.loop.account.ApiTokens;
import fr.bastide.loop.account.Invitations;
import fr.bastide.loop.account.SignInFailures;
import fr.bastide.loop.assess.Assessments;
import fr.bastide.loop.assess.Attachments;
import fr.bastide.loop.board.Boards;
import fr.bastide.loop.body.Bodies;
import fr.bastide.loop.contract.Ports;
import fr.bastide.loop.contract.Samples;
import fr.bastide.loop.intake.Conversations;
import fr.bastide.loop.intake.MailPositions;
import fr.bastide.loop.intake.OpeningTimes;
import fr.bastide.loop.intake.Reports;
import fr.bastide.loop.journal.Journal;
import fr.bastide.loop.journal.JournalChain;
import fr.bastide.loop.letter.Letters;
import fr.bastide.loop.mandate.Mandates;
import fr.bastide.loop.mandate.Providers;
import fr.bastide.loop.plan.Plans;
import java.time.InstantSource;

/// The ports over one database of the shared server, for the contracts of `loop`.
final class PostgresPorts implements Ports {

  /// One for all contracts that may meet what others left.
  static final PostgresPorts SHARED = new PostgresPorts(TestDatabase.fresh());

  private final JournalChain chain = new JournalChain(new byte[32]);
  private final Database database;
  private final Repositories ports;

  PostgresPorts(Database database) {
    this.database = database;
    this.ports = Repositories.over(database, InstantSource.fixed(Samples.NOON), chain);
  }

  Database database() {
    return database;
  }

  @Override
  public Transactions transactions() {
    return ports.transactions();
  }

  @Override
  public Accounts accounts() {
    return ports.accounts();
  }

  @Override
  public ApiTokens apiTokens() {
    return ports.apiTokens();
  }

  @Override
  public Assessments assessments() {
    return ports.assessments();
  }

  @Override
  public Attachments attachments() {
    return ports.attachments();
  }

  @Override
  public Bodies bodies() {
    return ports.bodies();
  }

  @Override
  public Boards boards() {
    return ports.boards();
  }

  @Override
  public Invitations invitations() {
    return ports.invitations();
  }

  @Override
  public Journal journal() {
    return ports.journal();
  }

  @Override
  public JournalChain chain() {
    return chain;
  }

  @Override
  public Letters letters() {
    return ports.letters();
  }

  @Override
  public Mandates mandates() {
    return ports.mandates();
  }

  @Override
  public Plans plans() {
    return ports.plans();
  }

  @Override
  public Providers providers() {
    return ports.providers();
  }

  @Override
  public SignInFailures signInFailures() {
    return ports.signInFailures();
  }

  @Override
  public Reports reports() {
    return ports.reports();
  }

  @Override
  public Conversations conversations() {
    return ports.conversations();
  }

  @Override
  public MailPositions mailPositions() {
    return ports.mailPositions();
  }

  @Override
  public OpeningTimes openingTimes() {
    return ports.openingTimes();
  }
}
