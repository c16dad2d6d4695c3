package org.openpriorauth.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.openpriorauth.kernel.CachesCleared;
import org.openpriorauth.kernel.Schema;

/**
 * Ready when the database holds the newest migration that this release knows. The application only
 * looks: migrating is the schema owner's act ({@code server-config/migrate}), and so is the library
 * for it.
 */
@Readiness
@ApplicationScoped
public class SchemaReady implements HealthCheck {
  private static final String NAME = "database-schema";
  private volatile boolean seenReady;

  @Override
  @SuppressWarnings("BanJNDI") // the names are ours
  public HealthCheckResponse call() {
    try {
      DataSource database = InitialContext.doLookup("jdbc/openpriorauth");
      try (Connection connection = database.getConnection()) {
        if (seenReady) {
          return HealthCheckResponse.named(NAME).status(connection.isValid(2)).build();
        }
        seenReady = migrated(connection);
      }
      return seenReady
          ? HealthCheckResponse.up(NAME)
          : HealthCheckResponse.named(NAME).down().withData("pending", Schema.NEWEST).build();
    } catch (NamingException | SQLException e) {
      return HealthCheckResponse.named(NAME).down().withData("why", why(e)).build();
    }
  }

  /**
   * By SQLSTATE, in words that name no address and no role: whoever asks for readiness has not
   * signed in. The driver's own words are in the server's log.
   */
  static String why(Throwable failure) {
    String state = "";
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused && refused.getSQLState() != null) {
        state = refused.getSQLState();
      }
    }
    return switch (state) {
      case "08004", "08006" ->
          "No connection to the database comes about: look at its TLS and certificate, and at how"
              + " the role signs in.";
      case "28000", "28P01" -> "The database refuses the application's role.";
      default -> "The database does not answer.";
    };
  }

  void anew(@Observes CachesCleared cleared) {
    seenReady = false;
  }

  private static boolean migrated(Connection connection) throws SQLException {
    try (PreparedStatement question =
        connection.prepareStatement(
            "select to_regclass('openpriorauth.schema_history') is not null")) {
      if (!yes(question)) {
        return false;
      }
    }
    try (PreparedStatement question =
        connection.prepareStatement(
            "select exists (select from openpriorauth.schema_history"
                + " where version = ? and success)")) {
      question.setString(1, Schema.NEWEST);
      return yes(question);
    }
  }

  private static boolean yes(PreparedStatement question) throws SQLException {
    try (ResultSet answer = question.executeQuery()) {
      return answer.next() && answer.getBoolean(1);
    }
  }
}
