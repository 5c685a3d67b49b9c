package fr.bastide.web;

import fr.bastide.assessment.Referential;
import fr.bastide.loop.access.Gate;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.account.PasswordHasher;
import fr.bastide.loop.account.SignInDesk;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.board.BoardDesk;
import fr.bastide.loop.body.BodyDesk;
import fr.bastide.loop.intake.AlertIntake;
import fr.bastide.loop.intake.AlertReports;
import fr.bastide.loop.intake.Cases;
import fr.bastide.loop.intake.HoursDesk;
import fr.bastide.loop.intake.MailIntake;
import fr.bastide.loop.intake.Notices;
import fr.bastide.loop.intake.QueueDesk;
import fr.bastide.loop.intake.ReportDesk;
import fr.bastide.loop.journal.JournalDesk;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.Reminders;
import fr.bastide.store.Database;
import fr.bastide.store.DatabaseLocation;
import fr.bastide.store.JournalVault;
import fr.bastide.store.Repositories;
import fr.bastide.web.health.HealthCheck;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// Joins the floors below: opens the database and seats a desk for each family of use cases.
@Configuration(proxyBeanMethods = false)
class Composition {

  @Bean
  InstantSource clock() {
    return Clock.systemUTC();
  }

  @Bean
  PublicAddress publicAddress(Settings settings, ServeOptions options) {
    return PublicAddress.of(settings, options);
  }

  @Bean(destroyMethod = "close")
  Database database(ServeOptions options) {
    return Database.open(
        options
            .databaseUrl()
            .<DatabaseLocation>map(DatabaseLocation.External::new)
            .orElseGet(() -> new DatabaseLocation.Embedded(options.data())));
  }

  @Bean
  HealthCheck databaseHealth(Database database) {
    return new DatabaseHealth(database);
  }

  @Bean
  JournalVault journalVault(ServeOptions options) {
    return JournalVault.open(options.data());
  }

  @Bean
  Repositories repositories(Database database, InstantSource clock, JournalVault vault) {
    return Repositories.over(database, clock, vault.chain());
  }

  @Bean
  Threshold threshold(Repositories store, InstantSource clock) {
    return new Threshold(
        store.transactions(), new Gate(store.mandates(), clock), store.journal(), clock);
  }

  @Bean
  @Lazy
  Referential referential() {
    return Referential.builtin();
  }

  @Bean
  AccountDesk accountDesk(
      Threshold threshold, Repositories store, PasswordHasher hasher, PublicAddress address) {
    return new AccountDesk(
        threshold,
        store.accounts(),
        store.invitations(),
        store.apiTokens(),
        store.letters(),
        hasher,
        address.toString());
  }

  @Bean
  @Lazy
  SignInDesk signInDesk(Threshold threshold, Repositories store, PasswordHasher hasher) {
    return new SignInDesk(
        threshold, store.accounts(), store.apiTokens(), store.signInFailures(), hasher);
  }

  @Bean
  MandateDesk mandateDesk(Threshold threshold, Repositories store) {
    return new MandateDesk(threshold, store.mandates(), store.providers());
  }

  @Bean(initMethod = "open")
  BodyDesk bodyDesk(Threshold threshold, Repositories store, MandateDesk mandates) {
    return new BodyDesk(threshold, store.bodies(), mandates);
  }

  @Bean
  @Lazy
  AssessmentDesk assessmentDesk(Threshold threshold, Repositories store, Referential referential) {
    return new AssessmentDesk(
        threshold, store.bodies(), store.assessments(), store.attachments(), referential);
  }

  @Bean
  @Lazy
  PlanDesk planDesk(Threshold threshold, Repositories store, AssessmentDesk assessments) {
    return new PlanDesk(
        threshold, store.accounts(), store.assessments(), assessments, store.plans());
  }

  @Bean
  @Lazy
  Reminders reminders(
      Threshold threshold, Repositories store, Referential referential, PublicAddress address) {
    return new Reminders(
        threshold,
        store.bodies(),
        store.plans(),
        store.accounts(),
        store.letters(),
        referential,
        address.toString());
  }

  @Bean
  BoardDesk boardDesk(Threshold threshold, Repositories store, Referential referential) {
    return new BoardDesk(threshold, store.boards(), referential.scale().version());
  }

  @Bean
  @Lazy
  ReportDesk reportDesk(
      Threshold threshold, Repositories store, ObjectProvider<Cases> cases, PublicAddress address) {
    return new ReportDesk(
        threshold,
        store.reports(),
        store.conversations(),
        store.letters(),
        Optional.ofNullable(cases.getIfAvailable()),
        address.toString());
  }

  @Bean
  @Lazy
  QueueDesk queueDesk(
      Threshold threshold, Repositories store, ObjectProvider<Cases> cases, PublicAddress address) {
    return new QueueDesk(
        threshold,
        store.reports(),
        store.conversations(),
        store.letters(),
        Optional.ofNullable(cases.getIfAvailable()),
        address.toString());
  }

  @Bean
  HoursDesk hoursDesk(Threshold threshold, Repositories store) {
    return new HoursDesk(threshold, store.openingTimes());
  }

  @Bean
  @Lazy
  AlertIntake alertIntake(Threshold threshold, Repositories store, ObjectProvider<Cases> cases) {
    return new AlertReports(
        threshold,
        store.reports(),
        store.conversations(),
        Optional.ofNullable(cases.getIfAvailable()));
  }

  @Bean
  MailIntake mailIntake(
      Threshold threshold, Repositories store, ObjectProvider<Cases> cases, PublicAddress address) {
    return new MailIntake(
        threshold,
        store.reports(),
        store.conversations(),
        store.mailPositions(),
        store.letters(),
        Optional.ofNullable(cases.getIfAvailable()),
        address.toString());
  }

  @Bean
  @Lazy
  Notices notices(Threshold threshold, Repositories store, PublicAddress address) {
    return new Notices(
        threshold,
        store.reports(),
        store.openingTimes(),
        store.accounts(),
        store.letters(),
        address.toString());
  }

  @Bean
  JournalDesk journalDesk(Threshold threshold, Repositories store) {
    return new JournalDesk(threshold, store.journal());
  }
}
