package org.openpriorauth.migrate;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings the schema to this release: {@code java -jar openpriorauth-migrate.jar}, with the owner's
 * address and password in the environment. Expand first, contract a release later: the release
 * before goes on working beside the new schema.
 */
public final class Migrate {
  static final String SCHEMA = "openpriorauth";
  static final String HISTORY = "schema_history";

  private static final String URL = "OPENPRIORAUTH_DB_URL";
  private static final String PASSWORD = "OPENPRIORAUTH_OWNER_PASSWORD";

  private Migrate() {}

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    if (!environment.containsKey(URL) || !environment.containsKey(PASSWORD)) {
      System.err.println(
          "Set " + URL + " (jdbc:postgresql://host:port/database) and " + PASSWORD + ".");
      System.exit(2);
    }
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(environment.get(URL));
    database.setUser("openpriorauth_owner");
    database.setPassword(environment.get(PASSWORD));
    try {
      MigrateResult result = run(database);
      System.out.printf(
          "The schema is at %s; %d migration(s) were applied.%n",
          result.targetSchemaVersion == null
              ? result.initialSchemaVersion
              : result.targetSchemaVersion,
          result.migrationsExecuted);
    } catch (FlywayException e) {
      System.err.println("Nothing was left half done. " + e.getMessage());
      System.exit(1);
    }
  }

  /** The same, for those who have a data source of the owner's. */
  public static MigrateResult run(DataSource owner) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(owner)
            .defaultSchema(SCHEMA)
            .createSchemas(false)
            .table(HISTORY)
            // roles.sql made the schema, so it exists before the first migration.
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .load();
    MigrateResult result = flyway.migrate();
    letApplicationRead(owner);
    return result;
  }

  /** The application reports not ready while a migration that it knows is missing. */
  private static void letApplicationRead(DataSource owner) {
    try (var connection = owner.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("grant select on " + SCHEMA + "." + HISTORY + " to openpriorauth_app");
    } catch (java.sql.SQLException e) {
      throw new FlywayException("The application's role could not be shown the history.", e);
    }
  }
}
