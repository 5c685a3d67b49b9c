package fr.bastide.web.access;

import fr.bastide.kernel.Text;
import java.util.Optional;

/// What the sign-in page is drawn with.
///
/// @param then where to go afterwards; empty for the person's first page
/// @param email what was typed
/// @param problem why the last attempt failed
/// @param notice the key of what was just done
/// @param passkeys the host for which passkeys are offered; empty when they cannot work
/// @param provider how the identity provider is named; empty when there is none
public record SignInForm(
    String then,
    String email,
    Optional<Text> problem,
    Optional<String> notice,
    Optional<String> passkeys,
    Optional<String> provider) {}
