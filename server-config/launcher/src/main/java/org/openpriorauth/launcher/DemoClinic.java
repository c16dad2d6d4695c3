package org.openpriorauth.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.identity.Passwords;

/**
 * Two clinics with people and payers, written by the schema's owner: with ids that stories know,
 * and at once, where registering and inviting all of them would take a mail and a second each.
 */
public final class DemoClinic {
  /** Who can sign in, with what they may do; one password for all of them, made for each system. */
  public record Person(String username, String fullName, String role) {}

  /** Two clinics, so that every test can try to cross the wall. */
  public record Clinic(UUID id, String name, String npi, String prefix, List<Person> people) {}

  public static final Clinic CEDAR_HOLLOW =
      new Clinic(
          UUID.fromString("0193b000-0000-7000-8000-000000000001"),
          "Cedar Hollow Orthopedics & Rheumatology",
          "1234567893",
          "CH",
          List.of(
              new Person("ada", "Ada Moreno", "admin"),
              new Person("dr.okafor", "Ngozi Okafor, MD", "clinician"),
              new Person("sam", "Sam Whitfield", "staff"),
              new Person("bea", "Bea Lindqvist", "billing"),
              new Person("finn", "Finn Castellano", "front_desk"),
              new Person("rhea", "Rhea Nakamura", "read_only"),
              new Person("sol", "Sol Abernathy", "security_officer")));

  public static final Clinic RIVERBEND =
      new Clinic(
          UUID.fromString("0193b000-0000-7000-8000-000000000002"),
          "Riverbend Family Practice",
          "1245319599",
          "RB",
          List.of(new Person("rita", "Rita Vance", "admin")));

  /** The installation's own people; the migration made it. */
  public static final Clinic INSTALLATION =
      new Clinic(
          UUID.fromString("00000000-0000-7000-8000-000000000001"),
          "This installation",
          null,
          null,
          List.of(new Person("omar", "Omar Petrov", "operator")));

  private final Database database;
  private final Secrets secrets;

  DemoClinic(Database database, Secrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  /** Does nothing if it is there already. */
  boolean create() throws SQLException {
    try (Connection owner =
        database.as("openpriorauth_owner", secrets.password("owner")).getConnection()) {
      owner.setAutoCommit(false);
      try (PreparedStatement there = owner.prepareStatement("select 1 from clinic where id = ?")) {
        there.setObject(1, CEDAR_HOLLOW.id());
        if (there.executeQuery().next()) {
          return false;
        }
      }
      String hash = new Passwords().hash(secrets.password("people"));
      for (Clinic clinic : List.of(CEDAR_HOLLOW, RIVERBEND)) {
        add(owner, clinic, hash);
      }
      for (Person person : INSTALLATION.people()) {
        add(owner, INSTALLATION, person, hash, OffsetDateTime.now(ZoneOffset.UTC));
      }
      owner.commit();
      return true;
    }
  }

  private static void add(Connection owner, Clinic clinic, String hash) throws SQLException {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    UUID nobody = new UUID(0, 1);
    run(
        owner,
        "insert into clinic (id, name, npi, tax_id, address_line1, city, state, zip_code, phone,"
            + " fax, pa_prefix, time_zone, created_at, created_by, updated_at, updated_by)"
            + " values (?, ?, ?, '00-0000000', '40 Cottonwood Lane', 'Reno', 'NV', '89501',"
            + " '775-555-0100', '775-555-0101', ?, 'America/Los_Angeles', ?, ?, ?, ?)",
        clinic.id(),
        clinic.name(),
        clinic.npi(),
        clinic.prefix(),
        now,
        nobody,
        now,
        nobody);
    for (Person person : clinic.people()) {
      add(owner, clinic, person, hash, now);
    }
    run(owner, "select set_config('app.clinic', ?, true)", clinic.id().toString());
    run(
        owner,
        "insert into payer (id, clinic_id, name, payer_code, impacted_by_cms0057, standard_hours,"
            + " expedited_hours, created_at, created_by, updated_at, updated_by)"
            + " values (?, ?, 'Great Basin Health Plan', 'GBHP', true, 168, 72, ?, ?, ?, ?)",
        UUID.randomUUID(),
        clinic.id(),
        now,
        nobody,
        now,
        nobody);
  }

  private static void add(
      Connection owner, Clinic clinic, Person person, String hash, OffsetDateTime now)
      throws SQLException {
    UUID user = UUID.randomUUID();
    run(
        owner,
        "insert into app_user (id, username, email, full_name, password_hash, created_at,"
            + " updated_at) values (?, ?, ?, ?, ?, ?, ?)",
        user,
        person.username(),
        person.username() + "@example.org",
        person.fullName(),
        hash,
        now,
        now);
    run(
        owner,
        "insert into membership (id, clinic_id, user_id, role, created_at, trained_until)"
            + " values (?, ?, ?, ?, ?, current_date + 365)",
        UUID.randomUUID(),
        clinic.id(),
        user,
        person.role(),
        now);
  }

  private static void run(Connection owner, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
