package fr.bastide.loop.contract;

import fr.bastide.loop.Transactions;
import fr.bastide.loop.account.Accounts;
import fr.bastide.loop.account.ApiTokens;
import fr.bastide.loop.account.Invitations;
import fr.bastide.loop.account.SignInFailures;
import fr.bastide.loop.assess.Assessments;
import fr.bastide.loop.assess.Attachments;
import fr.bastide.loop.board.Boards;
import fr.bastide.loop.body.Bodies;
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

/// All the ports of one store. A contract asks for those it needs alone, so that an adapter in the
/// making may leave the others out.
///
/// The store may hold what other tests left, except for [BoardsContract]: no body may be assessed
/// in it when a test begins.
public interface Ports {

  /// Where work runs.
  Transactions transactions();

  /// The accounts.
  Accounts accounts();

  /// The tokens.
  ApiTokens apiTokens();

  /// The assessments.
  Assessments assessments();

  /// The attachments.
  Attachments attachments();

  /// The register.
  Bodies bodies();

  /// The boards.
  Boards boards();

  /// The invitations.
  Invitations invitations();

  /// The journal.
  Journal journal();

  /// The chain with which the journal is sealed.
  JournalChain chain();

  /// The queue of letters.
  Letters letters();

  /// The mandates.
  Mandates mandates();

  /// The plans.
  Plans plans();

  /// The providers.
  Providers providers();

  /// The reports.
  Reports reports();

  /// What is said about them.
  Conversations conversations();

  /// How far mailboxes are read.
  MailPositions mailPositions();

  /// When the centre answers.
  OpeningTimes openingTimes();

  /// The failed attempts.
  SignInFailures signInFailures();
}
