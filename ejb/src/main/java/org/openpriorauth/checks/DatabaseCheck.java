package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.openpriorauth.checks.model.DatabaseFacts.Database;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Schema;

/** Whether the database is the one that this release needs, and keeps clinics apart. */
@ApplicationScoped
public class DatabaseCheck implements Check {
  @Inject InstallationFacts facts;

  @Override
  public Topic topic() {
    return Topic.DATABASE;
  }

  @Override
  public Finding look(Caller caller) {
    return judge(facts.database(caller));
  }

  static Finding judge(Database database) {
    String answers = "PostgreSQL " + database.version() + " answers";
    if (database.aboveTheWall()) {
      return Finding.fail(
          answers + ", but our role can step over the wall between clinics.",
          "alter role openpriorauth_app nosuperuser nobypassrls");
    }
    if (!database.migrated()) {
      return Finding.fail(
          answers + ", but migration " + Schema.NEWEST + " is missing.",
          "Run openpriorauth-migrate.jar of this release.");
    }
    if (!database.encrypted() && !database.local()) {
      return Finding.warn(
          answers + " over a line that is not encrypted.",
          "Add sslmode=verify-full to OPENPRIORAUTH_DB_URL.");
    }
    return Finding.pass(
        answers
            + (database.encrypted() ? " by TLS" : "")
            + ", is migrated, and keeps clinics apart from each other.");
  }
}
