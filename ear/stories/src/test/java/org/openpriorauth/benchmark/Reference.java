package org.openpriorauth.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * The least that keeping or reading a request costs on this machine: one row of a dozen columns and
 * 2 KB, one audit row, one commit, in plain SQL on a connection that is held.
 */
final class Reference implements AutoCloseable {
  private static final String TABLES =
      """
      create table if not exists reference_request (
        id uuid primary key, tenant int not null, number text not null, status text not null,
        priority text not null, member_id text not null, provider_id text not null,
        service_code text not null, created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(), due_at timestamptz, payload text not null);
      create unique index if not exists reference_number on reference_request (tenant, number);
      create index if not exists reference_page
        on reference_request (tenant, status, created_at desc, id desc);
      create index if not exists reference_member on reference_request (tenant, member_id);
      create table if not exists reference_audit (
        id bigserial primary key, tenant int not null, at timestamptz not null default now(),
        actor text not null, action text not null, entity uuid not null, detail text not null,
        previous_hash bytea not null, hash bytea not null);
      create index if not exists reference_entity on reference_audit (tenant, entity);
      """;

  private final Connection connection;
  private final PreparedStatement request;
  private final PreparedStatement audit;
  private final PreparedStatement found;
  private UUID last;

  private Reference(DataSource database) throws SQLException {
    connection = database.getConnection();
    connection.setAutoCommit(false);
    request =
        connection.prepareStatement(
            "insert into reference_request (id, tenant, number, status, priority, member_id,"
                + " provider_id, service_code, due_at, payload) values (?, ?, ?, 'SUBMITTED',"
                + " 'standard', ?, ?, '72148', now() + interval '7 days',"
                + " repeat(md5(random()::text), 64))");
    found = connection.prepareStatement("select * from reference_request where id = ?");
    audit =
        connection.prepareStatement(
            "insert into reference_audit (tenant, actor, action, entity, detail, previous_hash,"
                + " hash) values (?, ?, ?, ?, repeat('x', 200), sha256('a'),"
                + " sha256('b'))");
  }

  private static void prepare(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
    }
  }

  /** What so many connections do side by side. */
  static Load.Outcome load(DataSource database, int connections, Deed deed, Duration time)
      throws Exception {
    prepare(database);
    List<Reference> held = new ArrayList<>();
    try {
      List<Load.Call> callers = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        Reference connection = new Reference(database);
        held.add(connection);
        callers.add(() -> deed.of(connection));
      }
      return Load.of(callers, time);
    } finally {
      for (Reference connection : held) {
        connection.close();
      }
    }
  }

  /** One transaction on a connection. */
  interface Deed {
    void of(Reference connection) throws SQLException;
  }

  /** A row that is read by its id, and the audit row that says so. */
  void read() throws SQLException {
    if (last == null) {
      keep();
    }
    found.setObject(1, last);
    try (ResultSet row = found.executeQuery()) {
      if (!row.next() || row.getString("payload").isEmpty()) {
        throw new SQLException("The row is not there.");
      }
    }
    note("PA_READ", last);
    connection.commit();
  }

  /** A row is kept, and the audit row that says so. */
  void keep() throws SQLException {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    UUID id = UUID.randomUUID();
    int tenant = random.nextInt(1, 101);
    int member = random.nextInt(500_000);
    request.setObject(1, id);
    request.setInt(2, tenant);
    request.setString(3, "PA" + random.nextLong());
    request.setString(4, "M" + member);
    request.setString(5, "P" + member % 2000);
    request.executeUpdate();
    note("PA_CREATED", id);
    connection.commit();
    last = id;
  }

  private void note(String action, UUID id) throws SQLException {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    audit.setInt(1, random.nextInt(1, 101));
    audit.setString(2, "user" + random.nextInt(500));
    audit.setString(3, action);
    audit.setObject(4, id);
    audit.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
