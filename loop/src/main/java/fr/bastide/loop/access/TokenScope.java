package fr.bastide.loop.access;

/// What a program may do with a token, within what its owner may do.
public enum TokenScope {
  BODIES_READ("bodies:read"),
  BODIES_WRITE("bodies:write"),
  ASSESSMENTS_READ("assessments:read"),
  ASSESSMENTS_WRITE("assessments:write"),
  PLANS_READ("plans:read"),
  PLANS_WRITE("plans:write"),
  MANDATES_READ("mandates:read"),
  MANDATES_WRITE("mandates:write"),
  BOARD_READ("board:read"),
  REPORTS_READ("reports:read"),
  REPORTS_WRITE("reports:write"),
  ADMIN("admin");

  private final String label;

  TokenScope(String label) {
    this.label = label;
  }

  /// The scope as written in the API, such as `plans:read`.
  public String label() {
    return label;
  }
}
