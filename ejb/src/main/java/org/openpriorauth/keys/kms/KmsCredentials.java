package org.openpriorauth.keys.kms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.keys.MasterKeyException;

/**
 * Who asks KMS: our own settings, or else the variables that AWS's tools use, or else the role of
 * the container or machine.
 */
@ApplicationScoped
public class KmsCredentials {
  private static final String ACCESS_KEY = "openpriorauth.keys.kms.access-key";
  private static final String SECRET_KEY = "openpriorauth.keys.kms.secret-key";

  @Inject
  @ConfigProperty(name = ACCESS_KEY)
  Optional<String> accessKey;

  @Inject
  @ConfigProperty(name = SECRET_KEY)
  Optional<String> secretKey;

  @Inject
  @ConfigProperty(name = "openpriorauth.keys.kms.session-token")
  Optional<String> sessionToken;

  @Inject
  @ConfigProperty(name = "AWS_ACCESS_KEY_ID")
  Optional<String> awsAccessKey;

  @Inject
  @ConfigProperty(name = "AWS_SECRET_ACCESS_KEY")
  Optional<String> awsSecretKey;

  @Inject
  @ConfigProperty(name = "AWS_SESSION_TOKEN")
  Optional<String> awsSessionToken;

  @Inject RoleCredentials role;

  /**
   * @throws MasterKeyException if there are none
   */
  Credentials get() {
    if (accessKey.isPresent()) {
      return of(accessKey.get(), secretKey, SECRET_KEY, sessionToken);
    }
    if (awsAccessKey.isPresent()) {
      return of(awsAccessKey.get(), awsSecretKey, "AWS_SECRET_ACCESS_KEY", awsSessionToken);
    }
    return role.get();
  }

  private static Credentials of(
      String access, Optional<String> secret, String setting, Optional<String> token) {
    String given = secret.orElseThrow(() -> new MasterKeyException(setting + " is not set."));
    return new Credentials(access, given, token, Instant.MAX);
  }
}
