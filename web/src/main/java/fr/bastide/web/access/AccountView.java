package fr.bastide.web.access;

import fr.bastide.kernel.Text;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.ApiToken;
import java.util.List;
import java.util.Optional;

/// What the page of one's own account is drawn with.
///
/// @param account whose it is
/// @param sessions its open sessions
/// @param present the handle of the session one is in
/// @param passkeys its passkeys
/// @param passkeyHost the host for which passkeys work; empty when they cannot
/// @param tokens the tokens of its programs
/// @param secret the secret of the token just made, shown once
/// @param done the key of what was just done
/// @param problem what cannot be accepted
/// @param field the field concerned
public record AccountView(
    Account account,
    List<OpenSessions.Listed> sessions,
    String present,
    List<Passkeys.Listed> passkeys,
    Optional<String> passkeyHost,
    List<ApiToken> tokens,
    Optional<String> secret,
    Optional<String> done,
    Optional<Text> problem,
    String field) {}
