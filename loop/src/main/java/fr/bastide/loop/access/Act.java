package fr.bastide.loop.access;

import static fr.bastide.loop.access.BodyRole.DATA_PROTECTION_OFFICER;
import static fr.bastide.loop.access.BodyRole.OFFICIAL;
import static fr.bastide.loop.access.BodyRole.REFERENT;
import static fr.bastide.loop.access.CentreRole.ADMINISTRATOR;
import static fr.bastide.loop.access.CentreRole.CSIRT_LEAD;
import static fr.bastide.loop.access.CentreRole.CSIRT_OPERATOR;
import static fr.bastide.loop.access.CentreRole.OBSERVATORY_EDITOR;
import static fr.bastide.loop.access.CentreRole.PROGRAMME_OFFICER;
import static fr.bastide.loop.access.CentreRole.STATE_OBSERVER;
import static fr.bastide.loop.mandate.MandateScope.ASSESS;
import static fr.bastide.loop.mandate.MandateScope.INSPECT;
import static fr.bastide.loop.mandate.MandateScope.MONITOR;
import static fr.bastide.loop.mandate.MandateScope.RESPOND;

import fr.bastide.loop.mandate.MandateScope;
import java.util.Set;

/// Everything one can do, and who may: the one table of rights. What is not here cannot be done.
public enum Act {
  // On a body: its own people, a provider under a mandate, the centre's people.
  SEE_BODY(
      Rule.onBody(TokenScope.BODIES_READ)
          .people(BodyRole.values())
          .mandates(MandateScope.values())
          .centre(CSIRT_OPERATOR, CSIRT_LEAD, PROGRAMME_OFFICER, ADMINISTRATOR)),
  CHANGE_BODY(
      Rule.onBody(TokenScope.BODIES_WRITE)
          .people(OFFICIAL, REFERENT)
          .centre(ADMINISTRATOR)
          .journaled()),
  READ_ASSESSMENT(
      Rule.onBody(TokenScope.ASSESSMENTS_READ)
          .people(BodyRole.values())
          .mandates(ASSESS, MONITOR, RESPOND, INSPECT)
          .centre(CSIRT_LEAD, CSIRT_OPERATOR, PROGRAMME_OFFICER)),
  ANSWER(
      Rule.onBody(TokenScope.ASSESSMENTS_WRITE)
          .people(OFFICIAL, REFERENT)
          .mandates(ASSESS)
          .journaled()),
  ACCEPT_NOT_APPLICABLE(
      Rule.onBody(TokenScope.ASSESSMENTS_WRITE)
          .people(OFFICIAL, REFERENT)
          .mandates(ASSESS)
          .journaled()),
  START_ASSESSMENT(
      Rule.onBody(TokenScope.ASSESSMENTS_WRITE)
          .people(OFFICIAL, REFERENT)
          .mandates(ASSESS)
          .journaled()),
  COMPLETE_ASSESSMENT(
      Rule.onBody(TokenScope.ASSESSMENTS_WRITE)
          .people(OFFICIAL, REFERENT)
          .mandates(ASSESS)
          .journaled()),
  TAKE_REPORT(
      Rule.onBody(TokenScope.ASSESSMENTS_READ)
          .people(BodyRole.values())
          .mandates(ASSESS)
          .centre(CSIRT_LEAD, PROGRAMME_OFFICER)
          .journaled()),
  READ_PLAN(
      Rule.onBody(TokenScope.PLANS_READ)
          .people(BodyRole.values())
          .mandates(ASSESS, MONITOR, RESPOND)
          .centre(CSIRT_LEAD, PROGRAMME_OFFICER)),
  MAKE_PLAN(
      Rule.onBody(TokenScope.PLANS_WRITE).people(OFFICIAL, REFERENT).mandates(ASSESS).journaled()),
  FOLLOW_PLAN(
      Rule.onBody(TokenScope.PLANS_WRITE).people(OFFICIAL, REFERENT).mandates(ASSESS).journaled()),
  READ_MANDATES(
      Rule.onBody(TokenScope.MANDATES_READ)
          .people(BodyRole.values())
          .centre(CSIRT_LEAD, PROGRAMME_OFFICER, ADMINISTRATOR)),
  GRANT_MANDATE(Rule.onBody(TokenScope.MANDATES_WRITE).people(OFFICIAL).journaled()),
  REVOKE_MANDATE(Rule.onBody(TokenScope.MANDATES_WRITE).people(OFFICIAL, REFERENT).journaled()),
  BRING_VENDOR(Rule.onBody(TokenScope.MANDATES_WRITE).mandates(MandateScope.values()).journaled()),
  INVITE_TO_BODY(
      Rule.onBody(TokenScope.ADMIN)
          .people(OFFICIAL, REFERENT)
          .centre(ADMINISTRATOR, CSIRT_LEAD)
          .journaled()),
  READ_BODY_JOURNAL(
      Rule.onBody(TokenScope.BODIES_READ)
          .people(OFFICIAL, REFERENT, DATA_PROTECTION_OFFICER)
          .centre(ADMINISTRATOR)),
  // On the territory.
  READ_BOARD(
      Rule.onTerritory(TokenScope.BOARD_READ)
          .centre(CSIRT_OPERATOR, CSIRT_LEAD, PROGRAMME_OFFICER, ADMINISTRATOR)),
  READ_AGGREGATES(
      Rule.onTerritory(TokenScope.BOARD_READ)
          .centre(
              CSIRT_OPERATOR,
              CSIRT_LEAD,
              PROGRAMME_OFFICER,
              OBSERVATORY_EDITOR,
              ADMINISTRATOR,
              STATE_OBSERVER)),
  ADD_BODIES(
      Rule.onTerritory(TokenScope.BODIES_WRITE)
          .centre(ADMINISTRATOR, PROGRAMME_OFFICER, CSIRT_LEAD)
          .journaled()),
  ADMINISTER(Rule.onTerritory(TokenScope.ADMIN).centre(ADMINISTRATOR).journaled()),
  READ_JOURNAL(Rule.onTerritory(TokenScope.ADMIN).centre(ADMINISTRATOR)),
  READ_REPORTS(Rule.onTerritory(TokenScope.REPORTS_READ).centre(CSIRT_OPERATOR, CSIRT_LEAD)),
  HANDLE_REPORT(
      Rule.onTerritory(TokenScope.REPORTS_WRITE).centre(CSIRT_OPERATOR, CSIRT_LEAD).journaled()),
  /// Say when the centre answers, and who is told outside these hours.
  SET_HOURS(Rule.onTerritory(TokenScope.ADMIN).centre(CSIRT_LEAD).journaled()),
  // On oneself.
  USE_OWN_ACCOUNT(Rule.onOneself(TokenScope.ADMIN).journaled()),
  LIST_OWN_BODIES(Rule.onOneself(TokenScope.BODIES_READ)),
  LIST_PROVIDERS(Rule.onOneself(TokenScope.MANDATES_READ)),
  // Anyone.
  SEARCH_REGISTER(Rule.onPublic()),
  TAKE_FLASH(Rule.onPublic()),
  /// Tell the centre of an attack, and see when it answers.
  REPORT_ATTACK(Rule.onPublic()),
  /// Read and complete one's own report through its secret link.
  FOLLOW_REPORT(Rule.onPublic()),
  /// Prove who one is, with a password, a passkey, an identity provider, a token or an invitation.
  SIGN_IN(Rule.onPublic()),
  /// Read due dates through a calendar's secret address.
  READ_CALENDAR(Rule.onPublic());

  private final Rule rule;

  Act(Rule rule) {
    this.rule = rule;
  }

  /// Who may.
  public Rule rule() {
    return rule;
  }

  /// To what an act is done.
  public enum Target {
    BODY,
    TERRITORY,
    ONESELF,
    PUBLIC
  }

  /// Who may do one act.
  ///
  /// @param target to what it is done
  /// @param scope what a token needs for it; `ADMIN` acts need that scope
  /// @param people the roles of the body's own people
  /// @param mandates a provider needs an active mandate with one of these scopes
  /// @param centre the roles of the centre
  /// @param kept whether each time leaves an entry in the journal
  public record Rule(
      Target target,
      TokenScope scope,
      Set<BodyRole> people,
      Set<MandateScope> mandates,
      Set<CentreRole> centre,
      boolean kept) {

    static Rule onBody(TokenScope scope) {
      return new Rule(Target.BODY, scope, Set.of(), Set.of(), Set.of(), false);
    }

    static Rule onTerritory(TokenScope scope) {
      return new Rule(Target.TERRITORY, scope, Set.of(), Set.of(), Set.of(), false);
    }

    static Rule onOneself(TokenScope scope) {
      return new Rule(Target.ONESELF, scope, Set.of(), Set.of(), Set.of(), false);
    }

    static Rule onPublic() {
      return new Rule(Target.PUBLIC, TokenScope.BODIES_READ, Set.of(), Set.of(), Set.of(), false);
    }

    Rule people(BodyRole... roles) {
      return new Rule(target, scope, Set.of(roles), mandates, centre, kept);
    }

    Rule mandates(MandateScope... scopes) {
      return new Rule(target, scope, people, Set.of(scopes), centre, kept);
    }

    Rule centre(CentreRole... roles) {
      return new Rule(target, scope, people, mandates, Set.of(roles), kept);
    }

    Rule journaled() {
      return new Rule(target, scope, people, mandates, centre, true);
    }
  }
}
