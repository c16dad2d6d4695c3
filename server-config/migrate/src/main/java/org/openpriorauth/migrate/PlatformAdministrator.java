package org.openpriorauth.migrate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Invites an administrator of the installation, who then registers practices. Whoever owns the
 * schema may do so: the first one has nobody else to be invited by. No password passes through
 * here; the person chooses one behind the link.
 */
public final class PlatformAdministrator {
  private static final int SECRET_BYTES = 32;

  private static final String TENANT = "(select id from clinic where kind = 'platform')";
  private static final UUID NOBODY = new UUID(0, 1);

  private PlatformAdministrator() {}

  /**
   * Leaves an invitation that is open for a day; earlier ones to the same address are closed.
   *
   * @return the secret that stands behind the hash sign of the link; it is kept nowhere
   */
  public static String invite(DataSource owner, String email) throws SQLException {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    UUID invitation = UUID.randomUUID();
    try (Connection connection = owner.getConnection()) {
      connection.setAutoCommit(false);
      connection.setSchema(Migrate.SCHEMA);
      // Whose rows this is about, for the row-level security that binds the owner too.
      run(connection, "select set_config('app.clinic', " + TENANT + "::text, true)");
      closeEarlier(connection, email);
      open(connection, invitation, email, hash(secret));
      note(connection, invitation);
      connection.commit();
    }
    return secret;
  }

  private static void closeEarlier(Connection connection, String email) throws SQLException {
    run(
        connection,
        "update invitation set revoked_at = now(), updated_at = now(), updated_by = ?"
            + " where clinic_id = "
            + TENANT
            + " and lower(email) = lower(?) and accepted_at is null and revoked_at is null",
        NOBODY,
        email);
  }

  private static void open(Connection connection, UUID invitation, String email, byte[] hash)
      throws SQLException {
    run(
        connection,
        "insert into invitation (id, clinic_id, email, role, token_hash, expires_at, created_at,"
            + " created_by, updated_at, updated_by) select ?, "
            + TENANT
            + ", ?, 'platform_admin', ?, now() + interval '1 day', now(), ?, now(), ?",
        invitation,
        email,
        hash,
        NOBODY,
        NOBODY);
  }

  /** The trail shows it, whoever sat at the console. */
  private static void note(Connection connection, UUID invitation) throws SQLException {
    run(
        connection,
        "insert into audit_event (id, at, clinic_id, actor, action, subject, subject_id, outcome,"
            + " door, request_id, detail) select ?, now(), "
            + TENANT
            + ", ?, 'member.invite', 'invitation', ?, 'done', 'console', ?,"
            + " '{\"role\": \"platform_admin\"}'",
        UUID.randomUUID(),
        NOBODY,
        invitation,
        invitation.toString());
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("The JDK lacks SHA-256.", e);
    }
  }
}
