package org.openpriorauth.migrate;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings the schema to this release: {@code java -jar openpriorauth-migrate.jar}, with the owner's
 * address and password in the environment. Expand first, contract a release later: the release
 * before goes on working beside the new schema. With {@code platform-administrator ADDRESS} it
 * invites somebody to administer the installation instead.
 */
public final class Migrate {
  static final String SCHEMA = "openpriorauth";
  static final String HISTORY = "schema_history";

  private static final String URL = "OPENPRIORAUTH_DB_URL";
  private static final String PUBLIC_URL = "OPENPRIORAUTH_PUBLIC_URL";
  private static final String INVITE = "platform-administrator";
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
    if (arguments.length == 0) {
      migrate(database);
    } else if (arguments.length == 2 && arguments[0].equals(INVITE) && arguments[1].contains("@")) {
      invite(database, arguments[1], environment.getOrDefault(PUBLIC_URL, "https://YOUR-SERVER"));
    } else {
      System.err.println("Say nothing, to migrate, or " + INVITE + " and an e-mail address.");
      System.exit(2);
    }
  }

  private static void migrate(DataSource owner) {
    try {
      MigrateResult result = run(owner);
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

  private static void invite(DataSource owner, String email, String publicUrl) {
    try {
      String secret = PlatformAdministrator.invite(owner, email);
      System.out.println("Give this link to " + email + "; it opens once, within a day:");
      System.out.println(publicUrl + "/app/invitation.xhtml#" + secret);
    } catch (SQLException e) {
      System.err.println("Nobody was invited. " + e.getMessage());
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
    } catch (SQLException e) {
      throw new FlywayException("The application's role could not be shown the history.", e);
    }
  }
}
