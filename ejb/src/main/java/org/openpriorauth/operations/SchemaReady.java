package org.openpriorauth.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Ready when the database holds every migration that this release knows. The application only
 * looks: migrating is the schema owner's act ({@code server-config/migrate}).
 */
@Readiness
@ApplicationScoped
public class SchemaReady implements HealthCheck {
  private static final String NAME = "database-schema";
  private volatile boolean seenReady;

  @Override
  public HealthCheckResponse call() {
    try {
      DataSource database = InitialContext.doLookup("jdbc/openpriorauth");
      if (seenReady) {
        try (var connection = database.getConnection()) {
          return HealthCheckResponse.named(NAME).status(connection.isValid(2)).build();
        }
      }
      String pending = pending(database);
      seenReady = pending.isEmpty();
      return seenReady
          ? HealthCheckResponse.up(NAME)
          : HealthCheckResponse.named(NAME).down().withData("pending", pending).build();
    } catch (NamingException | java.sql.SQLException | FlywayException e) {
      return HealthCheckResponse.named(NAME)
          .down()
          .withData("why", "The database does not answer.")
          .build();
    }
  }

  private static String pending(DataSource database) {
    MigrationInfo[] pending =
        Flyway.configure(SchemaReady.class.getClassLoader())
            .dataSource(database)
            .defaultSchema("openpriorauth")
            .table("schema_history")
            .load()
            .info()
            .pending();
    return String.join(" ", Arrays.stream(pending).map(m -> m.getVersion().toString()).toList());
  }
}
