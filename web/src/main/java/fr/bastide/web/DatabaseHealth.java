package fr.bastide.web;

import fr.bastide.store.Database;
import fr.bastide.web.health.HealthCheck;
import java.sql.Connection;
import java.sql.SQLException;

/// Whether the database answers.
record DatabaseHealth(Database database) implements HealthCheck {

  private static final int PATIENCE_SECONDS = 2;

  @Override
  public String name() {
    return "database";
  }

  @Override
  public boolean works() {
    try (Connection connection = database.app().getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }
}
