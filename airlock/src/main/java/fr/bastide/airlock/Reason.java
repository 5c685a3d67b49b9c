package fr.bastide.airlock;

/// Why a file is refused; the words for people (what is wrong, what to ask of the sender) are in
/// `reasons.yaml`, read by [Words].
public enum Reason {
  UNKNOWN_KIND,
  FORBIDDEN_KIND,
  ENCRYPTED,
  MALFORMED,
  TOO_LARGE,
  TOO_DEEP,
  TOO_MANY_PARTS,
  BOMB,
  PATH_TRICK,
  DUPLICATE_NAMES,
  POLYGLOT,
  CONTENT_MASKING,
  SIGNED,
  INVALID_SIGNATURE,
  SCHEMA_INVALID,
  TIME_OUT,
  MEMORY_OUT,
  WORKER_DIED,
  AUDIT_FAILED,
  EMPTY
}
