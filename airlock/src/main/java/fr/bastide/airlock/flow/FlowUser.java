package fr.bastide.airlock.flow;

import java.util.List;

/// Somebody, or a machine, who signs in at the airlock.
///
/// @param id what they sign in with
/// @param name for people
/// @param password digest of the password, Argon2id or bcrypt in their usual text forms; empty when
///   they have none
/// @param keys public SSH keys, one line each as in `authorized_keys`
public record FlowUser(String id, String name, String password, List<String> keys) {

  public FlowUser {
    keys = List.copyOf(keys);
  }

  @Override
  public String toString() {
    return "user " + id;
  }
}
