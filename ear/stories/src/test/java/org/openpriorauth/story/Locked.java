package org.openpriorauth.story;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A table that everybody has to wait for until it is closed. */
final class Locked implements AutoCloseable {
  private final Connection holder;
  private final String table;

  private Locked(Connection holder, String table) {
    this.holder = holder;
    this.table = table;
  }

  static Locked table(String name) {
    try {
      Connection holder = Stack.system().database().superuser().getConnection();
      holder.setAutoCommit(false);
      try (Statement lock = holder.createStatement()) {
        lock.execute("lock table openpriorauth." + name + " in access exclusive mode");
      }
      return new Locked(holder, name);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** How many wait for it right now. */
  long waiting() {
    return Rows.count(
        "select count(*) from pg_locks where not granted and relation = cast(? as regclass)",
        "openpriorauth." + table);
  }

  @Override
  public void close() {
    try {
      holder.rollback();
      holder.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
