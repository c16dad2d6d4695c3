package org.openpriorauth.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaReadyTest {
  /** As the pools of both servers wrap what the driver says. */
  @ParameterizedTest
  @CsvSource({
    "08001, does not answer",
    "08004, TLS and certificate",
    "08006, TLS and certificate",
    "28000, refuses",
    "28P01, refuses",
    ", does not answer"
  })
  void whyItIsNotReachedIsSaidWithoutAddressAndRole(String state, String words) {
    SQLException driver = new SQLException("db.hospital.example openpriorauth_app", state);
    SQLException pool = new SQLException("No connection", new IllegalStateException(driver));
    assertThat(SchemaReady.why(pool)).contains(words).doesNotContain("hospital", "_app");
  }
}
