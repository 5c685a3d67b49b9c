package fr.bastide.gateway.internal.page;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Who is signed in, kept in memory: a restart signs everybody out. Safe for use by many threads.
final class Sessions {

  private static final Duration IDLE = Duration.ofMinutes(20);
  private static final Duration LONGEST = Duration.ofHours(8);
  private static final int MOST = 2_000;
  private static final int BYTES = 32;

  /// @param form what each form must carry, so that no other site can send one
  record Session(String user, String form, Instant begun, Instant last) {}

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;
  private final Map<String, Session> sessions =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
          return size() > MOST;
        }
      };

  Sessions(InstantSource clock) {
    this.clock = clock;
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    key = new SecretKeySpec(secret, "HmacSHA256");
  }

  /// Something nobody can guess.
  String fresh() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Begins a session; the token is for the visitor's cookie alone.
  synchronized String begin(String user) {
    String token = fresh();
    Instant now = clock.instant();
    sessions.put(digest(token), new Session(user, fresh(), now, now));
    return token;
  }

  synchronized Optional<Session> find(String token) {
    String name = digest(token);
    Session session = sessions.get(name);
    Instant now = clock.instant();
    if (session == null
        || session.last().plus(IDLE).isBefore(now)
        || session.begun().plus(LONGEST).isBefore(now)) {
      sessions.remove(name);
      return Optional.empty();
    }
    Session seen = new Session(session.user(), session.form(), session.begun(), now);
    sessions.put(name, seen);
    return Optional.of(seen);
  }

  synchronized void end(String token) {
    sessions.remove(digest(token));
  }

  /// What the sign-in form must carry for a visitor whose cookie is this; nothing is remembered.
  String seal(String cookie) {
    return digest("form " + cookie);
  }

  /// Whether two secrets are the same, in constant time.
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private String digest(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the platform lacks a cipher it must have", impossible);
    }
  }
}
