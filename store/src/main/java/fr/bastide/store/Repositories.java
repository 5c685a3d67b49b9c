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
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every port of `loop` over one database. All of them work inside [#transactions] alone: outside
/// of it they see nothing but what is public.
public record Repositories(
    Transactions transactions,
    Bodies bodies,
    Accounts accounts,
    Invitations invitations,
    ApiTokens apiTokens,
    SignInFailures signInFailures,
    Providers providers,
    Mandates mandates,
    Assessments assessments,
    Attachments attachments,
    Plans plans,
    Boards boards,
    Letters letters,
    Reports reports,
    Conversations conversations,
    MailPositions mailPositions,
    OpeningTimes openingTimes,
    Journal journal) {

  /// The ports over this database.
  ///
  /// @param clock by which mandates begin and end, the same as the use cases'
  /// @param chain with which journal entries are sealed
  public static Repositories over(Database database, InstantSource clock, JournalChain chain) {
    var jdbc = JdbcClient.create(database.app());
    return new Repositories(
        new PostgresTransactions(database.app(), jdbc, clock),
        new PostgresBodies(jdbc),
        new PostgresAccounts(jdbc),
        new PostgresInvitations(jdbc),
        new PostgresApiTokens(jdbc),
        new PostgresSignInFailures(jdbc),
        new PostgresProviders(jdbc),
        new PostgresMandates(jdbc),
        new PostgresAssessments(jdbc),
        new PostgresAttachments(jdbc),
        new PostgresPlans(jdbc),
        new PostgresBoards(jdbc),
        new PostgresLetters(jdbc),
        new PostgresReports(jdbc),
        new PostgresConversations(jdbc),
        new PostgresMailPositions(jdbc),
        new PostgresOpeningTimes(jdbc),
        new PostgresJournal(jdbc, chain));
  }
}
