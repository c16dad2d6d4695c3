package org.openpriorauth.story;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The database as its superuser sees it: every clinic's rows, below every wall. */
final class Rows {
  private static final List<String> OF_CONSEQUENCE =
      List.of(
          "patient",
          "coverage",
          "prior_authorization",
          "timeline_event",
          // A call is written down whatever came of it; questions to payers come due by themselves.
          "audit_event where action <> 'api.call' and door not in ('jms', 'batch', 'timer')",
          "work_item",
          "clinical_document",
          "document_upload",
          "document_upload_piece",
          "provider",
          "policy_pack",
          "payer_channel",
          "verification",
          "assessment",
          "packet",
          "submission",
          "submission_attempt",
          "payer_message",
          "determination");

  private static final String AT_WORK =
      "select count(*) from work_item where state = 'claimed'"
          + " or state = 'waiting' and due_at < now() + interval '2 seconds'";

  private Rows() {}

  static long count(String sql, Object... values) {
    return Long.parseLong(texts(sql, values).get(0));
  }

  /**
   * How many rows each table holds where a door that should be shut would leave its mark. Waits
   * first until nobody works in the background, for its rows would be taken for a door's.
   */
  static List<Long> ofConsequence() {
    return counted(OF_CONSEQUENCE);
  }

  /** The same where refusals are written down. */
  static List<Long> ofConsequenceButAudit() {
    return counted(OF_CONSEQUENCE.stream().filter(t -> !t.startsWith("audit_event")).toList());
  }

  private static List<Long> counted(List<String> tables) {
    Eventually.get(Duration.ofSeconds(60), () -> count(AT_WORK), working -> working == 0);
    return tables.stream().map(table -> count("select count(*) from " + table)).toList();
  }

  /** The first column of each row. */
  static List<String> texts(String sql, Object... values) {
    try (Connection all = open();
        PreparedStatement statement = all.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        List<String> texts = new ArrayList<>();
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
        return texts;
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Every row of every table of the application, as text. */
  static List<String> everything() {
    return texts(
            "select table_name from information_schema.tables where table_schema = 'openpriorauth'"
                + " and table_type = 'BASE TABLE'")
        .stream()
        .flatMap(table -> texts("select cast(t as text) from " + table + " t").stream())
        .toList();
  }

  static void change(String sql, Object... values) {
    try (Connection all = open();
        PreparedStatement statement = all.prepareStatement(sql)) {
      bind(statement, values);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Does something while a transaction of somebody else's holds what it locked.
   *
   * @param lock a query
   */
  static void holding(String lock, String value, Runnable act) {
    try (Connection all = open()) {
      all.setAutoCommit(false);
      try (PreparedStatement statement = all.prepareStatement(lock)) {
        bind(statement, value);
        statement.executeQuery().close();
        act.run();
      } finally {
        all.rollback();
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Connection open() throws SQLException {
    Connection all = Stack.system().database().superuser().getConnection();
    try (Statement schema = all.createStatement()) {
      schema.execute("set search_path = openpriorauth");
    }
    return all;
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
