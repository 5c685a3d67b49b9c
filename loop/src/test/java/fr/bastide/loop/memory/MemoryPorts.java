package fr.bastide.loop.memory;

import fr.bastide.loop.contract.Ports;
import fr.bastide.loop.journal.JournalChain;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A whole store in memory, empty at first.
public final class MemoryPorts implements Ports {

  private final MemoryAccounts accounts = new MemoryAccounts();
  private final MemoryApiTokens apiTokens = new MemoryApiTokens();
  private final MemoryAssessments assessments = new MemoryAssessments();
  private final MemoryAttachments attachments = new MemoryAttachments();
  private final MemoryBodies bodies = new MemoryBodies();
  private final MemoryInvitations invitations = new MemoryInvitations();
  private final MemoryLetters letters = new MemoryLetters();
  private final MemoryMandates mandates = new MemoryMandates();
  private final MemoryPlans plans = new MemoryPlans();
  private final MemoryProviders providers = new MemoryProviders();
  private final MemoryReports reports = new MemoryReports();
  private final MemoryConversations conversations = new MemoryConversations();
  private final MemoryMailPositions mailPositions = new MemoryMailPositions();
  private final MemoryOpeningTimes openingTimes = new MemoryOpeningTimes();
  private final MemorySignInFailures signInFailures = new MemorySignInFailures();
  private final MemoryBoards boards = new MemoryBoards(bodies, assessments, plans);
  private final JournalChain chain =
      new JournalChain("a key that only tests may have".repeat(2).getBytes(StandardCharsets.UTF_8));
  private final MemoryJournal journal = new MemoryJournal(chain);
  private final MemoryTransactions transactions =
      new MemoryTransactions(
          List.of(
              accounts,
              apiTokens,
              assessments,
              attachments,
              bodies,
              invitations,
              journal,
              letters,
              mandates,
              plans,
              providers,
              reports,
              conversations,
              mailPositions,
              openingTimes,
              signInFailures));

  @Override
  public MemoryTransactions transactions() {
    return transactions;
  }

  @Override
  public MemoryAccounts accounts() {
    return accounts;
  }

  @Override
  public MemoryApiTokens apiTokens() {
    return apiTokens;
  }

  @Override
  public MemoryAssessments assessments() {
    return assessments;
  }

  @Override
  public MemoryAttachments attachments() {
    return attachments;
  }

  @Override
  public MemoryBodies bodies() {
    return bodies;
  }

  @Override
  public MemoryBoards boards() {
    return boards;
  }

  @Override
  public MemoryInvitations invitations() {
    return invitations;
  }

  @Override
  public MemoryJournal journal() {
    return journal;
  }

  @Override
  public JournalChain chain() {
    return chain;
  }

  @Override
  public MemoryLetters letters() {
    return letters;
  }

  @Override
  public MemoryMandates mandates() {
    return mandates;
  }

  @Override
  public MemoryPlans plans() {
    return plans;
  }

  @Override
  public MemoryProviders providers() {
    return providers;
  }

  @Override
  public MemorySignInFailures signInFailures() {
    return signInFailures;
  }

  @Override
  public MemoryReports reports() {
    return reports;
  }

  @Override
  public MemoryConversations conversations() {
    return conversations;
  }

  @Override
  public MemoryMailPositions mailPositions() {
    return mailPositions;
  }

  @Override
  public MemoryOpeningTimes openingTimes() {
    return openingTimes;
  }
}
