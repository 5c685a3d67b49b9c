package fr.bastide.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an administrator may write in `bastide.properties`, each line as `bastide.<name>=<value>`;
/// everything has a default that works.
///
/// @param publicUrl the address people type, without a path; empty for the address listened on
/// @param centre the regional centre that these pages speak for
/// @param mail the server that takes letters; without a host, letters wait in the database
/// @param mailbox the mailbox in which attacks are told; without a host, none is read
/// @param oidc the identity provider with which people may sign in; without an issuer, none
/// @param security to whom a weakness of this installation is told
/// @param sourceUrl where the source code of this very version can be had
/// @param forwarded `native` behind a proxy that says from where visitors come, otherwise `none`
@ConfigurationProperties(prefix = "bastide", ignoreUnknownFields = false)
public record Settings(
    Optional<URI> publicUrl,
    @DefaultValue Centre centre,
    @DefaultValue Mail mail,
    @DefaultValue Mailbox mailbox,
    @DefaultValue Oidc oidc,
    @DefaultValue Security security,
    Optional<URI> sourceUrl,
    @DefaultValue("none") String forwarded) {

  /// The regional centre, as the public pages name it.
  ///
  /// @param name its name; empty for a neutral wording
  /// @param phone its number as one dials it; empty when it has none
  /// @param hours when it answers, as shown beside the number
  /// @param mail where to write to it, also for accessibility and personal data
  /// @param publisher who publishes this site, for the legal notice
  /// @param host who hosts it, for the legal notice
  public record Centre(
      Optional<String> name,
      Optional<String> phone,
      Optional<String> hours,
      Optional<String> mail,
      Optional<String> publisher,
      Optional<String> host) {}

  /// To whom a weakness of this installation is told (RFC 9116).
  ///
  /// @param contact how to reach them, the preferred way first: `mailto:`, `https:` or `tel:`;
  ///   empty for nothing to be published
  /// @param policy where they say how they treat a report, an address in https; empty for nowhere
  public record Security(@DefaultValue List<URI> contact, Optional<URI> policy) {

    private static final Set<String> REACHED_BY = Set.of("mailto", "https", "tel");

    public Security {
      contact = List.copyOf(contact);
      for (URI way : contact) {
        if (!REACHED_BY.contains(scheme(way))) {
          throw new IllegalArgumentException(
              "bastide.security.contact: mailto:… | https://… | tel:…, not " + way);
        }
      }
      if (policy.isPresent() && !scheme(policy.get()).equals("https")) {
        throw new IllegalArgumentException(
            "bastide.security.policy: https://…, not " + policy.get());
      }
    }

    private static String scheme(URI way) {
      return Optional.ofNullable(way.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    }
  }

  /// The mail server.
  ///
  /// @param host its name; empty when there is none
  /// @param port its port
  /// @param security `NONE`, `STARTTLS` or `TLS`
  /// @param user the account, when it wants one
  /// @param password of that account
  /// @param from the address letters come from
  public record Mail(
      Optional<String> host,
      @DefaultValue("587") int port,
      @DefaultValue("STARTTLS") String security,
      Optional<String> user,
      Optional<String> password,
      @DefaultValue("bastide@localhost") String from) {

    @Override
    public String toString() {
      return "Mail[" + host.orElse("none") + "]";
    }
  }

  /// The mailbox in which attacks are told (IMAP).
  ///
  /// @param host the name of its server; empty when there is none
  /// @param port its port
  /// @param security `NONE`, `STARTTLS` or `TLS`
  /// @param user the account
  /// @param password of that account
  /// @param folder which of its folders is read
  public record Mailbox(
      Optional<String> host,
      @DefaultValue("993") int port,
      @DefaultValue("TLS") String security,
      @DefaultValue("") String user,
      @DefaultValue("") String password,
      @DefaultValue("INBOX") String folder) {

    @Override
    public String toString() {
      return "Mailbox[" + host.orElse("none") + "]";
    }
  }

  /// The identity provider (OpenID Connect).
  ///
  /// @param issuer its address, as in its discovery document; empty when there is none
  /// @param clientId how it knows us
  /// @param clientSecret with what we prove it
  /// @param name how the button names it
  public record Oidc(
      Optional<String> issuer,
      @DefaultValue("bastide") String clientId,
      @DefaultValue("") String clientSecret,
      @DefaultValue("OpenID Connect") String name) {

    @Override
    public String toString() {
      return "Oidc[" + issuer.orElse("none") + "]";
    }
  }
}
