package fr.bastide.post.crossing;

import fr.bastide.airlock.mail.authentication.AuthenticationReport;
import fr.bastide.airlock.mail.authentication.Dns;
import fr.bastide.airlock.mail.authentication.MailAuthentication;

/// Writes down what SPF, DKIM and DMARC prove about a message.
final class Proving implements MailProof {

  private final MailAuthentication authentication;

  Proving(Dns dns) {
    this.authentication = new MailAuthentication(dns);
  }

  @Override
  public ArrivedMail prove(ArrivedMail mail) {
    AuthenticationReport report =
        authentication.check(
            mail.message(),
            new MailAuthentication.Arrival(mail.client(), mail.helo(), mail.sender()),
            mail.at());
    return new ArrivedMail(
        mail.at(),
        mail.client(),
        mail.helo(),
        mail.tls(),
        mail.sender(),
        mail.recipients(),
        report.results(),
        report.proven(),
        report.unproven(),
        mail.message());
  }
}
